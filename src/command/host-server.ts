/**
 * Serves the page around the widget, to this machine only.
 *
 * 1. It listens on the loopback addresses and nowhere else.
 * 2. The Host header must name this server: another name that resolves to it (DNS rebinding) is refused.
 * 3. Files are served from a fixed table: a path never becomes the name of a file on disk.
 * 4. A report must come from the page itself, be small, and have the shape of one.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { fileName, type ServedFile } from './page.js';
import { maxReportBytes, readReport, type StartReport } from './report.js';

/** What a server serves, and who is told of reports. */
export interface HostSite {
  /** As the browser shows it: `http://localhost:9026`. */
  readonly origin: string;
  readonly policy: string;
  readonly files: ReadonlyMap<string, ServedFile>;
  readonly onReport: (report: StartReport) => void;
}

/** The function that answers the requests of a server. */
export function listenerFor(site: HostSite): RequestListener {
  const { host, port } = new URL(site.origin);
  const otherNames = new Set(
    ['localhost', '127.0.0.1'].map((name) => (port === '' ? name : `${name}:${port}`)),
  );
  return (request, response) => {
    const path = fileName(request.url ?? '');
    response.setHeader('Content-Security-Policy', site.policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('Cache-Control', 'no-store');
    const named = request.headers.host ?? '';
    if (!otherNames.has(named)) refuse(response, 421, 'This server has another name.');
    else if (path === '/report') takeReport(request, response, site);
    else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      refuse(response, 405, 'Only GET.');
    }
    // The widget trusts one of the two names only: a browser that comes by the other one is redirected.
    else if (path === '/' && named !== host) response.writeHead(307, { Location: `${site.origin}/` }).end();
    // Every browser asks for it; a 404 would show up in the console.
    else if (path === '/favicon.ico') response.writeHead(204).end();
    else {
      const file = site.files.get(path);
      if (!file) refuse(response, 404, 'There is no such page.');
      else response.writeHead(200, { 'Content-Type': file.type }).end(file.body);
    }
  };
}

function takeReport(request: IncomingMessage, response: ServerResponse, site: HostSite): void {
  const { origin, 'content-type': type } = request.headers;
  if (request.method !== 'POST') {
    response.setHeader('Allow', 'POST');
    refuse(response, 405, 'Only POST.');
  } else if (origin !== site.origin) refuse(response, 403, 'Only for the page itself.');
  else if (type !== 'application/json') refuse(response, 415, 'Only JSON.');
  else {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      // The Content-Length header is not trusted: what really comes is counted.
      if (size <= maxReportBytes) chunks.push(chunk);
      else if (!response.headersSent) refuse(response, 413, 'Too large.');
    });
    request.on('end', () => {
      if (response.headersSent) return;
      const report = readReport(Buffer.concat(chunks).toString('utf8'));
      if (!report) {
        refuse(response, 400, 'Not a report.');
        return;
      }
      response.writeHead(204).end();
      site.onReport(report);
    });
  }
}

// Closes the connection: whatever else comes on it is not read.
function refuse(response: ServerResponse, status: number, why: string): void {
  response
    .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
    .end(`${why}\n`);
}
