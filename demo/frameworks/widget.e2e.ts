// One widget, written with each framework in its own syntax: what a framework does to elements, in whole calls.
import { expect } from '@playwright/test';
import type { CallingError } from '../../components/index.js';
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
      await expect(app.widget.locator('hs-calling-widget')).toBeVisible();
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

  test('whatever is moved or drawn anew in wrap-up: what was written and chosen is saved', async ({
    hubspot,
  }) => {
    const { app, widget } = hubspot;
    const outcome = widget.getByRole('radio', { name: 'Left a message' });
    await hubspot.call();
    await hubspot.hangUp();
    await hubspot.notes().fill('Half a sentence');
    await outcome.check();
    for (const move of Object.values(moves)) {
      await move(app);
      await expect(hubspot.notes()).toHaveValue('Half a sentence');
      await expect(outcome).toBeChecked();
    }
    await hubspot.save();
    await hubspot.expectTypes([...handshake, ...answeredCall]);
    expect(await hubspot.payload('CALL_COMPLETED')).toMatchObject({
      engagementProperties: {
        hs_call_body: 'Half a sentence',
        hs_call_disposition: 'b2cf5968-551e-4856-9783-52b3da59a7d0',
      },
    });
    await hubspot.expectNextCall();
  });

  test('HubSpot dials while the app shows another page: the number waits', async ({ hubspot }) => {
    const { app, widget } = hubspot;
    await app.goTo('Contacts');
    await expect(widget.locator('hs-calling-widget')).toHaveCount(0);
    await hubspot.dial(erin);
    await app.goTo('Phone');
    await expect(widget.getByRole('textbox', { name: 'Phone number' })).toHaveValue(/555/);
    await hubspot.control('Call').click();
    await app.expectStatus('Connected');
    await hubspot.endCall();
    await hubspot.expectTypes([...handshake, ...answeredCall]);
  });

  test('a list is gone on with where it was when the widget is drawn anew', async ({ hubspot }) => {
    const { app } = hubspot;
    await app.press('Fill the list');
    await hubspot.control('Start calling').click();
    await app.expectStatus('Connected');
    await app.press('New widget');
    await app.expectStatus('Connected');
    await hubspot.hangUp();
    await hubspot.widget.getByRole('button', { name: /^Save and call/ }).click();
    await app.expectStatus('Connected');
    await expect(hubspot.widget.locator('hs-call-status')).toContainText('Tess Testcase');
    await hubspot.endCall();
    await expect.poll(() => hubspot.times('UPDATE_ENGAGEMENT_SUCCEEDED')).toBe(2);
  });

  test('the bridge is replaced time and again, also while it dials: one handshake, and the next call arrives', async ({
    hubspot,
  }) => {
    const { app } = hubspot;
    for (let round = 0; round < 3; round++) {
      await app.press('New bridge');
      await app.set('Bridge', false);
      await app.set('Bridge', true);
    }
    await hubspot.expectState('Ready');
    await app.set('Call at once', true);
    await hubspot.dial(erin);
    await expect.poll(() => hubspot.times('OUTGOING_CALL_STARTED')).toBe(1);
    await app.press('New bridge');
    await expect.poll(() => hubspot.times('CALL_COMPLETED')).toBe(1);
    expect(await hubspot.times('CALL_ENDED')).toBe(1);
    await hubspot.expectNextCall();
    expect(await hubspot.times('INITIALIZED')).toBe(1);
  });

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

// The last: they change the sources.
test('a boolean that is false from the start is said to HubSpot, and a value that does not exist is named', async ({
  page,
  hubspot,
}) => {
  const { app } = hubspot;
  await page.addInitScript(() => {
    addEventListener(
      'hs-error',
      (event) => {
        const { code, message } = (event as CustomEvent<CallingError>).detail;
        console.info(`hs-error ${code}: ${message}`);
      },
      true,
    );
  });
  await app.whileEdited(async () => {
    const told = page.waitForEvent('console', (message) => message.text().startsWith('hs-error'));
    await expect(app.widget.getByRole('heading', { name: 'Edited' })).toBeVisible({ timeout: 15_000 });
    await page.goto('/');
    expect((await told).text()).toMatch(/PHONE_CONFIG: .*nobody.*answer/);
    await hubspot.expectState('Ready');
    expect(await hubspot.payload('INITIALIZED')).toMatchObject({ isAvailable: false });
  }, [
    [/(available\]?=["{])true/, '$1false'],
    ['rings-for="500"', 'rings-for="500" far-end="nobody"'],
  ]);
});

test('the sources are changed in a call: it goes on or HubSpot is told of its end, and the next one arrives', async ({
  hubspot,
}) => {
  const { app } = hubspot;
  await hubspot.call();
  await hubspot.notes().fill('Half a sentence');
  await app.whileEdited(async () => {
    await expect(app.widget.getByRole('heading', { name: 'Edited' })).toBeVisible({ timeout: 15_000 });
    await expect.poll(() => hubspot.connectionState()).toBe('connected');
    // Some frameworks draw the bridge anew, and with it goes the call.
    if ((await hubspot.times('CALL_ENDED')) === 0) await hubspot.endCall();
    await expect.poll(() => hubspot.times('UPDATE_ENGAGEMENT_SUCCEEDED')).toBe(1);
    expect(await hubspot.payload('CALL_COMPLETED')).toMatchObject({
      engagementProperties: { hs_call_body: 'Half a sentence' },
    });
    await hubspot.expectNextCall();
  });
});

test('the sources are changed while it runs: connected, and the next call arrives', async ({ hubspot }) => {
  const { app } = hubspot;
  await app.whileEdited(async () => {
    await expect(app.widget.getByRole('heading', { name: 'Edited' })).toBeVisible({ timeout: 15_000 });
    await expect.poll(() => hubspot.connectionState()).toBe('connected');
    await hubspot.expectNextCall();
  });
});
