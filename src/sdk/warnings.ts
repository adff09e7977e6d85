/** What the drop-in writes to the console without `debugMode`: what an app's author can mend, once on a page each. */
import type { PageLinks } from '../link/page-links.js';

/** Lines that are written at most. A host that invents ever new kinds of messages cannot fill the console. */
const maxWarnings = 100;

/** Writes a line, unless the page has it already. */
export function warnOnce({ warnings }: PageLinks, ...parts: readonly string[]): void {
  const line = ['[hs-calling]', ...parts].join(' ');
  if (warnings.has(line) || warnings.size >= maxWarnings) return;
  warnings.add(line);
  console.warn(line);
}

/** Warns if several instances serve the page. */
export function warnOfSeveral(page: PageLinks): void {
  if (page.holders > 1) {
    warnOnce(page, 'Several CallingExtensions share this page. Make one, or destroy() the one before.');
  }
}

/** Warns if the link of an instance waits for a tag to go. */
export function warnOfTag(page: PageLinks, code: string): void {
  if (code === 'DUPLICATE_BRIDGE') {
    warnOnce(page, 'CallingExtensions waits for the <hs-calling-bridge> of this page to go. Keep one.');
  }
}
