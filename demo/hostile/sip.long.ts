// Hostile SIP messages to a real phone of ours, with the real JsSIP: `npm run test:hostile -- --door sip`.
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { connected } from '../../src/bridge/testing/fake-hubspot.js';
import type { SipEngine } from '../../src/voice/sip/engine.js';
import { SipVoice } from '../../src/voice/sip/index.js';
import { play } from '../gallery/scenes.js';
import { door, drawn, expectInBounds, frameSize, hostileText, openFrame } from './bench.js';
import { FakeSocket } from './sip-server.js';

// The runner of these tests bundles it: JsSIP is no module.
const address = '/demo/hostile/jssip.js';
const engine = ((await import(address)) as { readonly default: SipEngine }).default;

const RealSocket = globalThis.WebSocket;
before(() => {
  Object.assign(globalThis, { WebSocket: FakeSocket });
});
after(() => {
  Object.assign(globalThis, { WebSocket: RealSocket });
});

const sdp = [
  ...['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 't=0 0', 'm=audio 9 UDP/TLS/RTP/SAVPF 0', 'c=IN IP4 0.0.0.0'],
  ...[
    'a=ice-ufrag:aaaa',
    'a=ice-pwd:aaaaaaaaaaaaaaaaaaaaaaaa',
    'a=setup:actpass',
    'a=mid:0',
    'a=rtcp-mux',
    'a=sendrecv',
  ],
  `a=fingerprint:sha-256 ${Array<string>(32).fill('AA').join(':')}`,
  '',
].join('\r\n');

const headers = {
  From: '"Ada" <sip:+12025550101@far.example>;tag=far',
  To: '<sip:alice@sip.example>',
  Via: 'SIP/2.0/WSS far.example;branch=z9hG4bK',
  CSeq: '1 INVITE',
  Contact: '<sip:far@far.example>',
  'P-Asserted-Identity': '"Ada" <tel:+12025550101>',
  'Remote-Party-ID': '<sip:1@far.example>;party=calling',
  Privacy: 'none',
  'Content-Type': 'application/sdp',
  Reason: 'SIP;cause=200;text="Call completed elsewhere"',
  'Refer-To': '<sip:mallory@far.example>',
  'Session-Expires': '90',
  'Alert-Info': '<https://far.example/ring.wav>',
  Supported: 'replaces, timer, 100rel',
} as const;
type Header = keyof typeof headers;
const names = Object.keys(headers) as Header[];

const methods = [
  'INVITE',
  'INVITE',
  'INVITE',
  'CANCEL',
  'BYE',
  'ACK',
  'OPTIONS',
  'INFO',
  'REFER',
  'NOTIFY',
  'MESSAGE',
  'UPDATE',
];

const replaces = ['Replaces', 'nobody;to-tag=a;from-tag=b'] as const;

/** One message of the server: a request, or a response to nothing, whole, spoilt or cut. */
const sipMessage = fc.record({
  line: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...methods) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'SIP/2.0 200 OK',
        'SIP/2.0 491 Request Pending',
        'SIP/2.0 999 \0',
        'SIP/2.0 100 Trying',
      ),
    },
  ),
  callId: fc.constantFrom<string>('1', '2', '3'),
  spoilt: fc.array(fc.tuple(fc.constantFrom(...names, 'Replaces'), hostileText), { maxLength: 3 }),
  extra: fc.array(fc.oneof(fc.tuple(hostileText, hostileText), fc.constant(replaces)), { maxLength: 1 }),
  left: fc.array(fc.constantFrom(...names), { maxLength: 2 }),
  body: fc.oneof({ weight: 4, arbitrary: fc.constant(sdp) }, { weight: 1, arbitrary: hostileText }),
  cut: fc.oneof(
    { weight: 9, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  ),
});
type Sent = typeof sipMessage extends fc.Arbitrary<infer S> ? S : never;

const good: Sent = { line: 'INVITE', callId: 'good', spoilt: [], extra: [], left: [], body: sdp, cut: 1 };

let count = 0;

function written(
  { line, callId, spoilt, extra, left, body, cut }: Sent,
  contact: string,
  run: number,
): string {
  count += 1;
  const own = {
    ...headers,
    Via: `${headers.Via}${String(count)}`,
    CSeq: `${String(count)} ${line.includes('/') ? 'INVITE' : line}`,
    ...Object.fromEntries(spoilt),
  };
  const kept = Object.entries(own).filter(([name]) => name === 'Via' || !left.includes(name as Header));
  const lines = [
    line.includes('/') ? line : `${line} ${contact} SIP/2.0`,
    ...[...kept, ...extra].map(([name, value]) => `${name}: ${value}`),
    `Call-ID: ${callId}-${String(run)}`,
    `Content-Length: ${String(new TextEncoder().encode(body).length)}`,
    '',
    body,
  ];
  const text = lines.join('\r\n');
  return text.slice(0, Math.ceil(text.length * cut));
}

door(
  'SIP',
  fc.record({ messages: fc.array(sipMessage, { minLength: 1, maxLength: 12 }), size: frameSize }),
  async ({ messages, size }) => {
    const run = (count += 1);
    const box = openFrame(size);
    const { element } = await play('ready', box);
    const { bridge } = connected({ loggedIn: true, available: true, wrapUp: true });
    Object.assign(element, { bridge });
    element.style.height = '100%';
    const voice = new SipVoice({ server: 'wss://sip.example', uri: 'sip:alice@sip.example', engine });
    const control = voice.attach(bridge);
    await voice.connect();
    const server = FakeSocket.latest;
    for (const one of messages) server?.say(written(one, server.contact, run));
    const before = voice.sessions.length;
    expect(before).to.be.at.most(messages.length);
    expect(voice.state).to.equal('ready');
    await drawn();
    expectInBounds(box);
    // It is still a phone: a call as it should be rings.
    server?.say(written(good, server.contact, run));
    expect(voice.sessions.length).to.equal(before + 1);
    await drawn();
    expectInBounds(box);
    control.release();
    await voice.disconnect();
    box.remove();
  },
);
