/** The commands of `<hs-calling-bridge>`: each is passed on to the `CallingBridge` that the element wraps. */
import { Later } from '../../src/bridge/later.js';
import type { WindowResult } from '../../src/frames/calling-window.js';
import {
  CallingBridge,
  callingError,
  raise,
  type BridgeSurroundings,
  type DialIntent,
  type HostContext,
  type Party,
  type RequestDetails,
  type RequestName,
  type SendResult,
  type Subscriber,
  type WidgetState,
} from '../../src/index.js';
import { BaseElement } from '../shared/base-element.js';
import { answerOnServer, isOnServer } from '../shared/on-server.js';

/** Loaded where there may be a window to open, so that a press finds it there: browsers open nothing a moment later. */
const callingWindow = new Later(() => import('../../src/frames/calling-window.js'));

/** Members of `CallingBridge` that the element uses itself, from its attributes and its place in the page. */
type UsedByElement =
  | 'resolveParty'
  | 'hostOrigin'
  | 'connect'
  | 'disconnect'
  | 'leave'
  | 'configure'
  | 'useVoice'
  | 'useFrames'
  | 'turnAway';

/** All others are commands of the element too. The compiler names the one that is missing below. */
type Commands = Omit<CallingBridge, UsedByElement | keyof EventTarget>;

export abstract class BridgeCommands extends BaseElement implements Commands {
  /** Does the work. It raises its events on this element. */
  protected readonly core: CallingBridge;

  /** @param surroundings - Another wire than the one to the parent window, and another clock, for tests. */
  constructor(surroundings: Omit<BridgeSurroundings, 'target'> = {}) {
    super();
    this.core = new CallingBridge({}, { ...surroundings, target: this });
    this.core.subscribe(({ host }) => {
      if (host?.usesCallingWindow !== undefined) void callingWindow.load();
    });
    if (isOnServer) answerOnServer(this);
  }

  /** The present state, as plain data. */
  getState(): WidgetState {
    return this.core.getState();
  }

  /** Calls back with the state at once, and after every change. The returned function ends it. */
  subscribe(subscriber: Subscriber): () => void {
    return this.core.subscribe(subscriber);
  }

  /** Tries again to connect, unless it is connected. Messages that wait to be sent are kept. */
  retry(): void {
    this.core.retry();
  }

  /** Resolves with the host context as soon as the handshake is done. */
  whenReady(): Promise<HostContext> {
    return this.core.whenReady();
  }

  /** A new id for a call. */
  createCallId(): string {
    return this.core.createCallId();
  }

  /** The widget is ready. Sent by itself unless `manual`. */
  initialized(data?: Parameters<CallingBridge['initialized']>[0]): SendResult {
    return this.core.initialized(data);
  }

  /** The user has logged in. */
  userLoggedIn(): SendResult {
    return this.core.userLoggedIn();
  }

  /** The user has logged out. */
  userLoggedOut(): SendResult {
    return this.core.userLoggedOut();
  }

  /** The user takes calls. */
  userAvailable(): SendResult {
    return this.core.userAvailable();
  }

  /** The user takes no calls. */
  userUnavailable(): SendResult {
    return this.core.userUnavailable();
  }

  /** An outbound call has started. The number HubSpot asked to dial, an id and the time are filled in. */
  outgoingCall(data?: Parameters<CallingBridge['outgoingCall']>[0]): SendResult {
    return this.core.outgoingCall(data);
  }

  /** An inbound call rings. */
  incomingCall(data: Parameters<CallingBridge['incomingCall']>[0]): SendResult {
    return this.core.incomingCall(data);
  }

  /** The other end rings. HubSpot is not told; the elements show it. */
  callRinging(call?: Parameters<CallingBridge['callRinging']>[0]): void {
    this.core.callRinging(call);
  }

  /** The call was answered. */
  callAnswered(call?: Parameters<CallingBridge['callAnswered']>[0]): SendResult {
    return this.core.callAnswered(call);
  }

  /** The call was transferred to somebody else. No further messages are sent about it. */
  callTransferred(call?: Parameters<CallingBridge['callTransferred']>[0]): SendResult {
    return this.core.callTransferred(call);
  }

  /** The call is over. */
  callEnded(data?: Parameters<CallingBridge['callEnded']>[0]): SendResult {
    return this.core.callEnded(data);
  }

  /** The user has finished with the call. Waits up to 10 s for the engagement's id if HubSpot has not sent it yet. */
  callCompleted(data?: Parameters<CallingBridge['callCompleted']>[0]): SendResult {
    return this.core.callCompleted(data);
  }

  /** Anything else about a call. Undocumented by HubSpot. */
  callData(data?: Parameters<CallingBridge['callData']>[0]): SendResult {
    return this.core.callData(data);
  }

  /** Closes the call in HubSpot's help desk. */
  finalizeEngagement(data?: Parameters<CallingBridge['finalizeEngagement']>[0]): SendResult {
    return this.core.finalizeEngagement(data);
  }

  /**
   * The older name of `finalizeEngagement`.
   *
   * @deprecated Use `finalizeEngagement`.
   */
  publishToChannel(data?: Parameters<CallingBridge['publishToChannel']>[0]): SendResult {
    return this.core.sendMessage({ type: 'PUBLISH_TO_CHANNEL', data });
  }

  /** Shows a record in the CRM. The page may reload. */
  navigateToRecord(data: Parameters<CallingBridge['navigateToRecord']>[0]): SendResult {
    return this.core.navigateToRecord(data);
  }

  /** Asks for another size, in px. */
  resizeWidget(size: Parameters<CallingBridge['resizeWidget']>[0]): SendResult {
    return this.core.resizeWidget(size);
  }

  /**
   * Opens HubSpot's calling window, which carries the calls while pages reload. To be called while a press is handled:
   * browsers block every other window. What is wrong is raised as `hs-error` too: `WINDOW_BLOCKED`, or `NO_WINDOW` if
   * HubSpot has not told where the window is.
   */
  openCallingWindow(): WindowResult {
    void callingWindow.load();
    const result = callingWindow.code?.openCallingWindow(this.core) ?? {
      ok: false,
      error: callingError('NO_WINDOW'),
    };
    if (!result.ok) raise(this, 'hs-error', result.error);
    return result;
  }

  /** Shows an error to the user, in HubSpot. */
  sendError(error: Parameters<CallingBridge['sendError']>[0]): SendResult {
    return this.core.sendError(error);
  }

  /** Tells HubSpot the widget's new address. */
  setWidgetUrl(data: Parameters<CallingBridge['setWidgetUrl']>[0]): SendResult {
    return this.core.setWidgetUrl(data);
  }

  /** Sends any message. One of a known type is treated like its command. */
  sendMessage(message: Parameters<CallingBridge['sendMessage']>[0]): SendResult {
    return this.core.sendMessage(message);
  }

  /**
   * Changes what HubSpot is not told at once: mute, hold, recording, who it is, notes, outcome. Without an id it is about the
   * call in focus; a call that is resumed comes to the front.
   */
  updateCall(changes: Parameters<CallingBridge['updateCall']>[0]): void {
    this.core.updateCall(changes);
  }

  /**
   * Whether what was noted of a call would be there again, were the page loaded anew now. It would not be where the browser
   * stores nothing for this page, without HubSpot, and of a call that is saved.
   */
  keepsDraft(externalCallId: string): boolean {
    return this.core.keepsDraft(externalCallId);
  }

  /** Brings back a call that HubSpot knows already, after a reload. Nothing is sent. */
  restoreCall(call: Parameters<CallingBridge['restoreCall']>[0]): void {
    this.core.restoreCall(call);
  }

  /**
   * Brings a call to the front: the elements show it and act on it. Nothing happens while another call needs the user more:
   * one on the line goes before one that rings, and that before one to be finished.
   */
  focusCall(externalCallId: string): void {
    this.core.focusCall(externalCallId);
  }

  /**
   * Asks who somebody is, as it is asked of calls. Resolves with undefined if nobody knows, or nobody says it in time.
   * `signal` is aborted when the answer is not wanted any more.
   */
  lookUpParty(
    about: Parameters<CallingBridge['lookUpParty']>[0],
    signal: AbortSignal,
  ): Promise<Party | undefined> {
    return this.core.lookUpParty(about, signal);
  }

  /** The user looks into the history of calls: what was missed before is no news any more. */
  markHistorySeen(): void {
    this.core.markHistorySeen();
  }

  /** Whether a call that has ended waits for the user to finish it. */
  get hasWrapUp(): boolean {
    return this.core.hasWrapUp;
  }

  /** Makes calls that have ended wait for the user to complete them. The returned function ends that. */
  expectWrapUp(): () => void {
    return this.core.expectWrapUp();
  }

  /**
   * Offers a number to dial, as if HubSpot had asked for it: the dialer fills it in, and the form after a call offers “Save
   * and call …”. Undefined takes it back. A number that is being called already changes nothing.
   */
  setDialIntent(intent: DialIntent | undefined): void {
    this.core.setDialIntent(intent);
  }

  /** Chooses the number to call from; undefined for the voice's own. */
  chooseFromNumber(fromNumber: string | undefined): void {
    this.core.chooseFromNumber(fromNumber);
  }

  /**
   * Asks as an element does: raises the request's event and, unless that is prevented, carries it out. Returns whether it
   * was not prevented. `before` is the state when it was asked. Default: the present one.
   */
  request<K extends RequestName>(name: K, detail: RequestDetails[K], before?: WidgetState): boolean {
    return this.core.request(name, detail, before);
  }

  /**
   * Carries out a request whose event was raised elsewhere and not prevented. `before` is the state before the event was
   * raised: a listener may have done it already. Default: the present one.
   */
  carryOut<K extends RequestName>(name: K, detail: RequestDetails[K], before?: WidgetState): void {
    this.core.carryOut(name, detail, before);
  }
}
