/** A page with the official SDK or with ours, as its address says. Records every call of its handlers. */
import Official, { Constants as officialConstants } from '@hubspot/calling-extensions-sdk';
import { CallingBridge } from '../../bridge/index.js';
import { CallingExtensions, Constants, type AppExtensions, type AppOptions } from '../index.js';

/** What the address can ask for. */
export interface PageOptions {
  readonly sdk: 'official' | 'ours';
  /** The names of the handlers. */
  readonly handlers?: readonly string[];
  /** The name of the handler that throws. */
  readonly throwing?: string;
  /** Makes the page the host of a widget at this address. */
  readonly frame?: string;
  readonly debugMode?: boolean;
  /** Whether our SDK trusts this page's origin. Default: true. */
  readonly isTrusted?: boolean;
  /** Makes no instance; the test does. */
  readonly isEmpty?: boolean;
}

/** A call of a handler. */
export interface HandlerCall {
  readonly handler: string;
  readonly data: unknown;
  readonly event: unknown;
}

/** The properties of the page's window for the test, which is of the same origin. */
export interface SdkPage {
  readonly extensions: AppExtensions;
  readonly handlerCalls: HandlerCall[];
  /** What was written to the console: the level and the arguments. */
  readonly lines: string[];
  readonly problems: string[];
  /** Makes another instance with the same options, but for these. */
  build(changes?: Partial<AppOptions>): AppExtensions;
  /** Connects a bridge, as a tag does. */
  connectBridge(): CallingBridge;
}

const options = JSON.parse(decodeURIComponent(location.search.slice(1))) as PageOptions;
const handlerCalls: HandlerCall[] = [];
const lines: string[] = [];
const problems: string[] = [];

for (const level of ['log', 'debug', 'warn', 'error'] as const) {
  console[level] = (...args: unknown[]) => lines.push(`${level} ${JSON.stringify(args)}`);
}
// A handler that throws is part of a test, not a failure of it.
window.addEventListener('error', (event) => event.preventDefault());
// The test posts a number and gets it back: then everything posted before has been handled.
window.addEventListener('message', ({ data, source }: MessageEvent<{ settled?: number } | undefined>) => {
  if (data?.settled !== undefined) source?.postMessage(data, { targetOrigin: location.origin });
});

const handlers = Object.fromEntries(
  (options.handlers ?? []).map((handler) => [
    handler,
    (data: unknown, event: unknown) => {
      handlerCalls.push({ handler, data, event });
      if (handler === options.throwing) throw new Error('A handler’s own.');
    },
  ]),
);

function build(changes: Partial<AppOptions> = {}): AppExtensions {
  const all: AppOptions = {
    debugMode: options.debugMode ?? false,
    eventHandlers: handlers,
    ...(options.frame !== undefined && {
      iFrameOptions: { src: options.frame, width: '400', height: '600', hostElementSelector: '#host' },
    }),
  };
  if (options.sdk === 'official') {
    return new Official(all as ConstructorParameters<typeof Official>[0]) as unknown as AppExtensions;
  }
  return new CallingExtensions({
    ...all,
    allowedOrigins: (options.isTrusted ?? true) ? [location.origin] : [],
    onProblem: ({ code, detail }) => problems.push(`${code} ${detail}`),
    ...changes,
  });
}

function connectBridge(): CallingBridge {
  const bridge = new CallingBridge({ allowedOrigins: [location.origin] });
  bridge.connect();
  return bridge;
}

Object.assign(window, {
  handlerCalls,
  lines,
  problems,
  build,
  connectBridge,
  constants: options.sdk === 'official' ? officialConstants : Constants,
  ...(options.isEmpty ? {} : { extensions: build() }),
});
window.dispatchEvent(new Event('sdk-ready'));
