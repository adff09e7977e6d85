/** Puts the widget away and brings it back: the focus goes along. */
import type { HubSpotHost } from '../../src/host/index.js';
import { attempt } from '../shared/attempt.js';
import type { BaseElement } from '../shared/base-element.js';
import { isAway } from './places.js';

const focus = (element: BaseElement, selector: string) =>
  element.renderRoot.querySelector<HTMLElement>(selector)?.focus();

/** Minimises the widget, or brings it back. */
export async function minimise(element: BaseElement, host: HubSpotHost | undefined): Promise<void> {
  if (!host) return;
  host.setVisibility({ isMinimized: !isAway(host.state) });
  if (host.state.place.iframeLocation !== 'remote') return;
  // The button opens and closes the panel: the focus goes into the open panel, and back to the button.
  await element.updateComplete;
  focus(element, isAway(host.state) ? '#remote' : '#widget-place');
}

/** Closes the widget. */
export async function close(element: BaseElement, host: HubSpotHost | undefined): Promise<void> {
  host?.setVisibility({ isHidden: true });
  await element.updateComplete;
  // The button is gone with the widget. The one that brings it back is in its place.
  focus(element, host?.state.place.iframeLocation === 'remote' ? '#remote' : '#minimise');
}

/** Shows the widget's frame: on a small screen it is further down. */
export async function scrollToWidget(element: BaseElement): Promise<void> {
  await element.updateComplete;
  attempt(() => element.renderRoot.querySelector('iframe')?.scrollIntoView({ block: 'nearest' }));
}
