/** Requests a widget's page as a browser's frame would. Keeps status and headers, never the page itself. */
import * as http from 'node:http';
import * as https from 'node:https';
import type { Socket } from 'node:net';
import { checkServerIdentity, TLSSocket } from 'node:tls';
import type { FramingHeaders } from './framing.js';

/** A certificate that Node does not trust, and why: codes such as `DEPTH_ZERO_SELF_SIGNED_CERT`, at least one. */
export interface BadCertificate {
  readonly origin: string;
  readonly codes: readonly string[];
}

/** Why there was no answer. */
export type NoAnswerReason =
  'refused' | 'unknown-host' | 'timeout' | 'no-tls' | 'hung-up' | 'not-http' | 'redirects' | 'unreachable';

/** The result of a probe. */
export type Probe = {
  /** The address that answered, or did not. After redirects it is not the one that was probed. */
  readonly url: URL;
  readonly certificates: readonly BadCertificate[];
} & (
  | { readonly answered: true; readonly status: number; readonly headers: FramingHeaders }
  | { readonly answered: false; readonly reason: NoAnswerReason; readonly code: string }
);

/** How long a probe may take, redirects included. */
const defaultTimeoutMs = 5000;

const maxRedirects = 5;

/**
 * Probes a widget's page. Never rejects: what goes wrong is the result.
 *
 * @param widget - The address of the page.
 * @param options - `timeoutMs`: 5000 by default. `ended`: stops the probe, as if its time were over.
 */
export async function probe(
  widget: URL,
  { timeoutMs = defaultTimeoutMs, ended }: { timeoutMs?: number; ended?: AbortSignal } = {},
): Promise<Probe> {
  const signal = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(ended ? [ended] : [])]);
  const certificates: BadCertificate[] = [];
  let url = widget;
  for (let redirects = 0; redirects <= maxRedirects; redirects += 1) {
    const reply = await ask(url, signal);
    if ('reason' in reply) return { url, certificates, answered: false, ...reply };
    const { status, headers, location, codes } = reply;
    if (codes.length > 0 && certificates.every(({ origin }) => origin !== url.origin)) {
      certificates.push({ origin: url.origin, codes });
    }
    const next = nextOf(status, location, url);
    if (!next) return { url, certificates, answered: true, status, headers };
    url = next;
  }
  return { url, certificates, answered: false, reason: 'redirects', code: String(maxRedirects) };
}

interface Reply {
  readonly status: number;
  readonly headers: FramingHeaders;
  readonly location: string | undefined;
  /** What is wrong with the certificate. */
  readonly codes: readonly string[];
}

function ask(url: URL, signal: AbortSignal) {
  return new Promise<Reply | { readonly reason: NoAnswerReason; readonly code: string }>((resolve) => {
    const { get } = url.protocol === 'https:' ? https : http;
    const headers = {
      Accept: 'text/html,*/*;q=0.8',
      'Sec-Fetch-Dest': 'iframe',
      'Sec-Fetch-Mode': 'navigate',
    };
    // A bad certificate is reported, not refused: nothing secret is sent, and no content is kept.
    const request = get(url, { agent: false, rejectUnauthorized: false, signal, headers }, (response) => {
      const { socket, statusCode = 0, headers: got } = response;
      resolve({
        status: statusCode,
        headers: {
          'x-frame-options': joined(got['x-frame-options']),
          'content-security-policy': joined(got['content-security-policy']),
        },
        location: got.location,
        codes: certificateCodes(socket, url),
      });
      response.destroy();
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      const code = signal.aborted ? 'ETIMEDOUT' : (error.code ?? error.message);
      resolve({ reason: reasonOf(code), code });
    });
  });
}

/** Node names one fault only, and looks at the name last: who repairs the one should not meet the other then. */
function certificateCodes(socket: Socket, { hostname }: URL): readonly string[] {
  if (!(socket instanceof TLSSocket) || socket.authorized) return [];
  // An IPv6 address has brackets in a URL only.
  const isOther = checkServerIdentity(hostname.replace(/^\[|\]$/g, ''), socket.getPeerCertificate());
  const named = isOther ? ['ERR_TLS_CERT_ALTNAME_INVALID'] : [];
  return [...new Set([String(socket.authorizationError), ...named])];
}

// Node's types allow a list for every header.
function joined(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}

const reasonsByCode: readonly (readonly [pattern: RegExp, reason: NoAnswerReason])[] = [
  [/^ECONNREFUSED$/, 'refused'],
  [/^(?:ENOTFOUND|EAI_)/, 'unknown-host'],
  [/TIMEDOUT$/, 'timeout'],
  [/^(?:EPROTO|ERR_SSL_|ERR_TLS_)/, 'no-tls'],
  [/^(?:ECONNRESET|EPIPE)$/, 'hung-up'],
  [/^HPE_/, 'not-http'],
];

function reasonOf(code: string): NoAnswerReason {
  return reasonsByCode.find(([pattern]) => pattern.test(code))?.[1] ?? 'unreachable';
}

function nextOf(status: number, location: string | undefined, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  if (!URL.canParse(location, from.href)) return undefined;
  const next = new URL(location, from);
  return /^https?:$/.test(next.protocol) ? next : undefined;
}
