/** Who is at the other end of a call: what was said of them, and what the app found out. */
import { changed } from './change.js';
import { shownText } from './shown-text.js';

/** Who is at the other end, as far as it is known. */
export interface Party {
  readonly name?: string | undefined;
  readonly company?: string | undefined;
  /** A picture: an `http:` or `https:` address, or a `data:image/…`. Anything else is left out. */
  readonly avatar?: string | undefined;
  /** A page about them, which “Open record” opens in a new tab: an `http:` or `https:` address. Anything else is left out. */
  readonly url?: string | undefined;
  /** The CRM record. */
  readonly objectId?: number | undefined;
  /** `0-1` contact, `0-2` company, `0-3` deal, `0-5` ticket, or a custom object's. */
  readonly objectTypeId?: string | undefined;
  /** The name is only what the caller's line says of itself: whoever knows better comes first. Default: false. */
  readonly isClaimed?: boolean | undefined;
}

/** How many characters an address may have. */
const maxAddress = 2048;
/** How many characters a picture may have that is in the address itself. */
const maxPicture = 100_000;

const webAddress = /^https?:\/\/[^/\s]/i;
const picture = /^data:image\/[a-z0-9.+-]+[;,]/i;

/** The address as it is written, if it leads into the web, names no password, and is not too long. */
function safeAddress(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > maxAddress || !webAddress.test(text)) return undefined;
  try {
    const { username, password, href } = new URL(text);
    return username || password ? undefined : href;
  } catch {
    return undefined;
  }
}

function safePicture(text: unknown): string | undefined {
  const isInside = typeof text === 'string' && text.length <= maxPicture && picture.test(text);
  return isInside ? text : safeAddress(text);
}

const line = (text: unknown) => (typeof text === 'string' ? shownText(text) : undefined);
const cleaners = { name: line, company: line, avatar: safePicture, url: safeAddress } as const;

/** Who it is, with texts that can be shown and addresses that can be opened: whoever calls may write anything into it. */
export function knownParty(party: Party | undefined): Party | undefined {
  if (!party) return undefined;
  const clean = Object.entries(cleaners).flatMap(([field, make]) => {
    const value = party[field as keyof typeof cleaners];
    return value === undefined ? [] : [[field, make(value)] as const];
  });
  return changed<Party>(party, Object.fromEntries(clean));
}

/**
 * What is known of them in all. What was told with the call comes first (the record that HubSpot found or the user chose,
 * and what the app said); what the app found when it was asked fills in what that leaves out. A name that is only claimed
 * comes last.
 */
export function wholeParty(told: Party | undefined, found: Party | undefined): Party | undefined {
  if (!told) return found;
  const { isClaimed, ...party } = told;
  if (!found) return isClaimed ? party : told;
  const all = isClaimed ? [party, found] : [found, party];
  return Object.fromEntries(
    all.flatMap((each) => Object.entries(each)).filter(([, value]) => value !== undefined && value !== ''),
  );
}

/** Whether two name the same record of the CRM, or both name none. */
export function isSameRecord(one: Party | undefined, other: Party | undefined): boolean {
  return one?.objectId === other?.objectId && one?.objectTypeId === other?.objectTypeId;
}
