/** The page around the widget, and the policy it is sent with. */

/** A file that is served. */
export interface ServedFile {
  readonly type: string;
  readonly body: string | Buffer;
}

const style = `html, body { block-size: 100%; margin: 0; }
p { margin: 0; overflow-wrap: anywhere; }
`;

/** The paths of the two calling windows: HubSpot's, and that of an app which keeps the calls by itself. */
const callingWindow = {
  hubSpots: '/calling-integration-popup-ui/',
  apps: '/calling-integration-popup-ui/?usesCallingWindow=false',
} as const;

/** The name in `filesOf` of what is asked for. The calling window is the same for each account, whose id its path has. */
export function fileName(requested: string): string {
  const window = /^(\/calling-integration-popup-ui\/)\d+(\?usesCallingWindow=false)?$/.exec(requested);
  if (window) return `${window[1] ?? ''}${window[2] ?? ''}`;
  return requested.split('?', 1)[0] ?? '';
}

/** All files of the page, by path. */
export function filesOf(
  widget: URL,
  scripts: { readonly element: Buffer; readonly reporter: Buffer },
): ReadonlyMap<string, ServedFile> {
  const script = 'text/javascript; charset=utf-8';
  const html = 'text/html; charset=utf-8';
  return new Map<string, ServedFile>([
    ['/', { type: html, body: pageAround(widget) }],
    [callingWindow.hubSpots, { type: html, body: windowAround(widget, 'uses-calling-window') }],
    [callingWindow.apps, { type: html, body: windowAround(widget, '') }],
    ['/page.css', { type: 'text/css; charset=utf-8', body: style }],
    ['/report-start.js', { type: script, body: scripts.reporter }],
    ['/hs-calling-host.js', { type: script, body: scripts.element }],
  ]);
}

/** The Content-Security-Policy of the page: scripts of this server, the widget in the frame, and nothing else. */
export function policyFor(widget: URL, also: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    // The element requests the widget's page when the frame does not answer, to see whether its server runs.
    `connect-src 'self' ${sourceOf(widget)}`,
    `frame-src ${[sourceOf(widget), ...also.map((origin) => sourceOf(new URL(origin)))].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

// A policy cannot name an IPv6 address, and a `;` in a host name would begin another directive: the scheme must do.
function sourceOf({ origin, protocol, hostname }: URL): string {
  return /^[\w.-]+$/.test(hostname) ? origin : protocol;
}

function pageAround(widget: URL): string {
  const address = escape(widget.href);
  return page(
    `Simulated HubSpot around ${escape(widget.host)}`,
    '<script type="module" src="/report-start.js"></script>',
    `<hs-calling-host src="${address}" shared>
        <p slot="header">Around ${address}. Everything else here is made up.</p>
      </hs-calling-host>`,
  );
}

// It shares the calls, the records and the settings of the page around the widget.
function windowAround(widget: URL, attribute: string): string {
  const element = `<hs-calling-host src="${escape(widget.href)}" shared widget-only place="window" ${attribute}></hs-calling-host>`;
  return page('Calling window', '', element);
}

function page(title: string, script: string, element: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
    <link rel="stylesheet" href="/page.css" />
    ${script}
    <script type="module" src="/hs-calling-host.js"></script>
  </head>
  <body>
    <main>
      ${element}
    </main>
  </body>
</html>
`;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (found) => escapes[found] ?? '');
}
