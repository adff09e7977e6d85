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

  for (const dialled of ['', ' ', '<script>', 'sip:', 'sip:@other.example', 'a b@c d', '"', 'bob@']) {
    it(`“${dialled}” is no target`, () => {
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
