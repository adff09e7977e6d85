/** What makes the widget's link for the drop-in of the official SDK, where it is not to have one of its own. */
import type { WidgetLinkObserver } from './widget-link-observer.js';
import type { WidgetLinkOptions } from './widget-link-options.js';
import type { WidgetLink } from './widget-link.js';

/** A link, as far as the drop-in uses it. */
export type ServedLink = Pick<WidgetLink, 'isReady' | 'boundOrigin' | 'connect' | 'send' | 'disconnect'>;

/** Makes links. `SharedFrames` of `hs-calling-elements/frames` is one. */
export interface LinkSource {
  /** Makes a link that tells this observer what it hears, once it is connected. */
  createLink(options: WidgetLinkOptions, observer: WidgetLinkObserver): ServedLink;
}
