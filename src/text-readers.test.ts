import { expect } from '@open-wc/testing';
import { bareNumber, cleanNumber, isSameNumber, isTooLong, splitNumber } from './call/index.js';
import { refusals } from './command/framing.js';
import { maskNumbers } from './link/index.js';
import { smallPhoneNumbers, spokenNumber } from './numbers/index.js';
import { everyCountry } from './numbers/libphonenumber/rules.js';
import { isExactOrigin, isHubSpotOrigin } from './protocol/index.js';
import { readDigits } from './voice/digits.js';
import { readDialledNumber } from './voice/loopback/dialled-number.js';
import { callerOf, numberOf, targetOf } from './voice/sip/addresses.js';
import { endOf } from './voice/sip/end-reasons.js';
import type { SipMessage } from './voice/sip/engine.js';
import { headerValues, parameterOf } from './voice/sip/header-values.js';
import { readSettings } from './voice/sip/settings.js';

/** A message with this text in every place. */
function message(text: string): SipMessage {
  const address = { display_name: text, uri: { user: text, host: text } };
  return {
    ...{ from: address, to: address, status_code: 486, reason_phrase: text },
    ...{ getHeader: () => text, getHeaders: () => Array<string>(20).fill(text) },
  } as unknown as SipMessage;
}

const everywhere = everyCountry('US');
const right = { server: 'wss://sip.example', uri: 'sip:alice@sip.example' };
const widget = new URL('https://widget.example');

/** Everything that reads text of others. What it throws does not count here, only that it comes to its end. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  cleanNumber,
  bareNumber,
  splitNumber,
  isTooLong,
  isSameNumber: (text) => isSameNumber(text, `+1${text}`),
  'smallPhoneNumbers.format': (text) => smallPhoneNumbers.format(text),
  'smallPhoneNumbers.toDialable': (text) => smallPhoneNumbers.toDialable(text),
  'everyCountry.format': (text) => everywhere.format(text),
  'everyCountry.formatAsTyped': (text) => everywhere.formatAsTyped(text),
  'everyCountry.toDialable': (text) => everywhere.toDialable(text),
  'everyCountry.isPossible': (text) => everywhere.isPossible(text),
  spokenNumber,
  maskNumbers,
  isExactOrigin,
  isHubSpotOrigin: (text) => isHubSpotOrigin(text, 'qa'),
  readDigits,
  readDialledNumber,
  targetOf: (text) => targetOf(text, 'sip.example'),
  numberOf: (text) => numberOf({ user: text, host: text }, text),
  callerOf: (text) => callerOf(message(text), 'sip.example'),
  endOf: (text) => endOf({ originator: 'remote', message: message(text), cause: text }),
  headerValues: (text) => headerValues(message(text), 'reason'),
  parameterOf: (text) => parameterOf(text, 'cause'),
  'readSettings, server': (server) => readSettings({ ...right, server }),
  'readSettings, uri': (uri) => readSettings({ ...right, uri }),
  'readSettings, displayName': (displayName) => readSettings({ ...right, displayName }),
  refusals: (text) =>
    refusals({ 'content-security-policy': text, 'x-frame-options': text }, widget, 'https://a.example'),
};

const repeated = [
  ...[
    '<sip:a@',
    '"',
    '"\\',
    '"a"<tel:1>,',
    '<',
    '>',
    ';a=',
    ';a="',
    ';ext=',
    ';phone-context=+1',
    '(0)',
    '+',
    '0',
    '#0',
  ],
  ...[
    '\t,',
    ' ,',
    ',',
    ';',
    ' ',
    '\n',
    '1 ',
    '1-',
    ' x',
    '#',
    '*0#*',
    'a',
    'a.',
    '-a',
    '%',
    '%2B',
    '%ef%b7%ba',
    '\u202E',
  ],
  // Normalized, each becomes many characters, or has to be put into another order.
  ...['\uFDFA', '\u0300\u0323', '\u0660', '🙂', 'frame-ancestors a;', 'wss://a '],
];
const beginnings = ['', 'tel:', 'sip:', '+1202'];

/** The shortest of three times, in ms: the machine may have been busy. */
function msOf(read: (text: string) => unknown, text: string): number {
  const times = [1, 2, 3].map(() => {
    const startedAt = performance.now();
    try {
      read(text);
    } catch {
      // A reader may refuse.
    }
    return performance.now() - startedAt;
  });
  return Math.min(...times);
}

/** Whether ten times the text takes more than forty times as long: a hundred times where it grows with the square. */
function growsTooMuch(read: (text: string) => unknown, pumped: (times: number) => string): boolean {
  const ms = msOf(read, pumped(2000));
  return ms > 2 && msOf(read, pumped(20_000)) > 40 * ms;
}

describe('what reads text of others', () => {
  for (const [name, read] of Object.entries(readers)) {
    it(`takes no longer than the text is long: ${name}`, () => {
      const slow = beginnings.flatMap((beginning) =>
        repeated.filter((part) => {
          const pumped = (times: number) => `${beginning}${part.repeat(times)}!`;
          // The machine may be busy for longer than one measurement takes: whatever is slow is so each time.
          return [1, 2, 3, 4].every(() => growsTooMuch(read, pumped));
        }),
      );
      expect(slow).to.deep.equal([]);
    });
  }
});
