import { expect } from '@open-wc/testing';
import type { SipMessage } from './engine.js';
import { byeOf, leftCallOf, readLeftCalls, type LeftCall } from './left-calls.js';

const routes = ['<sip:one.example;lr>', '<sip:two.example;transport=ws;lr>'];

/** A message of the engine with these headers. */
function message(headers: Readonly<Record<string, string | readonly string[]>>, toTag?: string): SipMessage {
  const all = (name: string) => [headers[name] ?? []].flat();
  const address = { uri: { user: '', host: '' } } as unknown as SipMessage['from'];
  return {
    from: address,
    to: address,
    call_id: all('call-id')[0],
    to_tag: toTag,
    getHeader: (name: string) => all(name)[0],
    getHeaders: all,
  } as SipMessage;
}

const answer = {
  'call-id': 'c1',
  from: '"Alice" <sip:alice@sip.test>;tag=a1',
  to: '<sip:bob@sip.test>;tag=b1',
  contact: '<sip:bob@198.51.100.7:5060;transport=udp>;expires=60',
  'record-route': routes,
};

describe('a call that a frame has left on the line', () => {
  it('is hung up by a BYE as the frame would have said it: an outbound one', () => {
    const left = leftCallOf(message(answer), false);
    expect(left && byeOf(left, 'x1').split('\r\n')).to.deep.equal([
      'BYE sip:bob@198.51.100.7:5060;transport=udp SIP/2.0',
      'Via: SIP/2.0/WS x1.invalid;branch=z9hG4bKx1',
      'Max-Forwards: 69',
      'Route: <sip:two.example;transport=ws;lr>',
      'Route: <sip:one.example;lr>',
      'From: "Alice" <sip:alice@sip.test>;tag=a1',
      'To: <sip:bob@sip.test>;tag=b1',
      'Call-ID: c1',
      'CSeq: 1000000000 BYE',
      'Content-Length: 0',
      '',
      '',
    ]);
  });

  it('is hung up from the other side: an inbound one, whose INVITE has no tag of ours', () => {
    const invite = { ...answer, to: '<sip:alice@sip.test>', 'record-route': routes.join(', ') };
    const left = leftCallOf(message(invite, 'ours'), true);
    expect(left).to.include({ local: '<sip:alice@sip.test>;tag=ours', remote: answer.from });
    expect(left?.routes).to.deep.equal(routes);
  });

  for (const [what, headers] of Object.entries({
    'has no Contact': { contact: '' },
    'has a Contact that is no SIP address': { contact: '<tel:+12025550101>' },
    'has a line break in a header': { from: '<sip:a@b>;tag=1\r\nX-Injected: 1' },
    'has a header without an end': { to: `<sip:b@c>;tag=${'1'.repeat(5000)}` },
  })) {
    it(`is left to the far end where the answer ${what}`, () => {
      expect(leftCallOf(message({ ...answer, ...headers }), false)).to.equal(undefined);
    });
  }

  const good: LeftCall = {
    callId: 'c1',
    local: '<sip:a@b>;tag=1',
    remote: '<sip:c@d>;tag=2',
    target: 'sip:c@d',
    routes: [],
  };
  it('is read from another frame', () => {
    expect(readLeftCalls(structuredClone([good, good]))).to.deep.equal([good, good]);
  });

  for (const [what, kept] of Object.entries({
    nothing: undefined,
    'a word': 'toString',
    'a field that is missing': [{ ...good, target: undefined }],
    'another address than one of SIP': [{ ...good, target: 'javascript:alert(1)' }],
    'an address with a second line': [{ ...good, target: 'sip:c@d\r\nX: 1' }],
    'a route with a second line': [{ ...good, routes: ['<sip:e>\nX: 1'] }],
    'what another phone keeps': [{ id: 'a', isAnswered: true }],
  })) {
    it(`is none where another frame tells ${what}`, () => {
      expect(readLeftCalls(kept)).to.deep.equal([]);
    });
  }
});
