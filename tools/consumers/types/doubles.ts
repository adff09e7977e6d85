// Subclasses, fakes and wrappers of an app and of its tests.
import SDK, {
  IFrameManager,
  type EventHandlers,
  type OnCallEnded,
  type Options,
} from '@hubspot/calling-extensions-sdk';
import * as All from '@hubspot/calling-extensions-sdk';

export class Logged extends SDK {
  readonly log: string[] = [];

  constructor(options: Options) {
    super(options);
    this.iFrameManager.debugMode = true;
  }

  callEnded(data: OnCallEnded): void {
    this.log.push(data.externalCallId);
    super.callEnded(data);
  }

  sendMessage(message: All.OnMessage): void {
    this.log.push(message.type);
    super.sendMessage(message);
  }

  onMessageHandler(event: { type: keyof EventHandlers; data: any }): void {
    super.onMessageHandler(event);
  }
}

export class Framed extends IFrameManager {
  static createIFrame(options: All.IframeOptions, onLoad: (event: Event) => void): HTMLIFrameElement | null {
    return IFrameManager.createIFrame(options, onLoad, () => undefined);
  }

  onMessage(event: { data: any; origin?: any }): void {
    super.onMessage(event);
  }
}

IFrameManager.createIFrame = () => null;
IFrameManager.formatSize = (size) => `${size}`;

// A fake that has all that the class has, and a class that says that it does.
export const manager: IFrameManager = {
  options: null,
  onMessageHandler: () => {},
  isIFrameHost: false,
  debugMode: false,
  callbacks: {},
  instanceId: 1,
  instanceRegexp: /1/,
  isReady: true,
  messageHandler: () => {},
  iFrame: null,
  firstSyncSent: 0,
  destinationWindow: null,
  destinationHost: '',
  handleLoadError() {},
  updateIFrameSize() {},
  onReady() {},
  remove() {},
  sendMessage() {},
  onMessage() {},
  sendSync() {},
  logDebugMessage() {},
};
export const partial = { callEnded() {}, initialized() {} } as Partial<SDK> as SDK;
export const pick: Pick<SDK, 'callEnded' | 'callCompleted'> = {
  callEnded: (data: OnCallEnded) => data.engagementId.toFixed(),
  callCompleted: (data) => data.externalCallId.trim(),
};

type Methods = { [K in keyof SDK as SDK[K] extends (...args: any[]) => void ? K : never]: SDK[K] };
type Mocked<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? { calls: A[]; returns: R } : T[K];
};
export function ids(mocked: Mocked<Methods>): (number | string | undefined)[] {
  const [[first]] = mocked.callEnded.calls as [[OnCallEnded]];
  return [
    ...mocked.callEnded.calls.map(([data]) => data.engagementId),
    ...mocked.callCompleted.calls.map(([data]) => data.engagementProperties?.hs_timestamp),
    first.externalCallId,
  ];
}

// Wrappers pass on what they are given.
export const wrap =
  <K extends keyof Methods>(sdk: SDK, name: K) =>
  (...args: Parameters<SDK[K]>): void => {
    (sdk[name] as Function).apply(sdk, args);
  };
export const end = (sdk: SDK, ...args: Parameters<SDK['callEnded']>) => sdk.callEnded(...args);
export const later: (data: OnCallEnded) => void = (data) => partial.callEnded(data);
export const classes: (typeof SDK)[] = [SDK, Logged];
export const make = (Class: new (options: Options) => SDK, options: ConstructorParameters<typeof SDK>[0]) =>
  new Class(options);
export const instance: SDK = make(Logged, null!);
export const made: InstanceType<typeof SDK> = new SDK(null!);
export const isOne = (value: unknown): value is SDK => value instanceof SDK;
export const second: All.Options['eventHandlers'] = instance.options.eventHandlers;
export const viaAll = [All.Constants.VERSION, All.IFrameManager.formatSize(1)];
export interface WithPhone extends EventHandlers {
  onPhone(): void;
}
export { SDK as Default };
