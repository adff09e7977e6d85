/** Frames that open, close, die and are used in any order, by a seed. */
import { isLive, isOver } from '../../call/index.js';
import type { FakeTab } from '../../bridge/testing/fake-tab.js';
import { FakeUser, type FakeFrame, type FakeFrameOptions } from './fake-user.js';
import { randomFrom } from './random.js';

/** The frames that HubSpot shows for an app of each of the three designs. */
const designs: readonly (readonly FakeFrameOptions[])[] = [
  [
    { iframeLocation: 'window', usesCallingWindow: true },
    { iframeLocation: 'remote', usesCallingWindow: true },
    { iframeLocation: 'remote', usesCallingWindow: true },
  ],
  [
    { iframeLocation: 'remote', usesCallingWindow: false },
    { iframeLocation: 'window', usesCallingWindow: false },
    { iframeLocation: 'remote', usesCallingWindow: false },
  ],
  [{ iframeLocation: 'widget' }, { iframeLocation: 'remote' }, { iframeLocation: 'widget' }],
];

/**
 * Plays one sequence. What HubSpot would make a mess of is returned, after the steps that lead to it; nothing if all is well.
 *
 * @param onStep - Called after each step: for somebody who looks for the reason.
 */
export async function play(seed: number, onStep?: (step: string, user: FakeUser) => void): Promise<string[]> {
  const random = randomFrom(seed);
  const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)];
  const user = new FakeUser();
  const restores = random() < 0.5;
  const places = (pick(designs) ?? []).map((place) => ({ ...place, restores }));
  const steps: string[] = [`seed ${String(seed)}, ${JSON.stringify(places[1])}`];
  for (const place of places) await user.open(place);
  const notes = new Map<string, string>();
  const closed: FakeTab[] = [];

  const actions: Readonly<Record<string, (frame: FakeFrame) => unknown>> = {
    ring: () => {
      const { owner } = user;
      if (owner && !owner.state.frame.needsWindow && !owner.state.calls.some(isLive))
        owner.ring(user.createCallId());
    },
    dial: (frame) => {
      frame.hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550101' });
      if (!frame.state.calls.some(isLive))
        frame.bridge.request('hs-call-request', {
          toNumber: '+12025550101',
          fromNumber: undefined,
          party: undefined,
        });
    },
    answer: (frame) => onCall(frame, 'hs-answer-request'),
    hangUp: (frame) => onCall(frame, 'hs-hang-up-request'),
    note: (frame) => {
      const call = frame.state.calls.at(-1);
      // Nobody writes of a call that is saved, nor in one frame in the moment in which they save in another.
      const isOpenIn = ({ state }: FakeFrame) =>
        state.calls.some(
          (one) => one.externalCallId === call?.externalCallId && !isOver(one) && one.saving === 'none',
        );
      if (!call || !isOpenIn(frame) || !isOpenIn(user.owner ?? frame)) return;
      notes.set(call.externalCallId, `note ${String(steps.length)}`);
      frame.bridge.updateCall({
        externalCallId: call.externalCallId,
        engagement: { notes: `note ${String(steps.length)}` },
      });
    },
    complete: (frame) => {
      const call = frame.state.calls.find(({ phase, saving }) => phase === 'wrap-up' && saving === 'none');
      if (call) frame.bridge.request('hs-complete-request', { externalCallId: call.externalCallId });
    },
    // What the last one knows goes with it, unless the same tab loads it anew.
    kill: (frame) => {
      if (user.living.length > 1) frame.kill();
    },
    close: (frame) => {
      if (user.living.length === 1) return;
      closed.push(frame.tab);
      frame.close();
    },
    reload: (frame) => {
      frame.close();
      return user.open({
        ...(places[user.frames.indexOf(frame) % places.length] ?? inWidget),
        tab: frame.tab,
      });
    },
    // A tab that was closed may be opened again, or take its time to load another page.
    open: () => {
      const place = pick(places) ?? inWidget;
      return user.living.length < 5
        ? user.open({ ...place, tab: closed.pop() ?? user.openTab() })
        : undefined;
    },
    wait: () => user.pass(3000),
  };

  for (let step = 0; step < 25; step += 1) {
    const name = pick(Object.keys(actions)) ?? 'wait';
    const frame = pick(user.living);
    if (!frame) await user.open(places[0] ?? inWidget);
    else {
      steps.push(`${name} in ${String(user.frames.indexOf(frame))}`);
      await actions[name]?.(frame);
    }
    // Sometimes the next thing happens before this one is known everywhere.
    const isSettled = random() < 0.8;
    if (isSettled) await user.settle();
    onStep?.(`${steps.at(-1) ?? ''}${isSettled ? '' : ', and at once'}`, user);
  }
  // Whoever is left finishes what there is.
  await user.open(places[0] ?? inWidget);
  await user.pass(15_000);
  for (let round = 0; round < 20; round += 1) {
    const { owner } = user;
    const open = owner?.state.calls.find(({ phase }) => phase !== 'completed' && phase !== 'transferred');
    if (!owner || !open) break;
    if (isLive(open)) owner.bridge.request('hs-hang-up-request', { externalCallId: open.externalCallId });
    else if (open.saving === 'none')
      owner.bridge.request('hs-complete-request', { externalCallId: open.externalCallId });
    await user.pass(15_000);
  }

  const problems: string[] = [];
  if (user.living.filter(({ role }) => role === 'owner').length !== 1) problems.push('not one owner');
  for (const { externalCallId, counts, notes: written } of user.log) {
    for (const [type, count] of Object.entries(counts))
      if (count > 1) problems.push(`${externalCallId}: ${type} ${String(count)} times`);
    for (const type of ['CALL_ENDED', 'CALL_COMPLETED'])
      if (counts[type] === undefined) problems.push(`${externalCallId}: no ${type}`);
    const expected = notes.get(externalCallId);
    if (expected !== undefined && counts['CALL_COMPLETED'] && !written?.includes(expected))
      problems.push(`${externalCallId}: ${String(written)} instead of ${expected}`);
  }
  return problems.length > 0 ? [...steps, ...problems] : [];
}

const inWidget: FakeFrameOptions = { iframeLocation: 'widget' };

function onCall(frame: FakeFrame, name: 'hs-answer-request' | 'hs-hang-up-request'): void {
  const call = frame.state.calls.find(isLive);
  if (call) frame.bridge.request(name, { externalCallId: call.externalCallId });
}
