import { expect } from '@open-wc/testing';
import {
  after,
  answers,
  callIn,
  completes,
  dials,
  dialsAlone,
  ends,
  rings,
  said,
  talksIn,
} from './testing/fake-happenings.js';
import { callOffered, callOnLine, callToEnd, callToWrapUp } from './selectors.js';
import type { CallChanges } from './advance.js';
import type { WidgetHappening } from './widget.js';

const changes = (externalCallId: string, what: CallChanges): WidgetHappening => ({
  type: 'CALL',
  externalCallId,
  happened: { type: 'CALL_CHANGED', at: 3000, changes: what },
});
const holds = (id: string) => changes(id, { held: true });
const resumes = (id: string) => changes(id, { held: false });
const brings = (externalCallId: string): WidgetHappening => ({ type: 'FOCUS', externalCallId });

/** They talk in `b`, and `a` is on hold. */
const twoCalls = [...talksIn('a'), holds('a'), ...talksIn('b')];

describe('the call in focus', () => {
  const cases: readonly [what: string, happened: readonly WidgetHappening[], focus: string][] = [
    ['is the one that remains when the one in focus ends', [...twoCalls, ends('b')], 'a'],
    [
      'is the one that remains when the inbound one in focus ends',
      [...talksIn('a'), holds('a'), rings('b'), answers('b'), ends('b')],
      'a',
    ],
    [
      'is the one that remains when the older one ends, brought to the front before',
      [...twoCalls, holds('b'), brings('a'), ends('a')],
      'b',
    ],
    ['stays when the other one ends', [...twoCalls, ends('a')], 'b'],
    ['is the one that they talk in rather than one on hold', threeCalls(), 'b'],
    ['is the one on hold rather than one that rings', [...twoCalls, rings('c'), ends('b')], 'a'],
    ['is the one that rings when no other goes on', [...talksIn('a'), rings('b'), ends('a')], 'b'],
    [
      'is the one that goes on when the one in focus is transferred',
      [...twoCalls, said('CALL_TRANSFERRED', { externalCallId: 'b' })],
      'a',
    ],
    [
      'is the one that remains when the call that was dialled is busy',
      [...talksIn('a'), dials('b'), ends('b')],
      'a',
    ],
    ['is the last to end when none goes on', [...twoCalls, ends('b'), ends('a')], 'a'],
    ['is the one to be finished when the other is', [...twoCalls, ends('b'), ends('a'), completes('a')], 'b'],
    [
      'stays with a call that is over while there is no other',
      [...talksIn('a'), ends('a'), completes('a')],
      'a',
    ],
    ['is the one that was answered', [...talksIn('a'), rings('b'), answers('b')], 'b'],
    [
      'is the one that was answered, without sound yet',
      [...talksIn('a'), rings('b'), changes('b', { connecting: true })],
      'b',
    ],
    ['is the one that was resumed', [...twoCalls, holds('b'), resumes('a')], 'a'],
    ['is the one that was resumed before the other was held', [...twoCalls, resumes('a'), holds('b')], 'a'],
    ['stays when it is held', [...twoCalls, holds('b')], 'b'],
    ['is the one that is dialled beside one to be finished', [...talksIn('a'), ends('a'), dials('b')], 'b'],
    ['is the one that the app brings to the front', [...twoCalls, brings('a')], 'a'],
    ['is no call that rings while another goes on', [...talksIn('a'), rings('b'), brings('b')], 'a'],
    [
      'is no call to be finished while another goes on',
      [...talksIn('a'), ends('a'), ...talksIn('b'), brings('a')],
      'b',
    ],
    [
      'is the ended call that the app brings to the front',
      [...twoCalls, ends('b'), ends('a'), brings('b')],
      'b',
    ],
  ];
  for (const [what, happened, focus] of cases) {
    it(what, () => {
      expect(after(...happened).focus).to.equal(focus);
    });
  }

  it('is what every selector answers with, at each step of a day with two calls', () => {
    const steps = [...twoCalls, rings('c'), ends('b'), resumes('a'), ends('c'), ends('a')];
    steps.forEach((_, i) => {
      const state = after(...steps.slice(0, i + 1));
      const first = callOnLine(state) ?? callOffered(state) ?? callToWrapUp(state);
      expect(first?.externalCallId, `after ${i + 1} steps`).to.equal(state.focus);
      expect(callToEnd(state) ?? first).to.equal(first);
    });
  });

  it('has ended last, of those that can be finished, when no other is named', () => {
    const state = after(...twoCalls, dialsAlone('c'), answers('c'), ends('b', 7000), ends('a', 8000));
    expect(callToWrapUp(state)).to.equal(callIn(state, 'a'));
  });
});

/** They talk in `b` and `c`; `a`, the newest, is on hold. */
function threeCalls(): readonly WidgetHappening[] {
  return [...talksIn('b'), ...talksIn('a'), holds('a'), ...talksIn('c'), brings('c'), ends('c')];
}
