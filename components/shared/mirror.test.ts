import { expect, fixture, html } from '@open-wc/testing';
import { FakeMirror } from '../../src/bridge/testing/fake-frames.js';
import { collect, connected, FakeHubSpot, prevent } from '../../src/bridge/testing/fake-hubspot.js';
import type { BridgeSettings, FrameStatus, RequestName } from '../../src/index.js';
import { CallControl, VoiceError } from '../../src/voice/index.js';
import { FakeVoice } from '../../src/voice/testing/fake-voice.js';
import '../availability/define.js';
import '../call-controls/define.js';
import '../call-history/define.js';
import '../call-queue/define.js';
import '../call-status/define.js';
import '../device-settings/define.js';
import '../dialer/define.js';
import '../from-number/define.js';
import '../incoming-call/define.js';
import '../login/define.js';
import { forgetAnnouncements } from '../testing/announcements.js';
import { findAll } from '../testing/find-all.js';
import '../wrap-up/define.js';

const customer = '+12025550101';
const numbers = [{ number: '+12025550160', label: 'Main' }, { number: '+442079460123' }];

class OwnerVoice extends FakeVoice {
  readonly fromNumbers = numbers;

  constructor() {
    super({ fromNumbers: true, devices: true });
  }
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

/** Waits until what was pressed has reached the owner, and is drawn here. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 4; turns += 1) await turn();
}

interface Frames {
  readonly owner: FakeHubSpot;
  readonly here: FakeHubSpot;
  readonly voice: OwnerVoice;
  readonly mirror: FakeMirror;
  readonly box: HTMLElement;
}

/** The tags of a page in two frames: that of the owner, whose voice is ready, and one that mirrors it. */
async function frames(
  tags: (bridge: FakeHubSpot['bridge']) => unknown,
  frame: Partial<FrameStatus> = {},
  settings: BridgeSettings = { loggedIn: true, available: true },
): Promise<Frames> {
  const owner = connected(settings);
  const here = connected();
  const voice = new OwnerVoice();
  new CallControl(owner.bridge, voice);
  await voice.connect();
  const mirror = new FakeMirror(here, owner, frame);
  await fixture(html`<div>${tags(owner.bridge)}</div>`);
  const box = await fixture<HTMLElement>(html`<div>${tags(here.bridge)}</div>`);
  await settled();
  return { owner, here, voice, mirror, box };
}

function part(box: Element, selector: string): HTMLElement {
  const [found] = findAll(box, selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

async function press({ box }: Frames, selector: string): Promise<void> {
  part(box, selector).click();
  await settled();
}

async function choose({ box }: Frames, selector: string, value: string): Promise<void> {
  Object.assign(part(box, selector), { value }).dispatchEvent(new Event('change', { bubbles: true }));
  await settled();
}

/** They talk in the owner's frame. */
async function talk({ owner, voice }: Frames): Promise<void> {
  owner.bridge.request('hs-call-request', { toNumber: customer, fromNumber: undefined, party: undefined });
  await settled();
  owner.createEngagement(7);
  voice.sessions.at(-1)?.change('state', 'active');
  await settled();
}

const everything = (bridge: FakeHubSpot['bridge']) => html`
  <hs-dialer .bridge=${bridge}></hs-dialer>
  <hs-incoming-call .bridge=${bridge}></hs-incoming-call>
  <hs-call-status .bridge=${bridge}></hs-call-status>
  <hs-call-controls .bridge=${bridge}></hs-call-controls>
  <hs-wrap-up .bridge=${bridge}></hs-wrap-up>
  <hs-availability .bridge=${bridge}></hs-availability>
`;

/** What is pressed, and what becomes of it in the owner's frame. */
const presses: readonly {
  readonly name: RequestName;
  readonly start?: (frames: Frames) => unknown;
  readonly press: (frames: Frames) => Promise<void>;
  readonly isDone: (frames: Frames) => unknown;
}[] = [
  {
    name: 'hs-call-request',
    start: ({ box }) => Object.assign(part(box, 'hs-dialer'), { value: customer }),
    press: (all) => press(all, '[part=call-button]'),
    isDone: ({ voice }) => voice.dialled.length === 1,
  },
  {
    name: 'hs-answer-request',
    start: ({ voice }) => voice.ring(),
    press: (all) => press(all, '[part=answer-button]'),
    isDone: ({ voice }) => voice.sessions[0]?.state === 'active',
  },
  {
    name: 'hs-decline-request',
    start: ({ voice }) => voice.ring(),
    press: (all) => press(all, '[part=decline-button]'),
    isDone: ({ voice }) => voice.sessions.length === 0,
  },
  {
    name: 'hs-mute-request',
    start: talk,
    press: (all) => press(all, '[name=mute]'),
    isDone: ({ voice }) => voice.sessions[0]?.muted,
  },
  {
    name: 'hs-hold-request',
    start: talk,
    press: (all) => press(all, '[name=hold]'),
    isDone: ({ voice }) => voice.sessions[0]?.hold === 'local',
  },
  {
    name: 'hs-hang-up-request',
    start: talk,
    press: (all) => press(all, '[part=end-button]'),
    isDone: ({ voice }) => voice.sessions.length === 0,
  },
  {
    name: 'hs-complete-request',
    start: async (all) => {
      await talk(all);
      all.voice.sessions[0]?.over('hung-up');
      await settled();
      // A form that has just come takes no press.
      await new Promise((resolve) => setTimeout(resolve, 600));
    },
    press: (all) => press(all, '[part=save-button]'),
    isDone: ({ owner }) => owner.types.includes('CALL_COMPLETED'),
  },
  {
    name: 'hs-availability-request',
    press: (all) => choose(all, '[part=choice]', 'unavailable'),
    isDone: ({ owner }) => !owner.bridge.getState().user.available,
  },
];

describe('elements in a frame that mirrors another', () => {
  beforeEach(() => {
    localStorage.clear();
    forgetAnnouncements();
  });

  for (const { name, start, press: act, isDone } of presses) {
    it(`ask the page of the owner: ${name}`, async () => {
      const all = await frames(everything);
      await start?.(all);
      await settled();
      const [here, there] = [collect(all.box, name), collect(all.owner.bridge, name)];
      await act(all);
      expect([here.length, there.length]).to.deep.equal([0, 1]);
      expect(isDone(all), 'done by the owner').to.equal(true);
      expect(all.here.types, 'said here').to.deep.equal([]);
    });
  }

  it('ask nobody in their own page before it is known who owns the calls', async () => {
    const all = await frames(everything, { role: 'undecided', ownerPlace: undefined });
    Object.assign(part(all.box, 'hs-dialer'), { value: customer });
    await settled();
    const here = collect(all.box, 'hs-call-request');
    await press(all, '[part=call-button]');
    expect([here.length, all.mirror.forwarded.length]).to.deep.equal([0, 1]);
  });

  it('leave it to the page of the owner to prevent it, and show the call that it starts', async () => {
    const all = await frames(everything);
    prevent(all.owner.bridge, 'hs-call-request');
    Object.assign(part(all.box, 'hs-dialer'), { value: customer });
    await settled();
    await press(all, '[part=call-button]');
    expect(all.voice.dialled).to.deep.equal([]);
    all.owner.bridge.outgoingCall({ toNumber: customer });
    await settled();
    expect(part(all.box, '[part=end-button]').checkVisibility()).to.equal(true);
  });

  it('show what is busy in the owner', async () => {
    const all = await frames(everything);
    Object.assign(part(all.box, 'hs-dialer'), { value: customer });
    all.voice.changeState('connecting');
    await settled();
    await press(all, '[part=call-button]');
    const button = part(all.box, '[part=call-button]');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(button.textContent.trim()).to.equal('Connecting the phone…');
  });

  it('say where it was pressed that it did not work, and nowhere else', async () => {
    const all = await frames(everything);
    all.voice.refusal = new VoiceError('PHONE_OFFLINE');
    const other = await fixture<HTMLElement>(
      html`<hs-dialer .bridge=${all.here.bridge} value=${customer}></hs-dialer>`,
    );
    Object.assign(part(all.box, 'hs-dialer'), { value: customer });
    await settled();
    await press(all, '[part=call-button]');
    const [error, elsewhere] = [all.box, other].map((box) => findAll(box.shadowRoot ?? box, '#error')[0]);
    expect(error?.textContent).to.contain('could not be started');
    expect(elsewhere?.textContent).to.equal('');
  });

  it('log in by the form of their own page', async () => {
    const all = await frames((bridge) => html`<hs-login .bridge=${bridge}></hs-login>`, {}, {});
    const here = collect(all.box, 'hs-log-in-request');
    await press(all, '[part=login-button]');
    expect(here).to.have.length(1);
    expect(all.owner.types).to.deep.equal(['LOGGED_IN']);
  });

  describe('leave to the owner what is done without a press:', () => {
    it('auto-dial', async () => {
      const all = await frames((bridge) => html`<hs-dialer auto-dial .bridge=${bridge}></hs-dialer>`);
      all.owner.say('DIAL_NUMBER', { phoneNumber: customer });
      await settled();
      expect(all.voice.dialled).to.have.length(1);
      expect(all.mirror.forwarded).to.deep.equal([]);
    });

    it('auto-dial, while the calling window is missing', async () => {
      const owner = connected({ loggedIn: true });
      const mirror = new FakeMirror(owner, undefined, { role: 'owner', needsWindow: true });
      await fixture(html`<hs-dialer auto-dial .bridge=${owner.bridge}></hs-dialer>`);
      const asked = collect(owner.bridge, 'hs-call-request');
      owner.say('DIAL_NUMBER', { phoneNumber: customer });
      await settled();
      expect([asked.length, mirror.forwarded.length]).to.deep.equal([0, 0]);
    });

    it('the work after a call, which all frames show', async () => {
      const all = await frames(
        (bridge) => html`<hs-availability after-call-work-ms="300" .bridge=${bridge}></hs-availability>`,
      );
      await talk(all);
      all.voice.sessions[0]?.over('hung-up');
      await settled();
      expect(findAll(all.box, '[part=work-timer]')).to.have.length(1);
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(all.mirror.forwarded).to.deep.equal([]);
      expect(all.owner.bridge.getState().user.available).to.equal(true);
    });

    it('the choice of the first number to call from', async () => {
      const all = await frames((bridge) => html`<hs-from-number .bridge=${bridge}></hs-from-number>`);
      expect(all.owner.bridge.getState().fromNumber).to.equal('+12025550160');
      expect(all.mirror.forwarded).to.deep.equal([]);
    });

    it('the next of a list that runs in every frame', async () => {
      const queue = [{ phoneNumber: customer }, { phoneNumber: '+12025550102' }];
      const all = await frames(
        (bridge) =>
          html`<hs-call-queue running pause-ms="50" .bridge=${bridge} .queue=${queue}></hs-call-queue>`,
      );
      expect(all.mirror.forwarded).to.deep.equal([]);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(all.mirror.forwarded).to.deep.equal([]);
      expect(all.voice.dialled).to.have.length(1);
    });
  });

  it('go on with a list that was started here, and in no other frame', async () => {
    const queue = [{ phoneNumber: customer }, { phoneNumber: '+12025550102' }];
    const all = await frames(
      (bridge) => html`<hs-call-queue pause-ms="50" .bridge=${bridge} .queue=${queue}></hs-call-queue>`,
    );
    await press(all, '[part=start-button]');
    expect(all.voice.dialled).to.have.length(1);
    all.owner.createEngagement(7);
    all.voice.sessions[0]?.over('busy');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(all.voice.dialled.map(({ toNumber }) => toNumber)).to.deep.equal([customer, '+12025550102']);
  });

  it('become unavailable after the call, where that was chosen here', async () => {
    const all = await frames(
      (bridge) => html`<hs-availability after-call-work-ms="5000" .bridge=${bridge}></hs-availability>`,
    );
    await talk(all);
    await choose(all, 'select', 'later');
    all.voice.sessions[0]?.over('hung-up');
    await settled();
    expect(all.owner.bridge.getState().user).to.deep.equal({ loggedIn: true, available: false });
    expect(all.owner.types.filter((type) => type === 'USER_UNAVAILABLE')).to.have.length(1);
  });

  it('choose among the numbers of the owner’s voice', async () => {
    const all = await frames((bridge) => html`<hs-from-number .bridge=${bridge}></hs-from-number>`);
    await choose(all, 'select', '+442079460123');
    expect(all.owner.bridge.getState().fromNumber).to.equal('+442079460123');
    await expect(part(all.box, 'hs-from-number')).to.be.accessible();
  });

  for (const [ownerPlace, words] of [
    ['window', 'in the calling window'],
    ['remote', 'in another tab'],
    [undefined, 'in another tab'],
  ] as const) {
    it(`say where devices are chosen: ${words} (${String(ownerPlace)})`, async () => {
      const all = await frames(
        (bridge) => html`<hs-device-settings .bridge=${bridge}></hs-device-settings>`,
        { ownerPlace },
      );
      const settings = part(all.box, 'hs-device-settings');
      expect(settings.shadowRoot?.textContent).to.contain(words);
      expect(settings.checkVisibility()).to.equal(true);
      await expect(settings).to.be.accessible();
    });

    it(`say where the browser asks for the microphone: ${words} (${String(ownerPlace)})`, async () => {
      const all = await frames(everything, { ownerPlace });
      await talk(all);
      for (const trouble of ['waiting', 'dismissed', 'denied'] as const) {
        all.voice.sessions[0]?.change('microphone', trouble);
        await settled();
        expect(part(all.box, '[part=detail]').textContent, trouble).to.contain(words);
      }
      all.voice.sessions[0]?.change('microphone', 'missing');
      await settled();
      expect(part(all.box, '[part=detail]').textContent).not.to.contain(words);
    });
  }

  it('have the owner ask for the microphone again', async () => {
    const all = await frames(everything);
    await talk(all);
    all.voice.sessions[0]?.change('microphone', 'denied');
    await settled();
    await press(all, '[part=retry-button]');
    expect(all.voice.sessions[0]?.asked).to.include('retry microphone');
  });

  it('offer no repair of a phone that is not theirs', async () => {
    const all = await frames(everything);
    all.voice.changeState('connecting', new VoiceError('PHONE_OFFLINE'));
    await settled();
    expect(part(all.box, '[part=status]').textContent).to.contain('The phone cannot connect yet.');
    expect(findAll(all.box, '[part=retry-button]')).to.deep.equal([]);
  });

  describe('take notes', () => {
    const field = ({ box }: Frames) => part(box, 'textarea') as HTMLTextAreaElement;

    /** A key is pressed behind what stands there. */
    function type(all: Frames, key: string): void {
      const notes = field(all);
      notes.value += key;
      notes.dispatchEvent(new Event('input'));
    }

    async function afterCall(): Promise<Frames> {
      const all = await frames(everything);
      await talk(all);
      all.voice.sessions[0]?.over('hung-up');
      await settled();
      return all;
    }

    const kept = ({ owner }: Frames) => owner.bridge.getState().calls[0]?.engagement.notes;

    it('that the owner keeps', async () => {
      const all = await afterCall();
      for (const key of 'Call back') type(all, key);
      await settled();
      expect([field(all).value, kept(all)]).to.deep.equal(['Call back', 'Call back']);
    });

    it('that stay as they are typed, however late the owner answers', async () => {
      const all = await afterCall();
      all.mirror.hold();
      for (const key of 'Hello') {
        type(all, key);
        all.mirror.deliver(1);
        await settled();
      }
      expect(field(all).value).to.equal('Hello');
      all.mirror.deliver();
      await settled();
      expect([field(all).value, kept(all)]).to.deep.equal(['Hello', 'Hello']);
    });

    it('that are taken back before the owner has heard of them', async () => {
      const all = await afterCall();
      type(all, 'a');
      await settled();
      all.mirror.hold();
      type(all, 'b');
      field(all).value = '';
      type(all, 'a');
      for (let arrivals = 0; arrivals < 3; arrivals += 1) {
        all.mirror.deliver(1);
        await settled();
        expect(field(all).value).to.equal('a');
      }
      all.mirror.deliver();
      await settled();
      expect([field(all).value, kept(all)]).to.deep.equal(['a', 'a']);
    });

    it('beside another frame, whose words are shown once these have arrived', async () => {
      const all = await afterCall();
      type(all, 'a');
      await settled();
      all.owner.bridge.updateCall({ engagement: { notes: 'from elsewhere' } });
      await settled();
      expect(field(all).value).to.equal('from elsewhere');
    });
  });
});
