/** The frame that a host puts a widget into, made as the official SDK makes it. */
import type { IframeOptions, SizeInfo } from './types.js';

/** Where the frame goes. Throws when there is no such element. */
export function getHostElement(hostElementSelector: string): Element {
  const found = document.querySelector(hostElementSelector);
  if (!found) throw new Error(`hostElement not found. Selector - ${hostElementSelector}`);
  return found;
}

/** The origin of an address; a relative one belongs to this page. */
export function extractHostFromUrl(url: string): string {
  const { protocol, host } = new URL(url, document.baseURI);
  return `${protocol}//${host}`;
}

/** Puts the frame in place of what the host element holds. Throws when an option is missing. */
export function createIFrame(
  options: IframeOptions,
  onLoad: (event: Event) => void,
  onError?: OnErrorEventHandler,
): HTMLIFrameElement {
  const { src, width, height, hostElementSelector } = options;
  if (!src || !width || !height || !hostElementSelector) {
    throw new Error(
      'iFrameOptions is missing one of the required properties - {src, width, height, hostElementSelector}.',
    );
  }
  const frame = document.createElement('iframe');
  frame.onload = onLoad;
  if (onError) frame.onerror = onError;
  Object.assign(frame, {
    src,
    width,
    height,
    allow: 'microphone; autoplay',
    id: 'hubspot-calling-extension-iframe',
  });
  getHostElement(hostElementSelector).replaceChildren(frame);
  return frame;
}

/** A number is px. */
export const formatSize = (size: number | string): string =>
  typeof size === 'number' ? `${String(size)}px` : size;

/** Sets what there is of a size. */
export function resize(frame: Element | null, size: SizeInfo): void {
  for (const side of ['width', 'height'] as const) {
    if (size[side]) frame?.setAttribute(side, formatSize(size[side]));
  }
}
