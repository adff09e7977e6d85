// One widget, written with each framework in its own syntax: what a framework does to elements, in whole calls.
import { expect } from '@playwright/test';
import type { HsCallingBridge } from '../../components/index.js';
import { accessibilityProblems, answeredCall, handshake } from '../e2e-host-page.js';
import { DemoPage, erin, test } from './stage.js';

/** What the app hears of an outbound call that is answered, ended and saved. */
const wholeCall = ['dialing', 'ringing', 'active', 'wrap-up', 'completed'].map((phase) => `call ${phase}`);

test.describe('in the simulated HubSpot', () => {
  test('a whole call, with what the app knows, and its events', async ({ hubspot }) => {
    const { app, widget } = hubspot;
    await hubspot.dial(erin);
    // `false` is false: the number waits.
    await expect(widget.getByRole('textbox', { name: 'Phone number' })).toHaveValue(/555/);
    await hubspot.control('Call').click();
    await app.expectStatus('Connected');
    await expect(widget.getByText('Example Ltd')).toBeVisible();

    await hubspot.control('Transfer').click();
    await widget.getByLabel('Transfer to').fill('Tess');
    await expect(widget.getByText('Tess Testcase')).toBeVisible();

    await hubspot.notes().fill('Wants forty headsets');
    await hubspot.hangUp();
    await widget.getByRole('radio', { name: 'Left a message' }).check();
    await hubspot.save();
    await hubspot.expectTypes([...handshake, ...answeredCall]);
    expect(await hubspot.payload('CALL_COMPLETED')).toMatchObject({
      engagementProperties: {
        hs_call_body: 'Wants forty headsets',
        hs_call_disposition: 'b2cf5968-551e-4856-9783-52b3da59a7d0',
      },
    });
    expect(await app.events()).toEqual(expect.arrayContaining(['connection connected']));
    expect((await app.events()).filter((event) => event.startsWith('call '))).toEqual(wholeCall);
    expect(await accessibilityProblems(hubspot.document())).toEqual([]);
  });

  test('a boolean goes both ways', async ({ hubspot }) => {
    const { app, widget } = hubspot;
    await hubspot.call();
    await hubspot.endCall();
    await app.set('Call at once', false);
    await hubspot.dial(erin);
    await expect(widget.getByRole('textbox', { name: 'Phone number' })).toHaveValue(/555/);
    expect(await hubspot.times('OUTGOING_CALL_STARTED')).toBe(1);
  });

  test('a list of numbers that the app gives later is called one after the other', async ({ hubspot }) => {
    const { app } = hubspot;
    await app.press('Fill the list');
    await hubspot.control('Start calling').click();
    await app.expectStatus('Connected');
    await hubspot.hangUp();
    await hubspot.widget.getByRole('button', { name: /^Save and call/ }).click();
    await app.expectStatus('Connected');
    await hubspot.endCall();
    await expect.poll(() => hubspot.times('UPDATE_ENGAGEMENT_SUCCEEDED')).toBe(2);
  });

  test('what the app sets before the elements are loaded holds', async ({ hubspot }) => {
    const { app, widget } = hubspot;
    await hubspot.press('Clear');
    await hubspot.load('?late');
    const bridge = widget.locator('hs-calling-bridge');
    await expect(bridge).toHaveCount(1);
    const isDefined = () => bridge.evaluate((element) => 'voice' in element);
    expect(await isDefined()).toBe(false);
    await widget.getByRole('heading', { name: 'Events' }).click();
    await hubspot.expectState('Ready');
    await hubspot.dial(erin);
    await expect(widget.getByRole('textbox', { name: 'Phone number' })).toHaveValue(/555/);
    await hubspot.control('Call').click();
    await app.expectStatus('Connected');
    await expect(widget.getByText('Example Ltd')).toBeVisible();
    await hubspot.hangUp();
    await expect(widget.getByRole('radio', { name: 'Left a message' })).toBeVisible();
    await hubspot.save();
    await expect.poll(() => hubspot.times('UPDATE_ENGAGEMENT_SUCCEEDED')).toBe(1);
  });

  /** What takes the widget, or all that a call needs, to another place in the page, or draws it anew. The call goes on. */
  const moves: Readonly<Record<string, (app: DemoPage) => Promise<void>>> = {
    // Whichever of the two is moved, once it is the phone.
    'bridge, voice and widget are moved in a list': async (app) => {
      await app.press('Swap');
      await app.expectStatus('Connected');
      await app.press('Swap');
    },
    'the app shows another page': async (app) => {
      await app.goTo('Contacts');
      await expect(app.widget.locator('hs-calling-widget')).toHaveCount(0);
      await app.goTo('Phone');
    },
    'the widget gets another key': (app) => app.press('New widget'),
  };
  for (const [what, move] of Object.entries(moves)) {
    test(`${what}: the call goes on`, async ({ hubspot }) => {
      const { app } = hubspot;
      await hubspot.call();
      await hubspot.notes().fill('Half a sentence');
      await move(app);
      await app.expectStatus('Connected');
      await expect(hubspot.notes()).toHaveValue('Half a sentence');
      await hubspot.endCall();
      await hubspot.expectTypes([...handshake, ...answeredCall]);
      expect(await hubspot.payload('CALL_COMPLETED')).toMatchObject({
        engagementProperties: { hs_call_body: 'Half a sentence' },
      });
      await hubspot.expectNextCall();
    });
  }

  /** What takes away the bridge and its voice, with the call. */
  const ends: Readonly<Record<string, (app: DemoPage) => Promise<void>>> = {
    'the bridge is taken out and put back': async (app) => {
      await app.set('Bridge', false);
      await expect(app.widget.locator('hs-calling-bridge')).toHaveCount(0);
      await app.set('Bridge', true);
    },
    'the bridge gets another key': (app) => app.press('New bridge'),
  };
  for (const [what, take] of Object.entries(ends)) {
    test(`${what} in a call: HubSpot is told of its end, and the next one arrives`, async ({ hubspot }) => {
      await hubspot.call();
      await hubspot.notes().fill('Half a sentence');
      await take(hubspot.app);
      await expect.poll(() => hubspot.times('CALL_COMPLETED')).toBe(1);
      expect(await hubspot.times('CALL_ENDED')).toBe(1);
      expect(await hubspot.payload('CALL_COMPLETED')).toMatchObject({
        engagementProperties: { hs_call_body: 'Half a sentence' },
      });
      await hubspot.expectState('Ready');
      await hubspot.expectNextCall();
      expect(await hubspot.times('INITIALIZED')).toBe(1);
    });
  }

  test('the user logs out and in', async ({ hubspot }) => {
    await hubspot.control('More').click();
    await hubspot.control('Log out').click();
    await expect(hubspot.control('Log in')).toBeVisible();
    await hubspot.control('Log in').click();
    await expect(hubspot.widget.getByRole('textbox', { name: 'Phone number' })).toBeVisible();
    const events = await hubspot.app.events();
    expect(events.filter((event) => event.startsWith('hs-log'))).toEqual([
      'hs-log-out-request',
      'hs-log-in-request',
    ]);
    expect([await hubspot.times('LOGGED_OUT'), await hubspot.times('LOGGED_IN')]).toEqual([1, 1]);
    await hubspot.expectNextCall();
  });
});

test.describe('in the official SDK’s host', () => {
  test('a whole call, and one more after the bridge was taken out and put back', async ({ page, demo }) => {
    const app = new DemoPage(demo, page.frameLocator('#frame iframe'));
    const control = (name: string) => app.widget.getByRole('button', { name, exact: true });
    const saved = page.locator('.message .type', { hasText: 'UPDATE_ENGAGEMENT_SUCCEEDED' });
    const call = async () => {
      await app.set('Call at once', true);
      await page.getByRole('button', { name: 'Dial +1 202-555-0101' }).click();
      await app.expectStatus('Connected');
    };
    const finish = async (times: number) => {
      await control('End call').click();
      await control('Save').click();
      await expect(saved).toHaveCount(times);
    };
    // The whole phone is in sight: a press that follows its scrolling at once may reach the page around it instead.
    await page.setViewportSize({ width: 1280, height: 1200 });
    await page.goto(`${demo.officialHost}?widget=${encodeURIComponent(demo.address)}`);
    await expect(page.locator('#widget-state')).toHaveText('Ready');
    await call();
    await app.press('Swap');
    await app.goTo('Contacts');
    await app.goTo('Phone');
    await app.press('New widget');
    await app.expectStatus('Connected');
    await finish(1);

    await call();
    await app.set('Bridge', false);
    await expect(saved).toHaveCount(2);
    await app.set('Bridge', true);
    await call();
    await finish(3);

    await app.press('New bridge');
    await call();
    await finish(4);
  });
});

// The last: it changes the sources.
test('the sources are changed while it runs: connected, and the next call arrives', async ({ hubspot }) => {
  const { app } = hubspot;
  await app.whileEdited(async () => {
    await expect(app.widget.getByRole('heading', { name: 'Edited' })).toBeVisible({ timeout: 15_000 });
    const state = () =>
      hubspot.bridge.evaluate((bridge: HsCallingBridge) => bridge.connectionState, undefined, {
        timeout: 5000,
      });
    await expect.poll(state).toBe('connected');
    await hubspot.expectNextCall();
  });
});
