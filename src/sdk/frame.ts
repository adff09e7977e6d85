/** The frame in which a host shows a widget, made as the official SDK makes it, but for `speaker-selection`. */
import { framePermissions } from '../link/frame-permissions.js';
import { frameSide } from '../link/frame-size.js';
import { maskNumbers } from '../link/mask.js';
import { widgetAddress } from '../link/widget-address.js';
import type { IframeOptions, SizeInfo } from './types.js';

/** The element that the frame goes into. Throws when the selector finds none. */
export function getHostElement(hostElementSelector: string): Element {
  const found = document.querySelector(hostElementSelector);
  if (!found) throw new Error(`hostElement not found. Selector - ${hostElementSelector}`);
  return found;
}

/** The origin of an address. A relative address is resolved against this page's. */
export function extractHostFromUrl(url: string): string {
  const { protocol, host } = new URL(url, document.baseURI);
  return `${protocol}//${host}`;
}

/** The origin of the widget's address. Throws for one that is not an address with http or https. */
export function widgetOriginOf({ src }: IframeOptions): string {
  const url = widgetAddress(src);
  if (url) return url.origin;
  throw new Error(`iFrameOptions.src is “${maskNumbers(src)}”; right: an address with http or https.`);
}

/** Makes the frame and replaces the content of the host element with it. Throws when an option is missing or wrong. */
export function createIFrame(
  options: IframeOptions,
  onLoad: (event: Event) => void,
  onError?: OnErrorEventHandler,
  findHost: typeof getHostElement = getHostElement,
): HTMLIFrameElement {
  const { src, width, height, hostElementSelector } = options;
  if (!src || !width || !height || !hostElementSelector) {
    throw new Error(
      'iFrameOptions is missing one of the required properties - {src, width, height, hostElementSelector}.',
    );
  }
  widgetOriginOf(options);
  const frame = document.createElement('iframe');
  frame.onload = onLoad;
  frame.onerror = onError ?? null;
  Object.assign(frame, {
    src,
    width,
    height,
    allow: framePermissions,
    id: 'hubspot-calling-extension-iframe',
  });
  findHost(hostElementSelector).replaceChildren(frame);
  return frame;
}

/** A size as text: a number is in px. */
export const formatSize = (size: number | string): string =>
  typeof size === 'number' ? `${String(size)}px` : size;

/** Changes a frame's size, within what a frame can be. A side that is 0, as in the official SDK, or no size stays as it is. */
export function resize(frame: Element | null, size: SizeInfo, format = formatSize): void {
  for (const side of ['width', 'height'] as const) {
    const asked = size[side];
    const px = Number.parseFloat(String(asked));
    // A share of the page, such as `100%`, is never too large. Of what is only handed on, the widget's link lets none through.
    const isRight = px === frameSide(px) || String(asked).endsWith('%');
    if (px) frame?.setAttribute(side, format(isRight ? asked : frameSide(px)));
  }
}
