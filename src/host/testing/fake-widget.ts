/** A fake widget: a bridge at the other end of a fake wire, whose calls do what a test or a scenario says. It has no page. */
import { FakePage, FakeTab } from '../../bridge/testing/fake-tab.js';
import { CallingBridge, type BridgeSettings } from '../../bridge/index.js';
import { isLive } from '../../call/index.js';
import { PageLinks } from '../../link/index.js';
import type { HubSpotHostOptions } from '../host-options.js';
import { HubSpotHost } from '../hubspot-host.js';
import type { FarEnd, WidgetDriver } from '../widget-actions.js';
import { createWire, hostOrigin, widgetOrigin } from './fake-wire.js';

/** The agent's own number. */
const agentNumber = '+12025550160';

export class FakeWidget {
  readonly wire = createWire();
  readonly host: HubSpotHost;
  readonly driver: Required<WidgetDriver>;
  bridge: CallingBridge;
  #farEnd: FarEnd = 'answers';

  constructor(options: Partial<HubSpotHostOptions> = {}, settings: BridgeSettings = {}) {
    this.host = new HubSpotHost(
      { wire: this.wire.host, clock: this.wire.host },
      {
        widgetOrigin,
        delayMs: 1,
        reload: () => this.#load(settings),
        ...options,
      },
    );
    this.bridge = this.#createBridge(settings);
    this.driver = this.#createDriver();
  }

  /** Shakes hands. Resolves when the host has got INITIALIZED. */
  async start(): Promise<this> {
    this.host.connect();
    await this.host.waitFor('INITIALIZED');
    return this;
  }

  stop(): void {
    this.bridge.disconnect();
    this.host.stop();
  }

  /** Has the host dial, and the widget call. Resolves when the host knows that the far end has answered. */
  async talk(record = 101): Promise<void> {
    const since = this.host.mark();
    this.host.dial(record);
    await this.driver.takeDial({});
    await this.host.waitFor('CALL_ANSWERED', undefined, { since });
  }

  #createBridge(settings: BridgeSettings): CallingBridge {
    const all = { loggedIn: true, available: true, engagementTimeout: 60, ...settings };
    const bridge = new CallingBridge(
      { ...all, allowedOrigins: [hostOrigin] },
      { wire: this.wire.widget, clock: this.wire.widget, page: new FakePage(new FakeTab()) },
    );
    bridge.addEventListener('hs-hang-up-request', () => void bridge.callEnded());
    bridge.connect();
    return bridge;
  }

  // The page of the widget is loaded anew: the bridge is another one. It knows what the last one has stored, its calls.
  #load(settings: BridgeSettings): void {
    const stored = this.bridge.getState().calls.filter(isLive);
    // A page that is left sends nothing any more.
    this.wire.widget.listeners.clear();
    this.wire.widget.isCut = true;
    this.bridge.disconnect();
    this.wire.widget.isCut = false;
    this.wire.widget.links = new PageLinks();
    const bridge = (this.bridge = this.#createBridge(settings));
    void bridge.whenReady().then(({ engagementId }) => {
      const call = stored.find((one) => one.engagementId === engagementId || one.awaitsEngagement);
      if (call && engagementId) bridge.restoreCall({ ...call, engagementId, awaitsEngagement: false });
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
    this.bridge.outgoingCall({ fromNumber: agentNumber, ...(toNumber !== undefined && { toNumber }) });
    if (this.#farEnd === 'answers') this.bridge.callAnswered();
    if (this.#farEnd === 'is busy') this.bridge.callEnded({ callEndStatus: 'BUSY' });
    if (this.#farEnd === 'does not answer') this.bridge.callEnded({ callEndStatus: 'NO_ANSWER' });
  }
}
