import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { connected, type FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import { findAll, findSeen as seen } from '../testing/find-all.js';
import type { HsCallingWidget } from './define.js';
import './define.js';

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A phone in a box, as HubSpot frames it. */
async function phone(width: number, height: number) {
  const hubspot = connected({ loggedIn: true, available: true });
  const box = await fixture<HTMLElement>(
    html`<div>
      <hs-calling-widget
        .bridge=${hubspot.bridge}
        .outcomes=${[{ id: 'a', label: 'An outcome '.repeat(10_000) }]}
      ></hs-calling-widget>
    </div>`,
  );
  Object.assign(box.style, { width: `${String(width)}px`, height: `${String(height)}px` });
  const element = box.querySelector('hs-calling-widget') as HsCallingWidget;
  element.style.height = '100%';
  await settled();
  return { hubspot, box, element };
}

/** The first element of a part, however deep it is. */
const button = (root: ParentNode, part: string) => findAll(root, `[part=${part}]`)[0];

/** Everything that can be read on the screen. */
function textIn(root: ParentNode): string {
  const all = [...root.querySelectorAll('*')].map(({ shadowRoot }) => (shadowRoot ? textIn(shadowRoot) : ''));
  return `${root instanceof ShadowRoot ? root.textContent : ''} ${all.join(' ')}`;
}

/** Names and numbers take one line or two; what is more is cut, with an ellipsis, and lies over nothing. */
function expectCut(root: ParentNode): void {
  for (const text of seen(root, 'bdi')) {
    // What is inline is cut by what is around it.
    const cut = getComputedStyle(text).display === 'inline' ? (text.parentElement ?? text) : text;
    const { lineHeight, overflowX, overflowY, textOverflow } = getComputedStyle(cut);
    const lines = cut.getBoundingClientRect().height / parseFloat(lineHeight);
    // In the place of a name, a number takes two as well: it should be read whole.
    const isHeading = text.closest('[part=party], [part=title]');
    expect(lines, 'lines').to.be.at.most(text.dir === 'ltr' && !isHeading ? 1.2 : 2.2);
    const isTooWide = cut.scrollWidth > cut.clientWidth + 1;
    const isTooHigh = cut.scrollHeight > cut.clientHeight + 1;
    const isHidden = overflowX === 'hidden' && overflowY === 'hidden';
    expect(!(isTooWide || isTooHigh) || isHidden, 'is cut').to.equal(true);
    expect(!isTooWide || textOverflow === 'ellipsis', 'is cut with an ellipsis').to.equal(true);
  }
}

const match = (objectId: number, name: string) => ({
  callerIdType: 'COMPANY',
  name,
  objectCoordinates: { portalId: 1, objectId, objectTypeId: '0-2' },
});

const names = {
  'a name of 100 kB': 'Ada '.repeat(25_000),
  'a name of one word': 'A'.repeat(100_000),
  'a name that turns the line around': '\u202e\u2067Ada\u202c\u0007\u2028\u0000Lovelace'.repeat(50),
  'a name of lines': 'Ada\n\n\n'.repeat(2000),
  'a name of marks': `A${'\u0301'.repeat(5000)}`,
};
const callers: Readonly<Record<string, (hubspot: FakeHubSpot) => void>> = {
  ...Object.fromEntries(
    Object.entries(names).map(([what, name]) => [
      what,
      ({ bridge }: FakeHubSpot) => {
        bridge.updateCall({ party: { name } });
      },
    ]),
  ),
  'twelve records': (hubspot) => {
    const callerIdMatches = Array.from({ length: 12 }, (_, i) => match(i, `Example ${String(i)} Ltd`));
    hubspot.say('CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches });
  },
  '2,000 records with long names': (hubspot) => {
    const callerIdMatches = Array.from({ length: 2000 }, (_, i) => match(i, 'Example Ltd '.repeat(100)));
    hubspot.say('CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches });
  },
};

/** How a call comes to the screen of each action, from the number of the other end. */
const screens: Readonly<Record<string, (hubspot: FakeHubSpot, number: string) => void>> = {
  'answer-button': ({ bridge }, fromNumber) => {
    bridge.incomingCall({ fromNumber, toNumber: fromNumber });
  },
  'end-button': ({ bridge }, toNumber) => {
    bridge.outgoingCall({ toNumber });
    bridge.callAnswered();
  },
  'save-button': ({ bridge }, toNumber) => {
    bridge.outgoingCall({ toNumber });
    bridge.callAnswered();
    bridge.callEnded();
  },
};

const number = '+12025550102';
const longNumbers = ['+1'.padEnd(5000, '2025550102'), 'sip:'.padEnd(5000, 'ada@example.com')];

function expectInReach({ element, box }: Awaited<ReturnType<typeof phone>>, action: string): void {
  const rect = button(element.shadowRoot ?? element, action)?.getBoundingClientRect();
  const frame = box.getBoundingClientRect();
  expect(rect?.height).to.be.greaterThan(30);
  expect(rect?.top).to.be.at.least(frame.top);
  expect(rect?.bottom).to.be.at.most(frame.bottom + 1);
  expect(rect?.left).to.be.at.least(frame.left);
  expect(rect?.right).to.be.at.most(frame.right + 1);
  for (const wide of [box, ...seen(element.shadowRoot ?? element, '[part=screen], [part=base], fieldset')])
    expect(wide.scrollWidth, wide.localName).to.be.at.most(wide.clientWidth);
  expectCut(element.shadowRoot ?? element);
  const text = textIn(element.shadowRoot ?? element);
  expect(text.length < 5000, `a text of ${String(text.length)} characters`).to.equal(true);
  expect(['\0', '\u0007', '\u2028', '\u202e', '\u2067'].filter((mark) => text.includes(mark))).to.deep.equal(
    [],
  );
}

/** What is written of a caller turns no other text around: it stands by itself. */
function expectIsolated({ element }: Awaited<ReturnType<typeof phone>>): void {
  for (const party of seen(element.shadowRoot ?? element, '[part=party], [part=summary], label')) {
    const words = [...party.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    expect(
      words
        .map(({ textContent }) => textContent?.trim())
        .filter((text) => /Ada|AAA|Example/.test(text ?? '')),
    ).to.deep.equal([]);
  }
}

for (const [width, height] of [
  [400, 600],
  [400, 650],
  [320, 600],
] as const) {
  describe(`the action of the screen, in ${String(width)} × ${String(height)} px`, () => {
    for (const [action, come] of Object.entries(screens)) {
      for (const [what, tell] of Object.entries(callers)) {
        it(`stays in reach: ${action}, ${what}`, async () => {
          const scene = await phone(width, height);
          come(scene.hubspot, number);
          tell(scene.hubspot);
          await settled();
          expectInReach(scene, action);
          expectIsolated(scene);
        });
      }
      for (const long of longNumbers) {
        it(`stays in reach: ${action}, ${long.slice(0, 8)} and so on`, async () => {
          const scene = await phone(width, height);
          come(scene.hubspot, long);
          await settled();
          expectInReach(scene, action);
        });
      }
    }

    for (const long of longNumbers) {
      it(`stays in reach: call-button, ${long.slice(0, 8)} and so on`, async () => {
        const scene = await phone(width, height);
        scene.hubspot.say('DIAL_NUMBER', { phoneNumber: long });
        await settled();
        expectInReach(scene, 'call-button');
      });
    }
  });
}

describe('the records of a caller', () => {
  for (const what of ['twelve records', '2,000 records with long names']) {
    it(`scroll in their list: the last can be chosen, and Answer stays where it is, with ${what}`, async () => {
      const scene = await phone(400, 600);
      screens['answer-button']?.(scene.hubspot, number);
      callers[what]?.(scene.hubspot);
      await settled();
      const root = scene.element.shadowRoot ?? scene.element;
      const place = () => button(root, 'answer-button')?.getBoundingClientRect().top;
      const before = place();
      const last = seen(root, 'input[type=radio]').at(-1);
      last?.focus();
      // WebKit scrolls a moment later.
      await waitUntil(() => (last?.getBoundingClientRect().bottom ?? Infinity) < (before ?? 0));
      expect(place()).to.equal(before);
      expectInReach(scene, 'answer-button');
    });
  }
});

describe('in a window that is too low for the screen', () => {
  /** How each action comes to its screen. */
  const low: Readonly<Record<string, (hubspot: FakeHubSpot) => void>> = {
    'call-button': (hubspot) => {
      hubspot.say('DIAL_NUMBER', { phoneNumber: number });
    },
    'end-button': (hubspot) => screens['end-button']?.(hubspot, number),
  };
  for (const [action, come] of Object.entries(low)) {
    it(`the action stays in reach while the rest scrolls: ${action}`, async () => {
      const scene = await phone(400, 280);
      come(scene.hubspot);
      await settled();
      expectInReach(scene, action);
      const { box, element } = scene;
      const base = button(element.shadowRoot ?? element, 'base');
      expect(base?.getBoundingClientRect().bottom).to.be.at.most(box.getBoundingClientRect().bottom + 1);
    });
  }
});
