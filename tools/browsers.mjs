// Finds the browsers that the tests run in, and on a bare Debian or Ubuntu machine installs them.
//
//   node tools/browsers.mjs      find, install what is missing, print what was found
//
// A browser at a place of your own: CHROME_PATH, FIREFOX_PATH, WEBKIT_DRIVER_PATH.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Each browser, and the Debian packages that it needs. */
const DEBIAN_PACKAGES = {
  chromium: ['chromium-headless-shell', 'chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
};

/** The names that `BROWSERS=chromium,firefox` may list. */
export const BROWSER_NAMES = Object.keys(DEBIAN_PACKAGES);

/** Flags for a Chromium without a desktop, as root or not; the microphone is a fake that is always granted. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // As on a desktop: pages of other sites have a process of their own.
  '--site-per-process',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first executable of a list of names on the PATH and absolute paths. */
export function which(...namesOrPaths) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of namesOrPaths) {
    const places = name.includes('/') ? [name] : folders.map((folder) => join(folder, name));
    const found = places.find(isExecutable);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The path in an environment variable. If it is wrong, that is an error: no other browser is used instead. */
export function fromEnvironment(variable) {
  const path = process.env[variable];
  if (!path) return undefined;
  if (isExecutable(path)) return path;
  throw new Error(`${variable} is "${path}", which is no executable file. Correct it, or unset it.`);
}

/** MiniBrowser lies in a private folder of the library, one for each architecture and API version. */
function findMiniBrowser() {
  const inFolder = (folder, pattern) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => pattern.test(name))
          .map((name) => join(folder, name))
      : [];
  return inFolder('/usr/lib', /-linux-/)
    .concat('/usr/lib', '/usr/libexec')
    .flatMap((folder) => inFolder(folder, /^webkit2gtk-4\./))
    .sort()
    .reverse()
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(isExecutable);
}

function versionOf(path) {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return stdout?.trim().split('\n')[0] || 'version unknown';
}

const WHOLE_CHROMIUM = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const FINDERS = {
  chromium() {
    const path =
      fromEnvironment('CHROME_PATH') ??
      // It renders the same, and starts much faster.
      which('chromium-headless-shell', ...WHOLE_CHROMIUM);
    return path && { path };
  },
  firefox() {
    const path =
      fromEnvironment('FIREFOX_PATH') ??
      which('firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox');
    return path && { path };
  },
  webkit() {
    const path = fromEnvironment('WEBKIT_DRIVER_PATH') ?? which('WebKitWebDriver');
    const miniBrowser = findMiniBrowser();
    const xvfb = which('Xvfb');
    // Without Xvfb the windows of the test would open on the desktop of whoever runs it.
    return path && miniBrowser && xvfb && { path, miniBrowser, xvfb };
  },
};

/** The browsers that `BROWSERS` asks for; all of them when it says nothing. */
export function wantedBrowsers() {
  const names = (process.env.BROWSERS ?? '').split(/[\s,]+/).filter(Boolean);
  const unknown = names.filter((name) => !BROWSER_NAMES.includes(name));
  if (unknown.length > 0) {
    throw new Error(`BROWSERS names ${unknown.join(', ')}; it may name ${BROWSER_NAMES.join(', ')}.`);
  }
  return names.length > 0 ? names : BROWSER_NAMES;
}

/** Which of the wanted browsers are installed: `{ chromium: { path }, firefox: …, webkit: { path, miniBrowser, xvfb } }`. */
export function findBrowsers() {
  return Object.fromEntries(wantedBrowsers().map((name) => [name, FINDERS[name]()]));
}

/** The path of Chromium, which everything needs. */
export function requireChromium() {
  const chromium = FINDERS.chromium();
  if (!chromium) throw new Error(howToInstall('chromium'));
  return chromium.path;
}

/** The path of a whole Chromium. The headless one has no back/forward cache, for instance. */
export function requireWholeChromium() {
  const path = fromEnvironment('CHROME_PATH') ?? which(...WHOLE_CHROMIUM);
  if (!path) throw new Error(howToInstall('chromium'));
  return path;
}

function howToInstall(name) {
  const packages = DEBIAN_PACKAGES[name].join(' ');
  if (process.platform === 'darwin' || process.platform === 'win32') {
    return name === 'webkit'
      ? 'webkit: its test driver exists on Linux only.'
      : `${name} not found: install it, or set ${name === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH'}.`;
  }
  return `${name} not found: install it (Debian, Ubuntu: sudo apt-get install -y ${packages}), or name its path.`;
}

/** Whether packages may be installed here. */
export function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && which('apt-get') !== undefined;
}

export function aptGet(...args) {
  console.log(`$ apt-get ${args.join(' ')}`);
  const { status } = spawnSync('apt-get', args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** Debian has two packages of Chromium. Most tests use the headless one, a few need the whole browser. */
function isMissing(name) {
  if (!FINDERS[name]()) return true;
  if (name !== 'chromium' || process.env.CHROME_PATH) return false;
  return DEBIAN_PACKAGES.chromium.filter((program) => which(program)).length === 1;
}

/** Finds the wanted browsers, installs missing ones where that is possible, and prints one line for each. */
export function ensureBrowsers() {
  const wanted = wantedBrowsers();
  const missing = wanted.filter(isMissing);
  if (missing.length > 0 && mayInstall()) {
    console.log(`Not installed: ${missing.join(', ')}. Installing with apt-get.`);
    aptGet('update', '-qq');
    // One by one, so that a package that this distribution lacks does not prevent the others.
    for (const name of missing.flatMap((browser) => DEBIAN_PACKAGES[browser]))
      aptGet('install', '-y', '-qq', name);
  }

  const found = findBrowsers();
  for (const name of wanted) {
    if (found[name])
      console.log(`${name}: ${found[name].path} (${versionOf(found[name].miniBrowser ?? found[name].path)})`);
    else if (name !== 'chromium') console.log(`SKIPPED ${howToInstall(name)}`);
  }
  if (wanted.includes('chromium') && !found.chromium) throw new Error(howToInstall('chromium'));
  return found;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    ensureBrowsers();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
