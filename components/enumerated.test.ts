import { expect, fixture, html } from '@open-wc/testing';
import { FakeWindow } from '../src/link/testing/fake-window.js';
import { HsCallingBridge } from './calling-bridge/calling-bridge.js';
import { propertiesOf, everyElement } from './testing/every-element.js';
import type { Elements, Kebab, PropertyName } from './types/elements.js';

/** The properties that are one of some words. */
type Enumerated<E> = {
  [Name in PropertyName<E>]-?: Exclude<E[Name], undefined> extends infer Word extends string
    ? string extends Word
      ? never
      : Kebab<Name>
    : never;
}[PropertyName<E>];

type Table = {
  readonly [Tag in keyof Elements as [Enumerated<Elements[Tag]>] extends [never] ? never : Tag]: Readonly<
    Record<Enumerated<Elements[Tag]>, readonly string[]>
  >;
};

/** Every attribute that is one of some words: the compiler asks for those that are missing. */
const table: Table = {
  'hs-calling-bridge': {
    environment: ['production', 'qa'],
    engagement: ['hubspot', 'app'],
    'source-check': ['parent', 'origin'],
    'turned-away-calls': ['log', 'ignore'],
  },
  'hs-calling-host': { place: ['widget', 'remote', 'window'] },
  'hs-loopback-voice': {
    'far-end': ['answer', 'busy', 'no-answer', 'decline', 'unavailable', 'not-found'],
    plays: ['echo', 'tone'],
    quality: ['good', 'poor'],
    microphone: ['preferred', 'required', 'none'],
  },
  'hs-sip-voice': { dtmf: ['rfc2833', 'info'] },
};

const rows = [
  ...Object.entries(table).flatMap(([tag, attributes]) =>
    Object.entries(attributes).map(([name, words]) => [tag, name, words] as const),
  ),
  // Several, separated by spaces.
  ['hs-call-controls', 'controls', ['mute', 'hold', 'keypad', 'record', 'transfer', 'voicemail']] as const,
];

const wrongWords = ['gone', 'Answer', 'answer,busy', '1', 'null'];

/** What the bridge and the element tell of an attribute that is there from the start. */
async function told(tag: string, name: string, value: string): Promise<string> {
  const window = new FakeWindow();
  const bridge = new HsCallingBridge({ wire: window, clock: window });
  const element = tag === 'hs-calling-bridge' ? bridge : document.createElement(tag);
  const errors: string[] = [];
  for (const each of new Set([bridge, element])) {
    each.addEventListener('hs-error', ({ detail: { code, message } }) => {
      if (code === 'INVALID_CONFIG' || code === 'PHONE_CONFIG') errors.push(message);
    });
  }
  // It is in no widget, and tells of its own start.
  element.addEventListener('hs-host-start', ({ detail }) => {
    if (!detail.ok) errors.push(detail.message);
  });
  // A voice that is not set up has nothing to check.
  if (tag === 'hs-sip-voice')
    Object.assign(element, { server: 'wss://sip.example', uri: 'sip:a@sip.example' });
  element.setAttribute(name, value);
  const box = await fixture<HTMLElement>(html`<div></div>`);
  if (element !== bridge) bridge.append(element);
  box.append(bridge);
  await propertiesOf(element).updateComplete;
  // A voice tells its bridge a moment later.
  await new Promise((resolve) => setTimeout(resolve));
  box.remove();
  return errors.join('\n');
}

describe('every attribute that is one of some words', () => {
  it('belongs to an element that there is', () => {
    const tags = everyElement.map(({ tag }) => tag);
    expect(tags).to.include.members(Object.keys(table));
  });

  for (const [tag, name, words] of rows) {
    describe(`${name} of <${tag}>`, () => {
      for (const word of words) {
        it(`may be ${word}`, async () => {
          expect(await told(tag, name, word)).to.equal('');
        });
      }

      for (const wrong of wrongWords) {
        it(`tells of “${wrong}”, and which are right`, async () => {
          const message = await told(tag, name, wrong);
          for (const part of [wrong, ...words]) expect(message).to.include(part);
        });
      }

      it('never tells a phone number', async () => {
        const message = await told(tag, name, '+12025550123');
        expect(message).not.to.equal('');
        expect(message).not.to.include('2025550');
      });
    });
  }
});
