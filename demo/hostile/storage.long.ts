// Hostile content in the storage: `npm run test:hostile -- --door storage`.
import * as fc from 'fast-check';
import { anyName, anyValue, withField } from '../../src/link/testing/fake-values.js';
import { FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import { LoopbackVoice } from '../../src/voice/loopback/index.js';
import { play } from '../gallery/scenes.js';
import { door, drawn, expectInBounds, frameSize, hostileText, openFrame } from './bench.js';
import { jsonOf } from '../../src/host/transcript.js';

const call = {
  externalCallId: 'a',
  direction: 'outbound',
  phase: 'wrap-up',
  toNumber: '+12025550101',
  party: { name: 'Ada' },
  awaitsEngagement: false,
  engagement: { notes: 'A note' },
  matches: [],
  createdAt: 1,
  answeredElsewhere: false,
};
const script = { does: 'answer', ringsFor: 0, plays: 'tone', quality: 'good', refusesTransfer: false };
const session = { id: 'a', direction: 'inbound', remote: { number: '1' }, isAnswered: false, script };
const items: readonly (readonly [list: string, item: Readonly<Record<string, unknown>>])[] = [
  ['calls', { portalId: 100, userId: 1, leftAt: Date.now(), isLasting: true, call }],
  ['loopback', { portalId: 100, userId: 1, ...session }],
];

const known = [...Object.keys(call), ...Object.keys(session), ...Object.keys(script), 'call', 'leftAt'];

/** An item that is spoilt at the top or in what it holds. */
const spoilt = fc
  .record({
    item: fc.constantFrom(...items),
    name: fc.oneof(fc.constantFrom(...known), anyName),
    value: fc.oneof(anyValue, hostileText),
    isDeep: fc.boolean(),
  })
  .map(({ item: [list, item], name, value, isDeep }) => {
    const inner = list === 'calls' ? 'call' : 'script';
    const text = isDeep
      ? jsonOf({ ...item, [inner]: withField(item[inner] as object, name, value) })
      : jsonOf(withField(item, name, value));
    return [list, text] as const;
  });

const entry = fc.oneof(
  { weight: 5, arbitrary: spoilt },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('calls', 'loopback', 'taken'), hostileText) },
);

door(
  'storage',
  fc.record({ entries: fc.array(entry, { minLength: 1, maxLength: 20 }), size: frameSize }),
  async ({ entries, size }) => {
    sessionStorage.clear();
    localStorage.clear();
    entries.forEach(([list, text], i) => {
      sessionStorage.setItem(`hs-calling-elements.${list}.${String(i)}`, text);
      localStorage.setItem(`hs-calling-elements.${list}`, text);
      localStorage.setItem('hs-calling-elements.from-number.100.1', text);
    });
    const box = openFrame(size);
    const { element } = await play('ready', box);
    const hubspot = new FakeHubSpot({ loggedIn: true, wrapUp: true });
    const voice = new LoopbackVoice({ microphone: 'none' });
    const control = voice.attach(hubspot.bridge);
    Object.assign(element, { bridge: hubspot.bridge });
    element.style.height = '100%';
    await voice.connect();
    hubspot.bridge.connect();
    hubspot.sync({ engagementId: 7 });
    await drawn();
    expectInBounds(box);
    const restored = await voice.restore('a').catch(() => undefined);
    await restored?.hangUp();
    control.release();
    await voice.disconnect();
    hubspot.bridge.disconnect();
    box.remove();
  },
);
