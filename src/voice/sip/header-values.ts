/** Reads what stands in the headers of a SIP message, in little time however long they are. */
import type { SipMessage } from './engine.js';

/** More than any server sends; what goes beyond is not read. */
const maxHeaders = 8;
const maxHeaderLength = 1000;

/**
 * One value: everything up to a comma that stands neither in quotes nor in angle brackets. A quote that is never closed
 * goes to the end: otherwise the end would be looked for from every quote anew.
 */
const value = /(?:"(?:[^"\\]|\\(?:.|$))*(?:"|$)|<[^<>]*>|[^",<])+/gs;

/** Every value of every header of a name: `a, b` in one header is the same as two headers (RFC 3261, 7.3.1). */
export function headerValues(message: SipMessage, name: string): string[] {
  const headers = message.getHeaders?.(name) ?? [message.getHeader(name) ?? ''];
  return headers
    .slice(0, maxHeaders)
    .flatMap((header) => header.slice(0, maxHeaderLength).match(value) ?? [])
    .map((found) => found.trim());
}

/** A parameter, such as `privacy` in `;privacy=full`, without its quotes. What is quoted elsewhere is not searched. */
export function parameterOf(text: string, name: string): string | undefined {
  for (const [, key, quoted, token] of text.matchAll(parameter))
    if (key?.toLowerCase() === name) return quoted === undefined ? token : unquote(quoted);
  return undefined;
}

const parameter = /;\s*([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/gs;

/** What stands between quotes, without the backslashes before single characters. */
export function unquote(text: string): string {
  return text.replaceAll(/\\(.)/gs, '$1');
}
