/** Which addresses a host may load a widget from. */

/**
 * The address of a widget's page, in full; a relative one counts from this page. Undefined for one that is not an address
 * with http or https: the browser would run `javascript:` in the host's own page.
 */
export function widgetAddress(address: string): URL | undefined {
  try {
    const url = new URL(address, document.baseURI);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined; // no address at all
  }
}
