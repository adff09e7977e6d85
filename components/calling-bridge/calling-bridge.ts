/** `<hs-calling-bridge>`: the handshake with HubSpot and the calls, as an element. */
import { css, html, LitElement, type PropertyValues } from 'lit';
import {
  CallingBridge,
  focusedCall,
  isOver,
  type BridgeEventMap,
  type BridgeSettings,
  type Call,
  type Clock,
  type ConnectionState,
  type Environment,
  type HostContext,
  type Wire,
} from '../../src/index.js';
import { prepareAnnouncer } from '../shared/announcer.js';
import type { VoiceProvider } from '../../src/voice/index.js';
import { addBridge } from '../shared/bridges.js';
import { defineOnce } from '../shared/define.js';
import { property } from '../shared/property.js';

/**
 * Connects a phone to HubSpot: shakes hands, raises HubSpot's messages as events, holds the calls and sends what
 * the app says. Not visible itself; other elements find it around them.
 *
 * Commands return `{ ok: true, messageId }` or `{ ok: false, error }`. None throws for what happens at run time.
 *
 * @tag hs-calling-bridge
 * @slot - The elements of the phone, and anything else.
 *
 * @fires hs-ready - The handshake is done; `detail` is the host context. Not prevented, INITIALIZED is sent.
 * @fires hs-dial-number - The user pressed a number in HubSpot. Not prevented, it fills the dialer.
 * @fires hs-end-call - HubSpot asks to hang up. Not prevented, `hs-hang-up-request` follows.
 * @fires hs-create-engagement-succeeded - HubSpot made the call's record: `{ engagementId }`.
 * @fires hs-engagement-created - The older name of `hs-create-engagement-succeeded`.
 * @fires hs-create-engagement-failed - HubSpot could not make the call's record: `{ error }`.
 * @fires hs-update-engagement-succeeded - HubSpot wrote the call's properties: `{ engagementId }`.
 * @fires hs-update-engagement-failed - HubSpot could not write the call's properties: `{ error }`.
 * @fires hs-caller-id-match-succeeded - The records that carry the caller's number: `{ callerIdMatches }`.
 * @fires hs-caller-id-match-failed - HubSpot could not look for the caller: `{ error }`.
 * @fires hs-navigate-to-record-failed - HubSpot could not show the record: `{ engagementId, objectCoordinates }`.
 * @fires hs-finalize-engagement-succeeded - The help desk's call is closed.
 * @fires hs-finalize-engagement-failed - The help desk's call could not be closed.
 * @fires hs-publish-to-channel-succeeded - The older name of `hs-finalize-engagement-succeeded`.
 * @fires hs-publish-to-channel-failed - The older name of `hs-finalize-engagement-failed`.
 * @fires hs-visibility-changed - The widget was hidden, minimised or shown: `{ isMinimized, isHidden }`.
 * @fires hs-set-call-state - Undocumented by HubSpot; passed on.
 * @fires hs-initiate-call-id-succeeded - Undocumented by HubSpot; passed on.
 * @fires hs-initiate-call-id-failed - Undocumented by HubSpot; passed on.
 * @fires hs-set-widget-url-failed - HubSpot could not use the new address.
 * @fires hs-update-associations-failed - An older host could not write the call's associations.
 * @fires hs-failed - Any message that ends in `_FAILED`: `{ type, data }`.
 * @fires hs-unknown-message - A message of an unknown type: `{ type, data, messageId }`.
 * @fires hs-message - Every message that was let in: `{ type, data, messageId }`.
 * @fires hs-connection-change - The connection changed: `{ connection, previous, problem }`. Does not bubble.
 * @fires hs-context-change - The host tells something else: `{ context, previous }`. Does not bubble.
 * @fires hs-call-change - A call changed: `{ call, previous, cause }`. Does not bubble.
 * @fires hs-sent - A message left for HubSpot: `{ type, data, messageId }`. Does not bubble.
 * @fires hs-voice-change - The phone came, went, or is in another state: `{ phone, previous }`. Does not bubble.
 * @fires hs-error - Something went wrong: `{ code, message, fatal }`, with `request` if that was what it is about. Does not bubble.
 * @fires hs-rejected - A message was not let in: `{ code, origin, type, at, count }`. Does not bubble.
 */
export class HsCallingBridge extends LitElement {
  /** The name the element is registered under unless another is given. */
  static readonly tag = 'hs-calling-bridge';

  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Registers the element; does nothing where the name is taken already. */
  static define(tag = this.tag, registry?: CustomElementRegistry): void {
    defineOnce(this, tag, registry);
  }

  /** Exact origins trusted besides HubSpot's own, separated by spaces. Default: none. A bad one is `INVALID_CONFIG`. */
  @property({ attribute: 'allowed-origins' }) allowedOrigins = '';

  /** Whether HubSpot's QA and local origins count: `production` or `qa`. Default: `production`. */
  @property() environment: Environment = 'production';

  /** The width asked of HubSpot, in px. Changes are sent. Default: HubSpot's. */
  @property({ type: Number, attribute: 'widget-width' }) widgetWidth: number | undefined;

  /** The height asked of HubSpot, in px. Changes are sent. Default: HubSpot's. */
  @property({ type: Number, attribute: 'widget-height' }) widgetHeight: number | undefined;

  /** Leaves INITIALIZED to the app. Default: false. */
  @property({ type: Boolean }) manual = false;

  /** Who makes a call's record: `hubspot`, or the `app` through HubSpot's API. Default: `hubspot`. */
  @property() engagement: 'hubspot' | 'app' = 'hubspot';

  /** Ms until a missing HubSpot is reported as `SYNC_TIMEOUT`; listening goes on. Default: 30000. */
  @property({ type: Number, attribute: 'handshake-timeout' }) handshakeTimeout = 30_000;

  /** Refuses to connect when a frame further up is not trusted. Default: false. */
  @property({ type: Boolean, attribute: 'strict-ancestors' }) strictAncestors = false;

  /**
   * Who may speak: `parent`, or any window with a trusted `origin`, for a host that writes from another window than
   * the parent. Default: `parent`.
   */
  @property({ attribute: 'source-check' }) sourceCheck: 'parent' | 'origin' = 'parent';

  /**
   * Whether a call that has ended waits for the user to finish it, with `callCompleted` or `hs-complete-request`.
   * Default: a call of the `voice` is completed as soon as it ends.
   */
  @property({ type: Boolean, attribute: 'wrap-up' }) wrapUp = false;

  /** Logs one line a message, phone numbers masked. Default: false, and nothing is ever logged. */
  @property({ type: Boolean }) debug = false;

  static {
    // What the core can do, the element can; how the core is run is the element's own affair.
    const own = ['connect', 'disconnect', 'configure', 'say', 'useVoice', 'hasWrapUp'];
    const { prototype } = CallingBridge;
    const names = [prototype, Object.getPrototypeOf(prototype) as object].flatMap(Object.getOwnPropertyNames);
    for (const name of names.filter((each) => !own.includes(each) && !(each in this.prototype))) {
      Object.defineProperty(this.prototype, name, {
        value(this: HsCallingBridge, ...given: unknown[]) {
          return (this.#core as unknown as Record<string, (...all: unknown[]) => unknown>)[name]?.(...given);
        },
      });
    }
  }

  readonly #core: CallingBridge;
  #voice: { readonly provider: VoiceProvider; readonly control: { release(): void } } | undefined;
  #leave: (() => void) | undefined;

  /** @param parts - Another wire than the one to the parent window, and another clock, for tests. */
  constructor(parts: { readonly wire?: Wire; readonly clock?: Clock } = {}) {
    super();
    this.#core = new CallingBridge({}, { ...parts, target: this });
  }

  /** Whether the user is logged in to the phone. Told in INITIALIZED; changes are sent. Default: false. */
  @property({ type: Boolean, attribute: 'logged-in', noAccessor: true })
  get loggedIn(): boolean {
    return this.getState().user.loggedIn;
  }
  set loggedIn(loggedIn: boolean) {
    this.#core.configure({ loggedIn });
  }

  /** Whether the user takes calls. Told in INITIALIZED; changes are sent. Default: false. */
  @property({ type: Boolean, noAccessor: true })
  get available(): boolean {
    return this.getState().user.available;
  }
  set available(available: boolean) {
    this.#core.configure({ available });
  }

  /**
   * The phone: call requests are carried out on it, and HubSpot hears of its calls. Voice elements set it. Taken away,
   * its calls are ended. Default: none; the app listens to the requests and uses its own.
   */
  get voice(): VoiceProvider | undefined {
    return this.#voice?.provider;
  }
  set voice(provider: VoiceProvider | undefined) {
    if (provider === this.#voice?.provider) return;
    this.#voice?.control.release();
    this.#voice = provider && { provider, control: provider.attach(this.#core) };
  }

  /** How far the way to HubSpot is open: `idle`, `connecting`, `connected` or `failed`. */
  get connectionState(): ConnectionState {
    return this.getState().connection;
  }

  /** What HubSpot told in the handshake: portal, user, owner, place. Undefined before. */
  get hostContext(): HostContext | undefined {
    return this.getState().host;
  }

  /** The call in focus. The last one stays here after it is over, until the next. */
  get call(): Call | undefined {
    return focusedCall(this.getState());
  }

  /** All calls that are not over, oldest first. */
  get calls(): readonly Call[] {
    return this.getState().calls.filter((call) => !isOver(call));
  }

  /** Everything that is true now, as plain data. */
  declare readonly getState: CallingBridge['getState'];

  /** Calls back with the state at once, and after every change. The returned function ends it. */
  declare readonly subscribe: CallingBridge['subscribe'];

  /** Tries anew to connect, unless it is connected. What waits to be sent is kept. */
  declare readonly retry: CallingBridge['retry'];

  /** Resolves with the host context as soon as the handshake is done. */
  declare readonly whenReady: CallingBridge['whenReady'];

  /** A new id for a call. */
  declare readonly createCallId: CallingBridge['createCallId'];

  /** The widget is ready. Sent by itself unless `manual`. */
  declare readonly initialized: CallingBridge['initialized'];

  /** The user has logged in. */
  declare readonly userLoggedIn: CallingBridge['userLoggedIn'];

  /** The user has logged out. */
  declare readonly userLoggedOut: CallingBridge['userLoggedOut'];

  /** The user takes calls. */
  declare readonly userAvailable: CallingBridge['userAvailable'];

  /** The user takes no calls. */
  declare readonly userUnavailable: CallingBridge['userUnavailable'];

  /** An outbound call has started. The number HubSpot asked to dial, an id and the time are filled in. */
  declare readonly outgoingCall: CallingBridge['outgoingCall'];

  /** An inbound call rings. */
  declare readonly incomingCall: CallingBridge['incomingCall'];

  /** The far end rings. HubSpot is not told; the elements show it. */
  declare readonly callRinging: CallingBridge['callRinging'];

  /** The call was answered. */
  declare readonly callAnswered: CallingBridge['callAnswered'];

  /** The call was handed to somebody else. Nothing more is said of it. */
  declare readonly callTransferred: CallingBridge['callTransferred'];

  /** The call is over. */
  declare readonly callEnded: CallingBridge['callEnded'];

  /** The user is done with the call. Waits up to 10 s for the engagement's id if HubSpot has not named it yet. */
  declare readonly callCompleted: CallingBridge['callCompleted'];

  /** Anything else about a call. Undocumented by HubSpot. */
  declare readonly callData: CallingBridge['callData'];

  /** The help desk's call is finished with. */
  declare readonly finalizeEngagement: CallingBridge['finalizeEngagement'];

  /** @deprecated Use `finalizeEngagement`. */
  declare readonly publishToChannel: CallingBridge['publishToChannel'];

  /** Shows a record in the CRM. The page may reload. */
  declare readonly navigateToRecord: CallingBridge['navigateToRecord'];

  /** Asks for another size, in px. */
  declare readonly resizeWidget: CallingBridge['resizeWidget'];

  /** Shows an error to the user, in HubSpot. */
  declare readonly sendError: CallingBridge['sendError'];

  /** Tells HubSpot the widget's new address. */
  declare readonly setWidgetUrl: CallingBridge['setWidgetUrl'];

  /** Sends any message. One of a known type is treated like its command. */
  declare readonly sendMessage: CallingBridge['sendMessage'];

  /** Changes what HubSpot is not told at once: mute, hold, recording, who it is, notes, outcome. */
  declare readonly updateCall: CallingBridge['updateCall'];

  /** Brings back a call that HubSpot knows already, after a reload. Nothing is sent. */
  declare readonly restoreCall: CallingBridge['restoreCall'];

  /** Brings a call into focus. */
  declare readonly focusCall: CallingBridge['focusCall'];

  /** A wrap-up screen is there: calls that have ended wait for it. The returned function takes it away. */
  declare readonly expectWrapUp: CallingBridge['expectWrapUp'];

  /** Chooses the number to call from; undefined for the phone's own. */
  declare readonly chooseFromNumber: CallingBridge['chooseFromNumber'];

  /** Asks as an element does: raises the request's event and, unless that is prevented, carries it out. */
  declare readonly request: CallingBridge['request'];

  /** Carries out a request whose event was raised elsewhere and not prevented. */
  declare readonly carryOut: CallingBridge['carryOut'];

  override connectedCallback(): void {
    super.connectedCallback();
    prepareAnnouncer(this.ownerDocument);
    this.#leave ??= addBridge(this);
    this.#core.configure(this.#settings());
    this.#core.connect();
    window.addEventListener('pagehide', this.#onPageHide);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moving takes an element out and puts it back in at once: the handshake outlives that.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#leave?.();
      this.#leave = undefined;
      this.#core.disconnect();
      window.removeEventListener('pagehide', this.#onPageHide);
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.isConnected) this.#core.configure(this.#settings());
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  // A page that may come back out of the cache keeps its connection.
  readonly #onPageHide = (event: PageTransitionEvent): void => {
    if (!event.persisted) this.#core.leave();
  };

  // Every property with an attribute is a setting.
  #settings(): BridgeSettings {
    const names = [...HsCallingBridge.elementProperties.keys()] as (keyof this)[];
    const allowedOrigins = this.allowedOrigins.split(/\s+/).filter((origin) => origin !== '');
    return { ...Object.fromEntries(names.map((name) => [name, this[name]])), allowedOrigins };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-calling-bridge': HsCallingBridge;
  }

  // Messages and requests bubble, so every element around hears them.
  interface HTMLElementEventMap extends BridgeEventMap {}
}
