import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { connected, FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import { CallControl } from '../../src/voice/index.js';
import { FakeVoice, type FakeSession } from '../../src/voice/testing/fake-voice.js';
import { focused } from '../shared/keep-focus.js';
import { forgetAnnouncements } from '../testing/announcements.js';
import { sendKeys } from '@web/test-runner-commands';
import type { HsCallingWidget } from './define.js';
import './define.js';

const settled = () => new Promise((resolve) => setTimeout(resolve));
const screens = ['connecting', 'login', 'ready', 'incoming', 'call', 'wrap-up'];

async function widget(hubspot = connected({ loggedIn: true, available: true }), content: unknown = '') {
  const voice = new FakeVoice({ devices: true });
  new CallControl(hubspot.bridge, voice);
  const element = await fixture<HsCallingWidget>(
    html`<hs-calling-widget .bridge=${hubspot.bridge}>${content}</hs-calling-widget>`,
  );
  await settled();
  return { hubspot, voice, element };
}

type Scene = Awaited<ReturnType<typeof widget>>;

async function call({ hubspot, voice, element }: Scene): Promise<FakeSession> {
  hubspot.bridge.request('hs-call-request', {
    toNumber: '+12025550101',
    fromNumber: undefined,
    party: undefined,
  });
  await settled();
  await element.updateComplete;
  const session = voice.sessions.at(-1);
  if (!session) throw new Error('There is no session.');
  return session;
}

const screenOf = (element: HsCallingWidget) => screens.filter((name) => element.matches(`:state(${name})`));

const part = ({ shadowRoot }: HsCallingWidget, selector: string) =>
  shadowRoot?.querySelector<HTMLElement>(selector);

/** A part whose box is left out, since its content is put straight into the screen, is seen by its content. */
function isSeen(element: Element | null | undefined): boolean {
  if (!element || element.getClientRects().length > 0) return Boolean(element);
  return (
    getComputedStyle(element).display === 'contents' &&
    [...(element.shadowRoot ?? element).children].some(isSeen)
  );
}

/** The tags of the elements inside the widget that are visible. */
const seen = (element: HsCallingWidget) =>
  [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])]
    .filter((each) => each.localName.startsWith('hs-') && isSeen(each))
    .map(({ localName }) => localName);

describe('<hs-calling-widget>', () => {
  beforeEach(forgetAnnouncements);

  it('shows that it waits for HubSpot', async () => {
    const hubspot = new FakeHubSpot({ loggedIn: true });
    hubspot.bridge.connect();
    const { element } = await widget(hubspot);
    expect(screenOf(element)).to.deep.equal(['connecting']);
    expect(seen(element)).to.include('hs-call-status').and.not.to.include('hs-dialer');
    await expect(element).to.be.accessible();
  });

  it('shows the login to who is logged out', async () => {
    const { element, hubspot } = await widget(connected({ loggedIn: false }));
    expect(screenOf(element)).to.deep.equal(['login']);
    expect(seen(element)).to.deep.equal(['hs-login']);
    await expect(element).to.be.accessible();
    hubspot.bridge.userLoggedIn();
    await element.updateComplete;
    expect(screenOf(element)).to.deep.equal(['ready']);
  });

  for (const direction of ['outbound', 'inbound'] as const) {
    it(`shows an answered ${direction} call on the way to its sound, and then the talk`, async () => {
      const scene = await widget();
      const { element, voice, hubspot } = scene;
      const session = direction === 'outbound' ? await call(scene) : voice.ring();
      session.change('state', 'ringing');
      await element.updateComplete;
      session.change('state', 'connecting');
      await settled();
      expect(screenOf(element)).to.deep.equal(['call']);
      expect(seen(element)).to.include.members(['hs-call-status', 'hs-call-controls']);
      expect(seen(element)).not.to.include('hs-incoming-call');
      const status = part(element, 'hs-call-status')?.shadowRoot?.querySelector('[part=status]');
      expect(status?.textContent).to.contain('Connecting sound…');
      const told = () => document.querySelector('[data-hs-live=polite]')?.textContent;
      await waitUntil(() => told() === 'Connecting sound…', 'told', { timeout: 3000 });
      expect(document.title).to.contain('Connecting sound…');
      await expect(element).to.be.accessible();
      const said: (string | null)[] = [];
      const live = document.querySelector('[data-hs-live=polite]');
      hubspot.bridge.subscribe(() => said.push(live?.textContent ?? null));
      session.change('state', 'active');
      await settled();
      expect(screenOf(element)).to.deep.equal(['call']);
      expect(status?.textContent).to.contain('Connected');
      expect(said).not.to.include('Ringing');
      session.over('hung-up');
    });
  }

  it('leaves no form of a call that another device has answered, however late HubSpot names it', async () => {
    const { element, voice, hubspot } = await widget();
    const session = voice.ring();
    await settled();
    session.over('answered-elsewhere');
    await settled();
    expect(screenOf(element)).to.deep.equal(['ready']);
    expect(seen(element)).not.to.include('hs-wrap-up');
    await expect(element).to.be.accessible();
    hubspot.createEngagement(7);
    hubspot.window.advance(60_000);
    await settled();
    expect(screenOf(element)).to.deep.equal(['ready']);
    expect(hubspot.types.slice(-3)).to.deep.equal(['INCOMING_CALL', 'CALL_ENDED', 'CALL_COMPLETED']);
  });

  it('keeps the form and its draft when HubSpot sends a number, also with auto-dial', async () => {
    const scene = await widget();
    const { element, hubspot, voice } = scene;
    element.autoDial = true;
    const session = await call(scene);
    hubspot.createEngagement(7);
    session.change('state', 'active');
    hubspot.bridge.updateCall({ engagement: { notes: 'Half a sentence' } });
    session.over('hung-up');
    await settled();
    hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550103' });
    await settled();
    expect(screenOf(element)).to.deep.equal(['wrap-up']);
    const form = part(element, 'hs-wrap-up')?.shadowRoot;
    expect(form?.querySelector('textarea')?.value).to.equal('Half a sentence');
    expect(voice.dialled).to.have.length(1);
    form?.querySelector<HTMLElement>('[part=next-button]')?.click();
    await settled();
    expect(voice.dialled.at(-1)?.toNumber).to.equal('+12025550103');
    expect(JSON.stringify(hubspot.heard.find(({ type }) => type === 'CALL_COMPLETED'))).to.contain(
      'Half a sentence',
    );
  });

  for (const [what, status, end] of [
    ['missed', 'MISSED', (session: FakeSession) => session.over('canceled')],
    ['declined', 'REJECTED', (session: FakeSession) => session.decline()],
    ['not answered in time', 'MISSED', (session: FakeSession) => session.over('no-answer')],
  ] as const) {
    it(`leaves no form of a call that was ${what}, and HubSpot is told its end once`, async () => {
      const { element, voice, hubspot } = await widget();
      const session = voice.ring();
      hubspot.createEngagement(7);
      await settled();
      void end(session);
      await settled();
      expect(screenOf(element)).to.deep.equal(['ready']);
      expect(seen(element)).not.to.include('hs-wrap-up');
      expect(hubspot.types).to.deep.equal(['INCOMING_CALL', 'CALL_ENDED', 'CALL_COMPLETED']);
      expect(hubspot.heard[1]?.data).to.include({ callEndStatus: status });
      expect(hubspot.heard[2]?.data).to.include({ hideWidget: false });
      hubspot.say('UPDATE_ENGAGEMENT_FAILED', {});
      await settled();
      expect(screenOf(element)).to.deep.equal(['ready']);
    });
  }

  it('leaves no form of a missed call of the app’s own phone, unless something was written', async () => {
    const hubspot = connected({ loggedIn: true, available: true });
    const element = await fixture<HsCallingWidget>(
      html`<hs-calling-widget .bridge=${hubspot.bridge}></hs-calling-widget>`,
    );
    for (const notes of [undefined, 'Call back']) {
      hubspot.bridge.incomingCall({ fromNumber: '+12025550103', toNumber: '1', createEngagement: false });
      if (notes) hubspot.bridge.updateCall({ engagement: { notes } });
      hubspot.bridge.callEnded({ callEndStatus: 'MISSED', engagementId: 7 });
      await settled();
      expect(screenOf(element)).to.deep.equal([notes ? 'wrap-up' : 'ready']);
      expect(hubspot.types.filter((type) => type === 'CALL_COMPLETED')).to.have.length(1);
    }
  });

  it('shows the dialer when it is ready', async () => {
    const { element, voice } = await widget();
    expect(seen(element)).to.include('hs-call-status');
    await voice.connect();
    await settled();
    expect(seen(element)).to.include.members(['hs-availability', 'hs-dialer']);
    expect(seen(element)).not.to.include.members(['hs-call-controls']).and.not.to.include('hs-call-status');
    await expect(element).to.be.accessible();
  });

  it('goes through a call: calling, in it, after it, ready again', async () => {
    const scene = await widget();
    const { element } = scene;
    const session = await call(scene);
    scene.hubspot.createEngagement(7);
    expect(screenOf(element)).to.deep.equal(['call']);
    expect(seen(element))
      .to.include.members(['hs-call-status', 'hs-call-controls'])
      .and.not.to.include('hs-dialer');
    session.change('state', 'active');
    await element.updateComplete;
    await expect(element).to.be.accessible();
    session.over('hung-up');
    await element.updateComplete;
    expect(screenOf(element)).to.deep.equal(['wrap-up']);
    await expect(element).to.be.accessible();
    part(element, 'hs-wrap-up')?.shadowRoot?.querySelector<HTMLElement>('[part=skip-button]')?.click();
    await settled();
    await element.updateComplete;
    expect(screenOf(element)).to.deep.equal(['ready']);
  });

  it('shows who calls; a second caller beside the call', async () => {
    const scene = await widget();
    const { element, voice } = scene;
    voice.ring();
    await element.updateComplete;
    expect(screenOf(element)).to.deep.equal(['incoming']);
    expect(seen(element)).to.include('hs-incoming-call').and.not.to.include('hs-call-status');
    await expect(element).to.be.accessible();
    voice.sessions[0]?.change('state', 'active');
    voice.ring({ number: '+12025550103' });
    await element.updateComplete;
    expect(screenOf(element)).to.deep.equal(['call']);
    expect(seen(element)).to.include.members(['hs-incoming-call', 'hs-call-status', 'hs-call-controls']);
  });

  it('keeps a call on the screen when the user logs out or HubSpot goes silent', async () => {
    const scene = await widget();
    await call(scene);
    scene.hubspot.bridge.userLoggedOut();
    await scene.element.updateComplete;
    expect(screenOf(scene.element)).to.deep.equal(['call']);
  });

  it('goes on with its screen when it has to find a HubSpot again that was there', async () => {
    const { element, hubspot } = await widget();
    hubspot.bridge.disconnect();
    hubspot.bridge.connect();
    await element.updateComplete;
    expect(hubspot.bridge.getState().connection).to.equal('connecting');
    expect(screenOf(element)).to.deep.equal(['ready']);
    expect(seen(element)).to.include.members(['hs-availability', 'hs-dialer']);
    hubspot.bridge.userLoggedOut();
    await element.updateComplete;
    expect(screenOf(element)).to.deep.equal(['login']);
  });

  describe('while somebody is asked before the call is handed over', () => {
    async function asking() {
      const scene = await widget();
      const session = await call(scene);
      scene.hubspot.createEngagement(7);
      session.change('state', 'active');
      const { externalCallId = '' } = scene.hubspot.bridge.getState().calls[0] ?? {};
      const detail = { externalCallId, toNumber: '+12025550103', attended: true };
      await write(scene.element, 'Promised a refund');
      scene.hubspot.bridge.request('hs-transfer-request', detail);
      await settled();
      const consultation = scene.voice.sessions.at(-1);
      if (!consultation || consultation === session) throw new Error('Nobody is asked.');
      consultation.change('state', 'active');
      await settled();
      return { ...scene, session, consultation, detail };
    }

    const notesOf = (element: HsCallingWidget) =>
      element.shadowRoot?.querySelector<HTMLTextAreaElement>('[part=notes]');

    async function write(element: HsCallingWidget, text: string): Promise<void> {
      await element.updateComplete;
      const notes = notesOf(element);
      if (!notes) throw new Error('There is no field for notes.');
      notes.value = text;
      notes.dispatchEvent(new Event('input'));
      await element.updateComplete;
    }

    const written = ({ hubspot }: Scene) =>
      JSON.stringify(hubspot.heard.find(({ type }) => type === 'CALL_COMPLETED'));

    it('the notes stay those of the call, and are written with it', async () => {
      const scene = await asking();
      expect(notesOf(scene.element)?.value).to.equal('Promised a refund');
      await write(scene.element, 'Promised a refund, Sam knows');
      scene.hubspot.bridge.request('hs-transfer-request', {
        ...scene.detail,
        consultation: scene.consultation.id,
      });
      await settled();
      expect(scene.hubspot.types.slice(-2)).to.deep.equal(['CALL_COMPLETED', 'CALL_TRANSFERRED']);
      expect(written(scene)).to.contain('Promised a refund, Sam knows');
      expect(screenOf(scene.element)).to.deep.equal(['ready']);
    });

    it('and the caller hangs up, the notes are those of the wrap-up', async () => {
      const scene = await asking();
      scene.session.over('hung-up');
      await write(scene.element, 'Promised a refund, Sam knows');
      scene.consultation.over('hung-up');
      await scene.element.updateComplete;
      const form = part(scene.element, 'hs-wrap-up')?.shadowRoot;
      expect(form?.querySelector('textarea')?.value).to.equal('Promised a refund, Sam knows');
    });
  });

  it('keeps notes of the call, and hands them to the wrap-up', async () => {
    const scene = await widget();
    const { element } = scene;
    const session = await call(scene);
    const notes = element.shadowRoot?.querySelector<HTMLTextAreaElement>('[part=notes]');
    if (notes) notes.value = 'Blue.';
    notes?.dispatchEvent(new Event('input'));
    session.change('state', 'active');
    session.over('hung-up');
    await element.updateComplete;
    await settled();
    const field = part(element, 'hs-wrap-up')?.shadowRoot?.querySelector('textarea');
    expect(field?.value).to.equal('Blue.');
  });

  describe('the focus', () => {
    it('goes along: Call, End, Mute, outcome', async () => {
      const scene = await widget();
      const { element } = scene;
      element.outcomes = [{ id: 'a', label: 'A' }];
      part(element, 'hs-dialer')?.focus();
      const session = await call(scene);
      await waitUntil(() => focused()?.matches('[part=end-button]'), 'on End while it rings');
      session.change('state', 'active');
      await waitUntil(() => focused()?.getAttribute('name') === 'mute', 'on Mute in the call');
      session.over('hung-up');
      await waitUntil(() => focused()?.matches('[name=outcome]'), 'on the outcome after it');
    });

    it('stays in the field that somebody is typing in', async () => {
      const field = await fixture<HTMLInputElement>(html`<input aria-label="Elsewhere" />`);
      field.focus();
      const scene = await widget();
      (await call(scene)).change('state', 'active');
      scene.voice.ring({ number: '+12025550103' });
      await settled();
      expect(document.activeElement).to.equal(field);
    });
  });

  it('says the state in the title of the page, and gives it back', async () => {
    const own = document.title;
    const scene = await widget();
    const session = scene.voice.ring({ number: '+12025550102', name: 'Ada' });
    await scene.element.updateComplete;
    expect(document.title).to.contain('Incoming call from Ada');
    session.change('state', 'active');
    await scene.element.updateComplete;
    expect(document.title).to.contain('Connected · Ada');
    scene.element.remove();
    expect(document.title).to.equal(own);
  });

  it('leaves the title of the page alone while there is no call', async () => {
    const own = document.title;
    const scene = await widget();
    document.title = 'Changed by the page';
    const session = scene.voice.ring({ number: '+12025550102', name: 'Ada' });
    await scene.element.updateComplete;
    session.over('canceled');
    scene.hubspot.bridge.callCompleted();
    await scene.element.updateComplete;
    expect(document.title).to.equal('Changed by the page');
    document.title = own;
  });

  for (const [why, isBusy] of [
    ['away', false],
    ['in a call', true],
  ] as const) {
    it(`shows a call that is turned away while the user is ${why} in the history only`, async () => {
      const scene = await widget(connected({ loggedIn: true, available: isBusy }));
      const { element, voice, hubspot } = scene;
      voice.capabilities.multipleCalls = false;
      if (isBusy) (await call(scene)).change('state', 'active');
      await settled();
      await element.updateComplete;
      const spoken = () => [...document.querySelectorAll('[data-hs-live]')].map((one) => one.textContent);
      const parts = () => seen(element).filter((name) => name !== 'hs-call-history');
      const now = () => [screenOf(element), parts(), focused(), document.title, spoken()];
      const before = now();
      voice.ring({ number: '+12025550102', name: 'Ada' });
      const during = now();
      await settled();
      await element.updateComplete;
      hubspot.createEngagement(7);
      hubspot.createEngagement(8);
      await element.updateComplete;
      expect(hubspot.types).to.include.members(['INCOMING_CALL', 'CALL_ENDED', 'CALL_COMPLETED']);
      expect([during, now()]).to.deep.equal([before, before]);
    });
  }

  it('tells what HubSpot could not do, until it is closed', async () => {
    const { element, hubspot } = await widget();
    hubspot.say('NAVIGATE_TO_RECORD_FAILED', {
      objectCoordinates: { portalId: 1, objectId: 2, objectTypeId: '0-1' },
    });
    await element.updateComplete;
    expect(part(element, '[part=notice]')?.textContent).to.contain('could not open this record');
    await expect(element).to.be.accessible();
    part(element, '[part=notice] button')?.click();
    await element.updateComplete;
    expect(part(element, '[part=notice]')).to.equal(null);
  });

  describe('the menu', () => {
    async function opened() {
      const scene = await widget();
      part(scene.element, '[part=menu-button]')?.click();
      await settled();
      return scene;
    }
    const isOpen = (element: HsCallingWidget) => isSeen(part(element, '[part=log-out-button]'));
    const focused = (element: HsCallingWidget) =>
      element.shadowRoot?.activeElement?.getAttribute('part') ?? undefined;

    it('is closed at first', async () => {
      const { element } = await widget();
      expect(isOpen(element)).to.equal(false);
      expect(part(element, '[part=menu-button]')?.ariaExpanded).to.equal('false');
    });

    it('logs out', async () => {
      const { element, hubspot } = await opened();
      expect([isOpen(element), focused(element)]).to.deep.equal([true, 'shortcuts-button']);
      await expect(element).to.be.accessible();
      part(element, '[part=log-out-button]')?.click();
      expect(hubspot.types).to.deep.equal(['LOGGED_OUT']);
    });

    it('is closed by Escape, and the focus goes back', async () => {
      const { element } = await opened();
      await sendKeys({ press: 'Escape' });
      await settled();
      expect([isOpen(element), focused(element)]).to.deep.equal([false, 'menu-button']);
    });

    it('is closed by its button', async () => {
      const { element } = await opened();
      part(element, '[part=menu-button]')?.click();
      await settled();
      expect(isOpen(element)).to.equal(false);
    });

    it('is closed when the focus goes on', async () => {
      const { element } = await opened();
      part(element, 'hs-dialer')?.focus();
      await settled();
      expect(isOpen(element)).to.equal(false);
    });

    it('is closed by a press beside it', async () => {
      const { element } = await opened();
      document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      await settled();
      expect(isOpen(element)).to.equal(false);
    });
  });

  it('shows nothing of the last user to the next: no note, no form, no caller', async () => {
    const scene = await widget();
    const { element, hubspot } = scene;
    const session = await call(scene);
    hubspot.createEngagement(7);
    session.change('state', 'active');
    await settled();
    hubspot.bridge.updateCall({ engagement: { notes: 'Asks for her invoice' } });
    part(element, '[part=log-out-button]')?.click();
    await settled();
    part(element, '[part=confirm-button]')?.click();
    await settled();
    expect(screenOf(element)).to.deep.equal(['call']);
    expect(part(element, '[part=notes]')).to.equal(null);
    session.over('hung-up');
    await settled();
    expect(screenOf(element)).to.deep.equal(['login']);
    expect(hubspot.types).to.include('CALL_COMPLETED');
    hubspot.bridge.userLoggedIn();
    await settled();
    expect(screenOf(element)).to.deep.equal(['ready']);
    expect(part(element, 'hs-call-status')?.shadowRoot?.textContent).not.to.contain('555-0101');
  });

  it('takes a part of the app instead of its own', async () => {
    const own = html`<p slot="dialer">My dialer</p>`;
    const { element } = await widget(undefined, own);
    expect(seen(element)).not.to.include('hs-dialer');
    expect(isSeen(element.querySelector('p'))).to.equal(true);
  });

  describe('with a part of the app in a slot', () => {
    const ours: Readonly<Record<string, string>> = {
      login: 'hs-login',
      status: 'hs-call-status',
      'incoming-call': 'hs-incoming-call',
      'call-controls': 'hs-call-controls',
      'wrap-up': 'hs-wrap-up',
      'from-number': 'hs-from-number',
      dialer: 'hs-dialer',
      settings: 'hs-device-settings',
    };

    for (const [name, tag] of Object.entries(ours)) {
      it(`has no <${tag}> of its own beside what is in the slot ${name}, and takes it back`, async () => {
        const { element } = await widget(undefined, html`<p slot=${name}>My own</p>`);
        part(element, '[part=settings-button]')?.click();
        await element.updateComplete;
        expect(part(element, `slot[name=${name}]`)).not.to.equal(null);
        expect(part(element, tag)).to.equal(null);
        element.querySelector('p')?.remove();
        await settled();
        expect(part(element, tag)).not.to.equal(null);
        element.append(Object.assign(document.createElement('p'), { slot: name }));
        await settled();
        expect(part(element, tag)).to.equal(null);
      });
    }

    it('moves the focus to it', async () => {
      const scene = await widget(undefined, html`<button slot="call-controls">End it</button>`);
      await call(scene);
      expect(focused()).to.equal(scene.element.querySelector('button'));
    });

    it('keeps an ended call for a wrap-up of the app', async () => {
      const scene = await widget(undefined, html`<p slot="wrap-up">My form</p>`);
      const session = await call(scene);
      session.change('state', 'active');
      session.over('hung-up');
      await settled();
      expect(scene.hubspot.types).not.to.include('CALL_COMPLETED');
      expect(isSeen(scene.element.querySelector('p'))).to.equal(true);
    });

    it('dials once, with the dialer in the slot', async () => {
      const scene = await widget(undefined, html`<hs-dialer slot="dialer" auto-dial></hs-dialer>`);
      scene.element.autoDial = true;
      const asked: unknown[] = [];
      scene.element.addEventListener('hs-call-request', (event) => asked.push(event.detail.toNumber));
      const dialer = scene.element.querySelector('hs-dialer');
      if (dialer) dialer.bridge = scene.hubspot.bridge;
      await settled();
      scene.hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550101' });
      await settled();
      expect(asked).to.deep.equal(['+12025550101']);
    });
  });

  it('asks HubSpot for the height it needs, once for each', async () => {
    const { element, hubspot } = await widget();
    element.autoResize = true;
    await waitUntil(() => hubspot.types.includes('RESIZE_WIDGET'), 'asks');
    await settled();
    const asked = hubspot.heard.filter(({ type }) => type === 'RESIZE_WIDGET');
    expect(asked).to.have.length(1);
    const { height } = asked[0]?.data as { height: number };
    expect(height).to.be.closeTo(part(element, '[part=base]')?.offsetHeight ?? 0, 2);
  });

  it('is usable at 250 px', async () => {
    const { element } = await widget();
    const box = document.createElement('div');
    box.style.width = '250px';
    element.before(box);
    box.append(element);
    await settled();
    expect(box.scrollWidth).to.equal(250);
  });
});
