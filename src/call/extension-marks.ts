/** What stands between a number and its extension: words in several languages, and signs. */

/**
 * The source of a regular expression for it.
 *
 * @param pauses - Further marks, each after a `|`: those that are a pause. Default: none.
 */
export const extensionBehind = (pauses = ''): string =>
  String.raw`\s?\(?(?:ext(?:ensi[oó]n)?|extn|poste|durchwahl|dw|int(?:erno)?|anexo|内線|تحويلة|x|#|;ext=${pauses})[.:]{0,2}\s?`;
