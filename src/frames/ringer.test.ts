import { expect } from '@open-wc/testing';
import { ringerOf, type RingCandidate } from './ringer.js';

const frame = (id: string, given: Partial<RingCandidate> = {}): RingCandidate => ({
  id,
  isShown: true,
  shownAt: 1000,
  canPlay: true,
  isOwner: false,
  ...given,
});

/** The ringer of frames in every order: it has to be the same one. */
function ringerInAnyOrder(frames: readonly RingCandidate[], ringing?: string): string | undefined {
  const found = new Set(orders(frames).map((order) => ringerOf(order, ringing)));
  expect(found.size).to.equal(1);
  return [...found][0];
}

function orders<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

describe('ringerOf', () => {
  it('is nobody without any frame, and the only one', () => {
    expect(ringerOf([])).to.equal(undefined);
    expect(ringerOf([frame('a', { isShown: false, canPlay: false, shownAt: 0 })])).to.equal('a');
  });

  const better: readonly (readonly [string, Partial<RingCandidate>, Partial<RingCandidate>])[] = [
    ['one that is shown', { canPlay: false, shownAt: 0 }, { isShown: false, isOwner: true, shownAt: 9000 }],
    ['one that can be heard', { shownAt: 0 }, { canPlay: false, shownAt: 9000, isOwner: true }],
    ['the one that the user turned to last', { shownAt: 1001 }, { isOwner: true }],
    ['the owner', { isOwner: true }, {}],
    [
      'of hidden ones the one that can be heard',
      { isShown: false },
      { isShown: false, canPlay: false, shownAt: 9000 },
    ],
  ];
  for (const [what, one, other] of better) {
    it(`is ${what}, before another`, () => {
      expect(ringerInAnyOrder([frame('z', one), frame('a', other), frame('b', other)], 'a')).to.equal('z');
    });
  }

  it('is the smallest id of equals', () => {
    expect(ringerInAnyOrder([frame('c'), frame('a'), frame('b')])).to.equal('a');
  });

  it('stays with the one that rings, though an equal one comes', () => {
    expect(ringerInAnyOrder([frame('a'), frame('b'), frame('c')], 'b')).to.equal('b');
    expect(ringerInAnyOrder([frame('a'), frame('c')], 'b')).to.equal('a');
  });

  it('goes to one that the user turns to while it rings', () => {
    const before = [frame('a', { isOwner: true }), frame('b', { isShown: false, shownAt: 0 })];
    expect(ringerInAnyOrder(before)).to.equal('a');
    const hidden = frame('a', { isOwner: true, isShown: false });
    expect(ringerInAnyOrder([hidden, frame('b', { shownAt: 2000 })], 'a')).to.equal('b');
  });

  it('is one of them, whatever time a frame tells', () => {
    for (const shownAt of [Number.NaN, Infinity, -Infinity, -1, 0]) {
      expect(ringerOf([frame('a', { shownAt }), frame('b', { shownAt })], 'b')).to.equal('b');
    }
  });
});
