/** A number for the ear: its digits with spaces between them, so that a screen reader says each one. */
export function spokenNumber(number: string): string {
  return Array.from(number.replaceAll(/[\s().-]/g, '')).join(' ');
}
