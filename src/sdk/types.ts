/**
 * The official SDK's types by the same names: options and handlers. What is named `App…` is what an app may write: more
 * than the official types allow.
 */
import type { WidgetLinkOptions } from '../link/widget-link-options.js';
import type { ErrorCode } from '../protocol/errors.js';
import type { HandlerName } from '../protocol/names.js';
import type { HostPayloads } from './payloads.js';

export * from './messages.js';
export * from './payloads.js';

/** A message as the host sent it, or one that the SDK made, such as the one for `onReady`. */
export interface HostMessage<P = unknown> {
  readonly type: string;
  /** Missing in a message that the SDK made. */
  readonly messageId?: string | number;
  readonly data: P;
}

/** A handler. One whose parameters have other types, written by the app, is accepted as well. */
export type Handler<P = unknown> = ((data: P, event: HostMessage<P>) => unknown) | Function;

/** All handlers, each of which can be called with anything: as the official SDK types them. */
export type EventHandlers = { [T in keyof HostPayloads as HandlerName<T>]: Function } & {
  /** Called for each `…_FAILED` message, besides the message's own handler. */
  onFailed: Function;
  /** Called for each message without a handler of its own. */
  defaultEventHandler?: Function;
};

/**
 * The handlers of an app, typed by what HubSpot sends. All are optional. For a name that does not exist a line is written
 * to the console.
 */
export type AppHandlers = {
  [T in keyof HostPayloads as HandlerName<T>]?: Handler<HostPayloads[T]>;
} & {
  /** Called for each `…_FAILED` message, besides the message's own handler. */
  onFailed?: Handler;
  /** The same: the official 0.9.7 looks for `onFailed` by this name. */
  FAILED?: Handler;
  /** Called for each message without a handler of its own. */
  defaultEventHandler?: Handler;
};

/** The frame of the widget, in a page that plays the host. All are required. */
export type IframeOptions = {
  /** The widget's address. Only its origin is listened to. */
  src: string;
  height: string;
  width: string;
  /** The element that the frame goes into. Its content is removed. */
  hostElementSelector: string;
};

/** Something that went wrong and that the official SDK does not report. */
export interface Problem {
  readonly code: ErrorCode;
  /** The value or place at fault. Holds no phone number. */
  readonly detail: string;
}

/**
 * `SharedFrames` of `hs-calling-elements/frames`. Its own types are not named here: they take a newer TypeScript than code that
 * was written for the official SDK may have.
 */
export interface FramesOption {
  /** Makes the link of the drop-in, which calls it. */
  readonly createLink: Function;
}

/** The options that the official SDK does not have: whom to trust besides HubSpot, `frames` and `onProblem`. */
export interface AddedOptions extends Pick<
  WidgetLinkOptions,
  'allowedOrigins' | 'environment' | 'handshakeTimeout' | 'strictAncestors' | 'sourceCheck'
> {
  /** Called when a message was rejected, no host came, or a setting cannot be used. Default: none. */
  readonly onProblem?: (problem: Problem) => void;
  /**
   * `new SharedFrames()` of `hs-calling-elements/frames`: of the frames of a user one owns the calls, and HubSpot is told
   * everything of a call once. At the widget's end only. Default: each frame has calls of its own, as with the official SDK.
   */
  readonly frames?: FramesOption | undefined;
}

/** The options of `CallingExtensions`, as the official SDK types them. */
export type Options = AddedOptions & {
  /** Makes this page the host of a widget in a frame. Default: this page is the widget. */
  iFrameOptions?: IframeOptions;
  /** Writes one line for each message to the console, phone numbers masked. */
  debugMode: boolean;
  eventHandlers: EventHandlers;
};

/** What `new CallingExtensions` takes. */
export type AppOptions = AddedOptions & {
  /** Makes this page the host of a widget in a frame. Default: this page is the widget. */
  iFrameOptions?: IframeOptions | undefined;
  /** Writes one line for each message to the console, phone numbers masked. Default: false. */
  debugMode?: boolean | undefined;
  eventHandlers: AppHandlers;
};

/** The options of `IFrameManager`, as the official SDK types them. */
export type IframeManagerOptions = AddedOptions & {
  iFrameOptions?: IframeOptions;
  debugMode: boolean;
  /** Called with each message that passed the gates. */
  onMessageHandler: Function;
};

/** What `new IFrameManager` takes. */
export type AppManagerOptions = AddedOptions & {
  iFrameOptions?: IframeOptions | undefined;
  debugMode?: boolean | undefined;
  /** Called with each message that passed the gates. */
  onMessageHandler: ((message: HostMessage) => void) | Function;
};
