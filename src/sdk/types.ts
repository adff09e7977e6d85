/** The official SDK's types, by the same names, for what an app gives and what it handles. */
import type { WidgetLinkOptions } from '../link/widget-link-options.js';
import type { ErrorCode } from '../protocol/errors.js';
import type { HandlerName } from '../protocol/names.js';
import type { HostPayloads } from './payloads.js';

export type * from './messages.js';
export type * from './payloads.js';

/** A message as the host sent it, or as the SDK made it for `onReady`. */
export interface HostMessage<P = unknown> {
  readonly type: string;
  /** Missing on what the SDK tells by itself. */
  readonly messageId?: string | number;
  readonly data: P;
}

/** A handler. One whose parameters an app has typed in its own way is taken as well. */
export type Handler<P = unknown> = ((data: P, event: HostMessage<P>) => unknown) | CallableFunction;

/** What to do when HubSpot says something. All are optional; a name that does not exist is told on the console. */
export type EventHandlers = {
  [T in keyof HostPayloads as HandlerName<T>]?: Handler<HostPayloads[T]>;
} & {
  /** Each `…_FAILED`, besides the handler of its own. */
  onFailed?: Handler;
  /** The name under which the official 0.9.7 looks for `onFailed`. */
  FAILED?: Handler;
  /** Each message without a handler of its own. */
  defaultEventHandler?: Handler;
};

/** The frame of a widget, in a page that plays the host. All are required. */
export type IframeOptions = {
  /** The widget's address. Its origin is the only one that is heard. */
  src: string;
  height: string;
  width: string;
  /** Where the frame goes. What is there is removed. */
  hostElementSelector: string;
};

/** What went wrong that the official SDK does not tell of. */
export interface Problem {
  readonly code: ErrorCode;
  /** With which value, or where. Holds no phone number. */
  readonly detail: string;
}

/** What only ours takes: whom to trust besides HubSpot, and what to tell. */
export interface AddedOptions extends Pick<
  WidgetLinkOptions,
  'allowedOrigins' | 'environment' | 'handshakeTimeout' | 'strictAncestors' | 'sourceCheck'
> {
  /** A message was turned away, a host did not come, a setting cannot be used. Default: nothing is told. */
  readonly onProblem?: (problem: Problem) => void;
}

/** How to build a `CallingExtensions`. */
export type Options = AddedOptions & {
  /** Plays the host, around a widget in a frame. Default: plays the widget. */
  iFrameOptions?: IframeOptions | undefined;
  /** Logs each message on the console, phone numbers masked. Default: false. */
  debugMode?: boolean;
  eventHandlers: EventHandlers;
};

/** How to build an `IFrameManager`. */
export type IframeManagerOptions = AddedOptions & {
  iFrameOptions?: IframeOptions | undefined;
  debugMode?: boolean | undefined;
  /** Gets each message that passed the gates. */
  onMessageHandler: ((message: HostMessage) => void) | CallableFunction;
};
