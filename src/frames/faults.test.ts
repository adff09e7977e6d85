/** Frames that go while something happens: nothing is lost by it, and nothing is told twice. */
import { expect } from '@open-wc/testing';
import { FakeUser, type FakeFrame, type FakeFrameOptions } from './testing/fake-user.js';

const inWindow: FakeFrameOptions = { iframeLocation: 'window', usesCallingWindow: true };
const besideWindow: FakeFrameOptions = { iframeLocation: 'remote', usesCallingWindow: true };
const inWidget: FakeFrameOptions = { iframeLocation: 'widget' };

const once = { INCOMING_CALL: 1, CALL_ENDED: 1, CALL_COMPLETED: 1 };

async function openAll<const T extends readonly FakeFrameOptions[]>(
  user: FakeUser,
  ...all: T
): Promise<{ [K in keyof T]: FakeFrame }> {
  const frames: FakeFrame[] = [];
  for (const options of all) frames.push(await user.open(options));
  return frames as { [K in keyof T]: FakeFrame };
}

/** The same, and a call comes in: `a`. */
async function openRinging<const T extends readonly FakeFrameOptions[]>(
  user: FakeUser,
  ...all: T
): Promise<{ [K in keyof T]: FakeFrame }> {
  const frames = await openAll(user, ...all);
  user.owner?.ring('a');
  await user.settle();
  return frames;
}

const write = ({ bridge }: FakeFrame, notes: string) =>
  bridge.updateCall({ externalCallId: 'a', engagement: { notes } });
const save = ({ bridge }: FakeFrame) => bridge.request('hs-complete-request', { externalCallId: 'a' });
const end = ({ bridge }: FakeFrame) => bridge.request('hs-hang-up-request', { externalCallId: 'a' });

/** All that is due happens, and whoever owns the call then ends and saves it, if it is still there. */
async function finish(user: FakeUser): Promise<void> {
  await user.pass(5000);
  const { owner } = user;
  if (!owner) throw new Error('nobody owns the calls');
  const isThere = () => owner.state.calls.some(({ phase }) => phase !== 'completed');
  if (isThere()) end(owner);
  await user.pass(1000);
  if (isThere()) save(owner);
  await user.pass(15_000);
}

describe('frames that go while something happens', () => {
  for (const how of ['kill', 'close'] as const)
    for (const restores of [false, true])
      it(`go on with a call after the owner's end (${how}) and, at once, a reload of the only other frame; restores: ${String(restores)}`, async () => {
        const user = new FakeUser();
        const [owner, mirror] = await openRinging(user, { ...inWidget, restores }, { ...inWidget, restores });
        write(mirror, 'important');
        await user.settle();
        owner[how]();
        mirror.close();
        await user.open({ ...inWidget, restores, tab: mirror.tab });
        await finish(user);
        expect(user.log).to.deep.equal([{ externalCallId: 'a', counts: once, notes: 'important' }]);
      });

  it('keep what was written while nobody owned the call, in whatever frame', async () => {
    const user = new FakeUser();
    const [owner, one, other] = await openRinging(user, inWindow, besideWindow, besideWindow);
    owner.kill();
    await user.settle();
    write(one, 'first');
    await user.settle();
    write(other, 'second');
    await user.settle();
    await user.open(inWindow);
    await finish(user);
    expect(user.log).to.deep.equal([{ externalCallId: 'a', counts: once, notes: 'second' }]);
  });

  it('keep what was written while nobody owned the call, in a frame that dies as well', async () => {
    const user = new FakeUser();
    const [owner, one, other] = await openRinging(user, inWindow, besideWindow, besideWindow);
    owner.kill();
    await user.settle();
    write(one, 'first');
    const late = await user.open(besideWindow);
    one.kill();
    other.kill();
    await user.settle();
    expect(late.state.calls[0]?.engagement.notes).to.equal('first');
    await user.open(inWindow);
    await finish(user);
    expect(user.log).to.deep.equal([{ externalCallId: 'a', counts: once, notes: 'first' }]);
  });

  it('keep what is written of a call in the moment in which it is missed because its owner goes', async () => {
    const user = new FakeUser();
    const [owner, , mirror] = await openRinging(user, inWidget, inWidget, inWidget);
    owner.close();
    write(mirror, 'wanted a price');
    await finish(user);
    expect(user.log).to.deep.equal([{ externalCallId: 'a', counts: once, notes: 'wanted a price' }]);
  });

  it('keep what is written in one frame in the moment in which the call is declined in another', async () => {
    const user = new FakeUser();
    const [owner, mirror] = await openRinging(user, inWidget, inWidget);
    end(owner);
    write(mirror, 'wanted a price');
    await user.settle();
    save(mirror);
    await user.pass(1000);
    expect(user.log).to.deep.equal([{ externalCallId: 'a', counts: once, notes: 'wanted a price' }]);
  });

  it('complete a call once, of which nobody writes, soon after it was missed', async () => {
    const user = new FakeUser();
    const [owner] = await openRinging(user, inWidget, inWidget);
    end(owner);
    await user.pass(1000);
    expect(user.log).to.deep.equal([{ externalCallId: 'a', counts: once, notes: undefined }]);
  });

  for (const restores of [false, true])
    it(`tell an end once, whose frame dies right after it has told it; restores: ${String(restores)}`, async () => {
      const user = new FakeUser();
      const [owner] = await openRinging(user, { ...inWidget, restores }, { ...inWidget, restores });
      end(owner);
      owner.kill();
      await finish(user);
      expect(user.log).to.deep.equal([{ externalCallId: 'a', counts: once, notes: undefined }]);
    });

  it('complete a call once, whose completion waited for its record when the window took it over', async () => {
    const user = new FakeUser();
    const [remote] = await openAll(user, { ...inWidget, iframeLocation: 'remote', usesCallingWindow: false });
    remote.hubspot.bridge.outgoingCall({ externalCallId: 'a', toNumber: '+12025550101' });
    end(remote);
    save(remote);
    await user.open({ iframeLocation: 'window', usesCallingWindow: false });
    await user.pass(30_000);
    expect(user.log[0]?.counts).to.include({ CALL_ENDED: 1, CALL_COMPLETED: 1 });
  });
});

describe('a tab that is closed during a call and opened again', () => {
  /** Two frames, of which the second is closed during a call. */
  async function closeOther(): Promise<[user: FakeUser, owner: FakeFrame, closed: FakeFrame]> {
    const user = new FakeUser();
    const [owner, other] = await openRinging(user, inWidget, inWidget);
    write(other, 'first');
    await user.settle();
    other.close();
    await user.settle();
    return [user, owner, other];
  }

  it('tells nothing of a call that was finished meanwhile', async () => {
    const [user, owner, { tab }] = await closeOther();
    await finish(user);
    owner.close();
    await user.open({ ...inWidget, tab });
    await finish(user);
    expect(user.log).to.deep.equal([{ externalCallId: 'a', counts: once, notes: 'first' }]);
  });

  it('goes on with a call whose end was told meanwhile, and tells it no more', async () => {
    const [user, owner, { tab }] = await closeOther();
    end(owner);
    await user.settle();
    owner.kill();
    await user.open({ ...inWidget, tab });
    await finish(user);
    expect(user.log).to.deep.equal([{ externalCallId: 'a', counts: once, notes: 'first' }]);
  });

  it('tells the end of a call of which nobody else is left to tell', async () => {
    const [user, owner, { tab }] = await closeOther();
    owner.kill();
    await user.open({ ...inWidget, tab });
    await finish(user);
    expect(user.log).to.deep.equal([{ externalCallId: 'a', counts: once, notes: 'first' }]);
  });

  it('shows what was written meanwhile, and not what it was left with', async () => {
    const [user, owner, { tab }] = await closeOther();
    write(owner, 'second');
    await user.settle();
    await user.open({ ...inWidget, tab });
    await finish(user);
    expect(user.log).to.deep.equal([{ externalCallId: 'a', counts: once, notes: 'second' }]);
  });
});

describe('a strange page of the same origin that says that it owns the calls', () => {
  const forgeries: Readonly<Record<string, (true_: Record<string, unknown>) => Record<string, unknown>>> = {
    'a high term': () => ({ term: 1e9 }),
    'the highest term': () => ({ term: Number.MAX_SAFE_INTEGER }),
    'a term half a circle away': ({ term }) => ({ term: Number(term) + 2 ** 31 }),
    "the owner's name": ({ from, term }) => ({ from, term: Number(term) + 7 }),
    "the owner's name and turn": ({ from, term }) => ({ from, term, number: Number.MAX_SAFE_INTEGER }),
    'a negative term': () => ({ term: -(2 ** 40) }),
    'the lowest rank': () => ({ term: 1e9, rank: 0 }),
    "the lowest rank, in the owner's name": ({ from, term }) => ({ from, term: Number(term) + 7, rank: 0 }),
  };
  for (const [what, forge] of Object.entries(forgeries))
    for (const isInCall of [true, false])
      it(`blinds nobody, with ${what}${isInCall ? ', during a call' : ''}, however often it says so`, async () => {
        const user = new FakeUser();
        const [owner, mirror] = await openAll(user, inWidget, inWidget);
        const [name = ''] = user.browser.channelNames;
        let last: Record<string, unknown> = {};
        user.browser
          .frame(owner.hubspot.window)
          .openChannel(name)
          .addEventListener('message', ({ data }) => {
            const message = data as Record<string, unknown>;
            if (message['kind'] === 'snapshot') last = message;
          });
        if (isInCall) owner.ring('a');
        const sight = { isShown: false, shownAt: 0, canPlay: false };
        user.browser.inject(name, { kind: 'hello', from: 'zzzz', sight });
        await user.settle();
        for (let times = 0; times < 3; times += 1) {
          const strange = { from: 'zzzz', number: 1, ...forge(last) };
          const shared = { ...(last['shared'] as object), calls: [], history: [] };
          user.browser.inject(name, { ...last, ...strange, shared });
          await user.settle();
          expect(owner.role).to.equal('owner');
        }
        const late = await user.open(inWidget);
        if (!isInCall) owner.ring('a');
        await user.settle();
        for (const frame of [mirror, late])
          expect(frame.state.calls.map(({ externalCallId }) => externalCallId)).to.deep.equal(['a']);
        write(mirror, 'still heard');
        await finish(user);
        expect(user.log).to.deep.equal([{ externalCallId: 'a', counts: once, notes: 'still heard' }]);
      });
});
