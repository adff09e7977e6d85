/** Asks for a widget's page as a browser would, and keeps what can be told from outside: no byte of the page itself. */
import * as http from 'node:http';
import * as https from 'node:https';
import { TLSSocket } from 'node:tls';
import type { FramingHeaders } from './framing.js';

/** A certificate that Node does not trust, and why: a code such as `DEPTH_ZERO_SELF_SIGNED_CERT`. */
export interface BadCertificate {
  readonly origin: string;
  readonly code: string;
}

/** Why there was no answer. */
export type Silence =
  'refused' | 'unknown-host' | 'timeout' | 'no-tls' | 'hung-up' | 'not-http' | 'redirects' | 'unreachable';

/** What came of asking. */
export type Probe = {
  /** The address that answered, or did not: after redirects another than was asked for. */
  readonly url: URL;
  readonly certificates: readonly BadCertificate[];
} & (
  | { readonly answered: true; readonly status: number; readonly headers: FramingHeaders }
  | { readonly answered: false; readonly silence: Silence; readonly code: string }
);

/** Ms for everything, redirects included. */
const patience = 5000;

const mostRedirects = 5;

/** Never rejects: whatever happens is the answer, and to be told to end is a timeout. */
export async function probe(
  widget: URL,
  { timeout = patience, ended }: { timeout?: number; ended?: AbortSignal } = {},
): Promise<Probe> {
  const signal = AbortSignal.any([AbortSignal.timeout(timeout), ...(ended ? [ended] : [])]);
  const certificates: BadCertificate[] = [];
  let url = widget;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const reply = await ask(url, signal);
    if ('silence' in reply) return { url, certificates, answered: false, ...reply };
    const { status, headers, location, certificate } = reply;
    if (certificate !== undefined && certificates.every(({ origin }) => origin !== url.origin)) {
      certificates.push({ origin: url.origin, code: certificate });
    }
    const next = nextOf(status, location, url);
    if (!next) return { url, certificates, answered: true, status, headers };
    url = next;
  }
  return { url, certificates, answered: false, silence: 'redirects', code: String(mostRedirects) };
}

interface Reply {
  readonly status: number;
  readonly headers: FramingHeaders;
  readonly location: string | undefined;
  readonly certificate: string | undefined;
}

function ask(url: URL, signal: AbortSignal) {
  return new Promise<Reply | { readonly silence: Silence; readonly code: string }>((resolve) => {
    const { get } = url.protocol === 'https:' ? https : http;
    const headers = {
      Accept: 'text/html,*/*;q=0.8',
      'Sec-Fetch-Dest': 'iframe',
      'Sec-Fetch-Mode': 'navigate',
    };
    // Whom a certificate is from is told, not enforced: nothing secret is sent, and nothing that comes is kept.
    const request = get(url, { agent: false, rejectUnauthorized: false, signal, headers }, (response) => {
      const { socket, statusCode = 0, headers: got } = response;
      const isBad = socket instanceof TLSSocket && !socket.authorized;
      resolve({
        status: statusCode,
        headers: {
          'x-frame-options': joined(got['x-frame-options']),
          'content-security-policy': joined(got['content-security-policy']),
        },
        location: got.location,
        certificate: isBad ? String(socket.authorizationError) : undefined,
      });
      response.destroy();
    });
    request.on('error', (error: NodeJS.ErrnoException) => {
      const code = signal.aborted ? 'ETIMEDOUT' : (error.code ?? error.message);
      resolve({ silence: silenceOf(code), code });
    });
  });
}

// Node's types know that a header may come as a list.
function joined(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}

const silences: readonly (readonly [pattern: RegExp, silence: Silence])[] = [
  [/^ECONNREFUSED$/, 'refused'],
  [/^(?:ENOTFOUND|EAI_)/, 'unknown-host'],
  [/TIMEDOUT$/, 'timeout'],
  [/^(?:EPROTO|ERR_SSL_|ERR_TLS_)/, 'no-tls'],
  [/^(?:ECONNRESET|EPIPE)$/, 'hung-up'],
  [/^HPE_/, 'not-http'],
];

function silenceOf(code: string): Silence {
  return silences.find(([pattern]) => pattern.test(code))?.[1] ?? 'unreachable';
}

function nextOf(status: number, location: string | undefined, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return undefined;
  if (!URL.canParse(location, from.href)) return undefined;
  const next = new URL(location, from);
  return /^https?:$/.test(next.protocol) ? next : undefined;
}
