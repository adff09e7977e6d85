/** What the page tells the command: how the start of the widget went. */
import * as v from 'valibot';
import { maskNumbers } from '../link/mask.js';

/** Bytes that a report may have. */
export const mostBytes = 8192;

/** As the element's `hs-host-start` says it. */
export type StartReport =
  { readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string };

const shape = v.variant('ok', [
  v.strictObject({ ok: v.literal(true) }),
  v.strictObject({
    ok: v.literal(false),
    code: v.pipe(v.string(), v.regex(/^[A-Z_]{1,40}$/)),
    message: v.pipe(v.string(), v.maxLength(1000)),
  }),
]);

/** Reads what came; undefined where it is anything else. Phone numbers in it are masked: they are nobody's business. */
export function readReport(body: string): StartReport | undefined {
  let data: unknown;
  try {
    data = JSON.parse(body);
  } catch {
    return undefined;
  }
  const { success, output } = v.safeParse(shape, data);
  if (!success) return undefined;
  return output.ok ? output : { ...output, message: maskNumbers(output.message) };
}
