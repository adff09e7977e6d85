// A widget that is loaded anew in a call or after it, in a browser that gives framed pages a storage of their own, as
// people's do.
import { expect, test as base, type Dialog } from '@playwright/test';
import type { HsCallingHost } from '../components/calling-host/calling-host.js';
import type { HsCallingBridge } from '../components/index.js';
import { HostPage } from './e2e-host-page.js';
import { withStorage } from './e2e-stage.js';

const test = base.extend<{ hubspot: HostPage }>({
  hubspot: async ({ playwright: { chromium } }, use, { project }) => {
    await withStorage(chromium, project.use, async (context) => {
      const hubspot = new HostPage(await context.newPage());
      await hubspot.page.goto(`${String(project.use.baseURL)}/demo/?speed=5`);
      await hubspot.expectState('Ready');
      await use(hubspot);
    });
  },
});

const erin = 'Erin Example, +1 (202) 555-0101';

/** The ways in which the widget's page comes anew. Its phone and its HubSpot remember nothing in the last one. */
const reloads = {
  'the widget': (hubspot: HostPage) =>
    hubspot.frame('widget.html').evaluate(() => {
      location.reload();
    }),
  HubSpot: (hubspot: HostPage) =>
    hubspot.page.locator('hs-calling-host').evaluate((element: HsCallingHost) => {
      element.host?.reload(4711);
    }),
  'the browser': async ({ page }: HostPage) => {
    await page.reload();
  },
} as const;

async function heard(hubspot: HostPage, type: string): Promise<number> {
  return (await hubspot.messages()).filter((message) => message.type === type).length;
}

const leftVoicemail = ({ widget }: HostPage) => widget.getByRole('radio', { name: 'Left voicemail' });

/** Has the app call with a phone of its own, which knows nothing of a call once its page has gone. */
async function callByItself(hubspot: HostPage, externalCallId = 'own-1'): Promise<void> {
  const before = await heard(hubspot, 'CREATE_ENGAGEMENT_SUCCEEDED');
  await hubspot.bridge.evaluate((bridge: HsCallingBridge, id) => {
    bridge.voice = undefined;
    bridge.outgoingCall({ externalCallId: id, toNumber: '+12025550101' });
    bridge.updateCall({ externalCallId: id, party: { name: `Erin of ${id}` } });
  }, externalCallId);
  await expect.poll(() => heard(hubspot, 'CREATE_ENGAGEMENT_SUCCEEDED')).toBe(before + 1);
  await hubspot.bridge.evaluate((bridge: HsCallingBridge, id) => {
    bridge.callAnswered({ externalCallId: id });
  }, externalCallId);
  await expect(hubspot.status).toContainText('Connected');
}

/** The call is saved with its note, and HubSpot has heard its end and completion once, over all pages. */
async function expectSavedOnce(hubspot: HostPage, before: readonly number[] = [0, 0]): Promise<void> {
  await hubspot.save();
  await expect.poll(() => heard(hubspot, 'UPDATE_ENGAGEMENT_SUCCEEDED')).toBe(1);
  expect(await hubspot.payload('CALL_COMPLETED')).toMatchObject({
    engagementProperties: { hs_call_body: 'Half a sentence' },
  });
  // Whatever comes after this was already on its way: another call shows that nothing else did.
  await hubspot.dial('Sam Sample');
  await expect(hubspot.status).toContainText('Connected');
  const now = [await heard(hubspot, 'CALL_ENDED'), await heard(hubspot, 'CALL_COMPLETED')];
  expect(now.map((times, i) => times + (before[i] ?? 0))).toEqual([1, 1]);
}

for (const [what, reload] of Object.entries(reloads)) {
  test(`${what} is loaded anew in a call: its form is there, with the notes`, async ({ hubspot }) => {
    await callByItself(hubspot);
    await hubspot.notes().fill('Half a sentence');
    await reload(hubspot);
    await expect(hubspot.widget.getByRole('heading', { name: 'Erin of own-1' })).toBeVisible();
    await expect(hubspot.notes()).toHaveValue('Half a sentence');
    await expectSavedOnce(hubspot);
  });

  test(`${what} is loaded anew in a wrap-up: its form is there, with notes and outcome`, async ({
    hubspot,
  }) => {
    await hubspot.dial(erin);
    await expect(hubspot.status).toContainText('Connected');
    await hubspot.hangUp();
    await hubspot.notes().fill('Half a sentence');
    await leftVoicemail(hubspot).check();
    const before = what === 'the browser' ? [1, 0] : [0, 0];
    await reload(hubspot);
    await expect(hubspot.widget.locator('hs-wrap-up [part=title]')).toContainText('+1 (202) 555-0101');
    await expect(hubspot.notes()).toHaveValue('Half a sentence');
    await expect(leftVoicemail(hubspot)).toBeChecked();
    await expectSavedOnce(hubspot, before);
  });

  test(`${what} is loaded anew in a call that the phone goes on with: so do the notes`, async ({
    hubspot,
  }) => {
    await hubspot.dial(erin);
    await expect(hubspot.status).toContainText('Connected');
    await hubspot.notes().fill('Half a sentence');
    await reload(hubspot);
    await expect(hubspot.status).toContainText('Connected');
    await expect(hubspot.notes()).toHaveValue('Half a sentence');
    await hubspot.hangUp();
    await expectSavedOnce(hubspot);
  });
}

test('both calls of two have their forms after a reload of the browser, and who is in each is said', async ({
  hubspot,
}) => {
  for (const id of ['own-1', 'own-2']) {
    await callByItself(hubspot, id);
    await hubspot.notes().fill(`Of ${id}`);
  }
  await hubspot.page.reload();
  for (const id of ['own-2', 'own-1']) {
    await expect(hubspot.widget.getByRole('heading', { name: `Erin of ${id}` })).toBeVisible();
    await expect(hubspot.notes()).toHaveValue(`Of ${id}`);
    await hubspot.control(id === 'own-2' ? `Save, Erin of ${id}` : 'Save').click();
  }
  await expect.poll(() => heard(hubspot, 'CALL_COMPLETED')).toBe(2);
  expect(await heard(hubspot, 'CALL_ENDED')).toBe(2);
});

test('a call that HubSpot could not save says so again after a reload, and is saved then', async ({
  hubspot,
}) => {
  const setFaults = (names: readonly 'update-failed'[]) =>
    hubspot.page.locator('hs-calling-host').evaluate((element: HsCallingHost, faults) => {
      element.host?.setFaults(faults);
    }, names);
  await setFaults(['update-failed']);
  await hubspot.dial(erin);
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.hangUp();
  await hubspot.notes().fill('Half a sentence');
  await hubspot.save();
  await expect(hubspot.control('Try again')).toBeVisible();
  await hubspot.page.reload();
  await expect(hubspot.widget.getByText('HubSpot could not save the call: ')).toBeVisible();
  await expect(hubspot.notes()).toHaveValue('Half a sentence');
  await hubspot.control('Try again').click();
  await expect.poll(() => heard(hubspot, 'UPDATE_ENGAGEMENT_SUCCEEDED')).toBe(1);
  expect(await hubspot.payload('CALL_COMPLETED')).toMatchObject({
    engagementProperties: { hs_call_body: 'Half a sentence' },
  });
});

test('who has logged out leaves nothing to the next page', async ({ hubspot }) => {
  await hubspot.dial(erin);
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.hangUp();
  await hubspot.notes().fill('Half a sentence');
  await hubspot.control('More').click();
  await hubspot.control('Log out').click();
  await expect.poll(() => heard(hubspot, 'UPDATE_ENGAGEMENT_SUCCEEDED')).toBe(1);
  await hubspot.page.reload();
  await hubspot.expectState('Ready');
  await expect(hubspot.widget.getByRole('textbox', { name: 'Phone number' })).toBeVisible();
  await expect(hubspot.notes()).toHaveCount(0);
});

for (const [what, spoil, isKept] of [
  ['is another user’s', { userId: 12 }, true],
  ['is of another account', { portalId: 1 }, true],
  ['cannot be read', { leftAt: 'toString' }, false],
] as const) {
  test(`a draft that ${what} is shown to nobody, and the phone works`, async ({ hubspot }) => {
    await hubspot.dial(erin);
    await expect(hubspot.status).toContainText('Connected');
    await hubspot.hangUp();
    await hubspot.notes().fill('Half a sentence');
    // Just after this page has stored it.
    await hubspot.frame('widget.html').evaluate((changes) => {
      window.addEventListener('pagehide', () => {
        for (const key of Object.keys(sessionStorage).filter((each) => each.includes('.calls.'))) {
          const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}') as object;
          sessionStorage.setItem(key, JSON.stringify({ ...kept, ...changes }));
        }
      });
    }, spoil);
    await hubspot.page.reload();
    await hubspot.expectState('Ready');
    await expect(hubspot.widget.getByRole('textbox', { name: 'Phone number' })).toBeVisible();
    await expect(hubspot.notes()).toHaveCount(0);
    const left = () =>
      hubspot
        .frame('widget.html')
        .evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('.calls.')).length);
    await expect.poll(left).toBe(isKept ? 1 : 0);
    await hubspot.dial('Sam Sample');
    await expect(hubspot.status).toContainText('Connected');
  });
}

test('the browser asks before it leaves a call that the phone would lose, and only then', async ({
  hubspot,
}) => {
  const asked: string[] = [];
  const stay = async (dialog: Dialog) => {
    asked.push(dialog.type());
    await dialog.dismiss();
  };
  hubspot.page.on('dialog', stay);
  const tryToLeave = () =>
    hubspot.page
      .evaluate(() => {
        location.reload();
      })
      .catch(() => undefined);

  await callByItself(hubspot);
  await hubspot.notes().fill('Half a sentence');
  await tryToLeave();
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await expect(hubspot.status).toContainText('Connected');
  await expect(hubspot.notes()).toHaveValue('Half a sentence');
  expect(await heard(hubspot, 'CALL_ENDED')).toBe(0);

  await hubspot.bridge.evaluate((bridge: HsCallingBridge) => {
    bridge.callEnded();
  });
  await expect(hubspot.control('Save')).toBeVisible();
  await hubspot.page.reload();
  await expect(hubspot.notes()).toHaveValue('Half a sentence');
  expect(asked).toEqual(['beforeunload']);
});
