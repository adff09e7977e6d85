import { expect, test } from '@playwright/test';
import type { HsCallingBridge } from '../components/index.js';
import {
  accessibilityProblems,
  answeredCall,
  collectTrouble,
  endedByHubSpot,
  handshake,
  HostPage,
} from './e2e-host-page.js';

/** A second or more, and not an hour. */
const someTime = /^\d:(?!00)\d\d$/;

let hubspot: HostPage;
let trouble: string[];

test.beforeEach(async ({ page }) => {
  trouble = await collectTrouble(page);
  hubspot = new HostPage(page);
});

test.afterEach(() => {
  expect(trouble).toEqual([]);
});

test.describe('an outbound call', () => {
  test('goes from the press on a number to a line in the log', async () => {
    await hubspot.open();

    await hubspot.dial('Erin Example, +1 (202) 555-0101');
    await expect(hubspot.status).toContainText(/Calling|Ringing|Connected/);
    await hubspot.expectState('In a call');
    await expect(hubspot.status).toContainText('Ringing');
    await expect(hubspot.status).toContainText('Connected');
    await expect(hubspot.status).toContainText('555-0101');
    await expect(hubspot.status.getByRole('timer')).toHaveText(someTime);
    await hubspot.notes().fill('Wants the <b>blue</b> one & more.\nCall back on Monday.');
    await hubspot.endCall();

    await expect(hubspot.log).toHaveCount(1);
    await hubspot.expectTypes([...handshake, ...answeredCall]);
    await hubspot.expectState('Ready');
    const created = await hubspot.payload('CREATE_ENGAGEMENT_SUCCEEDED');
    const { engagementId } = created as { engagementId: number };
    await expect(hubspot.log.locator('.name')).toHaveText('Erin Example');
    await expect(hubspot.log.locator('.number')).toHaveText('+1 (202) 555-0101');
    await expect(hubspot.log.locator('.status')).toHaveText('COMPLETED');
    await expect(hubspot.log.locator('.engagement')).toHaveText(String(engagementId));
    await expect(hubspot.log.locator('.duration')).toHaveText(someTime);
    expect(await hubspot.log.locator('.notes').textContent()).toBe(
      'Wants the <b>blue</b> one & more.\nCall back on Monday.',
    );
  });

  test('tells HubSpot what it knows with each message', async () => {
    await hubspot.open('?speed=10');
    await hubspot.dial('Erin Example, +1 (202) 555-0101');
    await expect(hubspot.status).toContainText('Connected');
    await hubspot.endCall();
    await hubspot.expectTypes([...handshake, ...answeredCall]);

    expect(await hubspot.payload('SYNC')).toMatchObject({
      iframeLocation: 'widget',
      usesCallingWindow: false,
    });
    expect(await hubspot.payload('SYNC_ACK')).toMatchObject({
      version: expect.any(String),
      debugMode: false,
    });
    expect(await hubspot.payload('INITIALIZED')).toEqual({ isLoggedIn: true, isAvailable: true });
    expect(await hubspot.payload('DIAL_NUMBER')).toMatchObject({
      phoneNumber: '+12025550101',
      calleeInfo: { calleeId: 101, calleeObjectTypeId: '0-1' },
    });
    const started = (await hubspot.payload('OUTGOING_CALL_STARTED')) as { externalCallId: string };
    expect(started).toEqual({
      externalCallId: expect.stringMatching(/.{8}/),
      toNumber: '+12025550101',
      fromNumber: '+12025550160',
      callStartTime: expect.any(Number),
      createEngagement: true,
    });
    const { externalCallId } = started;
    const { engagementId } = (await hubspot.payload('CREATE_ENGAGEMENT_SUCCEEDED')) as {
      engagementId: number;
    };
    expect(await hubspot.payload('CALL_ANSWERED')).toEqual({ externalCallId });
    expect(await hubspot.payload('CALL_ENDED')).toEqual({
      externalCallId,
      engagementId,
      callEndStatus: 'COMPLETED',
    });
    expect(await hubspot.payload('CALL_COMPLETED')).toEqual({
      externalCallId,
      engagementId,
      hideWidget: false,
      engagementProperties: {
        hs_timestamp: expect.stringMatching(/^\d{13}$/),
        hs_call_direction: 'OUTBOUND',
        hs_call_duration: expect.stringMatching(/^\d+$/),
        hs_call_status: 'COMPLETED',
        hs_call_from_number: '+12025550160',
        hs_call_to_number: '+12025550101',
      },
    });
  });

  test('to a busy number ends without an answer', async () => {
    await hubspot.open('?speed=5');
    await hubspot.dial('Bo Busytone');
    await hubspot.save();

    await expect(hubspot.log.locator('.status')).toHaveText('BUSY');
    await expect(hubspot.log.locator('.duration')).toHaveText('0:00');
    expect(await hubspot.payload('CALL_ENDED')).toMatchObject({ callEndStatus: 'BUSY' });
    await hubspot.expectTypes([...handshake, ...answeredCall.filter((type) => type !== 'CALL_ANSWERED')]);
    await expect(hubspot.widget.getByRole('button', { name: 'Call', exact: true })).toBeVisible();
  });

  test('ends when the far end hangs up', async () => {
    await hubspot.open('?speed=5');
    await hubspot.dial('Bea Backsoon');
    await hubspot.notes().fill('Will be back soon.');
    await hubspot.save();

    await expect(hubspot.log.locator('.status')).toHaveText('COMPLETED');
    await expect(hubspot.log.locator('.notes')).toHaveText('Will be back soon.');
    await hubspot.expectTypes([...handshake, ...answeredCall]);
  });

  test('ends when HubSpot asks to hang up', async () => {
    await hubspot.open('?speed=5');
    await hubspot.dial('Sam Sample');
    await expect(hubspot.status).toContainText('Connected');
    await hubspot.press('Hang up from HubSpot');
    await hubspot.save();

    await expect(hubspot.log.locator('.number')).toHaveText('+44 207 946 0958');
    await hubspot.expectTypes([...handshake, ...endedByHubSpot]);
    await expect(hubspot.page.getByRole('button', { name: 'Hang up from HubSpot' })).toBeHidden();
  });

  test('given up before the answer is canceled', async () => {
    await hubspot.open();
    await hubspot.tell('DEMO_FAR_END', { does: 'keeps ringing' });
    await hubspot.dial('Erin Example, +1 (202) 555-0102');
    await hubspot.endCall();

    await expect(hubspot.log.locator('.status')).toHaveText('CANCELED');
    await expect(hubspot.log.locator('.duration')).toHaveText('0:00');
  });

  test('ended before HubSpot has made its engagement is still saved with its id', async () => {
    await hubspot.open();
    await hubspot.dial('Erin Example, +1 (202) 555-0101');
    await hubspot.notes().fill('Quick.');
    await hubspot.bridge.evaluate((bridge: HsCallingBridge) => {
      const { call } = bridge;
      if (call) bridge.request('hs-hang-up-request', { externalCallId: call.externalCallId });
    });
    await hubspot.save();

    await expect(hubspot.log.locator('.engagement')).toHaveText(/^\d+$/);
    await expect(hubspot.log.locator('.notes')).toHaveText('Quick.');
  });

  test('dials an extension whole and keeps whom it is for', async () => {
    await hubspot.open('?speed=5');
    await hubspot.dial('Tess Testcase');
    await expect(hubspot.status).toContainText('Connected');

    const call = await hubspot.bridge.evaluate((bridge: HsCallingBridge) => bridge.call);
    expect(call?.toNumber).toBe('+12025550123 ext. 45');
    expect(call?.party).toMatchObject({ objectId: 103, objectTypeId: '0-1' });
    await hubspot.endCall();
    await expect(hubspot.log.locator('.name')).toHaveText('Tess Testcase');
  });

  test('to a company carries the company', async () => {
    await hubspot.open('?speed=5');
    await hubspot.dial('Example Instruments');
    await expect(hubspot.status).toContainText('Connected');

    const call = await hubspot.bridge.evaluate((bridge: HsCallingBridge) => bridge.call);
    expect(call?.toNumber).toBe('+12025550170'); // the CRM has it with spaces and brackets
    expect(call?.party).toMatchObject({ objectId: 201, objectTypeId: '0-2' });
  });

  test('can be typed in the widget', async () => {
    await hubspot.open('?speed=5');
    const number = hubspot.widget.getByRole('textbox', { name: 'Phone number' });
    await number.fill('+1 (202) 555-0102');
    await hubspot.untilKeysCount();
    await number.press('Enter');
    await expect(hubspot.status).toContainText('Connected');
    // Who was in the dialer goes on in the controls, and back.
    await expect(hubspot.control('Mute')).toBeFocused();
    await hubspot.endCall();

    await expect(hubspot.log.locator('.name')).toHaveText('Erin Example');
    await expect(number).toBeFocused();
  });
});

test('a second call shows nothing of the first', async () => {
  await hubspot.open('?speed=5');
  await hubspot.dial('Erin Example, +1 (202) 555-0101');
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.notes().fill('Only about the first call.');
  await hubspot.endCall();
  await expect(hubspot.log).toHaveCount(1);

  await hubspot.dial('Sam Sample');
  await expect(hubspot.status).toContainText('Connected');
  await expect(hubspot.status).not.toContainText('0101');
  await expect(hubspot.status.getByRole('timer')).toHaveText('0:00');
  await expect(hubspot.notes()).toHaveValue('');
  await hubspot.endCall();

  await expect(hubspot.log).toHaveCount(2);
  const [second, first] = [hubspot.log.nth(0), hubspot.log.nth(1)];
  await expect(second.locator('.name')).toHaveText('Sam Sample');
  await expect(second.locator('.notes')).toBeHidden();
  await expect(first.locator('.notes')).toHaveText('Only about the first call.');
  expect(await second.locator('.engagement').textContent()).not.toBe(
    await first.locator('.engagement').textContent(),
  );
  await hubspot.expectTypes([...handshake, ...answeredCall, ...answeredCall]);
  await expect(hubspot.widget.getByRole('button', { name: 'Call', exact: true })).toBeVisible();
});

test('minimising keeps the call, and the widget is told', async () => {
  await hubspot.open('?speed=5');
  await hubspot.dial('Erin Example, +1 (202) 555-0101');
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.press('Minimise');
  await expect(hubspot.page.locator('#widget')).toBeHidden();
  const visibility = () => hubspot.bridge.evaluate((bridge: HsCallingBridge) => bridge.getState().visibility);
  expect(await visibility()).toEqual({ isMinimized: true, isHidden: false });

  await hubspot.press('Open');
  await expect(hubspot.status).toContainText('Connected');
  expect(await visibility()).toEqual({ isMinimized: false, isHidden: false });
});

test('a widget that is not told to stay is closed after the call, and opens for the next', async () => {
  await hubspot.open('?speed=5');
  await hubspot.bridge.evaluate((bridge: HsCallingBridge) => {
    bridge.outgoingCall({ toNumber: '+12025550170' });
    bridge.callCompleted();
  });
  await expect(hubspot.page.locator('#widget')).toBeHidden();
  expect(await hubspot.payload('VISIBILITY_CHANGED')).toEqual({ isMinimized: false, isHidden: true });

  await hubspot.dial('Erin Example, +1 (202) 555-0101');
  await expect(hubspot.status).toContainText(/Calling|Ringing|Connected/);
});

test.describe('a number is not dialled, and an alert says why,', () => {
  test('before the widget has answered', async ({ page }) => {
    await page.route('**/demo/widget.html*', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Silent</title>' }),
    );
    await page.goto('/demo/');
    await hubspot.expectState('Waiting for the widget');
    await hubspot.dial('Erin Example, +1 (202) 555-0101');
    await expect(hubspot.alert).toContainText('not there yet');
    await hubspot.expectTypes(['SYNC']);
  });

  test('while the user is logged out', async () => {
    await hubspot.open();
    await hubspot.bridge.evaluate((bridge: HsCallingBridge) => bridge.userLoggedOut());
    await hubspot.expectState('Logged out');
    await hubspot.dial('Erin Example, +1 (202) 555-0101');
    await expect(hubspot.alert).toContainText('not logged in');
    await hubspot.expectTypes([...handshake, 'LOGGED_OUT']);
  });

  test('during a call', async () => {
    await hubspot.open('?speed=5');
    await hubspot.dial('Erin Example, +1 (202) 555-0101');
    await hubspot.expectState('In a call');
    await hubspot.dial('Sam Sample');
    await expect(hubspot.alert).toContainText('A call is under way');
    expect((await hubspot.messages()).filter(({ type }) => type === 'DIAL_NUMBER')).toHaveLength(1);
  });
});

test('an inbound call gets an engagement and the caller’s record', async () => {
  await hubspot.open();
  await hubspot.bridge.evaluate((bridge: HsCallingBridge) =>
    bridge.incomingCall({ fromNumber: '+12025550102', toNumber: '+12025550160' }),
  );
  await expect(hubspot.status).toContainText('Erin Example');
  await expect
    .poll(() => hubspot.bridge.evaluate((bridge: HsCallingBridge) => bridge.call?.engagementId))
    .toBeGreaterThan(0);

  await hubspot.bridge.evaluate((bridge: HsCallingBridge) => {
    bridge.callAnswered();
    bridge.callEnded();
    bridge.callCompleted({ hideWidget: false });
  });
  await expect(hubspot.log.locator('.name')).toHaveText('Erin Example');
  await hubspot.expectTypes([
    ...handshake,
    'INCOMING_CALL',
    'CREATE_ENGAGEMENT_SUCCEEDED',
    'CALLER_ID_MATCH_SUCCEEDED',
    'CALL_ANSWERED',
    'CALL_ENDED',
    'CALL_COMPLETED',
    'UPDATE_ENGAGEMENT_SUCCEEDED',
  ]);
});

test('the widget can ask for another size, report an error and show a record', async ({ page }) => {
  await hubspot.open();
  await hubspot.bridge.evaluate((bridge: HsCallingBridge) => {
    bridge.navigateToRecord({ objectCoordinates: { objectId: 999, objectTypeId: '0-1' } });
    bridge.resizeWidget({ width: 360, height: 500 });
    bridge.sendError({ message: 'The line is out of order.' });
  });
  await expect
    .poll(() => hubspot.payload('NAVIGATE_TO_RECORD_FAILED'))
    .toMatchObject({
      objectCoordinates: { objectId: 999 },
    });
  await expect(page.locator('#widget')).toHaveAttribute('width', '360');
  await expect(page.locator('#widget')).toHaveAttribute('height', '500');
  await expect(hubspot.alert).toHaveText('The phone reports: The line is out of order.');
  await hubspot.press('Dismiss');
  await expect(hubspot.alert).toBeEmpty();

  await hubspot.press('Clear');
  await hubspot.bridge.evaluate((bridge: HsCallingBridge) => {
    bridge.navigateToRecord({ objectCoordinates: { objectId: 102, objectTypeId: '0-1' } });
  });
  await expect(page.locator('.record[aria-current=true] .name')).toHaveText('Sam Sample');
  await hubspot.expectTypes(['NAVIGATE_TO_RECORD', ...handshake]); // the page was loaded anew
});

test('the widget moves to the navigation bar and into a window, and is told where it is', async ({
  page,
}) => {
  await hubspot.open();
  const widgetPlace = page.locator('#widget-place');
  const top = async () => {
    await page.evaluate(() => scrollTo(0, 0));
    return (await widgetPlace.boundingBox())?.y ?? 0;
  };
  const onRecord = await top();

  await hubspot.moveTo('In the navigation bar');
  expect(await hubspot.payload('SYNC')).toMatchObject({ iframeLocation: 'remote', usesCallingWindow: false });
  await expect(widgetPlace).toHaveAccessibleName('Phone in the navigation bar');
  const below = await top();
  const bar = await page.locator('[part=bar]').boundingBox();
  expect(below).toBeCloseTo((bar?.y ?? 0) + (bar?.height ?? 0), 0); // it hangs from the bar
  const toggle = page.getByRole('button', { name: 'Phone', exact: true });
  await toggle.click();
  await expect(toggle).toHaveAttribute('aria-expanded', 'false');
  await expect(widgetPlace).toBeHidden();
  await toggle.click();
  await expect(widgetPlace).toBeFocused();

  await hubspot.moveTo('In a calling window');
  expect(await hubspot.payload('SYNC')).toMatchObject({ iframeLocation: 'window', usesCallingWindow: true });
  await expect(widgetPlace).toHaveAccessibleName('Calling window');
  await hubspot.moveTo('On the record');
  expect(await top()).toBe(onRecord);
  await hubspot.dial('Sam Sample');
  await expect(hubspot.status).toContainText('Connected');
});

test('a task queue dials the next number when a call is done', async () => {
  await hubspot.open('?speed=10');
  await hubspot.press('Start task queue');
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.endCall();
  await expect(hubspot.status).toContainText('946 0958');
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.page.getByRole('button', { name: /^Stop queue/ }).click();
  await hubspot.endCall();
  await expect(hubspot.log).toHaveCount(2);
  await hubspot.expectState('Ready');
  expect((await hubspot.messages()).filter(({ type }) => type === 'DIAL_NUMBER')).toHaveLength(2);
});

test('a scenario plays by itself but for what an agent presses', async ({ page }) => {
  await hubspot.open('?speed=10');
  await hubspot.unfold('Scenarios');
  await page.getByLabel('Scenario', { exact: true }).selectOption('inbound-missed');
  await hubspot.press('Run');
  const prompt = page.locator('.prompt');
  await expect(page.locator('.verdict')).toContainText('Passed');
  await expect(prompt).toBeEmpty();
  await expect(page.locator('.story li[data-status=passed]')).toHaveCount(10);
});

test('what was said can be kept in a file and played to the widget again', async ({ page }) => {
  await hubspot.open('?speed=10');
  await hubspot.dial('Sam Sample');
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.endCall();
  await expect(hubspot.log).toHaveCount(1);
  const saving = page.waitForEvent('download');
  await hubspot.press('Export');
  const file = await (await saving).path();
  await page.locator('#file').setInputFiles(file);
  await expect(page.locator('hs-host-inspector h2')).toHaveText('Imported messages');
  await page.locator('#speed').selectOption('20');
  await hubspot.press('Replay to the widget');
  await expect(hubspot.status).toContainText(/Calling|Ringing|Connected/);
  await expect(hubspot.status).toContainText('946 0958');
});

test('says what is wrong with an address that is no widget', async ({ page }) => {
  await hubspot.open();
  await hubspot.unfold('Simulation');
  await page.getByRole('textbox', { name: 'Widget' }).fill('javascript:alert(1)');
  await hubspot.press('Load');
  await expect(page.locator('.trouble')).toContainText('right: an address with http or https');
  await hubspot.expectState('No widget');
});

test('a widget that is loaded anew shakes hands anew', async () => {
  await hubspot.open('?speed=5');
  await hubspot.dial('Erin Example, +1 (202) 555-0101');
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.press('Clear');
  await hubspot.frame('widget.html').evaluate(() => location.reload());

  // The phone goes on with the call of the page before.
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.endCall();
  await hubspot.expectTypes([...handshake, 'CALL_ENDED', 'CALL_COMPLETED', 'UPDATE_ENGAGEMENT_SUCCEEDED']);
  await hubspot.expectState('Ready');
  await hubspot.dial('Sam Sample');
  await expect(hubspot.status).toContainText('Connected');
});

test('only a plain file name chooses the widget', async ({ page }) => {
  for (const name of [
    '//example.com/x.html',
    '../README.md',
    'javascript:alert(1)',
    'a/b.html',
    'cdn.html#x',
  ]) {
    await page.goto(`/demo/?widget=${encodeURIComponent(name)}`);
    await expect(page.locator('#widget')).toHaveAttribute(
      'src',
      /^http:\/\/127\.0\.0\.1:\d+\/demo\/widget\.html$/,
    );
    await hubspot.expectState('Ready');
  }
});

test('the pages are sent with the headers that a widget should have', async ({ request }) => {
  for (const file of ['', 'widget.html', 'cdn.html', 'official-host.html', 'official-widget.html']) {
    const headers = (await request.get(`/demo/${file}`)).headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toMatch(/frame-ancestors [^;]*https:\/\/app\.hubspot\.com/);
    // The official host frames widgets of this machine, at whatever port their dev server has.
    const ports = file === 'official-host.html' ? 'http://127.0.0.1:*' : '';
    expect(policy.replace(ports, '')).not.toContain('*');
    // A widget in the page that plays HubSpot opens windows.
    expect(headers['cross-origin-opener-policy']).toBe(
      file === '' ? 'same-origin-allow-popups' : 'same-origin',
    );
    expect(headers['x-frame-options']).toBeUndefined();
  }
});

/** What a part of a page can keep; that there is one first heading is the page's business. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the host page, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await hubspot.open('?speed=5');
    expect(await accessibilityProblems(page)).toEqual([]);

    await hubspot.dial('Erin Example, +1 (202) 555-0101');
    await expect(hubspot.status).toContainText('Connected');
    await hubspot.notes().fill('Fine.');
    await hubspot.dial('Bo Busytone'); // refused: the alert
    await expect(hubspot.alert).not.toBeEmpty();
    expect(await accessibilityProblems(page)).toEqual([]);

    await hubspot.endCall();
    await hubspot.dial('Bo Busytone');
    await hubspot.save();
    await expect(hubspot.log).toHaveCount(2);
    await hubspot.unfold('Messages');
    await page.locator('.message summary').nth(4).click();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test(`axe finds nothing in the widget, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await hubspot.open('?speed=5');
    expect(await accessibilityProblems(hubspot.frame('widget.html'), wcag)).toEqual([]);
    await hubspot.dial('Erin Example, +1 (202) 555-0101');
    await expect(hubspot.status).toContainText('Connected');
    expect(await accessibilityProblems(hubspot.frame('widget.html'), wcag)).toEqual([]);
  });
}

test('nothing sticks out at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await hubspot.open('?speed=5');
  const excess = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(excess)).toBe(0);
  expect(await hubspot.frame('widget.html').evaluate(excess)).toBe(0);

  await hubspot.dial('Tess Testcase');
  await expect(hubspot.status).toContainText('Connected');
  await expect(hubspot.widget.getByRole('button', { name: 'End call' })).toBeInViewport();
  expect(await page.evaluate(excess)).toBe(0);
  expect(await hubspot.frame('widget.html').evaluate(excess)).toBe(0);
});

test('works by keyboard alone', async ({ page }) => {
  await hubspot.open('?speed=5');
  await page.getByRole('button', { name: 'Call Erin Example, +1 (202) 555-0101' }).focus();
  await page.keyboard.press('Enter');
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.notes().focus();
  await page.keyboard.type('Typed.');
  // Over the outcome and the controls to the button at the end.
  await page.keyboard.press('Tab');
  await expect(hubspot.widget.getByRole('combobox', { name: 'Outcome' })).toBeFocused();
  for (const name of ['Mute', 'Hold', 'Keypad', 'Transfer', 'Voicemail', 'End call']) {
    await page.keyboard.press('Tab');
    await expect(hubspot.control(name)).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(hubspot.widget.getByRole('radio', { name: 'Connected' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(hubspot.notes()).toBeFocused();
  await page.keyboard.type(' And more.');
  await page.keyboard.press('Tab');
  await hubspot.untilKeysCount();
  await page.keyboard.press('Enter');
  await expect(hubspot.log.locator('.notes')).toHaveText('Typed. And more.');
});
