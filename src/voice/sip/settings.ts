/** The settings of the SIP voice, and how they are read. */
import { VoiceError } from '../voice-error.js';
import type { SipEngine } from './engine.js';
import { isHeaderText } from './header-text.js';

/** The credentials of the user at the server. */
export interface SipCredentials {
  /**
   * The user name for authorization: at most 256 characters, without quotes, backslashes and control characters. Default:
   * the user of `uri`.
   */
  readonly authorizationUser?: string;
  /** Without control characters, so without line breaks too. */
  readonly password: string;
}

/** A value, or a function that gets it, async or not, when it is needed. */
export type Supplied<T> = T | (() => T | Promise<T>);

/** How DTMF digits are sent: in the sound by RFC 4733, or as SIP INFO. */
export type DigitTransport = 'rfc2833' | 'info';

/** The settings of the SIP voice. */
export interface SipSettings {
  /** Addresses of the server, `wss:`, separated by spaces. When one fails the next is tried. */
  readonly server: string;
  /** The user's own address: `sip:alice@example.com`. */
  readonly uri: string;
  /** The name that others see: at most 256 characters, without line breaks and other control characters. Default: none. */
  readonly displayName?: string | undefined;
  /** Seconds that a registration is valid; it is refreshed before. 10 or more. Default: 600. */
  readonly registerExpires?: number | undefined;
  /** Ms of silence after which the server is asked whether it is there; 0: not at intervals. Default: 20000. */
  readonly keepAliveIntervalMs?: number | undefined;
  /** Ms that the server has to answer that; then the connection is given up. 500 or more. Default: 6000. */
  readonly keepAliveTimeoutMs?: number | undefined;
  /** Default: `rfc2833`. */
  readonly dtmf?: DigitTransport | undefined;
  /** STUN and TURN servers; a function is called for each call. Default: none. */
  readonly iceServers?: Supplied<readonly RTCIceServer[]> | undefined;
  /** A function is called for each registration. Default: none, for servers that do not ask for credentials. */
  readonly credentials?: Supplied<SipCredentials> | undefined;
  /** JsSIP. Default: it is imported as `jssip`. */
  readonly engine?: SipEngine | undefined;
}

/** Settings that were read: complete and valid. */
export interface ReadySettings {
  readonly servers: readonly string[];
  readonly uri: string;
  /** The domain of `uri`. */
  readonly domain: string;
  readonly displayName: string;
  readonly registerExpires: number;
  readonly keepAliveIntervalMs: number;
  readonly keepAliveTimeoutMs: number;
  readonly dtmf: DigitTransport;
}

const plainText = 'text of at most 256 characters, without control characters';

function wrong(name: string, right: string): VoiceError {
  return new VoiceError('PHONE_CONFIG', `${name}, which has to be ${right}`);
}

const address = /^sip:([^@\s<>";?]+)@([^@\s<>";?/]+)$/i;

/** Reads settings. Throws `PHONE_CONFIG`, which names the setting that is wrong. */
export function readSettings(settings: SipSettings): ReadySettings {
  const { uri, displayName = '', registerExpires = 600, dtmf = 'rfc2833' } = settings;
  const { keepAliveIntervalMs = 20_000, keepAliveTimeoutMs = 6000 } = settings;
  const servers = settings.server.split(/\s+/).filter((each) => each !== '');
  if (servers.length === 0 || !servers.every(isWebSocketUrl)) throw wrong('server', 'wss: addresses');
  const domain = isHeaderText(uri.trim()) ? address.exec(uri.trim())?.[2] : undefined;
  if (domain === undefined) throw wrong('uri', 'like sip:alice@example.com');
  if (!isHeaderText(displayName)) throw wrong('displayName', plainText);
  if (!Number.isInteger(registerExpires) || registerExpires < 10) {
    throw wrong('registerExpires', '10 seconds or more');
  }
  if (!(keepAliveIntervalMs === 0 || isMs(keepAliveIntervalMs, 1000))) {
    throw wrong('keepAliveIntervalMs', '0, or 1000 ms or more');
  }
  if (!isMs(keepAliveTimeoutMs, 500)) throw wrong('keepAliveTimeoutMs', '500 ms or more');
  if (!['rfc2833', 'info'].includes(dtmf)) throw wrong(`dtmf “${dtmf}”`, 'rfc2833 or info');
  const { iceServers, credentials } = settings;
  if (iceServers !== undefined && typeof iceServers !== 'function' && !Array.isArray(iceServers)) {
    throw wrong('iceServers', 'a list of RTCIceServer, or a function');
  }
  if (credentials !== undefined && typeof credentials !== 'function') {
    if (!isCredentials(credentials)) throw wrong('credentials', '{ password }, or a function');
    demandPlainCredentials(credentials);
  }
  const keepAlive = { keepAliveIntervalMs, keepAliveTimeoutMs };
  return { servers, uri: uri.trim(), domain, displayName, registerExpires, ...keepAlive, dtmf };
}

/** Throws `PHONE_CONFIG` if the credentials hold what would be more than one header, or end their place in it. */
export function demandPlainCredentials({ authorizationUser = '', password }: SipCredentials): void {
  if (!isHeaderText(authorizationUser) || /["\\]/.test(authorizationUser))
    throw wrong('credentials.authorizationUser', `${plainText}, without quotes and backslashes`);
  // Passwords may be long, such as tokens.
  if (typeof password !== 'string' || /\p{Cc}/u.test(password))
    throw wrong('credentials.password', 'text without control characters');
}

/** Whether every setting of two records is the same. */
export function isSame(one: SipSettings, other: SipSettings): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)] as (keyof SipSettings)[]);
  return [...names].every((name) => one[name] === other[name]);
}

/** The value that was given, or that the given function gets. */
export async function supply<T>(supplied: Supplied<T>): Promise<T> {
  return typeof supplied === 'function' ? (supplied as () => T | Promise<T>)() : supplied;
}

/** Whether it is a time that a timer can wait for. */
function isMs(ms: number, least: number): boolean {
  return ms >= least && ms < 2 ** 31;
}

function isWebSocketUrl(text: string): boolean {
  return /^wss?:\/\//i.test(text) && URL.canParse(text);
}

function isCredentials(given: unknown): given is SipCredentials {
  return typeof given === 'object' && given !== null && 'password' in given;
}
