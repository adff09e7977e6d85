import { expect } from '@open-wc/testing';
import { contact, Desk, settled, which } from './testing/desk.js';
import type { FakeSession } from './testing/fake-voice.js';
import { VoiceError } from './voice-error.js';

const other = '+12025550103';

/** Two calls that the user talks in, as a phone of another make may have them. */
async function twoTalks() {
  const desk = new Desk();
  const first = await desk.talk();
  const second = await desk.talk(other);
  first.changeHold('local', false);
  first.asked.length = 0;
  return { desk, first, second };
}

describe('one call at a time: a call that is started', () => {
  const states: readonly (readonly [string, (session: FakeSession) => void, isHeld: boolean])[] = [
    ['active', (session) => session.change('state', 'active'), true],
    ['reconnecting', (session) => session.change('state', 'reconnecting'), true],
    [
      'held by the other end',
      (session) => {
        session.change('state', 'active');
        session.change('hold', 'remote');
      },
      true,
    ],
    ['dialing', () => undefined, false],
    ['ringing', (session) => session.change('state', 'ringing'), false],
    ['connecting', (session) => session.change('state', 'connecting'), false],
    [
      'held here',
      (session) => {
        session.change('state', 'active');
        session.change('hold', 'local');
      },
      false,
    ],
    [
      'held by both ends',
      (session) => {
        session.change('state', 'active');
        session.change('hold', 'both');
      },
      false,
    ],
  ];
  for (const [state, bring, isHeld] of states) {
    it(`${isHeld ? 'holds' : 'leaves alone'} one that is ${state}`, async () => {
      const desk = new Desk();
      const session = await desk.dial();
      bring(session);
      await desk.dial(other);
      expect(session.asked).to.deep.equal(isHeld ? ['hold true'] : []);
      expect(desk.voice.dialled).to.have.length(2);
    });
  }

  it('goes on beside one that cannot be held', async () => {
    const desk = new Desk();
    const session = await desk.talk();
    Object.assign(session, { setHeld: undefined });
    await desk.dial(other);
    expect([desk.voice.dialled.length, desk.errors]).to.deep.equal([2, []]);
  });

  it('leaves alone one that rings here', async () => {
    const desk = new Desk();
    const session = desk.voice.ring();
    await desk.dial();
    expect(session.asked).to.deep.equal([]);
  });
});

describe('hold and resume', () => {
  it('holds this call and no other, and the focus stays', async () => {
    const { desk, first, second } = await twoTalks();
    const inFront = desk.call?.externalCallId;
    await desk.request('hs-hold-request', { ...which(first), held: true });
    expect([first.asked, second.asked]).to.deep.equal([['hold true'], []]);
    expect(desk.call?.externalCallId).to.equal(inFront);
  });

  it('resumes a call without holding it first', async () => {
    const { desk, first, second } = await twoTalks();
    first.change('hold', 'remote');
    desk.bridge.carryOut('hs-hold-request', { ...which(first), held: false });
    await settled();
    expect([first.asked, second.asked]).to.deep.equal([['hold false'], ['hold true']]);
    expect(desk.call?.externalCallId).to.equal(first.id);
  });
});

describe('the end of a call', () => {
  const cases: readonly (readonly [string, (desk: Desk) => FakeSession | Promise<FakeSession>, string])[] = [
    ['hangs up one that we make', (desk) => desk.dial(), 'hang up'],
    [
      'hangs up one that we make and that rings there',
      async (desk) => {
        const session = await desk.dial();
        session.change('state', 'ringing');
        return session;
      },
      'hang up',
    ],
    ['hangs up talk that we began', (desk) => desk.talk(), 'hang up'],
    [
      'hangs up talk that they began',
      (desk) => {
        const session = desk.voice.ring();
        session.change('state', 'active');
        return session;
      },
      'hang up',
    ],
    [
      'hangs up one that is answered and has no sound yet',
      (desk) => {
        const session = desk.voice.ring();
        session.change('state', 'connecting');
        return session;
      },
      'hang up',
    ],
    ['declines one that rings here', (desk) => desk.voice.ring(), 'decline declined'],
  ];
  for (const [what, begin, asked] of cases) {
    it(what, async () => {
      const desk = new Desk();
      const session = await begin(desk);
      await desk.request('hs-hang-up-request', which(session));
      expect(session.asked).to.deep.equal([asked]);
    });
  }

  it('is not what Decline does: a call that was answered meanwhile goes on', async () => {
    const desk = new Desk();
    const session = desk.voice.ring();
    session.change('state', 'active');
    session.refusal = new VoiceError('NOT_POSSIBLE');
    desk.bridge.carryOut('hs-decline-request', which(session));
    await settled();
    expect([session.asked, session.state]).to.deep.equal([['decline declined'], 'active']);
  });
});

describe('the microphone that is asked for again', () => {
  it('answers a call that rings here: without one it could not be answered', async () => {
    const desk = new Desk();
    const session = desk.voice.ring({ number: contact });
    session.change('microphone', 'denied');
    await desk.request('hs-microphone-request', which(session));
    expect(session.asked).to.deep.equal(['answer']);
  });

  for (const state of ['dialing', 'ringing', 'active'] as const) {
    it(`goes on with a call that we make: ${state}`, async () => {
      const desk = new Desk();
      const session = await desk.dial();
      session.change('state', state);
      session.change('microphone', 'denied');
      await desk.request('hs-microphone-request', which(session));
      expect(session.asked).to.deep.equal(['retry microphone']);
    });
  }

  it('goes on with a call that came in and is answered', async () => {
    const desk = new Desk();
    const session = desk.voice.ring();
    session.change('state', 'connecting');
    session.change('microphone', 'denied');
    await desk.request('hs-microphone-request', which(session));
    expect(session.asked).to.deep.equal(['retry microphone']);
  });
});
