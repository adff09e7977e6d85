/** SIP addresses: from a dialled number to the address to call, from a request to who calls. */
import type { RemoteParty } from '../session.js';
import { VoiceError } from '../voice-error.js';
import type { SipMessage, SipUri } from './engine.js';
import { decodeUser, isAddressText } from './header-text.js';
import { headerValues, parameterOf, unquote } from './header-values.js';

/** What may stand before the `@`: a phone number, a code such as `*21#`, an extension, a user's name. */
const plainUser = /^[+*#]?[\w.*#~!$&'-]+$/;
const fullAddress = /^sips?:[^@\s<>"]+@[^@\s<>"]+$/i;

/** A phone number, an extension or a code, without what only separates its digits. */
const telephoneNumber = /^\+?[\d*#]+$/;

/** How callers are called who do not want to be known (RFC 3323), in addresses and in names. */
const anonymous = /^(?:anonymous|private|restricted|unavailable|unknown|withheld)$/i;

/** Controls, marks that turn the direction of writing, and characters that cannot be seen. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/** A longer number or address is none that could be called back: it is taken for hidden. */
const maxAddressLength = 256;

/** What is kept of a name; the rest is cut off. */
const startOfName = /^.{0,100}/u;

/** What is read of a name at all: more than a cleaned one has of code units. */
const maxNameLength = 400;

/** The two parts of an address that say who is meant. */
interface UserAndHost {
  readonly user: SipUri['user'] | undefined;
  readonly host: SipUri['host'] | undefined;
}

/** The address to call for what was dialled. Throws `BAD_NUMBER`. */
export function targetOf(number: string, domain: string): string {
  const text = number.trim().replace(/^tel:/i, '');
  if (!isAddressText(text)) throw new VoiceError('BAD_NUMBER');
  if (fullAddress.test(text)) return text;
  if (!/^sips?:/i.test(text) && fullAddress.test(`sip:${text}`)) return `sip:${text}`;
  const dialled = text.replaceAll(/[\s()/]/g, '');
  // Dots and dashes separate digits in a number, but belong to a user's name.
  const user = /^\+?[\d.-]+$/.test(dialled) ? dialled.replaceAll(/[.-]/g, '') : dialled;
  if (!plainUser.test(user)) throw new VoiceError('BAD_NUMBER');
  return `sip:${user.replaceAll('#', '%23')}@${domain}`;
}

/**
 * The number of an address. Whatever the host, a user that looks like a telephone number is one. Any other user is the
 * number at our own domain, and the whole address at another. Empty for a hidden number.
 */
export function numberOf({ user, host }: UserAndHost, domain: string): string {
  if (!user || host === undefined || user.length + host.length > maxAddressLength) return '';
  // After the semicolon: parameters such as `cpc` and `phone-context`.
  const [name = ''] = withoutInvisible(decodeUser(user)).split(';');
  if (anonymous.test(name) || /(?:^|\.)invalid$/i.test(host)) return '';
  const digits = name.replaceAll(/[\s().-]/g, '');
  if (telephoneNumber.test(digits)) return digits;
  return name === '' || host.toLowerCase() === domain.toLowerCase() ? name : `sip:${name}@${host}`;
}

/**
 * Who calls. What the server asserts (`P-Asserted-Identity`, RFC 3325) counts more than the caller's From, and
 * `Remote-Party-ID` is read where neither has a telephone number. A caller who wants to be hidden has no number.
 */
export function callerOf(request: SipMessage, domain: string): RemoteParty {
  const remote = headerValues(request, 'remote-party-id').filter(
    (value) => parameterOf(value, 'party')?.toLowerCase() !== 'called',
  );
  if (isHidden(request, remote)) return { number: '' };
  const asserted = headerValues(request, 'p-asserted-identity').map((value) => partyIn(value, domain));
  const { display_name, uri } = request.from;
  const from = { number: numberOf(uri, domain), name: cleanName(display_name) };
  const others = [from, ...remote.map((value) => partyIn(value, domain))];
  const best = bestOf(asserted) ?? bestOf(others) ?? from;
  const name = [best, ...asserted, from].find((party) => party.name !== undefined)?.name;
  const isNameHidden = best !== from && remote.some((value) => privacyOf(value) === 'name');
  return name === undefined || isNameHidden ? { number: best.number } : { number: best.number, name };
}

/** The caller has asked that nobody sees who they are: `Privacy` (RFC 3323, RFC 3325), or that of Remote-Party-ID. */
function isHidden(request: SipMessage, remote: readonly string[]): boolean {
  const wishes = headerValues(request, 'privacy').flatMap((value) => value.split(';'));
  return (
    wishes.some((wish) => /^(?:id|user|header|full)$/i.test(wish.trim())) ||
    remote.some((value) => /^(?:full|uri)$/.test(privacyOf(value) ?? ''))
  );
}

function privacyOf(remote: string): string | undefined {
  return parameterOf(remote, 'privacy')?.toLowerCase();
}

/** The first with a telephone number, else the first with any. */
function bestOf(parties: readonly RemoteParty[]): RemoteParty | undefined {
  return (
    parties.find(({ number }) => telephoneNumber.test(number)) ?? parties.find(({ number }) => number !== '')
  );
}

/** Reads `"Bob" <sip:101@pbx.example>;party=calling`, and the same without name, quotes or brackets. */
function partyIn(value: string, domain: string): RemoteParty {
  const [, quoted, plain, inBrackets] = /^(?:"((?:[^"\\]|\\.)*)"\s*|([^"<]*))<([^<>]*)>/s.exec(value) ?? [];
  const [, scheme, user, host] =
    /^(tel|sips?):([^@]*)(?:@(\[[^\]]*\]|[^:;?]*))?/i.exec(inBrackets ?? value) ?? [];
  const isTel = scheme?.toLowerCase() === 'tel';
  return {
    number: numberOf({ user: user?.split(':')[0], host: isTel ? domain : host }, domain),
    name: cleanName(quoted === undefined ? plain : unquote(quoted)),
  };
}

function cleanName(text: string | undefined): string | undefined {
  const shown = withoutInvisible((text ?? '').slice(0, maxNameLength));
  const name = (startOfName.exec(shown)?.[0] ?? '').trim();
  return name === '' || anonymous.test(name) ? undefined : name;
}

/** Line breaks become spaces: they separate words. */
function withoutInvisible(text: string): string {
  return text
    .replaceAll(/[\t-\r]/g, ' ')
    .replaceAll(invisible, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
