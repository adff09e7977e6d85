/** SIP addresses: from a dialled number to the address to call, from a request to who calls. */
import type { RemoteParty } from '../session.js';
import { VoiceError } from '../voice-error.js';
import type { SipMessage, SipUri } from './engine.js';

/** What may stand before the `@`: a phone number, a code such as `*21#`, an extension, a user's name. */
const plainUser = /^[+*#]?[\w.*#~!$&'-]+$/;
const fullAddress = /^sips?:[^@\s<>"]+@[^@\s<>"]+$/i;

/** The address to call for what was dialled. Throws `BAD_NUMBER`. */
export function targetOf(number: string, domain: string): string {
  const text = number.trim().replace(/^tel:/i, '');
  if (fullAddress.test(text)) return text;
  if (!/^sips?:/i.test(text) && fullAddress.test(`sip:${text}`)) return `sip:${text}`;
  const dialled = text.replaceAll(/[\s()/]/g, '');
  // Dots and dashes separate digits in a number, but belong to a user's name.
  const user = /^\+?[\d.-]+$/.test(dialled) ? dialled.replaceAll(/[.-]/g, '') : dialled;
  if (!plainUser.test(user)) throw new VoiceError('BAD_NUMBER');
  return `sip:${user.replaceAll('#', '%23')}@${domain}`;
}

/** The number of an address: its user at our own domain, the whole address at another, empty for a hidden number. */
export function numberOf({ user, host }: Pick<SipUri, 'user' | 'host'>, domain: string): string {
  let name = user;
  try {
    name = decodeURIComponent(user);
  } catch {
    // A per cent sign that encodes nothing: the user stays as it is.
  }
  if (host === 'anonymous.invalid') return '';
  return host === domain || /^\+\d+$/.test(name) ? name : `sip:${name}@${host}`;
}

/** Who calls. What the server asserts (`P-Asserted-Identity`, RFC 3325) counts more than the caller's From. */
export function callerOf(request: SipMessage, domain: string): RemoteParty {
  const asserted = /(?:"([^"]*)"\s*)?<sips?:([^@>]+)@([^>;]+)[^>]*>/i.exec(
    request.getHeader('p-asserted-identity') ?? '',
  );
  const [, assertedName, user, host] = asserted ?? [];
  const name = assertedName ?? request.from.display_name;
  const { uri } = request.from;
  const number = user && host ? numberOf({ user, host }, domain) : numberOf(uri, domain);
  return name ? { number, name } : { number };
}
