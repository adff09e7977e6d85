/** What the long run of hostile inputs shares: seeded inputs, and what none of them may do to the page. */
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { pictureOf } from '../../components/calling-host/message-picture.js';
import { anyText } from '../../src/link/testing/fake-values.js';
import { findAll } from '../../components/testing/find-all.js';

/** Set by `npm run test:hostile`. */
const { hostile } = window as { readonly hostile?: { readonly seed: number; readonly amount: number } };
const { seed, amount } = hostile ?? { seed: 1, amount: 20 };

/** No frame of a screen may take longer, in ms. */
const maxFrameMs = 200;

/** An input that was slow is tried so often again: a busy machine is slow once, our own code each time. */
const tries = 8;

/** The input that is tried, for the runner to name where a page ends. */
let now = -1;
Object.defineProperty(window, 'hostileNow', { get: () => now });

const wrongs: string[] = [];
const say = (what: unknown) => wrongs.push(String(what).slice(0, 500));
const slowMs: number[] = [];

window.addEventListener('error', ({ message }) => say(message));
window.addEventListener('unhandledrejection', ({ reason }) => say(reason));
const { error: tell } = console;
console.error = (...what: unknown[]) => {
  // What a table lacks is named for its translator.
  if (!String(what[0]).startsWith('No translation found for')) say(what.join(' '));
  tell(...what);
};
new PerformanceObserver((list) => {
  slowMs.push(...list.getEntries().map(({ duration }) => duration));
}).observe({ type: 'longtask' });

/** Resolves after the next frame has been drawn. */
export const drawn = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });

/** Sends so many inputs to a door, each a test of its own. What is thrown meanwhile, and what takes long, is its fault. */
export function door<T>(name: string, inputs: fc.Arbitrary<T>, send: (input: T) => Promise<void>): void {
  describe(`hostile inputs: ${name}, seed ${String(seed)}`, () => {
    for (let i = 0; i < amount; i += 1) {
      it(String(i), async () => {
        now = i;
        // Made only now: to hold a thousand of them would take much memory.
        const [input] = fc.sample(inputs, { seed: seed * 1_000_000 + i, numRuns: 1 }) as [T];
        // What that took is not the door's fault.
        await drawn();
        await drawn();
        try {
          await tryOne(() => send(input));
        } catch (error) {
          const why = error instanceof Error ? error.stack : undefined;
          throw new Error(`${why ?? String(error)}\nInput: ${pictureOf(input)}`, { cause: error });
        }
      });
    }
  });
}

/** Sends an input once; or again while it is slow. */
async function tryOne(send: () => Promise<void>): Promise<void> {
  let slowestMs = 0;
  for (let i = 0; i < tries; i += 1) {
    wrongs.length = slowMs.length = 0;
    await send();
    await drawn();
    if (wrongs.length > 0) throw new Error(wrongs.join('\n'));
    slowestMs = Math.max(0, ...slowMs);
    if (slowestMs <= maxFrameMs) return;
  }
  if (slowestMs > maxFrameMs) throw new Error(`A frame took ${String(slowestMs)} ms.`);
}

/** Width and height of a frame, in px. */
export type FrameSize = readonly [number, number];

/** The sizes of HubSpot's frame that a screen is judged in. */
export const frameSize = fc.constantFrom([400, 650] as const, [320, 600] as const);

/** A box of this size in the page, which is empty. */
export function openFrame([width, height]: FrameSize): HTMLElement {
  document.body.replaceChildren();
  const box = document.createElement('main');
  Object.assign(box.style, {
    position: 'relative',
    overflow: 'auto',
    boxSizing: 'border-box',
    padding: '4px',
    width: `${String(width)}px`,
    height: `${String(height)}px`,
  });
  document.body.append(box);
  return box;
}

const actions = '[part=answer-button], [part=end-button], [part=save-button], [part~=call-button]';

/** Nothing is wider than the frame, and the action of the screen, if it has one, is in it. */
export function expectInBounds(box: HTMLElement): void {
  const frame = box.getBoundingClientRect();
  if (box.scrollWidth > box.clientWidth + 1) {
    const isOut = (each: Element) => {
      const { left, right, width } = each.getBoundingClientRect();
      return width > 0 && (right > frame.right + 1 || left < frame.left - 1);
    };
    const wide = findAll(box, '*').filter(isOut);
    const names = wide.map((each) => `${each.localName} ${each.getAttribute('part') ?? ''}`);
    expect.fail(`${String(box.scrollWidth)} px are wider than the frame: ${names.join(', ')}`);
  }
  const action = findAll(box, actions).find((each) => each.checkVisibility());
  // The settings, while they are open, are what the screen is for.
  if (!action || findAll(box, '[part=settings-button][aria-expanded=true]').length > 0) return;
  const { top, bottom, left, right } = action.getBoundingClientRect();
  expect(top).to.be.at.least(frame.top - 1);
  expect(bottom).to.be.at.most(frame.bottom + 1);
  expect(left).to.be.at.least(frame.left - 1);
  expect(right).to.be.at.most(frame.right + 1);
}

/** A text that is hostile to a screen or to a line of text. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  anyText,
  fc
    .tuple(
      fc.constantFrom(
        'A',
        'Ada ',
        '\u202e',
        '\u2067x',
        'A\u0301',
        '\r\n',
        '\t,',
        '<sip:a@',
        '"',
        '\\',
        '😀',
        '\0',
        '%0d%0a',
      ),
      fc.constantFrom(3, 50, 1000, 20_000),
    )
    .map(([part, times]) => part.repeat(times)),
  fc.constantFrom(
    '<img src=x onerror=alert(1)>',
    '${1}',
    '{{a}}',
    'javascript:alert(1)',
    'a\r\nX-Injected: 1',
    '1e300',
    '-1',
  ),
);
