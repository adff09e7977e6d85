// `npm run bench:frames`: how much later a press takes effect in a frame that mirrors the owner of the calls than in the
// owner itself. Both are pressed by turns in one call, in a real tab and a real calling window. Fails above 50 ms.
//
//   npm run bench:frames -- --rounds 40
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { startDevServer } from '@web/dev-server';
import { CHROMIUM_FLAGS, requireChromium } from '../tools/browsers.mjs';
import { median } from './pages.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });
const rounds = Number(values.rounds);
/** The most that a mirror's press may be later than the owner's, in ms. */
const maxLaterMs = 50;

/** What is pressed, and what it changes in a call. */
const presses = { mute: 'muted', hold: 'held' };

// The settings of the server read it.
process.env.PORT = process.env.BENCH_PORT ?? '8147';
const PORTAL = 7;
const root = `http://localhost:${process.env.PORT}`;

const widgetOf = (page) => page.frameLocator('iframe');

/** Resolves with the frame of the widget, once its call is connected; it notes from now on when its call changes. */
async function watch(page) {
  await widgetOf(page).locator('hs-call-status').getByText('Connected').waitFor();
  await widgetOf(page)
    .locator('hs-calling-bridge')
    .evaluate((bridge) => {
      globalThis.changes = [];
      bridge.subscribe(({ calls: [call] }) => {
        globalThis.changes.push({
          at: performance.timeOrigin + performance.now(),
          muted: call?.muted,
          held: call?.held,
        });
      });
    });
}

/** Presses a button in a page. Gives the ms until the call has changed in each of the pages. */
async function press(page, name, pages) {
  const field = presses[name];
  const stateOf = (one) => one.frames()[1].evaluate((key) => globalThis.changes.at(-1)[key], field);
  const wanted = !(await stateOf(page));
  const pressedAt = await widgetOf(page)
    .locator(`hs-call-controls [name=${name}]`)
    .evaluate((button) => {
      const at = performance.timeOrigin + performance.now();
      button.click();
      return at;
    });
  const timeIn = async (one) => {
    const frame = one.frames()[1];
    const isChanged = ([key, value]) => globalThis.changes.at(-1)[key] === value;
    await frame.waitForFunction(isChanged, [field, wanted]);
    // The last that was otherwise is before it.
    const changedAt = await frame.evaluate(
      ([key, value]) =>
        globalThis.changes[globalThis.changes.findLastIndex((change) => change[key] !== value) + 1].at,
      [field, wanted],
    );
    return changedAt - pressedAt;
  };
  return Promise.all(pages.map(timeIn));
}

const server = await startDevServer({ readCliArgs: false, logStartMessage: false });
const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
try {
  const context = await browser.newContext();
  const open = async (page) => {
    await page.waitForLoadState();
    await page.evaluate(() => globalThis.starting.then(() => undefined));
    return page;
  };
  const isIn = (page, role) =>
    page
      .frames()[1]
      .waitForFunction(
        (wanted) => document.querySelector('hs-calling-bridge').getState().frame.role === wanted,
        role,
      );
  const mirror = await context.newPage();
  await mirror.goto(`${root}/demo/frame.html?portal=${PORTAL}&usesCallingWindow=true&widget=widget.html`);
  await open(mirror);
  const opening = context.waitForEvent('page');
  await mirror.evaluate(
    (address) => void globalThis.open(address, '', 'popup'),
    `/calling-integration-popup-ui/${PORTAL}`,
  );
  const owner = await open(await opening);
  await Promise.all([isIn(owner, 'owner'), isIn(mirror, 'mirror')]);
  await mirror.evaluate(() => globalThis.starting.then((host) => host.dial(101)));
  await Promise.all([watch(owner), watch(mirror)]);

  console.log(`A press in the owner and one in a mirror, ${rounds} of each, by turns: medians in ms`);
  let isFine = true;
  for (const name of Object.keys(presses)) {
    const times = { own: [], mirrors: [], inOwner: [] };
    // The first of each warms up and does not count.
    for (let round = 0; round <= rounds; round += 1) {
      const [own] = await press(owner, name, [owner, mirror]);
      const [mirrors, inOwner] = await press(mirror, name, [mirror, owner]);
      if (round === 0) continue;
      times.own.push(own);
      times.mirrors.push(mirrors);
      times.inOwner.push(inOwner);
    }
    const [own, mirrors, inOwner] = [times.own, times.mirrors, times.inOwner].map(median);
    const later = mirrors - own;
    isFine &&= later <= maxLaterMs;
    const shown = (ms) => ms.toFixed(1).padStart(6);
    console.log(
      `${name.padEnd(6)} owner ${shown(own)}   mirror ${shown(mirrors)}, in the owner ${shown(inOwner)}   later by ${shown(later)}`,
    );
  }
  console.log(isFine ? `ok: at most ${maxLaterMs} ms later` : `FAILED: more than ${maxLaterMs} ms later`);
  process.exitCode = isFine ? 0 : 1;
} finally {
  await browser.close();
  await server.stop();
}
