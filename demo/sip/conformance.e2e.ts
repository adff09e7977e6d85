/** Runs the conformance checks of voices on the SIP voice, at a real server and with a real far end. */
import type { Page } from '@playwright/test';
import { voiceConformance } from '../../src/testing/index.js';
import type { ConformanceWindow, FarEndOrder } from './conformance.js';
import { FarEnd } from './far-end.js';
import { expect, test } from './fixtures.js';

/**
 * The capabilities that the SIP voice does not have: checks that need one of them look at nothing. So does one more,
 * which does not say so in `needs`: it is about voices that take no second call, and the SIP voice takes one.
 */
const lacking: readonly string[] = ['fromNumbers', 'recording', 'restore', 'voicemailDrop'];

let page: Page;
let farEnd: FarEnd;
const pageErrors: string[] = [];

const rung = () => farEnd.happened('CALL_RINGING').length;

/** Carries out an order to the far end, with the call that its user `echo` has. */
async function obey(order: FarEndOrder, user: string): Promise<void> {
  const before = rung();
  await farEnd.order('uafind', user.replace('alice', 'echo'));
  if (order === 'hang-up') await farEnd.order('hangup');
  else if (order === 'hold' || order === 'resume') await farEnd.order(order);
  else await farEnd.call(user);
  if (order !== 'call-and-give-up') return;
  await expect.poll(rung, { intervals: [10] }).toBeGreaterThan(before);
  await farEnd.order('hangup');
}

/** Waits until the far end has no call with us. A call that it was transferred to itself is hung up. */
async function expectHungUp(domain: string): Promise<void> {
  const calls = () => farEnd.order('listcalls');
  for (const user of ['ringing', 'patient', 'stubborn', 'echo']) {
    await farEnd.order('uafind', `sip:${user}@${domain}`);
    await expect.poll(calls, { intervals: [20] }).not.toContain('sip:alice@');
  }
  const hangUp = async () => {
    await farEnd.order('hangup');
    return calls();
  };
  if (!(await calls()).includes('(0)')) await expect.poll(hangUp, { intervals: [20] }).toContain('(0)');
}

test.beforeAll(async ({ browser, sip }, { project }) => {
  farEnd = await FarEnd.open(sip.controlPort);
  const { baseURL } = project.use;
  const context = await browser.newContext({
    permissions: ['microphone'],
    ...(baseURL !== undefined && { baseURL }),
  });
  // One page for all checks: loading it takes longer than most of them.
  page = await context.newPage();
  page.on('pageerror', ({ message }) => pageErrors.push(message));
  const user = `sip:alice@${sip.domain}`;
  await page.exposeFunction('tellFarEnd', (order: FarEndOrder) => obey(order, user));
  const query = new URLSearchParams({ server: sip.url, uri: user });
  await page.goto(`/demo/sip/conformance.html?${query.toString()}`);
  await page.waitForFunction(() => 'runCheck' in window);
});

test.afterAll(async () => {
  farEnd.close();
  await page.context().close();
});

for (const { name, needs } of voiceConformance) {
  test(name, async ({ sip }) => {
    const { problem, isVacuous } = await page.evaluate(
      (check) => (window as unknown as ConformanceWindow).runCheck(check),
      name,
    );
    expect(problem).toBeUndefined();
    expect(isVacuous, 'whether there was nothing to look at').toBe(
      needs.some((need) => lacking.includes(need)),
    );
    expect(pageErrors.splice(0)).toEqual([]);
    await expectHungUp(sip.domain);
  });
}
