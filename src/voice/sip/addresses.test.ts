import { expect } from '@open-wc/testing';
import { callerOf, numberOf, targetOf } from './addresses.js';
import type { SipMessage } from './engine.js';

const home = 'sip.example';

describe('what is dialled over SIP', () => {
  for (const [dialled, target] of [
    ['+15550101', 'sip:+15550101@sip.example'],
    ['+1 (555) 01-01', 'sip:+15550101@sip.example'],
    ['tel:+15550101', 'sip:+15550101@sip.example'],
    ['101', 'sip:101@sip.example'],
    ['*21#', 'sip:*21%23@sip.example'],
    ['alice', 'sip:alice@sip.example'],
    ['alice.b-c', 'sip:alice.b-c@sip.example'],
    ['bob@other.example', 'sip:bob@other.example'],
    ['sip:bob@other.example', 'sip:bob@other.example'],
    ['sips:bob@other.example', 'sips:bob@other.example'],
  ] as const) {
    it(`${dialled} is ${target}`, () => {
      expect(targetOf(dialled, home)).to.equal(target);
    });
  }

  const headers = ['\r\n', '\n', '\0', '\u2028', '\u2029', '\x7f', '%0D%0A', '%00', '%E2%80%A8'].flatMap(
    (each) => [
      `+1555${each}X-Injected: 1`,
      `bob${each}X@other.example`,
      `sip:bob@other.example${each}X`,
      `sip:bob@other.example;x=${each}X`,
    ],
  );
  // What follows the question mark of an address are headers of the call that it asks for.
  const further = ['sip:bob@other.example?Replaces=1', 'bob%3FX=1@other.example', 'bob%3E@other.example'];
  const none = ['', ' ', '<script>', 'sip:', 'sip:@other.example', 'a b@c d', '"', 'bob@', 'a'.repeat(257)];
  for (const dialled of [...none, ...headers, ...further]) {
    it(`${JSON.stringify(dialled)} is no target`, () => {
      expect(() => targetOf(dialled, home))
        .to.throw()
        .with.property('code', 'BAD_NUMBER');
    });
  }
});

describe('who calls over SIP', () => {
  const request = (name: string, user: string, host: string, asserted?: string) =>
    ({
      from: { display_name: name, uri: { user, host } },
      getHeader: () => asserted,
    }) as unknown as SipMessage;

  it('has a number at home, and an address elsewhere', () => {
    expect(numberOf({ user: '101', host: home }, home)).to.equal('101');
    expect(numberOf({ user: '+15550101', host: 'trunk.example' }, home)).to.equal('+15550101');
    expect(numberOf({ user: 'bob', host: 'other.example' }, home)).to.equal('sip:bob@other.example');
    expect(numberOf({ user: '*21%23', host: home }, home)).to.equal('*21#');
  });

  it('has the name of the From header', () => {
    expect(callerOf(request('Bob', '101', home), home)).to.deep.equal({ number: '101', name: 'Bob' });
    expect(callerOf(request('', '101', home), home)).to.deep.equal({ number: '101' });
  });

  it('has no number when it is hidden', () => {
    expect(callerOf(request('', 'anonymous', 'anonymous.invalid'), home).number).to.equal('');
  });

  it('is who the server says', () => {
    const asserted = '"Bob Builder" <sip:+15550199@trunk.example;user=phone>';
    expect(callerOf(request('Mallory', '666', home, asserted), home)).to.deep.equal({
      number: '+15550199',
      name: 'Bob Builder',
    });
  });
});

describe('a caller as a PBX sends it', () => {
  interface From {
    readonly name?: string;
    readonly user?: string | undefined;
    readonly host?: string;
  }

  /** A request with this From, and these headers, in lower case. */
  const caller = (
    { name = '', user, host = '203.0.113.9' }: From,
    headers: Readonly<Record<string, readonly string[]>> = {},
  ) =>
    callerOf(
      {
        from: { display_name: name, uri: { user, host } },
        getHeader: (header: string) => headers[header]?.[0],
        getHeaders: (header: string) => headers[header] ?? [],
      } as unknown as SipMessage,
      home,
    );

  for (const [user, number] of [
    ['14155550123', '14155550123'],
    ['+14155550123', '+14155550123'],
    ['%2B14155550123', '+14155550123'],
    ['+1-415-555-0123', '+14155550123'],
    ['+1.415.555.0123', '+14155550123'],
    ['(415) 555-0123', '4155550123'],
    ['+1%20415%20555%200123', '+14155550123'],
    ['14155550123;cpc=ordinary', '14155550123'],
    ['4155550123;phone-context=+1', '4155550123'],
    ['+14155550123;ext=12;isub=3', '+14155550123'],
    ['%2B14155550123%3Bcpc%3Dpayphone', '+14155550123'],
    ['\u202E+14155550123\u202C', '+14155550123'],
    ['101', '101'],
    ['*21%23', '*21#'],
    ['bob;x=1', 'sip:bob@203.0.113.9'],
    ['1001-office', 'sip:1001-office@203.0.113.9'],
    ['100%', 'sip:100%@203.0.113.9'],
  ] as const) {
    it(`${user} at any host is ${number}`, () => {
      expect(caller({ user }).number).to.equal(number);
    });
  }

  for (const [user, host] of [
    ['anonymous', 'anonymous.invalid'],
    ['Anonymous', 'pbx.example'],
    ['unavailable', 'unknown.invalid'],
    ['restricted', home],
    ['14155550123', 'anonymous.invalid'],
    ['', '203.0.113.9'],
    [undefined, '203.0.113.9'],
  ] as const) {
    it(`${String(user)} at ${host} is hidden`, () => {
      expect(caller({ name: 'Anonymous', user, host })).to.deep.equal({ number: '' });
    });
  }

  for (const [what, asserted, expected] of [
    ['a tel address', ['<tel:+14155550123>'], { number: '+14155550123' }],
    ['a tel address without brackets', ['tel:+1-415-555-0123'], { number: '+14155550123' }],
    ['a tel address with a context', ['<tel:0123;phone-context=+1415>'], { number: '0123' }],
    ['a sip address without brackets', ['sip:+14155550123@trunk.example'], { number: '+14155550123' }],
    [
      'the number of two values',
      ['"Builder, Bob" <sip:bob@trunk.example>, <tel:+14155550123>'],
      { number: '+14155550123', name: 'Builder, Bob' },
    ],
    [
      'the number of two headers',
      ['"Bob" <sip:bob@trunk.example>', '<tel:+14155550123>'],
      { number: '+14155550123', name: 'Bob' },
    ],
    ['an unquoted name', ['Bob Builder <tel:+14155550123>'], { number: '+14155550123', name: 'Bob Builder' }],
    [
      'a name with quotes and brackets',
      ['"Bob \\"<Bo>\\" B" <tel:+14155550123>'],
      { number: '+14155550123', name: 'Bob "<Bo>" B' },
    ],
    ['an address at home with a port', [`<sip:bob@${home}:5070;user=phone>`], { number: 'bob' }],
    ['no hidden one', ['<sip:anonymous@anonymous.invalid>'], { number: '666' }],
    [
      'nothing that is no address',
      ['', ',', 'nonsense', '<>', '<mailto:bob@other.example>'],
      { number: '666' },
    ],
  ] as const) {
    it(`is what the server asserts: ${what}`, () => {
      expect(caller({ user: '666' }, { 'p-asserted-identity': asserted })).to.deep.equal(expected);
    });
  }

  const remote = (...parts: readonly string[]) => ({
    'remote-party-id': [`"Bob" <sip:+14155550123@pbx.example>${parts.join('')}`],
  });

  it('is the remote party where there is no number elsewhere', () => {
    const bob = { number: '+14155550123', name: 'Bob' };
    expect(caller({ user: 'trunk' }, remote(';party=calling;screen=yes;privacy=off'))).to.deep.equal(bob);
    expect(caller({ user: 'anonymous' }, remote())).to.deep.equal(bob);
    expect(caller({ user: '666' }, remote()).number).to.equal('666');
    const asserted = { 'p-asserted-identity': ['<tel:+14155550199>'], ...remote() };
    expect(caller({ user: 'trunk' }, asserted).number).to.equal('+14155550199');
    expect(caller({ user: 'trunk' }, remote(';party=called')).number).to.equal('sip:trunk@203.0.113.9');
  });

  it('is hidden when the remote party asks for it', () => {
    for (const privacy of ['full', 'FULL', '"full"', 'uri'])
      expect(caller({ user: 'trunk' }, remote(`;privacy=${privacy}`))).to.deep.equal({ number: '' });
    expect(caller({ user: 'trunk' }, remote(';privacy=name'))).to.deep.equal({ number: '+14155550123' });
  });

  it('is hidden when the caller asks for privacy', () => {
    const asserted = { 'p-asserted-identity': ['"Bob" <tel:+14155550123>'] };
    for (const privacy of [['id'], ['ID'], ['header; id;critical'], ['user'], ['critical', 'id']])
      expect(caller({ name: 'Bob', user: '666' }, { ...asserted, privacy })).to.deep.equal({ number: '' });
    expect(caller({ user: '666' }, { ...asserted, privacy: ['none'] }).number).to.equal('+14155550123');
  });

  for (const [name, clean] of [
    ['Bob\u202Egnp.exe', 'Bobgnp.exe'],
    ['\u2066Bob\u2069', 'Bob'],
    ['Bo\u0000b', 'Bob'],
    ['Bob\r\nBuilder\t', 'Bob Builder'],
    ['B\u200Bo\u200D\uFEFFb\u00AD', 'Bob'],
    ['Bob\u2028Builder', 'Bob Builder'],
    ['محمد', 'محمد'],
    ['Zoë 🙂', 'Zoë 🙂'],
  ] as const) {
    it(`has no control characters in its name: ${JSON.stringify(name)}`, () => {
      expect(caller({ name, user: '101' })).to.deep.equal({ number: '101', name: clean });
    });
  }

  it('has no name of nothing but control characters', () => {
    expect(caller({ name: '\u202E\u0000 \u200B', user: '101' })).to.deep.equal({ number: '101' });
  });

  it('has a name and a number of bounded length', () => {
    expect(caller({ name: '🙂'.repeat(5000), user: '101' }).name).to.equal('🙂'.repeat(100));
    expect(caller({ user: '1'.repeat(5000) }).number).to.equal('');
    expect(caller({ user: 'a'.repeat(5000) }).number).to.equal('');
  });

  // Time that grew faster than the text would not end before the runner's own limit.
  const repeated = ['<sip:a@', '"', '"\\', '<', '>', ',', ';', ' ', 'a', '\u202E', '%', '(', '"a"<tel:1>,'];
  for (const part of repeated) {
    it(`is read, and bounded, when it is 8,000 times ${JSON.stringify(part)}`, () => {
      const text = part.repeat(8000);
      const headers = { 'p-asserted-identity': [text], 'remote-party-id': [text], privacy: [text] };
      const many = { 'p-asserted-identity': Array<string>(2000).fill(text) };
      const found = [caller({ name: text, user: text, host: text }, headers), caller({ user: '1' }, many)];
      for (const { number, name = '' } of found) {
        expect(number.length).to.be.at.most(300);
        expect(name.length).to.be.at.most(200);
      }
    });
  }
});
