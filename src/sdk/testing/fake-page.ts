/** A page with the official SDK or with ours, as its address says. Notes everything that its handlers are told. */
import Official, { Constants as officialConstants } from '@hubspot/calling-extensions-sdk';
import { CallingExtensions, Constants, type Options } from '../index.js';

/** What the address may ask for. */
export interface PageOptions {
  readonly sdk: 'official' | 'ours';
  /** The handlers that are there. */
  readonly handlers?: readonly string[];
  /** The one of them that throws. */
  readonly throwing?: string;
  /** Plays the host around this page. */
  readonly frame?: string;
  readonly debugMode?: boolean;
  /** Ours takes messages of this page's origin. Default: true. */
  readonly isTrusted?: boolean;
  /** Builds nothing: the test does. */
  readonly isEmpty?: boolean;
}

/** A handler was called. */
export interface Told {
  readonly handler: string;
  readonly data: unknown;
  readonly event: unknown;
}

/** What the page shows to a test, which is of the same origin. */
export interface SdkPage {
  readonly extensions: CallingExtensions;
  readonly told: Told[];
  /** What was written to the console, by level. */
  readonly lines: string[];
  readonly problems: string[];
  /** Makes one more of the same. */
  build(): CallingExtensions;
}

const options = JSON.parse(decodeURIComponent(location.search.slice(1))) as PageOptions;
const told: Told[] = [];
const lines: string[] = [];
const problems: string[] = [];

for (const level of ['log', 'debug', 'warn', 'error'] as const) {
  console[level] = (...args: unknown[]) => lines.push(`${level} ${JSON.stringify(args)}`);
}
// What a handler throws is wanted here, and no failure of the test.
window.addEventListener('error', (event) => event.preventDefault());
// The test asks whether everything before has been handled.
window.addEventListener('message', ({ data, source }: MessageEvent<{ settled?: number } | undefined>) => {
  if (data?.settled !== undefined) source?.postMessage(data, { targetOrigin: location.origin });
});

const handlers = Object.fromEntries(
  (options.handlers ?? []).map((handler) => [
    handler,
    (data: unknown, event: unknown) => {
      told.push({ handler, data, event });
      if (handler === options.throwing) throw new Error('A handler’s own.');
    },
  ]),
);

function build(): CallingExtensions {
  const given: Options = {
    debugMode: options.debugMode ?? false,
    eventHandlers: handlers,
    ...(options.frame !== undefined && {
      iFrameOptions: { src: options.frame, width: '400', height: '600', hostElementSelector: '#host' },
    }),
  };
  if (options.sdk === 'official') {
    return new Official(given as ConstructorParameters<typeof Official>[0]) as unknown as CallingExtensions;
  }
  return new CallingExtensions({
    ...given,
    allowedOrigins: (options.isTrusted ?? true) ? [location.origin] : [],
    onProblem: ({ code, detail }) => problems.push(`${code} ${detail}`),
  });
}

Object.assign(window, {
  told,
  lines,
  problems,
  build,
  constants: options.sdk === 'official' ? officialConstants : Constants,
  ...(options.isEmpty ? {} : { extensions: build() }),
});
window.dispatchEvent(new Event('sdk-ready'));
