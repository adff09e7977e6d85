import { expect, fixture, html } from '@open-wc/testing';
import { connected, type FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import { CallControl } from '../../src/voice/index.js';
import { FakeVoice } from '../../src/voice/testing/fake-voice.js';
import { forgetAnnouncements } from '../testing/announcements.js';
import { findAll } from '../testing/find-all.js';
import '../dialer/define.js';
import '../wrap-up/define.js';
import type { HsCallQueue, QueueChange, QueuedCall } from './call-queue.js';
import './define.js';

const list: readonly QueuedCall[] = [
  { phoneNumber: '+1 202-555-0101', party: { name: 'Erin', objectId: 1, objectTypeId: '0-1' } },
  { phoneNumber: '+12025550102', party: { name: 'Sam', objectId: 2, objectTypeId: '0-1' } },
  { phoneNumber: '+12025550103' },
];

const settled = () => new Promise((resolve) => setTimeout(resolve));

interface Desk {
  readonly hubspot: FakeHubSpot;
  readonly voice: FakeVoice;
  readonly element: HsCallQueue;
  readonly box: HTMLElement;
  readonly changes: QueueChange[];
}

/** A list beside a dialer and a form after a call. */
async function desk(settings: Partial<HsCallQueue> = {}, queue = list): Promise<Desk> {
  const hubspot = connected({ loggedIn: true, available: true });
  const voice = new FakeVoice();
  new CallControl(hubspot.bridge, voice);
  await voice.connect();
  const { bridge } = hubspot;
  const box = await fixture<HTMLElement>(html`
    <div>
      <hs-call-queue .bridge=${bridge} .queue=${queue}></hs-call-queue>
      <hs-dialer .bridge=${bridge}></hs-dialer>
      <hs-wrap-up .bridge=${bridge}></hs-wrap-up>
    </div>
  `);
  const element = box.querySelector('hs-call-queue') as HsCallQueue;
  Object.assign(element, settings);
  const changes: QueueChange[] = [];
  element.addEventListener('hs-queue-change', ({ detail }) => changes.push(detail));
  await settled();
  return { hubspot, voice, element, box, changes };
}

const part = (box: Element, name: string) => findAll(box.shadowRoot ?? box, `[part=${name}]`)[0];
const textOf = (box: Element, name: string) => part(box, name)?.textContent.replaceAll(/\s+/g, ' ').trim();

async function press({ box }: Desk, name: string): Promise<void> {
  const button = part(box, name);
  if (!button) throw new Error(`There is no ${name}.`);
  button.click();
  await settled();
  await settled();
}

/** The call is answered, and the far end hangs up. */
async function talk({ voice, hubspot }: Desk): Promise<void> {
  hubspot.say('CREATE_ENGAGEMENT_SUCCEEDED', { engagementId: voice.dialled.length });
  voice.sessions.at(-1)?.change('state', 'active');
  voice.sessions.at(-1)?.over('hung-up');
  await settled();
}

/** Waits out the half second in which a form that has just come takes no press. */
const guarded = () => new Promise((resolve) => setTimeout(resolve, 600));

describe('<hs-call-queue>', () => {
  beforeEach(forgetAnnouncements);

  it('takes no room without a list', async () => {
    const { element } = await desk({}, []);
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('goes on where it was when it is drawn anew with the same list, and begins anew with another bridge', async () => {
    const one = await desk();
    await press(one, 'start-button');
    const drawnAnew = async (bridge: HsCallQueue['bridge']) => {
      one.element.remove();
      const element = document.createElement('hs-call-queue');
      element.bridge = bridge;
      one.box.append(element);
      await element.updateComplete;
      // Some frameworks set what an element gets only once it is there.
      element.queue = list;
      await element.updateComplete;
      const { position, running } = element;
      element.remove();
      return { position, running };
    };
    expect(await drawnAnew(one.hubspot.bridge)).to.deep.equal({ position: 1, running: true });
    expect(await drawnAnew((await desk()).hubspot.bridge)).to.deep.equal({ position: 0, running: false });
  });

  it('says who is next, and calls nobody before it is started', async () => {
    const { element, voice, hubspot } = await desk();
    expect(textOf(element, 'progress-text')).to.equal('0 of 3');
    expect(textOf(element, 'next')).to.equal('Next: Erin');
    expect([voice.dialled, hubspot.bridge.getState().intent]).to.deep.equal([[], undefined]);
    await expect(element).to.be.accessible();
  });

  it('calls the first when it is started, for their record', async () => {
    const scene = await desk();
    await press(scene, 'start-button');
    expect(scene.voice.dialled.map(({ toNumber }) => toNumber)).to.deep.equal(['+12025550101']);
    expect(scene.hubspot.bridge.getState().calls[0]?.party).to.deep.equal(list[0]?.party);
    expect(textOf(scene.element, 'progress-text')).to.equal('1 of 3');
    expect(textOf(scene.element, 'next')).to.equal('Next: Sam');
    expect(part(scene.element, 'skip-button'), 'during a call').to.equal(undefined);
    expect(
      scene.changes.map(({ reason, position, item }) => [reason, position, item?.party?.name]),
    ).to.deep.equal([
      ['started', 0, 'Erin'],
      ['called', 1, 'Erin'],
    ]);
    await expect(scene.element).to.be.accessible();
  });

  it('is worked through with one press a call after the first', async () => {
    const scene = await desk();
    await press(scene, 'start-button');
    for (const number of ['+12025550102', '+12025550103']) {
      await talk(scene);
      await guarded();
      await press(scene, 'next-button');
      expect(scene.voice.dialled.at(-1)?.toNumber).to.equal(number);
    }
    await talk(scene);
    expect(part(scene.box, 'next-button')).to.equal(undefined);
    expect(textOf(scene.element, 'progress-text')).to.equal('3 of 3');
    expect(textOf(scene.element, 'next')).to.equal('The list is done.');
  });

  it('fills the dialer with the next where the form was only saved', async () => {
    const scene = await desk();
    await press(scene, 'start-button');
    await talk(scene);
    await guarded();
    await press(scene, 'save-button');
    expect(scene.voice.dialled).to.have.length(1);
    await press(scene, 'call-button');
    expect(scene.voice.dialled.at(-1)?.toNumber).to.equal('+12025550102');
    expect(scene.element.position).to.equal(2);
  });

  it('leaves out who is skipped', async () => {
    const scene = await desk({ running: true });
    expect(scene.hubspot.bridge.getState().intent?.phoneNumber).to.equal('+1 202-555-0101');
    await press(scene, 'skip-button');
    expect(scene.hubspot.bridge.getState().intent?.phoneNumber).to.equal('+12025550102');
    expect(scene.changes).to.deep.equal([{ reason: 'skipped', position: 1, item: list[0] }]);
    expect(document.querySelector('[data-hs-live=polite]')?.textContent).to.contain('Sam');
  });

  it('takes its number back when it is paused, goes, or the user logs out', async () => {
    const ways: readonly ((scene: Desk) => unknown)[] = [
      (scene: Desk) => press(scene, 'pause-button'),
      ({ element }: Desk) => {
        element.remove();
      },
      ({ hubspot }: Desk) => {
        hubspot.bridge.userLoggedOut();
      },
    ];
    for (const stop of ways) {
      const scene = await desk({ running: true });
      await stop(scene);
      await settled();
      expect(scene.hubspot.bridge.getState().intent).to.equal(undefined);
    }
  });

  it('lets a number that HubSpot asks for go first, and goes on after it', async () => {
    const scene = await desk({ running: true });
    scene.hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550109' });
    await settled();
    await press(scene, 'call-button');
    expect(scene.voice.dialled.at(-1)?.toNumber).to.equal('+12025550109');
    expect(scene.element.position).to.equal(0);
    await talk(scene);
    await guarded();
    await press(scene, 'next-button');
    expect(scene.voice.dialled.at(-1)?.toNumber).to.equal('+12025550101');
  });

  describe('a number that the page refuses', () => {
    async function refusing(settings: Partial<HsCallQueue> = {}) {
      const scene = await desk(settings);
      scene.hubspot.bridge.addEventListener('hs-call-request', (event) => {
        if (event.detail.toNumber.endsWith('0101')) event.refuse('On the do-not-call list.');
      });
      return scene;
    }

    it('is left out, and the reason is shown', async () => {
      const scene = await refusing();
      await press(scene, 'start-button');
      expect(scene.voice.dialled).to.deep.equal([]);
      expect(textOf(scene.element, 'error')).to.equal('Erin was left out: On the do-not-call list.');
      expect(scene.changes.map(({ reason }) => reason)).to.deep.equal(['started', 'refused']);
      expect(textOf(scene.element, 'next')).to.equal('Next: Sam');
      await expect(scene.element).to.be.accessible();
    });

    it('is left out also when the dialer asks', async () => {
      const scene = await refusing({ running: true });
      await press(scene, 'call-button');
      expect(textOf(scene.element, 'error')).to.equal('Erin was left out: On the do-not-call list.');
      expect(scene.element.position).to.equal(1);
    });

    for (const running of [false, true]) {
      it(`that somebody else has moves nothing, ${running ? 'also' : 'least'} while the list ${running ? 'is worked through' : 'waits'}`, async () => {
        const scene = await desk({ running });
        scene.hubspot.bridge.addEventListener('hs-call-request', ({ refuse }) => {
          refuse('On the do-not-call list.');
        });
        const other = { toNumber: '+12025550109', fromNumber: undefined, party: undefined };
        scene.hubspot.bridge.request('hs-call-request', other);
        await settled();
        expect([scene.element.position, textOf(scene.element, 'error')]).to.deep.equal([0, '']);
      });
    }

    it('does not stop those who are called by themselves', async () => {
      const scene = await refusing({ pauseMs: 20 });
      await press(scene, 'start-button');
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(scene.voice.dialled.map(({ toNumber }) => toNumber)).to.deep.equal(['+12025550102']);
    });
  });

  for (const phoneNumber of ['', 'ask at the desk', '1'.repeat(40)]) {
    it(`leaves out what is no number, and says what is wrong with it: “${phoneNumber.slice(0, 20)}”`, async () => {
      const scene = await desk({}, [{ phoneNumber, party: { name: 'Erin' } }, ...list.slice(1)]);
      await press(scene, 'start-button');
      expect(textOf(scene.element, 'error')).to.match(/^Erin was left out: \S.+/);
      expect([scene.voice.dialled, scene.element.position]).to.deep.equal([[], 1]);
    });
  }

  it('stops at a call that could not be started, and keeps its place', async () => {
    const scene = await desk();
    const { VoiceError } = await import('../../src/voice/index.js');
    scene.voice.refusal = new VoiceError('PHONE_OFFLINE');
    await press(scene, 'start-button');
    await settled();
    expect(textOf(scene.element, 'error')).to.equal('The call could not be started. Try again.');
    expect([scene.element.running, scene.element.position]).to.deep.equal([false, 0]);
    expect(textOf(scene.element, 'start-button')).to.equal('Start calling');
  });

  describe('with a time before the next', () => {
    it('counts down, and calls by itself', async () => {
      const scene = await desk({ pauseMs: 40, running: true });
      expect(textOf(scene.element, 'countdown')).to.equal('Calling in 1 s');
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(scene.voice.dialled).to.have.length(1);
      expect(part(scene.element, 'countdown')).to.equal(undefined);
    });

    it('waits while a form is open, and counts from the start once it is saved', async () => {
      const scene = await desk({ pauseMs: 40 });
      await press(scene, 'start-button');
      await talk(scene);
      await guarded();
      expect(scene.voice.dialled).to.have.length(1);
      await press(scene, 'skip-button');
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(scene.voice.dialled.map(({ toNumber }) => toNumber)).to.include('+12025550102');
    });

    const reasons: readonly (readonly [what: string, stop: (scene: Desk) => unknown])[] = [
      ['is paused', (scene: Desk) => press(scene, 'pause-button')],
      [
        'the user is not available',
        ({ hubspot }: Desk) => {
          hubspot.bridge.userUnavailable();
        },
      ],
      [
        'the list is gone',
        ({ element }: Desk) => {
          element.remove();
        },
      ],
      [
        'somebody calls',
        ({ voice }: Desk) => {
          voice.ring();
        },
      ],
    ];
    for (const [what, stop] of reasons) {
      it(`calls nobody when ${what}`, async () => {
        const scene = await desk({ pauseMs: 60, running: true });
        await stop(scene);
        await new Promise((resolve) => setTimeout(resolve, 150));
        expect(scene.voice.dialled).to.deep.equal([]);
      });
    }
  });

  it('begins anew with a list that comes back after another one', async () => {
    const one = await desk();
    await press(one, 'start-button');
    for (const queue of [[...list], list]) {
      one.element.queue = queue;
      await one.element.updateComplete;
      expect(one.element.position).to.equal(0);
    }
  });

  it('begins anew with another list', async () => {
    const scene = await desk({ position: 2 });
    expect(textOf(scene.element, 'next')).to.contain('Next: +1 (202) 555-0103');
    scene.element.queue = list.slice(1);
    await settled();
    expect(textOf(scene.element, 'progress-text')).to.equal('0 of 2');
  });

  it('shows names as one line of plain text', async () => {
    const scene = await desk({}, [{ phoneNumber: '1', party: { name: `\u202e${'long '.repeat(5000)}` } }]);
    expect(textOf(scene.element, 'next')?.length).to.be.below(140);
    expect(scene.element.scrollWidth).to.be.at.most(scene.element.clientWidth);
  });
});
