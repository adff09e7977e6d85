/** What the page tells the command: whether the widget has started. */
import { maskNumbers } from '../link/mask.js';
import { custom, isRecord, read } from '../protocol/schema.js';

/** The largest report that is read, in bytes. */
export const maxReportBytes = 8192;

/** The detail of the element's `hs-host-start`. */
export type StartReport =
  { readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string };

const maxMessageLength = 1000;

/** Exactly the fields of a report: the page sends no other, so whatever has more does not come from it. */
const startReport = custom<StartReport>((value) => {
  if (!isRecord(value)) return false;
  const { ok, code, message, ...others } = value as Readonly<Record<string, unknown>>;
  if (Object.keys(others).length > 0) return false;
  if (ok === true) return code === undefined && message === undefined;
  return (
    ok === false &&
    typeof code === 'string' &&
    /^[A-Z_]{1,40}$/.test(code) &&
    typeof message === 'string' &&
    message.length <= maxMessageLength
  );
});

/** Reads the body of a report; undefined where it is anything else. Phone numbers in its message are masked. */
export function readReport(body: string): StartReport | undefined {
  let data: unknown;
  try {
    data = JSON.parse(body);
  } catch {
    return undefined;
  }
  const reading = read(startReport, data, 'report');
  if (!reading.ok) return undefined;
  const report = reading.data;
  return report.ok ? report : { ...report, message: maskNumbers(report.message) };
}
