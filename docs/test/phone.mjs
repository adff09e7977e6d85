// What every guide ends with: a phone that is connected, calls, asks for the outcome, and refuses one number.
import { expect } from '@playwright/test';

const patiently = { timeout: 30_000 };

/** Errors and warnings of the page and its frames. */
export function collectTrouble(page) {
  const trouble = [];
  page.on('console', (message) => {
    // A development server serves the development build of Lit, which says so.
    if (message.text().startsWith('Lit is in dev mode')) return;
    if (['error', 'warning'].includes(message.type())) trouble.push(message.text());
  });
  page.on('pageerror', ({ message }) => trouble.push(message));
  return trouble;
}

/** Presses a number in the simulated HubSpot, ends the call, saves it; then presses the number that must not be called. */
export async function tryPhone(page) {
  const phone = page.frameLocator('#widget');
  const call = (record) => page.getByRole('button', { name: new RegExp(`^Call ${record}`) }).first();
  await call('Erin Example').click(patiently);
  await phone.getByRole('button', { name: 'End call' }).waitFor(patiently);
  await expect(phone.locator('hs-call-status')).toContainText('Connected', patiently);
  await phone.getByRole('button', { name: 'End call' }).click(patiently);
  await phone.getByText('Left voicemail').click(patiently);
  await phone.getByRole('button', { name: 'Save', exact: true }).click(patiently);
  await expect(page.locator('.logged-call .status')).toHaveText('COMPLETED', patiently);

  await call('Sample & Sons').click(patiently);
  await phone.getByText('On the do-not-call list.').first().waitFor(patiently);
}
