/** Starts a widget in a frame of this page and plays HubSpot around it. */
import { framePermissions, systemClock, windowWire } from '../link/index.js';
import { explainStart, readUrl } from './explain-start.js';
import type { HubSpotHostOptions } from './host-options.js';
import { HubSpotHost } from './hubspot-host.js';
import { hasStarted } from './state.js';
import { waitUntil } from './wait.js';

/** What to start, and how. */
export interface StartHostOptions extends Omit<HubSpotHostOptions, 'widgetOrigin' | 'reload'> {
  /** The address of the widget's page, with http or https. */
  readonly widgetUrl: string;
  /** What the frame is put into, at its end. Default: the body. */
  readonly container?: Element;
  /** The width of the frame in px, until the widget asks for another. Default: 400. */
  readonly width?: number;
  /** The height of the frame in px, until the widget asks for another. Default: 600. */
  readonly height?: number;
  /** What the frame may do: its `allow` attribute. Default: `microphone; autoplay; speaker-selection`. */
  readonly allow?: string;
  /** After how many ms without INITIALIZED to give up. Default: 10000. */
  readonly timeoutMs?: number;
}

/** A host and the frame that was made for it. Its `stop` removes the frame as well. */
export type FramedHost = HubSpotHost & { readonly frame: HTMLIFrameElement };

/**
 * Plays HubSpot around a frame that is there: shakes hands whenever it has loaded a page, and sizes and hides it as the
 * widget and the host ask. The page is not loaded: set `frame.src` afterwards. Throws a `StartError` for an address that
 * is not one with http or https.
 */
export function hostAround(
  frame: HTMLIFrameElement,
  options: Omit<HubSpotHostOptions, 'widgetOrigin' | 'reload'> & { readonly widgetUrl: string },
): HubSpotHost {
  const { widgetUrl, ...rest } = options;
  const { href, origin } = readUrl(widgetUrl);
  const { width, height } = frame;
  const host = new HubSpotHost(
    { wire: windowWire({ peer: () => frame.contentWindow }), clock: systemClock },
    { ...rest, widgetOrigin: origin, reload: () => load(frame, href) },
  );
  const connect = () => {
    if (!closingFrames.has(frame)) host.connect();
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

/** Frames that are about to be removed: what they load now is no widget. */
const closingFrames = new WeakSet<HTMLIFrameElement>();

/** How many ms a page may take to go. */
const leaveMs = 1000;

/** How many ms the last words of a page may take to come, after it has gone. */
const lastWordsMs = 50;

/**
 * Has the page in a frame go as when a user closes its tab: what it says at `pagehide` is still heard. The host is not
 * stopped, and the frame stays, empty.
 */
export async function leaveFrame(frame: HTMLIFrameElement): Promise<void> {
  closingFrames.add(frame);
  const pause = (ms: number) => new Promise<void>((resolve) => void systemClock.after(ms, resolve));
  const left = new Promise<void>((resolve) => {
    frame.addEventListener('load', () => resolve(), { once: true });
  });
  frame.src = 'about:blank';
  await Promise.race([left, pause(leaveMs)]);
  await pause(lastWordsMs);
}

/** Starts a widget in a new frame. Resolves when it has sent INITIALIZED; rejects with a `StartError`, without a frame. */
export async function startHost(options: StartHostOptions): Promise<FramedHost> {
  const { container = document.body, width = 400, height = 600, allow = framePermissions } = options;
  const { widgetUrl, timeoutMs = 10_000 } = options;
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
      find: () => (hasStarted(host.state) ? true : undefined),
      timeoutMs,
      explain: () => '',
    });
  } catch {
    const problem = await explainStart(host, frame, timeoutMs);
    host.stop();
    throw problem;
  }
  return Object.assign(host, { frame });
}

// Setting the same address again loads the page again, unless it has a fragment: then the page would only scroll. Taking
// the frame out and putting it back loads the page in any case.
function load(frame: HTMLIFrameElement, href: string): void {
  const { parentNode, nextSibling } = frame;
  if (href.includes('#') && parentNode) parentNode.insertBefore(frame, nextSibling);
  else frame.src = href;
}
