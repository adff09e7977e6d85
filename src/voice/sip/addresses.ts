/** Numbers and SIP addresses: what is dialled, who calls. */
import type { RemoteParty } from '../session.js';
import { VoiceError } from '../voice-error.js';
import type { SipMessage, SipUri } from './engine.js';

/** A phone number, a code such as `*21#`, an extension, a user's name. */
const plainUser = /^[+*#]?[\w.*#~!$&'-]+$/;
const fullAddress = /^sips?:[^@\s<>"]+@[^@\s<>"]+$/i;

/** The address to call for what was dialled. Throws `BAD_NUMBER`. */
export function targetOf(number: string, domain: string): string {
  const text = number.trim().replace(/^tel:/i, '');
  if (fullAddress.test(text)) return text;
  if (!/^sips?:/i.test(text) && fullAddress.test(`sip:${text}`)) return `sip:${text}`;
  const dialled = text.replaceAll(/[\s()/]/g, '');
  // Visual separators are no part of a number, but may be of a name.
  const user = /^\+?[\d.-]+$/.test(dialled) ? dialled.replaceAll(/[.-]/g, '') : dialled;
  if (!plainUser.test(user)) throw new VoiceError('BAD_NUMBER');
  return `sip:${user.replaceAll('#', '%23')}@${domain}`;
}

/** The number of an address: the user at home, the whole address elsewhere, empty for who hides it. */
export function numberOf({ user, host }: Pick<SipUri, 'user' | 'host'>, domain: string): string {
  let name = user;
  try {
    name = decodeURIComponent(user);
  } catch {
    // Somebody's per cent sign; it stays as it is.
  }
  if (host === 'anonymous.invalid') return '';
  return host === domain || /^\+\d+$/.test(name) ? name : `sip:${name}@${host}`;
}

/** Who calls. The server's word (`P-Asserted-Identity`, RFC 3325) counts more than the caller's. */
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
