/** What is wrong with a widget: found by a probe from outside, or reported by the page that frames it. */
import { refusals } from './framing.js';
import type { NoAnswerReason, Probe } from './probe.js';
import type { StartReport } from './report.js';
import { certificateFaults, inWords, type Facts, type Trouble, type Words } from './words.js';

/** One thing that is wrong. A problem keeps the widget from working; a note does not. */
export interface Finding extends Words {
  readonly trouble: Trouble;
  readonly isNote: boolean;
}

/** The widget, the origin that frames it, and the origins that its frame may go to. */
export interface Place {
  readonly widget: URL;
  /** The origin of the page that frames the widget. */
  readonly host: string;
  /** Origins besides the widget's own that the frame may be redirected to. */
  readonly also: readonly string[];
}

const noAnswerTroubles: Readonly<Record<NoAnswerReason, Trouble>> = {
  refused: 'CONNECTION_REFUSED',
  'unknown-host': 'UNKNOWN_HOST',
  timeout: 'TIMEOUT',
  'no-tls': 'NO_TLS',
  'hung-up': 'HUNG_UP',
  'not-http': 'NOT_HTTP',
  redirects: 'TOO_MANY_REDIRECTS',
  unreachable: 'UNREACHABLE',
};

/** What a probe has found. If there is no problem among the findings, the widget can be framed. */
export function findingsOf(seen: Probe, place: Place): readonly Finding[] {
  const at = seen.url.href;
  const notes = seen.certificates.map(({ origin, codes }) =>
    finding('CERTIFICATE', place, { at: `${origin}/`, ...certificateFaults(codes) }, true),
  );
  if (!seen.answered)
    return [...notes, finding(noAnswerTroubles[seen.reason], place, { at, seen: seen.code })];
  const isElsewhere = seen.url.origin !== place.widget.origin;
  if (isElsewhere && !place.also.includes(seen.url.origin)) {
    return [...notes, finding('LEADS_ELSEWHERE', place, { at })];
  }
  // After a redirect to a log-in page, these are the headers of that page: the widget's own are not seen.
  const status = seen.status >= 400 ? [finding('HTTP_STATUS', place, { at, seen: String(seen.status) })] : [];
  const framing = refusals(seen.headers, seen.url, place.host).map(({ line, right }) =>
    finding('REFUSES_FRAMING', place, { at, seen: line, right }),
  );
  return [...notes, ...status, ...framing];
}

/** The same findings where nobody is there to answer what a browser asks: every note is a problem then. */
export function asProblems(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((one) => ({ ...one, isNote: false }));
}

/** The findings that keep the widget from working. */
export function problemsAmong(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ isNote }) => !isNote);
}

const reported: ReadonlyMap<string, Trouble> = new Map<string, Trouble>([
  ['NO_ACKNOWLEDGEMENT', 'NO_ACKNOWLEDGEMENT'],
  ['NOT_INITIALIZED', 'NOT_INITIALIZED'],
  ['OTHER_ORIGIN', 'OTHER_ORIGIN'],
]);

/**
 * Why a widget has not started in the page. What a probe finds at that moment says more than the page can see; where
 * it finds nothing, the page's word counts.
 */
export function explain(
  report: Extract<StartReport, { ok: false }>,
  seen: Probe,
  place: Place,
): readonly Finding[] {
  const found = findingsOf(seen, place);
  if (problemsAmong(found).length > 0) return found;
  const trouble = reported.get(report.code) ?? 'NOT_SHOWN';
  // Every note there is now is about a certificate: that is why the browser does not show what answers here.
  if (trouble === 'NOT_SHOWN' && found.length > 0) return asProblems(found);
  return [finding(trouble, place, { seen: report.message }), ...found];
}

function finding(trouble: Trouble, { widget, host }: Place, facts: Partial<Facts>, isNote = false): Finding {
  const { href } = widget;
  return {
    trouble,
    isNote,
    ...inWords(trouble, { widget: href, host, at: href, seen: '', right: '', ...facts }),
  };
}
