/** `<hs-calling-bridge>`: the handshake with HubSpot and the calls, as an element. */
import { css, html, type PropertyDeclarations, type PropertyValues } from 'lit';
import {
  callingError,
  focusedCall,
  isAttended,
  isOver,
  raise,
  type BridgeEventMap,
  type BridgeSettings,
  type Call,
  type ConnectionState,
  type Environment,
  type HostContext,
  type ResolveParty,
  type VoiceProvider,
} from '../../src/index.js';
import { Frames } from '../../src/frames/frames.js';
import { prepareAnnouncer } from '../shared/announcer.js';
import { addBridge } from '../shared/bridges.js';
import { BridgeCommands } from './bridge-commands.js';
import { holdVoice, type VoiceHolder } from './voice-holder.js';

/**
 * Connects a calling widget to HubSpot: does the handshake, raises HubSpot's messages as events, holds the calls and sends
 * the app's messages. It is not visible; the other elements find it around them, or by their `for` attribute.
 *
 * Commands that send a message return `{ ok: true, messageId }` or `{ ok: false, error }`. None throws for what happens at
 * run time.
 *
 * @tag hs-calling-bridge
 * @slot - The elements of the widget, and anything else.
 *
 * @fires hs-ready - The handshake is done; `detail` is the host context. Unless prevented, INITIALIZED is sent.
 * @fires hs-dial-number - The user pressed a number in HubSpot. Unless prevented, it is filled into the dialer.
 * @fires hs-end-call - HubSpot asks to hang up. Unless prevented, `hs-hang-up-request` follows.
 * @fires hs-create-engagement-succeeded - HubSpot created the engagement of the call: `{ engagementId }`.
 * @fires hs-engagement-created - The older name of `hs-create-engagement-succeeded`.
 * @fires hs-create-engagement-failed - HubSpot could not create the engagement of the call: `{ error }`.
 * @fires hs-update-engagement-succeeded - HubSpot saved the properties of the call: `{ engagementId }`.
 * @fires hs-update-engagement-failed - HubSpot could not save the properties of the call: `{ error }`.
 * @fires hs-caller-id-match-succeeded - The records with the caller's number: `{ callerIdMatches }`.
 * @fires hs-caller-id-match-failed - HubSpot could not look up the caller: `{ error }`.
 * @fires hs-navigate-to-record-failed - HubSpot could not show the record: `{ engagementId, objectCoordinates }`.
 * @fires hs-finalize-engagement-succeeded - HubSpot closed the call in its help desk.
 * @fires hs-finalize-engagement-failed - HubSpot could not close the call in its help desk.
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
 * @fires hs-resolve-party - Who is this: `{ objectId, objectTypeId, phoneNumber, signal, respondWith }`. A listener may answer with `respondWith(promise)`.
 * @fires hs-message - Every message that was accepted: `{ type, data, messageId }`.
 * @fires hs-connection-change - The connection changed: `{ connection, previous, problem }`. Does not bubble.
 * @fires hs-context-change - HubSpot sent another host context: `{ context, previous }`. Does not bubble.
 * @fires hs-call-change - A call changed: `{ call, previous, cause }`. Does not bubble.
 * @fires hs-sent - A message was sent to HubSpot: `{ type, data, messageId }`. Does not bubble.
 * @fires hs-voice-change - A voice was set or removed, or its state changed: `{ voice, previous }`. Does not bubble.
 * @fires hs-error - Something went wrong: `{ code, message, fatal }`, and the name of the `request` that failed, if it was one. Does not bubble.
 * @fires hs-rejected - A message was not accepted, or a field was left out of it (`ODD_FIELD`): `{ code, origin, type, at, count }`. Does not bubble.
 */
export class HsCallingBridge extends BridgeCommands {
  /** The tag name, unless `define` is given another. */
  static override readonly tag = 'hs-calling-bridge';

  static override styles = css`
    :host {
      display: contents;
    }
  `;

  static override properties: PropertyDeclarations = {
    allowedOrigins: { attribute: 'allowed-origins' },
    environment: {},
    widgetWidth: { type: Number, attribute: 'widget-width' },
    widgetHeight: { type: Number, attribute: 'widget-height' },
    manual: { type: Boolean },
    engagement: {},
    handshakeTimeout: { type: Number, attribute: 'handshake-timeout' },
    strictAncestors: { type: Boolean, attribute: 'strict-ancestors' },
    sourceCheck: { attribute: 'source-check' },
    wrapUp: { type: Boolean, attribute: 'wrap-up' },
    turnedAwayCalls: { attribute: 'turned-away-calls' },
    debug: { type: Boolean },
    loggedIn: { type: Boolean, attribute: 'logged-in' },
    available: { type: Boolean },
    voice: { attribute: false },
    resolveParty: { attribute: false },
    separateFrames: { type: Boolean, attribute: 'separate-frames' },
  };

  /** Exact origins trusted besides HubSpot's own, separated by spaces. An invalid one is `INVALID_CONFIG`. Default: none. */
  allowedOrigins = '';

  /** Which of HubSpot's own origins are trusted: `qa` adds those of its QA and local environments. Default: `production`. */
  environment: Environment = 'production';

  /** The width of the widget that HubSpot is asked for, in px. Changes are sent. Default: HubSpot's. */
  widgetWidth: number | undefined;

  /** The height of the widget that HubSpot is asked for, in px. Changes are sent. Default: HubSpot's. */
  widgetHeight: number | undefined;

  /** Whether the app sends INITIALIZED itself, with `initialized()`. Default: false, it is sent after the handshake. */
  manual = false;

  /** Who creates the engagement of a call: `hubspot`, or the `app` through HubSpot's API. Default: `hubspot`. */
  engagement: 'hubspot' | 'app' = 'hubspot';

  /** How long to wait for HubSpot until `SYNC_TIMEOUT` is reported, in ms. It keeps listening after that. Default: 30000. */
  handshakeTimeout = 30_000;

  /** Whether to refuse to connect if any of the frames around the widget is not trusted. Default: false. */
  strictAncestors = false;

  /**
   * Which windows messages are accepted from: only the `parent`, or every window of a trusted `origin`, for a host that
   * sends from another window than the parent. Default: `parent`.
   */
  sourceCheck: 'parent' | 'origin' = 'parent';

  /**
   * Whether a call that has ended waits to be completed, by `callCompleted` or `hs-complete-request`. Default: false, a
   * call of the `voice` is completed as soon as it ends. A `<hs-wrap-up>` of this bridge has the same effect.
   */
  wrapUp = false;

  /**
   * What HubSpot is told of a call that the voice turns away because the user is not available or in another call: `log` it
   * as missed, or `ignore` it. Default: `log`.
   */
  turnedAwayCalls: 'log' | 'ignore' = 'log';

  /** Whether each message is logged to the console, with phone numbers masked. Default: false, nothing is ever logged. */
  debug = false;

  /**
   * Whether this page has calls of its own, whatever other tabs of the user have: for an app that keeps its frames together by
   * itself. Default: false, one frame owns the calls, and the others show the same.
   */
  separateFrames = false;

  readonly #frames: Frames | undefined;
  readonly #voice: VoiceHolder;
  #removeBridge: (() => void) | undefined;
  #isBeingPutIn = false;

  /** Whether the user is logged in to the widget. Sent with INITIALIZED; changes are sent. Default: false. */
  get loggedIn(): boolean {
    return this.getState().user.loggedIn;
  }
  set loggedIn(loggedIn: boolean) {
    this.core.configure({ loggedIn });
  }

  /** Whether the user takes calls. Sent with INITIALIZED; changes are sent. Default: false. */
  get available(): boolean {
    return this.getState().user.available;
  }
  set available(available: boolean) {
    this.core.configure({ available });
  }

  /**
   * The voice provider that carries out call requests, and whose calls HubSpot is told of. The voice elements set it. When
   * it is removed, its calls are ended. What is no voice provider is `INVALID_CONFIG`, and changes nothing. Default: none,
   * the app listens to the requests and uses a phone of its own.
   */
  get voice(): VoiceProvider | undefined {
    return this.#voice.provider;
  }
  set voice(provider: VoiceProvider | undefined) {
    if (provider && typeof provider.attach !== 'function') {
      raise(
        this,
        'hs-error',
        callingError('INVALID_CONFIG', `voice ${typeof provider}, not a voice provider`),
      );
    } else this.#voice.provider = provider;
  }

  /**
   * Finds out who is at the other end of a call: `async ({ objectId, objectTypeId, phoneNumber, signal }) => ({ name, company,
   * avatar, url })`, or undefined. `avatar` is an `https:` or `data:image/` address, `url` a page that “Open record” opens.
   * What HubSpot says of them comes first. An answer may take five seconds; where it fails, the number is shown. What is no
   * function is `INVALID_CONFIG`, and changes nothing. Default: none; a listener of `hs-resolve-party` may answer too.
   */
  get resolveParty(): ResolveParty | undefined {
    return this.core.resolveParty;
  }
  set resolveParty(resolve: ResolveParty | undefined) {
    this.core.resolveParty = resolve;
  }

  /** The state of the connection to HubSpot: `idle`, `connecting`, `connected` or `failed`. */
  get connectionState(): ConnectionState {
    return this.getState().connection;
  }

  /** What HubSpot sent with the handshake: portal, user, owner, place. Undefined before the handshake. */
  get hostContext(): HostContext | undefined {
    return this.getState().host;
  }

  /** The call in focus. It stays here after it is over, until the next call. */
  get call(): Call | undefined {
    return focusedCall(this.getState());
  }

  /** All calls that are not over, oldest first. Without those that the bridge finishes by itself. */
  get calls(): readonly Call[] {
    return this.getState().calls.filter((call) => !isOver(call) && isAttended(call));
  }

  constructor(surroundings?: ConstructorParameters<typeof BridgeCommands>[0]) {
    super(surroundings);
    // Another wire does not lead to HubSpot: nobody is on the other end of whom there could be other frames.
    this.#frames = surroundings?.wire ? undefined : new Frames(this.core);
    this.#voice = holdVoice(this.core, this.#frames?.reports);
  }

  override connectedCallback(): void {
    this.#isBeingPutIn = true;
    super.connectedCallback();
    prepareAnnouncer(this.ownerDocument);
    this.#removeBridge ??= addBridge(this);
    this.core.configure(this.#settings());
    this.#frames?.expect(this.separateFrames);
    this.core.connect();
    this.#isBeingPutIn = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moving an element in the page removes and inserts it at once. The handshake must survive that.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#removeBridge?.();
      this.#removeBridge = undefined;
      this.core.disconnect();
    });
  }

  /**
   * What there is to tell while the element is put into the page is told a moment later: the framework that puts it in is
   * drawing, and React warns of a state that a listener changes meanwhile.
   *
   * @internal
   */
  override dispatchEvent(event: Event): boolean {
    if (!this.#isBeingPutIn) return super.dispatchEvent(event);
    queueMicrotask(() => super.dispatchEvent(event));
    return true;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.isConnected) this.core.configure(this.#settings());
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  #settings(): BridgeSettings {
    return {
      allowedOrigins: this.allowedOrigins.split(/\s+/).filter((origin) => origin !== ''),
      environment: this.environment,
      loggedIn: this.loggedIn,
      available: this.available,
      widgetWidth: this.widgetWidth,
      widgetHeight: this.widgetHeight,
      manual: this.manual,
      engagement: this.engagement,
      handshakeTimeout: this.handshakeTimeout,
      strictAncestors: this.strictAncestors,
      sourceCheck: this.sourceCheck,
      wrapUp: this.wrapUp,
      turnedAwayCalls: this.turnedAwayCalls,
      debug: this.debug,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-calling-bridge': HsCallingBridge;
  }

  // Messages and requests bubble, so a listener on any element around the bridge gets them.
  interface HTMLElementEventMap extends BridgeEventMap {}
}
