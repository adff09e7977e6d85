// Serves the demo pages from source: `npm start`, or `PORT=9000 npm start`.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundledPages } from './tools/bundled-pages.mjs';
import { CDN_FILES } from './tools/bundle.mjs';
import { jssipAsModule } from './tools/jssip-module.mjs';
import { loopbackOnly } from './tools/loopback-only.mjs';
import { ROOT } from './tools/root.mjs';

const DEFAULT_PORT = 8000;
const port = Number(process.env.PORT || DEFAULT_PORT);

/** Two names of this machine are two origins: a page of one plays HubSpot and frames a widget of the other. */
const ORIGINS = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];

/** Where `npx hs-calling-host` serves its page: 9026, for the pages at the default port. */
const commandPort = port - DEFAULT_PORT + 9026;

const onlyForThisMachine = loopbackOnly({
  paths: ['/', '/favicon.ico'],
  folders: [
    'demo',
    // No folder of the checkout: see `callingWindow`.
    'calling-integration-popup-ui',
    'cdn',
    // What pages and their tests load as it is published.
    'node_modules/@hubspot/calling-extensions-sdk/dist',
    'node_modules/jssip/lib',
    'node_modules/@fontsource',
  ],
});

/** Where HubSpot's app lives; `frame-ancestors` has no wildcard inside a host name. */
const HUBSPOT_APP = ['app', 'app-na2', 'app-na3', 'app-eu1', 'app-ap1'].map(
  (host) => `https://${host}.hubspot.com`,
);

/** The headers that a widget's page should have in production too. */
const HEADERS = {
  'Content-Security-Policy': [
    `default-src 'self'`,
    `script-src 'self'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    // The simulated HubSpot requests the page of a widget that does not answer, to see whether it can be reached.
    `connect-src 'self' ${ORIGINS.join(' ')}`,
    `frame-src 'self' ${ORIGINS.join(' ')}`,
    `base-uri 'none'`,
    `object-src 'none'`,
    `frame-ancestors ${[...HUBSPOT_APP, ...ORIGINS, `http://localhost:${commandPort}`].join(' ')}`,
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** The pages that play HubSpot around a widget which opens a window for the calls. */
const HOST_PAGES = ['/demo/', '/demo/index.html', '/demo/frame.html', '/demo/frames.html'];

/** Under `same-origin` around it, a widget cannot tell a window that it has opened from one that the browser has blocked. */
const HOST_HEADERS = { 'Cross-Origin-Opener-Policy': 'same-origin-allow-popups' };

/** Where the SIP phone of the demo may connect to, and which widgets the official host may frame: this machine, at any port. */
const SIP_SERVERS = 'ws://127.0.0.1:*';
const WIDGETS = 'http://127.0.0.1:*';

async function widgetHeaders(context, next) {
  const isWindow = context.path.startsWith(CALLING_WINDOW);
  if (context.path.startsWith('/demo/') || isWindow) context.set(HEADERS);
  if (isWindow || HOST_PAGES.includes(context.path)) context.set(HOST_HEADERS);
  const allow = (directive, sources) => {
    const name = 'Content-Security-Policy';
    context.set(name, HEADERS[name].replace(`${directive} 'self'`, `$& ${sources}`));
  };
  if (context.path.startsWith('/demo/sip/')) allow('connect-src', SIP_SERVERS);
  if (context.path === '/demo/official-host.html') allow('frame-src', WIDGETS);
  await next();
}

/** HubSpot's address of a calling window: the id of the account follows, which the page reads. */
const CALLING_WINDOW = '/calling-integration-popup-ui/';

async function callingWindow(context, next) {
  if (context.path.startsWith(CALLING_WINDOW)) {
    const file = context.path.slice(CALLING_WINDOW.length);
    // What the page loads is beside the pages of the demo.
    context.url = `/demo/${/^\d+$/.test(file) ? 'frame.html' : file}`;
  }
  await next();
}

async function shortcuts(context, next) {
  if (context.path === '/' || context.path === '/demo') context.redirect('/demo/');
  // Every browser asks for it; a 404 would be a red line in the console of every page.
  else if (context.path === '/favicon.ico') context.status = 204;
  else await next();
}

/** The pages contain the default port; at another port, the addresses in them are changed. */
const portInPages = {
  name: 'port-in-pages',
  transform(context) {
    if (port === DEFAULT_PORT || !context.response.is('html')) return undefined;
    const body = context.body
      .replace(/\b(localhost|127\.0\.0\.1):8000\b/g, `$1:${port}`)
      .replace(/\blocalhost:9026\b/g, `localhost:${commandPort}`);
    return { body };
  },
};

/** Pages that use the CDN files work before `npm run build`: the files are then bundled from the source. */
const cdnFromSource = {
  name: 'cdn-from-source',
  async serve({ path }) {
    const file = CDN_FILES.find(({ outfile }) => path === `/${outfile}`);
    if (!file || existsSync(join(ROOT, file.outfile))) return undefined;
    const { outfile, entry, options } = file;
    const { outputFiles } = await build({
      ...options,
      outfile,
      absWorkingDir: ROOT,
      entryPoints: [entry.replace(/^dist\//, '').replace(/\.js$/, '.ts')],
      bundle: true,
      write: false,
      // `sideEffects` in package.json names files of dist/: for the source it would drop modules that are needed.
      ignoreAnnotations: true,
    });
    return { body: outputFiles[0].text, type: 'js' };
  },
};

/** `open` fails where there is no desktop to open a browser on. */
function hasDesktop() {
  const { BROWSER, CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (CI || BROWSER === 'none') return false;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

console.log(`Demo: http://localhost:${port}/demo/`);

export default {
  hostname: 'localhost',
  port,
  open: hasDesktop() ? '/demo/' : false,
  // Live reload would need an inline script, which the policy above refuses.
  watch: false,
  plugins: [onlyForThisMachine, bundledPages('demo'), portInPages, cdnFromSource, jssipAsModule],
  middleware: [shortcuts, widgetHeaders, callingWindow],
};
