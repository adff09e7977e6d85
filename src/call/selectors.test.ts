import { expect } from '@open-wc/testing';
import { isLive } from './call.js';
import {
  callNamed,
  callOffered,
  callOnLine,
  callToEnd,
  callToWrapUp,
  findCall,
  focusedCall,
  isAttended,
  latestCall,
} from './selectors.js';
import type { WidgetState } from './state.js';
import { after, answers, callIn, dials, ends, engaged, rings, said } from './testing/fake-happenings.js';
import type { WidgetHappening } from './widget.js';

const focus = (externalCallId: string): WidgetHappening => ({ type: 'FOCUS', externalCallId });
const unattended = (externalCallId: string): WidgetHappening => ({
  type: 'CALL',
  externalCallId,
  happened: { type: 'CALL_UNATTENDED' },
});
const transfers = (externalCallId: string) => said('CALL_TRANSFERRED', { externalCallId });

describe('which call is meant', () => {
  type Meant = readonly [
    onLine: string | undefined,
    offered: string | undefined,
    toWrapUp: string | undefined,
    toEnd: string | undefined,
  ];
  const no = undefined;
  const cases: readonly (readonly [what: string, happenings: readonly WidgetHappening[], meant: Meant])[] = [
    ['without a call', [], [no, no, no, no]],
    ['while we dial', [dials('a')], ['a', no, no, 'a']],
    ['while it rings here', [rings('a')], [no, 'a', no, 'a']],
    ['in a call', [rings('a'), answers('a')], ['a', no, no, 'a']],
    ['after a call', [dials('a'), ends('a')], [no, no, 'a', no]],
    ['after a transfer', [dials('a'), transfers('a')], [no, no, no, no]],
    ['in a call while another rings', [dials('a'), rings('b')], ['a', 'b', no, 'a']],
    ['in two calls: the one in focus', [dials('a'), dials('b'), focus('a')], ['a', no, no, 'a']],
    [
      'in two calls beside one that has ended: the latest',
      [dials('a'), dials('b'), dials('c'), ends('c')],
      ['b', no, 'c', 'b'],
    ],
    [
      'after two calls: the one in focus',
      [dials('a'), dials('b'), ends('a'), ends('b'), focus('a')],
      [no, no, 'a', no],
    ],
    ['while two ring: the one in focus', [rings('a'), rings('b')], [no, 'a', no, 'a']],
    ['in a call that the bridge will finish', [dials('a'), unattended('a')], ['a', no, no, 'a']],
    ['after a call that the bridge finishes', [dials('a'), ends('a'), unattended('a')], [no, no, no, no]],
  ];
  for (const [what, happenings, meant] of cases) {
    it(what, () => {
      const state = after(...happenings);
      const found = [callOnLine, callOffered, callToWrapUp, callToEnd].map((select) => select(state));
      expect(found.map((call) => call?.externalCallId)).to.deep.equal(meant);
    });
  }

  it('is none before anything is known', () => {
    for (const select of [callOnLine, callOffered, callToWrapUp, callToEnd])
      expect(select(undefined)).to.equal(undefined);
  });

  it('is no call that has ended and is finished by the bridge, unless it has the focus', () => {
    const state = after(dials('a'), dials('b'), ends('b'), unattended('b'), focus('a'));
    const test = ({ phase }: { readonly phase: string }) => phase === 'wrap-up';
    expect(latestCall(state, test)).to.equal(undefined);
    expect(latestCall({ ...state, focus: 'b' }, test)?.externalCallId).to.equal('b');
    expect(latestCall({ ...state, focus: undefined }, isLive)?.externalCallId).to.equal('a');
  });

  it('is attended while it goes on, and afterwards unless the bridge finishes it', () => {
    const ways = [[], [unattended('a')], [ends('a')], [ends('a'), unattended('a')]];
    const calls = ways.map((way) => callIn(after(dials('a'), ...way), 'a'));
    expect(calls.map(isAttended)).to.deep.equal([true, true, true, false]);
  });
});

describe('a call is found', () => {
  const state: WidgetState = after(dials('a'), engaged(7), dials('7'), dials('undefined'), focus('a'));
  const idOf = (call: { readonly externalCallId: string } | undefined) => call?.externalCallId;

  it('by the app’s id', () => {
    expect(idOf(findCall(state, '7'))).to.equal('7');
    expect(findCall(state, 'x')).to.equal(undefined);
    expect(findCall(state, undefined)).to.equal(undefined);
  });

  it('by the engagement’s id, then by the app’s', () => {
    const named = [7, '7', 'a', 'x'].map((id) => idOf(callNamed(state, id)));
    expect(named).to.deep.equal(['a', 'a', 'a', undefined]);
    expect(idOf(callNamed(after(dials('7')), 7))).to.equal('7');
    expect(idOf(callNamed(state, 'undefined'))).to.equal('undefined');
    expect(callNamed(after(dials('a')), 'undefined')).to.equal(undefined);
  });

  it('by the focus', () => {
    expect(idOf(focusedCall(state))).to.equal('a');
    expect(focusedCall({ ...state, focus: undefined })).to.equal(undefined);
  });
});
