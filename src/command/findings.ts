/** What is found wrong: from outside by a probe, and from inside by the page around the widget. */
import { refusals } from './framing.js';
import type { Probe, Silence } from './probe.js';
import type { StartReport } from './report.js';
import { certificateFault, inWords, type Facts, type Trouble, type Words } from './words.js';

/** A note does not stand in the way; a problem does. */
export interface Finding extends Words {
  readonly trouble: Trouble;
  readonly isNote: boolean;
}

/** Whose widget it is, who frames it, and where else the frame may go. */
export interface Place {
  readonly widget: URL;
  /** An origin. */
  readonly host: string;
  readonly also: readonly string[];
}

const silent: Readonly<Record<Silence, Trouble>> = {
  refused: 'CONNECTION_REFUSED',
  'unknown-host': 'UNKNOWN_HOST',
  timeout: 'TIMEOUT',
  'no-tls': 'NO_TLS',
  'hung-up': 'HUNG_UP',
  'not-http': 'NOT_HTTP',
  redirects: 'TOO_MANY_REDIRECTS',
  unreachable: 'UNREACHABLE',
};

/** What a probe has found. Without a problem among it, the widget can be framed. */
export function findingsOf(seen: Probe, place: Place): readonly Finding[] {
  const at = seen.url.href;
  const notes = seen.certificates.map(({ origin, code }) =>
    finding('CERTIFICATE', place, { at: `${origin}/`, seen: certificateFault(code) }, true),
  );
  if (!seen.answered) return [...notes, finding(silent[seen.silence], place, { at, seen: seen.code })];
  const isElsewhere = seen.url.origin !== place.widget.origin;
  if (isElsewhere && !place.also.includes(seen.url.origin)) {
    return [...notes, finding('LEADS_ELSEWHERE', place, { at })];
  }
  // Where one logs in decides for itself who may frame it; what the widget's own headers are is not seen then.
  const status = seen.status >= 400 ? [finding('HTTP_STATUS', place, { at, seen: String(seen.status) })] : [];
  const framing = refusals(seen.headers, seen.url, place.host).map(({ line, right }) =>
    finding('REFUSES_FRAMING', place, { at, seen: line, right }),
  );
  return [...notes, ...status, ...framing];
}

/** What stands in the way, if anything. */
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
  if (trouble === 'NOT_SHOWN' && found.length > 0) return found.map((note) => ({ ...note, isNote: false }));
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
