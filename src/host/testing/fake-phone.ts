/** A widget without a page: a bridge at the other end of a wire, with a line that does what a test or a scenario says. */
import { CallingBridge, type BridgeSettings } from '../../bridge/index.js';
import { focusedCall, isLive, type Call } from '../../call/index.js';
import { hostOrigin, openWire, widgetOrigin } from './fake-wire.js';
import type { HubSpotHostOptions } from '../host-options.js';
import { HubSpotHost } from '../hubspot-host.js';
import type { FarEnd, WidgetDriver } from '../widget-actions.js';

const ours = '+12025550160';

export class FakePhone {
  readonly wire = openWire();
  readonly host: HubSpotHost;
  readonly driver: Required<WidgetDriver>;
  bridge: CallingBridge;
  /** Whether the next page loads a widget at all. */
  isBroken = false;
  #farEnd: FarEnd = 'answers';

  constructor(options: Partial<HubSpotHostOptions> = {}, settings: BridgeSettings = {}) {
    this.host = new HubSpotHost(
      { wire: this.wire.host, clock: this.wire.host },
      {
        widgetOrigin,
        delay: 1,
        reload: () => this.#load(settings),
        ...options,
      },
    );
    this.bridge = this.#open(settings);
    this.driver = this.#createDriver();
  }

  /** Shakes hands and waits until the host knows the widget. */
  async start(): Promise<this> {
    this.host.connect();
    await this.host.waitFor('INITIALIZED');
    return this;
  }

  stop(): void {
    this.bridge.disconnect();
    this.host.stop();
  }

  /** A call that was answered. */
  async talk(record = 101): Promise<void> {
    const since = this.host.mark();
    this.host.dial(record);
    await this.driver.takeDial({});
    await this.host.waitFor('CALL_ANSWERED', undefined, { since });
  }

  get call(): Call | undefined {
    return focusedCall(this.bridge.getState());
  }

  #open(settings: BridgeSettings): CallingBridge {
    const all = { loggedIn: true, available: true, engagementTimeout: 60, ...settings };
    const bridge = new CallingBridge(
      { ...all, allowedOrigins: [hostOrigin] },
      { wire: this.wire.widget, clock: this.wire.widget },
    );
    bridge.addEventListener('hs-hang-up-request', () => void bridge.callEnded());
    bridge.connect();
    return bridge;
  }

  // Its page is loaded anew: what it knew is gone, but for the calls that it has written down.
  #load(settings: BridgeSettings): void {
    const kept = this.bridge.getState().calls.filter(isLive);
    // A page that goes says nothing any more.
    this.wire.widget.listeners.clear();
    this.wire.widget.isCut = true;
    this.bridge.disconnect();
    this.wire.widget.isCut = false;
    if (this.isBroken) return;
    const bridge = (this.bridge = this.#open(settings));
    void bridge.whenReady().then(({ engagementId }) => {
      const mine = kept.find((call) => call.engagementId === engagementId || call.awaitsEngagement);
      if (mine && engagementId) bridge.restoreCall({ ...mine, engagementId, awaitsEngagement: false });
    });
    this.host.connect();
  }

  #createDriver(): Required<WidgetDriver> {
    const bridge = () => this.bridge;
    const complete = (notes?: string) => {
      if (notes !== undefined) bridge().updateCall({ engagement: { notes } });
      bridge().callCompleted({ hideWidget: false });
    };
    return {
      call: ({ number }) => this.#call(number),
      takeDial: () => this.#takeDial(),
      answer: () => void bridge().callAnswered(),
      decline: () => void bridge().callEnded({ callEndStatus: 'REJECTED' }),
      hangUp: () => void bridge().callEnded(),
      save: ({ notes }) => complete(notes),
      skip: () => complete(),
      logIn: () => void bridge().userLoggedIn(),
      logOut: () => void bridge().userLoggedOut(),
      goAvailable: () => void bridge().userAvailable(),
      goUnavailable: () => void bridge().userUnavailable(),
      transfer: () => void bridge().callTransferred(),
      receiveCall: ({ from, to }) => void bridge().incomingCall({ fromNumber: from, toNumber: to }),
      callerGivesUp: () => void bridge().callEnded({ callEndStatus: 'MISSED' }),
      farEnd: ({ does }) => {
        this.#farEnd = does;
      },
      farEndHangsUp: () => void bridge().callEnded(),
      openRecord: ({ objectId, objectTypeId }) => {
        const portalId = bridge().getState().host?.portalId ?? 0;
        bridge().navigateToRecord({ objectCoordinates: { portalId, objectId, objectTypeId } });
      },
      finalize: () => void bridge().finalizeEngagement(),
      resize: (size) => void bridge().resizeWidget(size),
      reportError: (error) => void bridge().sendError(error),
      tellUrl: ({ url }) => void bridge().setWidgetUrl({ iFrameUrl: url }),
    };
  }

  async #takeDial(): Promise<void> {
    await new Promise<void>((resolve) => {
      const stop = this.bridge.subscribe(({ intent }) => {
        if (!intent) return;
        resolve();
        queueMicrotask(() => stop());
      });
    });
    this.#call();
  }

  #call(toNumber?: string): void {
    this.bridge.outgoingCall({ fromNumber: ours, ...(toNumber !== undefined && { toNumber }) });
    if (this.#farEnd === 'answers') this.bridge.callAnswered();
    if (this.#farEnd === 'is busy') this.bridge.callEnded({ callEndStatus: 'BUSY' });
    if (this.#farEnd === 'does not answer') this.bridge.callEnded({ callEndStatus: 'NO_ANSWER' });
  }
}
