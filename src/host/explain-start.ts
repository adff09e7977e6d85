/** Says precisely why a widget did not start, from what can be seen of it. */
import { widgetAddress } from '../link/index.js';
import type { PlayedHost } from './played-host.js';
import { filterTranscript } from './transcript.js';

/**
 * Why a widget did not start.
 *
 * - `BAD_URL`: its address is not one with http or https.
 * - `NO_PLACE`: HubSpot shows no widget at the place that was asked for. Only `<hs-calling-host>` says so.
 * - `BLANK`: the frame has loaded nothing.
 * - `UNREACHABLE`: no server answers at the address.
 * - `OTHER_ORIGIN`: the address leads to a page of another origin.
 * - `NO_ACKNOWLEDGEMENT`: nobody has answered SYNC.
 * - `NOT_INITIALIZED`: the widget has answered SYNC, and has sent no valid INITIALIZED.
 */
export type StartProblem =
  | 'BAD_URL'
  | 'NO_PLACE'
  | 'BLANK'
  | 'UNREACHABLE'
  | 'OTHER_ORIGIN'
  | 'NO_ACKNOWLEDGEMENT'
  | 'NOT_INITIALIZED';

/** The widget did not start. The message says what was seen, and what to look at. */
export class StartError extends Error {
  override readonly name = 'StartError';

  constructor(
    readonly code: StartProblem,
    message: string,
  ) {
    super(message);
  }
}

/** What is looked at of a host. */
export interface StartingHost extends Pick<PlayedHost, 'state' | 'transcript'> {
  readonly widgetOrigin: string;
  readonly otherOrigins: readonly string[];
}

/** The address of a widget's page. Throws a `StartError` for one that is not an address with http or https. */
export function readUrl(widgetUrl: string): URL {
  const url = widgetAddress(widgetUrl);
  if (url) return url;
  throw new StartError('BAD_URL', `widgetUrl is “${widgetUrl}”; right: an address with http or https.`);
}

/**
 * Why a widget has not sent INITIALIZED in time, as far as it can be seen from this page.
 *
 * @param host - The host around the widget.
 * @param frame - The frame that the widget is in.
 * @param timeoutMs - How many ms the widget had.
 */
export async function explainStart(
  host: StartingHost,
  frame: HTMLIFrameElement,
  timeoutMs: number,
): Promise<StartError> {
  const widgetUrl = frame.src;
  const { widgetOrigin, otherOrigins, state, transcript } = host;
  const inTime = `within ${String(timeoutMs)} ms`;
  if (state.connection === 'acknowledged') {
    const invalid = filterTranscript(transcript, {
      direction: 'to-host',
      types: ['INITIALIZED'],
      valid: false,
    })[0];
    const why =
      invalid && !invalid.validity.ok
        ? `INITIALIZED came, but: ${invalid.validity.reason}`
        : 'INITIALIZED did not come';
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

// A page of another origin cannot be looked at. A frame that has loaded nothing has a blank page of this page's origin.
function isBlank(frame: HTMLIFrameElement, widgetOrigin: string): boolean {
  try {
    const view = frame.contentDocument;
    if (!view) return false;
    return widgetOrigin !== location.origin || view.body.childElementCount === 0;
  } catch {
    return false;
  }
}

// Whether a server answers there. If a policy of this page forbids to ask, it counts as one that does.
async function isReachable(url: string): Promise<boolean> {
  let isForbidden = false;
  const forbid = () => (isForbidden = true);
  document.addEventListener('securitypolicyviolation', forbid);
  try {
    await fetch(url, { method: 'HEAD', mode: 'no-cors', cache: 'no-store' });
    return true;
  } catch {
    // The event that says whether the policy forbade it comes a moment later.
    await new Promise((resolve) => setTimeout(resolve));
    return isForbidden;
  } finally {
    document.removeEventListener('securitypolicyviolation', forbid);
  }
}
