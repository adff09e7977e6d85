/** Warns, once on a page, when an app is made more than once, or stands beside a tag. */
import type { Page } from '../link/page.js';

function warnOnce({ warnings }: Page, text: string): void {
  if (warnings.has(text)) return;
  warnings.add(text);
  console.warn(`[hs-calling] ${text}`);
}

/** Warns if several instances serve the page. */
export function warnOfSeveral(page: Page): void {
  if (page.holders > 1) {
    warnOnce(page, 'Several CallingExtensions share this page. Make one, or destroy() the one before.');
  }
}

/** Warns if the link of an instance waits for a tag to go. */
export function warnOfTag(page: Page, code: string): void {
  if (code === 'DUPLICATE_BRIDGE') {
    warnOnce(page, 'CallingExtensions waits for the <hs-calling-bridge> of this page to go. Keep one.');
  }
}
