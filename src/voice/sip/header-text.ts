/** What may be put into a SIP header: a line break in it would begin a header of its own. */

/** Longer text is no name and no address. */
const maxLength = 256;

/** Control characters, half characters, and what Unicode counts as line breaks. */
const notInHeaders = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** Whether something is text of at most 256 characters, without line breaks, NUL or other control characters. */
export function isHeaderText(text: unknown): text is string {
  return typeof text === 'string' && text.length <= maxLength && !notInHeaders.test(text);
}

/** Whether it may stand in an address: header text, also once decoded, that does not end the address or add headers to it. */
export function isAddressText(text: string): boolean {
  return isHeaderText(text) && isHeaderText(decodeUser(text)) && !/[<>"?]/.test(decodeUser(text));
}

/** The user of an address without its `%`; as it is where they encode nothing. */
export function decodeUser(user: string): string {
  try {
    return decodeURIComponent(user);
  } catch {
    return user;
  }
}
