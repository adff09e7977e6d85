/** Draws the button that opens the record of whoever is at the other end, or the page that the app has named. */
import { html, nothing } from 'lit';
import type { BridgeController } from './bridge-controller.js';
import { icon } from './icon.js';
import { iconButton } from './icon-button.js';
import { openRecord as shape } from './icons.js';
import type { Localize } from './localize.js';
import { writtenWho, type Who } from './spoken-who.js';

/** Opens in a new tab, so that no call is lost. Where neither a record nor a page is known, there is no button. */
export function openRecord(who: Who, bridge: BridgeController, localize: Localize) {
  const { url, objectId, objectTypeId } = who.party ?? {};
  const portalId = bridge.state?.host?.portalId;
  const name = localize.term('openRecord', writtenWho(who, localize));
  const part = 'open-record';
  if (objectId && objectTypeId && portalId !== undefined) {
    const objectCoordinates = { portalId, objectId, objectTypeId };
    const onClick = () => bridge.request('hs-navigate-request', { objectCoordinates, openIn: 'NEW_TAB' });
    return iconButton({ part, name, shape, onClick });
  }
  return url
    ? html`<a
        part=${part}
        class="ghost"
        href=${url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label=${name}
        title=${name}
        >${icon(shape)}</a
      >`
    : nothing;
}
