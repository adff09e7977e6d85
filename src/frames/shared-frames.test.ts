import { expect } from '@open-wc/testing';
import { FakeHubSpot } from '../bridge/testing/fake-hubspot.js';
import { FakePage, FakeTab } from '../bridge/testing/fake-tab.js';
import { isLive, mayCarryCalls, type FrameStatus } from '../call/index.js';
import { isRecord } from '../protocol/index.js';
import { CallingExtensions, type AppExtensions, type AppHandlers, type AppOptions } from '../sdk/index.js';
import { SharedFrames, type RestoreCall } from './index.js';
import { FakeBrowser, type FrameOfBrowser } from './testing/fake-browser.js';
import { settled, type FakePlace } from './testing/fake-user.js';

const inTab = { iframeLocation: 'remote' } as const;
const remote = { iframeLocation: 'remote', usesCallingWindow: true } as const;
const window = { iframeLocation: 'window', usesCallingWindow: true } as const;
const windowOfTheApp = { iframeLocation: 'window', usesCallingWindow: false } as const;

const pressed = { phoneNumber: '+12025550101' };
const inbound = { externalCallId: 'a', fromNumber: '+12025550102', toNumber: '+12025550100' };
const incoming = { ...inbound, createEngagement: true };

const fieldOf = (data: unknown, name: string) =>
  isRecord(data) ? (data as Readonly<Record<string, unknown>>)[name] : undefined;

interface AppPlace extends FakePlace {
  readonly userId?: number;
  readonly portalId?: number;
  /** The tab whose storage it has. Default: one of its own. */
  readonly tab?: FakeTab;
  /** How its phone goes on with calls. Default: not at all. */
  readonly restore?: RestoreCall;
}

/** One frame of an app that was written for the official SDK, with HubSpot around it. */
class AppFrame {
  readonly hubspot: FakeHubSpot;
  readonly page: FakePage;
  readonly ports: FrameOfBrowser;
  readonly frames: SharedFrames;
  readonly extensions: AppExtensions;
  /** The part that it plays, each time that it was told. */
  readonly told: FrameStatus[] = [];
  /** The names of the handlers that were called, but for `onReady`. */
  readonly handled: string[] = [];
  readonly problems: string[] = [];

  constructor(
    browser: FakeBrowser,
    { restore, tab = new FakeTab(), ...place }: AppPlace,
    handlers: AppHandlers = {},
  ) {
    this.page = new FakePage(tab);
    this.hubspot = new FakeHubSpot({ engagement: 'app' }, undefined, {}, this.page);
    this.ports = browser.frame(this.hubspot.window);
    const onChange = (frame: FrameStatus) => this.told.push(frame);
    this.frames = new SharedFrames(
      { bridge: this.hubspot.bridge, onChange, ...(restore && { restore }) },
      this.ports,
    );
    this.extensions = this.build(handlers);
    this.hubspot.sync({ hostUrl: 'https://app.hubspot.com', ...place });
  }

  /** Makes an instance of the official class. */
  build(handlers: AppHandlers = {}, options: Partial<AppOptions> = {}): AppExtensions {
    const note = (name: string) => () => this.handled.push(name);
    const extensions: AppExtensions = new CallingExtensions({
      frames: this.frames,
      onProblem: ({ code }) => this.problems.push(code),
      eventHandlers: {
        onReady: () => extensions.initialized({ isLoggedIn: true, isAvailable: true }),
        onDialNumber: note('onDialNumber'),
        onEndCall: note('onEndCall'),
        onCreateEngagementSucceeded: note('onCreateEngagementSucceeded'),
        onVisibilityChanged: note('onVisibilityChanged'),
        defaultEventHandler: note('defaultEventHandler'),
        ...handlers,
      },
      ...options,
    });
    return extensions;
  }

  get role() {
    return this.told.at(-1)?.role;
  }

  get calls() {
    return this.frames.bridge.getState().calls;
  }

  /** What this frame has said to HubSpot. */
  get heard() {
    return this.hubspot.types;
  }

  /** The tab is closed or navigates: the page hears of it. */
  close(): void {
    this.page.hide();
    this.ports.kill();
  }
}

describe('an app on the drop-in, in several frames', () => {
  let browser: FakeBrowser;
  let opened: AppFrame[];
  beforeEach(() => {
    browser = new FakeBrowser();
    opened = [];
  });
  async function open(place: AppPlace, handlers?: AppHandlers): Promise<AppFrame> {
    const frame = new AppFrame(browser, place, handlers);
    opened.push(frame);
    await settled();
    return frame;
  }
  /** What all frames have said of calls. */
  const ofCalls = () =>
    opened.flatMap(({ hubspot }) =>
      hubspot.heard
        .filter(({ type }) => String(type).includes('CALL'))
        .map(({ type, data }) => [type, fieldOf(data, 'externalCallId')]),
    );

  /** A call that is completed without its form waits a moment for what other frames know of it. */
  async function completed(): Promise<void> {
    await settled();
    for (const { hubspot } of opened) hubspot.window.advance(500);
    await settled();
  }

  describe('is told what part its frame plays', () => {
    it('alone', async () => {
      const frame = await open({ iframeLocation: 'widget' });
      expect(frame.told).to.deep.equal([
        { role: 'owner', ownerPlace: 'widget', needsWindow: false, rings: true },
      ]);
    });

    it('beside another', async () => {
      await open(window);
      const tab = await open(remote);
      expect(tab.told.at(-1)).to.include({ role: 'mirror', ownerPlace: 'window', needsWindow: false });
    });

    it('when the owner goes', async () => {
      const owner = await open(inTab);
      const mirror = await open(inTab);
      owner.close();
      await settled();
      expect(mirror.told.map(({ role }) => role)).to.include.members(['mirror', 'owner']);
      expect(mirror.role).to.equal('owner');
    });

    it('where it needs the calling window', async () => {
      const tab = await open(remote);
      expect(tab.told.at(-1)).to.include({ role: 'owner', needsWindow: true });
    });

    it('where the browser refuses channels', async () => {
      browser.isRefusing = true;
      const frame = await open(inTab);
      frame.extensions.incomingCall(inbound);
      expect([frame.role, frame.problems]).to.deep.equal(['owner', ['FRAMES_REFUSED']]);
      expect(frame.heard).to.deep.equal(['INITIALIZED', 'INCOMING_CALL']);
    });
  });

  it('answers the SYNC of each frame, and says INITIALIZED in each', async () => {
    await open(window);
    await open(remote);
    await open(remote);
    expect(opened.map(({ heard }) => heard)).to.deep.equal([
      ['INITIALIZED'],
      ['INITIALIZED'],
      ['INITIALIZED'],
    ]);
  });

  it('tells HubSpot of a call once that every frame announces, answers, ends and completes', async () => {
    await open(window);
    await open(remote);
    await open(remote);
    const everywhere = async (act: (extensions: AppExtensions) => void) => {
      for (const { extensions } of opened) act(extensions);
      await settled();
    };
    await everywhere((extensions) => extensions.incomingCall(incoming));
    opened[0]?.hubspot.createEngagement(7);
    await settled();
    expect(opened.map(({ calls }) => calls.map(({ engagementId }) => engagementId))).to.deep.equal([
      [7],
      [7],
      [7],
    ]);
    const { externalCallId } = inbound;
    await everywhere((extensions) => extensions.callAnswered({ externalCallId }));
    await everywhere((extensions) => extensions.callEnded({ externalCallId }));
    await everywhere((extensions) => extensions.callCompleted({ externalCallId, engagementId: 7 }));
    expect(ofCalls()).to.deep.equal([
      ['INCOMING_CALL', 'a'],
      ['CALL_ANSWERED', 'a'],
      ['CALL_ENDED', 'a'],
      ['CALL_COMPLETED', 'a'],
    ]);
  });

  it('says in the owner what a mirror’s app says', async () => {
    const owner = await open(window);
    const mirror = await open(remote);
    mirror.extensions.outgoingCall({ ...inbound, createEngagement: true });
    await settled();
    expect(owner.heard).to.deep.equal(['INITIALIZED', 'OUTGOING_CALL_STARTED']);
    expect(mirror.heard).to.deep.equal(['INITIALIZED']);
    mirror.extensions.callEnded({ externalCallId: 'a' });
    await settled();
    expect(owner.calls.filter(isLive)).to.deep.equal([]);
  });

  it('dials once, in the owner, with the number that was pressed in a mirror', async () => {
    const owner = await open(window);
    const mirror = await open(remote);
    mirror.hubspot.say('DIAL_NUMBER', pressed);
    await settled();
    expect(opened.map(({ handled }) => handled)).to.deep.equal([['onDialNumber'], []]);
    owner.extensions.outgoingCall({ ...incoming, toNumber: '+12025550101' });
    await settled();
    expect(mirror.calls.map(({ phase }) => phase)).to.deep.equal(['dialing']);
  });

  it('has the tab tell HubSpot in which the number was pressed, where there is no window', async () => {
    const owner = await open(inTab, {
      onDialNumber: () => {
        owner.extensions.outgoingCall({ ...incoming, toNumber: '+12025550101' });
      },
    });
    const mirror = await open(inTab);
    mirror.hubspot.say('DIAL_NUMBER', pressed);
    await settled();
    mirror.hubspot.createEngagement(9);
    await settled();
    expect(opened.map(({ heard }) => heard)).to.deep.equal([
      ['INITIALIZED'],
      ['INITIALIZED', 'OUTGOING_CALL_STARTED'],
    ]);
    expect(owner.calls[0]?.engagementId).to.equal(9);
    expect(owner.handled).to.deep.equal(['onCreateEngagementSucceeded']);
  });

  it('has a tab tell HubSpot for the window that the app has opened', async () => {
    const tab = await open(inTab);
    const owner = await open(windowOfTheApp);
    owner.extensions.incomingCall(inbound);
    await settled();
    expect([tab.role, owner.role]).to.deep.equal(['mirror', 'owner']);
    expect([tab.heard, owner.heard]).to.deep.equal([['INITIALIZED', 'INCOMING_CALL'], ['INITIALIZED']]);
  });

  it('calls the handler also where a listener of the bridge fails to say something meanwhile', async () => {
    const frame = await open(inTab);
    frame.frames.bridge.addEventListener('hs-dial-number', () => {
      frame.extensions.callEnded();
    });
    frame.hubspot.say('DIAL_NUMBER', pressed);
    await settled();
    expect([frame.problems, frame.handled]).to.deep.equal([['UNKNOWN_CALL'], ['onDialNumber']]);
  });

  it('hands over an ERROR of HubSpot’s, in the frame that is told it', async () => {
    await open(window);
    const mirror = await open(remote);
    mirror.hubspot.say('ERROR', { type: 'UNKNOWN_MESSAGE_TYPE' });
    await settled();
    expect(opened.map(({ handled, problems }) => [...handled, ...problems])).to.deep.equal([
      [],
      ['defaultEventHandler', 'HOST_ERROR'],
    ]);
  });

  it('gives each frame what is its own business', async () => {
    await open(window);
    const mirror = await open(remote);
    mirror.hubspot.say('VISIBILITY_CHANGED', { isMinimized: false, isHidden: false });
    mirror.extensions.resizeWidget({ width: 400, height: 600 });
    mirror.extensions.sendError({ message: 'no line' });
    await settled();
    expect(opened.map(({ handled }) => handled)).to.deep.equal([[], ['onVisibilityChanged']]);
    expect(mirror.heard).to.deep.equal(['INITIALIZED', 'RESIZE_WIDGET', 'ERROR']);
  });

  it('has HubSpot hang up in the owner only', async () => {
    const owner = await open(window);
    const mirror = await open(remote);
    owner.extensions.incomingCall(inbound);
    owner.extensions.callAnswered({ externalCallId: 'a' });
    await settled();
    mirror.hubspot.say('END_CALL');
    await settled();
    expect(opened.map(({ handled }) => handled)).to.deep.equal([['onEndCall'], []]);
  });

  it('hands on to the owner what is pressed in a mirror', async () => {
    const owner = await open(window);
    const mirror = await open(remote);
    owner.extensions.incomingCall(inbound);
    await settled();
    const asked: unknown[] = [];
    for (const { frames } of opened)
      frames.bridge.addEventListener('hs-answer-request', ({ detail }) => asked.push(detail));
    mirror.frames.bridge.request('hs-answer-request', { externalCallId: 'a' });
    await settled();
    expect(asked).to.deep.equal([{ externalCallId: 'a' }]);
  });

  describe('tells of the user', () => {
    it('beside the calling window only INITIALIZED', async () => {
      const owner = await open(window);
      const mirror = await open(remote);
      mirror.extensions.userUnavailable();
      await settled();
      expect([owner.heard, mirror.heard]).to.deep.equal([
        ['INITIALIZED', 'USER_UNAVAILABLE'],
        ['INITIALIZED'],
      ]);
    });

    it('without it to each page', async () => {
      const owner = await open(inTab);
      const mirror = await open(inTab);
      mirror.extensions.userUnavailable();
      await settled();
      expect([owner.heard, mirror.heard]).to.deep.equal([
        ['INITIALIZED', 'USER_UNAVAILABLE'],
        ['INITIALIZED', 'USER_UNAVAILABLE'],
      ]);
    });
  });

  it('ends and completes, once, the call of an owner that goes', async () => {
    const owner = await open(inTab);
    await open(inTab);
    await open(inTab);
    owner.extensions.incomingCall(inbound);
    owner.extensions.callAnswered({ externalCallId: 'a' });
    await settled();
    owner.close();
    await completed();
    expect(ofCalls()).to.have.deep.members([
      ['INCOMING_CALL', 'a'],
      ['CALL_ANSWERED', 'a'],
      ['CALL_ENDED', 'a'],
      ['CALL_COMPLETED', 'a'],
    ]);
  });

  it('ends and completes, once, the call of an owner that dies', async () => {
    const owner = await open(inTab);
    const mirror = await open(inTab);
    owner.extensions.incomingCall(inbound);
    await settled();
    owner.ports.kill();
    await completed();
    expect(mirror.role).to.equal('owner');
    expect(mirror.heard).to.deep.equal(['INITIALIZED', 'CALL_ENDED', 'CALL_COMPLETED']);
  });

  it('ends and completes the call of the page before, where it is alone', async () => {
    const tab = new FakeTab();
    const before = await open({ ...inTab, tab });
    before.extensions.incomingCall(inbound);
    before.extensions.callAnswered({ externalCallId: 'a' });
    before.close();
    const now = await open({ ...inTab, tab });
    expect(before.heard).to.deep.equal(['INITIALIZED', 'INCOMING_CALL', 'CALL_ANSWERED']);
    expect(now.heard).to.deep.equal(['INITIALIZED', 'CALL_ENDED', 'CALL_COMPLETED']);
  });

  describe('goes on with a call that its phone can restore', () => {
    const restore = ({ externalCallId }: { externalCallId: string }) => externalCallId === 'a';
    async function ring(owner: AppFrame): Promise<void> {
      owner.extensions.incomingCall(inbound);
      owner.extensions.callAnswered({ externalCallId: 'a' });
      owner.extensions.incomingCall({ ...inbound, externalCallId: 'b' });
      await settled();
    }
    const rest = [
      ['CALL_ENDED', 'b'],
      ['CALL_COMPLETED', 'b'],
    ];

    it('in the next owner', async () => {
      const owner = await open({ ...inTab, restore });
      const mirror = await open({ ...inTab, restore });
      await ring(owner);
      owner.ports.kill();
      await completed();
      expect(
        mirror.calls.filter(isLive).map(({ phase, reconnecting }) => [phase, reconnecting]),
      ).to.deep.equal([['active', false]]);
      expect(ofCalls().slice(3)).to.deep.equal(rest);
      mirror.extensions.callEnded({ externalCallId: 'a', engagementId: 1 });
      expect(ofCalls().at(-1)).to.deep.equal(['CALL_ENDED', 'a']);
    });

    it('after a reload, later than at once', async () => {
      const tab = new FakeTab();
      const before = await open({ ...inTab, tab, restore });
      await ring(before);
      before.close();
      const soon = async (call: { externalCallId: string }) => Promise.resolve(restore(call));
      const now = await open({ ...inTab, tab, restore: soon });
      expect(now.calls.filter(isLive).map(({ externalCallId }) => externalCallId)).to.deep.equal(['a']);
      expect(ofCalls().slice(3)).to.deep.equal(rest);
    });

    it('or ends it where the phone fails, and the page hears why', async () => {
      const failing = () => {
        throw new Error('The line is cut.');
      };
      const owner = await open({ ...inTab, restore });
      await open({ ...inTab, restore: failing });
      await ring(owner);
      const heard: string[] = [];
      const { reportError } = globalThis;
      globalThis.reportError = (error) => heard.push(String(error));
      owner.ports.kill();
      await completed();
      globalThis.reportError = reportError;
      expect(heard).to.deep.equal(['Error: The line is cut.', 'Error: The line is cut.']);
      expect(ofCalls().slice(3)).to.have.deep.members([
        ['CALL_ENDED', 'a'],
        ['CALL_COMPLETED', 'a'],
        ...rest,
      ]);
    });

    it('and is asked in its listeners', async () => {
      const owner = await open({ ...inTab, restore });
      await ring(owner);
      const asked: string[] = [];
      owner.frames.bridge.addEventListener('hs-mute-request', ({ detail }) => {
        asked.push(detail.externalCallId);
        owner.frames.bridge.updateCall(detail);
      });
      owner.frames.bridge.request('hs-mute-request', { externalCallId: 'a', muted: true });
      await settled();
      expect(asked).to.deep.equal(['a']);
      expect(owner.calls.find(({ externalCallId }) => externalCallId === 'a')?.muted).to.equal(true);
      expect(owner.problems).to.deep.equal([]);
    });
  });

  it('shows a late frame the call that goes on', async () => {
    const owner = await open(window);
    owner.extensions.incomingCall(inbound);
    owner.extensions.callAnswered({ externalCallId: 'a' });
    const late = await open(remote);
    expect(late.calls.map(({ phase }) => phase)).to.deep.equal(['active']);
  });

  it('knows which call is meant where the app names none', async () => {
    const owner = await open(window);
    const mirror = await open(remote);
    mirror.extensions.outgoingCall({ phoneNumber: '+12025550101', createEngagement: false } as never);
    await settled();
    mirror.extensions.callAnswered();
    await settled();
    mirror.extensions.callEnded();
    await settled();
    mirror.extensions.callCompleted({ engagementId: 7, hideWidget: false } as never);
    await settled();
    expect(owner.heard.slice(1)).to.deep.equal([
      'OUTGOING_CALL_STARTED',
      'CALL_ANSWERED',
      'CALL_ENDED',
      'CALL_COMPLETED',
    ]);
  });

  it('never meets the frames of another user, or another account', async () => {
    await open(inTab);
    await open({ ...inTab, userId: 2 });
    await open({ ...inTab, portalId: 2 });
    expect(opened.map(({ role }) => role)).to.deep.equal(['owner', 'owner', 'owner']);
  });

  it('leaves the form of a call to the app where that says so', async () => {
    const owner = await open(inTab);
    const mirror = await open(inTab);
    for (const { frames } of opened) frames.bridge.configure({ wrapUp: true });
    owner.extensions.incomingCall(inbound);
    owner.extensions.callAnswered({ externalCallId: 'a' });
    await settled();
    owner.close();
    await settled();
    expect(mirror.calls.map(({ phase }) => phase)).to.deep.equal(['wrap-up']);
    expect(mirror.heard).to.deep.equal(['INITIALIZED', 'CALL_ENDED']);
    const engagementProperties = { hs_timestamp: 1, hs_call_body: 'so far' };
    mirror.extensions.callCompleted({ externalCallId: 'a', engagementId: 7, engagementProperties });
    expect(mirror.heard).to.deep.equal(['INITIALIZED', 'CALL_ENDED', 'CALL_COMPLETED']);
  });

  it('keeps a pressed number until the calling window is there', async () => {
    const tab = await open(remote);
    tab.hubspot.say('DIAL_NUMBER', pressed);
    await settled();
    expect([tab.handled, tab.problems]).to.deep.equal([[], ['NEEDS_WINDOW']]);
    const owner = await open(window);
    expect([tab.handled, owner.handled]).to.deep.equal([[], ['onDialNumber']]);
  });

  it('says why it opens no calling window', async () => {
    const tab = await open(remote);
    tab.extensions.destroy();
    await settled();
    const opening = tab.frames.openCallingWindow();
    expect(opening.ok ? 'opened' : opening.error.code).to.equal('NO_WINDOW');
  });

  it('refuses a second end of a call, and says so', async () => {
    await open(window);
    const mirror = await open(remote);
    mirror.extensions.incomingCall(inbound);
    await settled();
    mirror.extensions.callEnded({ externalCallId: 'a' });
    await settled();
    mirror.extensions.callEnded({ externalCallId: 'a' });
    expect(mirror.problems).to.deep.equal(['OUT_OF_ORDER']);
  });

  it('serves two instances on a page, as React makes them', async () => {
    const frame = await open(inTab);
    frame.build();
    await settled();
    frame.hubspot.say('DIAL_NUMBER', pressed);
    await settled();
    expect(frame.handled).to.deep.equal(['onDialNumber', 'onDialNumber']);
    expect(frame.heard).to.deep.equal(['INITIALIZED']);
  });

  it('goes on where an instance takes the place of another at once', async () => {
    const frame = await open(inTab);
    frame.extensions.incomingCall(inbound);
    frame.extensions.destroy();
    const next = frame.build();
    await settled();
    next.callEnded({ externalCallId: 'a' });
    expect(frame.heard).to.deep.equal(['INITIALIZED', 'INCOMING_CALL', 'CALL_ENDED']);
    frame.extensions.callAnswered({ externalCallId: 'a' });
    expect(frame.problems).to.deep.equal(['DISCONNECTED']);
  });

  it('leaves nothing behind', async () => {
    await open(inTab);
    await open(inTab);
    for (const { extensions } of opened) extensions.destroy();
    await settled();
    expect([browser.locks, browser.channelNames]).to.deep.equal([0, []]);
    expect(opened.map(({ hubspot }) => hubspot.window.listeners)).to.deep.equal([0, 0]);
  });

  it('says INITIALIZED again to a host that starts again, once', async () => {
    const frame = await open(inTab);
    frame.hubspot.forget();
    frame.hubspot.window.advance(1000);
    frame.hubspot.sync({ hostUrl: 'https://app.hubspot.com', ...inTab, engagementId: 5 });
    await settled();
    expect(frame.hubspot.heard.map(({ type, data }) => [type, fieldOf(data, 'engagementId')])).to.deep.equal([
      ['INITIALIZED', 5],
    ]);
  });

  it('hands over unknown messages, and answers them', async () => {
    const frame = await open(inTab);
    frame.hubspot.say('SOMETHING_NEW', { a: 1 });
    await settled();
    expect(frame.handled).to.deep.equal(['defaultEventHandler']);
    expect(frame.heard).to.deep.equal(['INITIALIZED', 'ERROR']);
  });

  it('stops its own messages where there is no frame of HubSpot’s, and says why', async () => {
    const frame = await open(inTab, { onReady: () => undefined });
    const unsent = { toNumber: Symbol('no text') };
    frame.extensions.sendMessage({ type: 'MINE', data: unsent });
    expect(frame.problems).to.deep.equal(['NOT_CLONEABLE']);
  });
});

describe('a bridge without elements, in several frames', () => {
  it('has one owner, and the others mirror it', async () => {
    const browser = new FakeBrowser();
    const told: string[] = [];
    const start = async () => {
      const hubspot = new FakeHubSpot();
      const onChange = ({ role }: FrameStatus) => told.push(role);
      new SharedFrames({ bridge: hubspot.bridge, onChange }, browser.frame(hubspot.window));
      // Before HubSpot has answered, no voice is needed.
      expect(mayCarryCalls(hubspot.bridge.getState())).to.equal(false);
      hubspot.bridge.connect();
      hubspot.sync(inTab);
      await settled();
      return hubspot;
    };
    const [owner, mirror] = [await start(), await start()];
    mirror.bridge.incomingCall(inbound);
    await settled();
    expect(told.slice(0, 2)).to.deep.equal(['owner', 'mirror']);
    expect([owner.types, mirror.types]).to.deep.equal([['INITIALIZED', 'INCOMING_CALL'], ['INITIALIZED']]);
  });
});
