/** Puts a widget into a frame of this page, plays HubSpot around it, and says precisely what is wrong if it fails. */
import { systemClock, windowWire } from '../link/index.js';
import type { HubSpotHostOptions } from './host-options.js';
import { HubSpotHost } from './hubspot-host.js';
import { filterTranscript } from './transcript.js';
import { waitUntil } from './wait.js';

/** What to start, and how. */
export interface StartHostOptions extends Omit<HubSpotHostOptions, 'widgetOrigin' | 'reload'> {
  /** The widget's page. */
  readonly widgetUrl: string;
  /** Where the frame goes. Default: the end of the body. */
  readonly container?: Element;
  /** In px. Default: 400 × 600, until the widget asks for another size. */
  readonly width?: number;
  readonly height?: number;
  /** What the frame may do. Default: `microphone; autoplay`, as HubSpot's. */
  readonly allow?: string;
  /** Ms until INITIALIZED must have come. Default: 10000. */
  readonly timeout?: number;
}

/** A host and the frame that it has made. `stop` takes the frame away as well. */
export type FramedHost = HubSpotHost & { readonly frame: HTMLIFrameElement };

/** Why a widget did not start. */
export type StartProblem =
  'BAD_URL' | 'BLANK' | 'UNREACHABLE' | 'OTHER_ORIGIN' | 'NO_ACKNOWLEDGEMENT' | 'NOT_INITIALIZED';

/** The widget did not start: the message says what was seen and what to look at. */
export class StartError extends Error {
  override readonly name = 'StartError';

  constructor(
    readonly code: StartProblem,
    message: string,
  ) {
    super(message);
  }
}

/** Plays HubSpot around a frame: shakes hands whenever it has loaded, sizes and hides it as the widget asks. */
export function hostAround(
  frame: HTMLIFrameElement,
  options: Omit<HubSpotHostOptions, 'widgetOrigin' | 'reload'> & { readonly widgetUrl: string },
): HubSpotHost {
  const { widgetUrl, ...rest } = options;
  const { href, origin } = readUrl(widgetUrl);
  const { width, height } = frame;
  const host = new HubSpotHost(
    { wire: windowWire({ peer: () => frame.contentWindow }), clock: systemClock },
    {
      ...rest,
      widgetOrigin: origin,
      reload: () => load(frame, href),
    },
  );
  const connect = () => {
    host.connect();
  };
  host.listen();
  frame.addEventListener('load', connect);
  host.addEventListener('change', ({ state: { size, visibility } }) => {
    frame.width = String(size.width ?? width);
    frame.height = String(size.height ?? height);
    frame.hidden = visibility.isHidden || visibility.isMinimized;
  });
  host.onStop(() => frame.removeEventListener('load', connect));
  return host;
}

/** Starts a widget in a new frame. Resolves when it has said INITIALIZED, rejects with a `StartError`. */
export async function startHost(options: StartHostOptions): Promise<FramedHost> {
  const { container = document.body, width = 400, height = 600, allow = 'microphone; autoplay' } = options;
  const { widgetUrl, timeout = 10_000 } = options;
  const frame = document.createElement('iframe');
  frame.width = String(width);
  frame.height = String(height);
  frame.allow = allow;
  frame.title = 'Widget';
  const host = hostAround(frame, options);
  host.onStop(() => frame.remove());
  frame.src = readUrl(widgetUrl).href;
  container.append(frame);
  try {
    await waitUntil(host, {
      look: () => (host.state.connection === 'initialized' ? true : undefined),
      timeout,
      otherwise: () => '',
    });
  } catch {
    const problem = await explainStart(host, frame, timeout);
    host.stop();
    throw problem;
  }
  return Object.assign(host, { frame });
}

// To set the same address again loads it again, unless it has a fragment: that would only scroll.
function load(frame: HTMLIFrameElement, href: string): void {
  const { parentNode, nextSibling } = frame;
  if (href.includes('#') && parentNode) parentNode.insertBefore(frame, nextSibling);
  else frame.src = href;
}

function readUrl(widgetUrl: string): URL {
  try {
    const url = new URL(widgetUrl, document.baseURI);
    if (/^https?:$/.test(url.protocol)) return url;
  } catch {
    // said below
  }
  throw new StartError('BAD_URL', `widgetUrl is “${widgetUrl}”; right: an address with http or https.`);
}

/** Why a widget has not said INITIALIZED within a time in ms, as far as it can be seen from here. */
export async function explainStart(
  host: HubSpotHost,
  frame: HTMLIFrameElement,
  timeout: number,
): Promise<StartError> {
  const widgetUrl = frame.src;
  const { widgetOrigin, otherOrigins, state, transcript } = host;
  const inTime = `within ${String(timeout)} ms`;
  if (state.connection === 'acknowledged') {
    const bad = filterTranscript(transcript, {
      direction: 'to-host',
      types: ['INITIALIZED'],
      valid: false,
    })[0];
    const why =
      bad && !bad.validity.ok ? `INITIALIZED came, but: ${bad.validity.reason}` : 'INITIALIZED did not come';
    return new StartError(
      'NOT_INITIALIZED',
      `The widget has answered SYNC, but ${inTime} ${why}. Send it when HubSpot is ready: \`initialized({ isLoggedIn })\`.`,
    );
  }
  if (otherOrigins.length > 0) {
    return new StartError(
      'OTHER_ORIGIN',
      `The frame speaks from ${otherOrigins.join(', ')}, not from ${widgetOrigin}: ${widgetUrl} leads elsewhere. Give its final address.`,
    );
  }
  const wasBlank = isBlank(frame, widgetOrigin);
  if (!(await isReachable(widgetUrl))) {
    return new StartError('UNREACHABLE', `${widgetUrl} cannot be reached. Does its server run?`);
  }
  if (wasBlank) {
    return new StartError('BLANK', `The frame has stayed blank: ${widgetUrl} did not load ${inTime}.`);
  }
  return new StartError(
    'NO_ACKNOWLEDGEMENT',
    `Nothing at ${widgetUrl} has answered SYNC ${inTime}. Is this page's origin, ${location.origin}, among its ` +
      'allowed-origins? May it be framed here (frame-ancestors, X-Frame-Options)? Does its script run?',
  );
}

// Of another origin one can see nothing: but a blank page has ours.
function isBlank(frame: HTMLIFrameElement, widgetOrigin: string): boolean {
  try {
    const view = frame.contentDocument;
    if (!view) return false;
    return widgetOrigin !== location.origin || view.body.childElementCount === 0;
  } catch {
    return false;
  }
}

// A policy of this page may forbid to ask: that says nothing.
async function isReachable(url: string): Promise<boolean> {
  let isForbidden = false;
  const forbid = () => (isForbidden = true);
  document.addEventListener('securitypolicyviolation', forbid);
  try {
    await fetch(url, { method: 'HEAD', mode: 'no-cors', cache: 'no-store' });
    return true;
  } catch {
    // Whether it was the policy is told a moment later.
    await new Promise((resolve) => setTimeout(resolve));
    return isForbidden;
  } finally {
    document.removeEventListener('securitypolicyviolation', forbid);
  }
}
