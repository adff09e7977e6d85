import { expect, fixture, html } from '@open-wc/testing';
import { collect, connected, prevent, type FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import { mirrorOf, oneOfMany } from '../../src/bridge/testing/many-frames.js';
import type { FrameStatus } from '../../src/index.js';
import { CallControl } from '../../src/voice/index.js';
import { FakeVoice } from '../../src/voice/testing/fake-voice.js';
import { forgetAnnouncements } from '../testing/announcements.js';
import type { HsIncomingCall } from './define.js';
import './define.js';

const caller = '+12025550102';
const ours = '+12025550160';

const settled = () => new Promise((resolve) => setTimeout(resolve));

async function phone(capabilities: ConstructorParameters<typeof FakeVoice>[0] = {}) {
  const hubspot = connected({ loggedIn: true, available: true });
  const voice = new FakeVoice(capabilities);
  new CallControl(hubspot.bridge, voice);
  const element = await fixture<HsIncomingCall>(
    html`<hs-incoming-call .bridge=${hubspot.bridge}></hs-incoming-call>`,
  );
  return { hubspot, voice, element };
}

/** An element while an inbound call of a fake voice rings. */
async function ringing(capabilities: ConstructorParameters<typeof FakeVoice>[0] = {}) {
  const scene = await phone(capabilities);
  const session = scene.voice.ring({ number: caller }, ours);
  await scene.element.updateComplete;
  return { ...scene, session };
}

/** An owner and a mirror of it, each with an element, while a call rings. */
async function mirrored(part: Partial<FrameStatus> = {}) {
  const owner = oneOfMany();
  const mirror = mirrorOf(owner, part);
  const voice = new FakeVoice();
  new CallControl(owner.bridge, voice);
  const [ownersElement, element] = await Promise.all(
    [owner, mirror].map(({ bridge }) =>
      fixture<HsIncomingCall>(html`<hs-incoming-call .bridge=${bridge}></hs-incoming-call>`),
    ),
  );
  if (!ownersElement || !element) throw new Error('There are no elements.');
  const session = voice.ring({ number: caller }, ours);
  await Promise.all([ownersElement.updateComplete, element.updateComplete]);
  return { owner: Object.assign(owner, { voice, session, element: ownersElement }), mirror, element };
}

const textOf = ({ shadowRoot }: HsIncomingCall) => shadowRoot?.textContent.replaceAll(/\s+/g, ' ') ?? '';

function button({ shadowRoot }: HsIncomingCall, name: string): HTMLButtonElement {
  const all = [...(shadowRoot?.querySelectorAll('button') ?? [])];
  const found = all.find((each) => (each.ariaLabel ?? each.textContent).trim() === name);
  if (!found) throw new Error(`There is no button “${name}”.`);
  return found;
}

async function press(element: HsIncomingCall, name: string): Promise<void> {
  button(element, name).click();
  await settled();
  await element.updateComplete;
}

const match = (objectId: number, name: string) => ({
  callerIdType: 'COMPANY',
  name,
  objectCoordinates: { portalId: 1, objectId, objectTypeId: '0-2' },
});

async function find(hubspot: FakeHubSpot, element: HsIncomingCall, ...names: string[]): Promise<void> {
  hubspot.say('CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches: names.map((name, i) => match(i + 1, name)) });
  await element.updateComplete;
}

describe('<hs-incoming-call>', () => {
  beforeEach(forgetAnnouncements);

  it('takes no room while nobody calls', async () => {
    const { element } = await phone();
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('shows who calls, and which number', async () => {
    const { element } = await ringing();
    expect(textOf(element)).to.contain('+1 (202) 555-0102');
    expect(textOf(element)).to.contain('To +1 (202) 555-0160');
  });

  it('says it once, at once', async () => {
    await ringing();
    const said = document.querySelector('[data-hs-live=assertive]')?.textContent;
    expect(said).to.equal('Incoming call from + 1 2 0 2 5 5 5 0 1 0 2');
  });

  describe('whose ring the browser keeps silent', () => {
    const words = 'This browser keeps the ring silent until you click here or press a key.';
    const spoken = () => document.querySelector('[data-hs-live="polite"]')?.textContent;

    it('says so, shown and spoken, until it sounds', async () => {
      const { voice, element } = await ringing();
      expect(textOf(element)).not.to.contain(words);
      voice.changeRingSilence(true);
      await element.updateComplete;
      expect(textOf(element)).to.contain(words);
      expect(spoken()).to.equal(words);
      await expect(element).to.be.accessible();
      voice.changeRingSilence(false);
      await element.updateComplete;
      expect(textOf(element)).not.to.contain(words);
    });

    it('says in a mirror what is true of the ring there, not of the owner’s', async () => {
      const { owner, mirror, element } = await mirrored();
      owner.voice.changeRingSilence(true);
      await element.updateComplete;
      expect(mirror.bridge.getState().voice?.isRingSilent).to.equal(true);
      expect(textOf(element)).not.to.contain(words);
      mirror.reports.update({ isRingSilent: true });
      await element.updateComplete;
      expect(textOf(element)).to.contain(words);
      expect(spoken()).to.equal(words);
      mirror.reports.update({ isRingSilent: false });
      await element.updateComplete;
      expect(textOf(element)).not.to.contain(words);
    });

    it('says nothing of it while no call comes in', async () => {
      const { voice, element } = await phone();
      voice.changeRingSilence(true);
      await element.updateComplete;
      expect(textOf(element).trim()).to.equal('');
    });
  });

  describe('while the tab is hidden', () => {
    const real = globalThis.Notification;
    let permission: NotificationPermission;
    let shown: FakeNotification[];

    class FakeNotification extends EventTarget {
      static get permission() {
        return permission;
      }
      constructor(
        readonly title: string,
        readonly options: NotificationOptions,
      ) {
        super();
        if (title.includes('unable')) throw new TypeError('Illegal constructor.');
        shown.push(this);
      }
      close(): void {
        shown = shown.filter((each) => each !== this);
      }
    }

    const hide = (isHidden: boolean) => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    // The module for it is loaded when it is first needed.
    const notified = () => import('../shared/call-notification.js').then(settled);
    const titles = () => shown.map(({ title }) => title);

    beforeEach(() => {
      [permission, shown] = ['granted', []];
      globalThis.Notification = FakeNotification as unknown as typeof Notification;
      hide(true);
    });

    afterEach(() => {
      globalThis.Notification = real;
      Reflect.deleteProperty(document, 'hidden');
    });

    it('shows a notification of the system, until the call is answered', async () => {
      const { element } = await ringing();
      await notified();
      expect(titles()).to.deep.equal(['Incoming call from +1 (202) 555-0102']);
      await press(element, 'Answer');
      expect(titles()).to.deep.equal([]);
    });

    it('puts a name that is found later in its place', async () => {
      const { element, hubspot } = await ringing();
      await notified();
      await find(hubspot, element, 'Ada');
      await settled();
      expect(titles().at(-1)).to.equal('Incoming call from Ada');
      expect(new Set(shown.map(({ options }) => options.tag)).size).to.equal(1);
    });

    it('shows it once, in the frame that rings', async () => {
      const { owner, mirror } = await mirrored({ rings: false });
      await notified();
      expect(titles()).to.deep.equal(['Incoming call from +1 (202) 555-0102']);
      owner.session.over('canceled');
      await settled();
      expect(titles()).to.deep.equal([]);
      owner.reports.update({ rings: false });
      mirror.reports.update({ rings: true });
      owner.voice.ring({ number: caller, name: 'Ada' }, ours);
      await notified();
      expect(titles()).to.deep.equal(['Incoming call from Ada']);
    });

    it('shows it in another frame that rings from now on, with the same tag', async () => {
      const { owner, mirror } = await mirrored({ rings: false });
      await notified();
      expect(titles()).to.have.length(1);
      owner.reports.update({ rings: false });
      await notified();
      mirror.reports.update({ rings: true });
      await notified();
      // The browser puts the second in the place of the first.
      expect(new Set(shown.map(({ options }) => options.tag)).size).to.equal(1);
      owner.session.over('canceled');
      await settled();
      expect(titles()).to.deep.equal([]);
    });

    it('shows one when the tab is hidden while it rings, and none for a call that nobody misses', async () => {
      hide(false);
      await ringing();
      await notified();
      expect(titles()).to.deep.equal([]);
      hide(true);
      await notified();
      expect(titles()).to.have.length(1);
    });

    it('brings the page to the front when it is pressed, and goes', async () => {
      await ringing();
      await notified();
      let focused = 0;
      const { focus } = globalThis;
      globalThis.focus = () => (focused += 1);
      shown[0]?.dispatchEvent(new Event('click'));
      globalThis.focus = focus;
      expect([focused, titles()]).to.deep.equal([1, []]);
    });

    it('goes with the element', async () => {
      const { element } = await ringing();
      await notified();
      element.remove();
      await settled();
      expect(titles()).to.deep.equal([]);
    });

    for (const [why, refuse] of [
      ['the user has refused it', () => (permission = 'denied')],
      ['nobody has been asked', () => (permission = 'default')],
      ['the browser has none', () => Reflect.deleteProperty(globalThis, 'Notification')],
    ] as const) {
      it(`shows none where ${why}`, async () => {
        refuse();
        const { element } = await ringing();
        await notified();
        expect(titles()).to.deep.equal([]);
        expect(textOf(element)).to.contain('+1 (202) 555-0102');
      });
    }

    it('rings on where the browser leaves notifications to service workers', async () => {
      const { voice } = await phone();
      const session = voice.ring({ number: caller, name: 'unable' });
      await notified();
      expect([titles(), session.state]).to.deep.equal([[], 'ringing']);
    });

    it('shows none where the app has its own', async () => {
      const { element, voice } = await phone();
      element.noNotifications = true;
      voice.ring({ number: caller });
      await notified();
      expect(titles()).to.deep.equal([]);
    });
  });

  it('does not take the focus', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Notes" />`);
    field.focus();
    await ringing();
    expect(document.activeElement).to.equal(field);
  });

  it('answers', async () => {
    const { element, session } = await ringing();
    await press(element, 'Answer');
    expect(session.state).to.equal('active');
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('cannot be pressed twice', async () => {
    const { element, session } = await ringing();
    button(element, 'Answer').click();
    button(element, 'Decline').click();
    await settled();
    expect(session.asked).to.deep.equal(['answer']);
  });

  it('can be pressed again when the phone could not', async () => {
    const { element, session } = await ringing();
    const { VoiceError } = await import('../../src/voice/index.js');
    session.refusal = new VoiceError('MICROPHONE_DENIED');
    await press(element, 'Answer');
    expect(button(element, 'Answer').hasAttribute('aria-disabled')).to.equal(false);
    await press(element, 'Answer');
    expect(session.state).to.equal('active');
  });

  it('declines', async () => {
    const { element, session } = await ringing();
    await press(element, 'Decline');
    expect(session.end).to.deep.include({ reason: 'declined', by: 'local' });
  });

  it('is silenced once', async () => {
    const { element, session } = await ringing();
    await press(element, 'Silence');
    expect(session.asked).to.deep.equal(['silence']);
    expect(() => button(element, 'Silence')).to.throw();
  });

  it('is silenced in every frame, wherever it is pressed', async () => {
    const { owner, element } = await mirrored();
    await press(element, 'Silence');
    expect(owner.session.asked).to.deep.equal(['silence']);
    expect(() => button(element, 'Silence')).to.throw();
    expect(() => button(owner.element, 'Silence')).to.throw();
  });

  it('is silenced once where the app has a phone of its own', async () => {
    const hubspot = connected({ loggedIn: true, available: true });
    const element = await fixture<HsIncomingCall>(
      html`<hs-incoming-call .bridge=${hubspot.bridge}></hs-incoming-call>`,
    );
    hubspot.bridge.incomingCall({ externalCallId: 'a', fromNumber: caller, toNumber: ours });
    await element.updateComplete;
    const requests = collect(element, 'hs-silence-request');
    await press(element, 'Silence');
    expect(requests).to.deep.equal([{ externalCallId: 'a' }]);
    expect(() => button(element, 'Silence')).to.throw();
    expect(hubspot.bridge.getState().pending).to.deep.equal([]);
  });

  it('is not silent, and can be silenced still, when the app prevents it', async () => {
    const { element, session } = await ringing();
    prevent(element, 'hs-silence-request');
    await press(element, 'Silence');
    expect(session.asked).to.deep.equal([]);
    expect(button(element, 'Silence').isConnected).to.equal(true);
  });

  it('offers no silence that the phone cannot give', async () => {
    const { element } = await ringing({ silence: false });
    expect(() => button(element, 'Silence')).to.throw();
  });

  it('holds the call that goes on to answer another', async () => {
    const { element, voice, session: first } = await ringing();
    await press(element, 'Answer');
    const second = voice.ring({ number: '+12025550103' }, ours);
    await element.updateComplete;
    await press(element, 'Hold and answer, + 1 2 0 2 5 5 5 0 1 0 3');
    expect([first.hold, second.state]).to.deep.equal(['local', 'active']);
  });

  describe('with records that HubSpot has found', () => {
    it('shows the only one, and opens it', async () => {
      const { hubspot, element } = await ringing();
      await find(hubspot, element, 'Example Ltd');
      expect(element.shadowRoot?.querySelector('[part=party]')?.textContent).to.equal('Example Ltd');
      const requests = collect(element, 'hs-navigate-request');
      await press(element, 'Open record of Example Ltd');
      expect(requests[0]?.objectCoordinates.objectId).to.equal(1);
      expect(hubspot.types.at(-1)).to.equal('NAVIGATE_TO_RECORD');
    });

    it('lets the user choose between several', async () => {
      const { hubspot, element } = await ringing();
      await find(hubspot, element, 'Example Ltd', 'Sample Inc');
      expect(textOf(element)).to.contain('Who is it?');
      element.shadowRoot?.querySelectorAll('input')[1]?.click();
      await element.updateComplete;
      expect(element.shadowRoot?.querySelector('[part=party]')?.textContent).to.equal('Sample Inc');
    });

    it('is accessible', async () => {
      const { hubspot, element } = await ringing();
      await expect(element).to.be.accessible();
      await find(hubspot, element, 'Example Ltd', 'Sample Inc');
      await expect(element).to.be.accessible();
    });
  });

  it('shows nothing of the last caller with the next', async () => {
    const { hubspot, element, session, voice } = await ringing();
    await find(hubspot, element, 'Example Ltd');
    session.over('canceled');
    voice.ring({ number: '+12025550103' }, ours);
    await element.updateComplete;
    expect(textOf(element)).not.to.contain('Example Ltd');
  });
});
