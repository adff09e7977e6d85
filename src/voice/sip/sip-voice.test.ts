import { expect, oneEvent } from '@open-wc/testing';
import { connected } from '../../bridge/testing/fake-hubspot.js';
import { oneOfMany } from '../../bridge/testing/many-frames.js';
import type { VoiceSession } from '../session.js';
import { countSounds } from '../testing/count-sounds.js';
import { FarCall, FarMedia, ScriptedFarEnd, type Heard } from './testing/scripted-far-end.js';
import { SipVoice } from './sip-voice.js';
import type { SipSession } from './sip-session.js';

const hasWebRtc = typeof RTCPeerConnection !== 'undefined';

const noSdp = ['no SDP', 'v=0', 'v=0\r\nm=audio', '\0\0\0'];

async function reaches(session: VoiceSession, ...states: readonly string[]): Promise<void> {
  while (!states.includes(session.state)) await oneEvent(session, 'statechange');
}

/** `done`, or the code of the error. */
const outcome = (doing: Promise<unknown>) =>
  doing.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

describe('SipVoice', () => {
  let far: ScriptedFarEnd;
  let voice: SipVoice;
  let incoming: SipSession[];
  let media: FarMedia[];

  beforeEach(async () => {
    far = new ScriptedFarEnd();
    media = [];
    incoming = [];
    const engine = await far.engine();
    voice = new SipVoice({ server: 'wss://far.example', uri: 'sip:alice@far.example', engine });
    voice.addEventListener('incoming', ({ session: { id } }) => {
      incoming.push(...voice.sessions.filter((session) => session.id === id));
    });
    await voice.connect();
  });

  afterEach(async () => {
    await voice.disconnect();
    for (const { connection } of media) connection.close();
    expect(voice.sessions).to.deep.equal([]);
  });

  if (!hasWebRtc) {
    it('takes no call where there is no WebRTC', async () => {
      far.caller().say('INVITE');
      await far.hears('488 INVITE');
      expect(incoming).to.deep.equal([]);
    });
    return;
  }

  const newMedia = () => {
    const made = new FarMedia();
    media.push(made);
    return made;
  };

  const onlyIncoming = (): SipSession => {
    const [session, ...others] = incoming;
    if (!session || others.length > 0) throw new Error(`${incoming.length} calls came in.`);
    return session;
  };

  interface Talk {
    readonly call: FarCall;
    readonly session: SipSession;
    readonly farMedia: FarMedia;
  }

  /** Somebody calls, and is answered. */
  async function talk(): Promise<Talk> {
    const call = far.caller();
    const farMedia = newMedia();
    call.say('INVITE', { body: await farMedia.offer() });
    const session = onlyIncoming();
    void session.answer();
    const answer = await far.hears('200 INVITE');
    call.isWith(answer);
    call.say('ACK');
    await farMedia.take(answer.body);
    await reaches(session, 'active');
    return { call, session, farMedia };
  }

  /** The phone calls. */
  async function dial(): Promise<{ session: SipSession; invite: Heard; call: FarCall }> {
    const session = await voice.dial({ toNumber: 'bob' });
    const invite = await far.hears('INVITE');
    return { session, invite, call: far.called(invite) };
  }

  /** Calls again, as everybody may after something odd. */
  async function stillWorks(): Promise<void> {
    const before = incoming.length;
    far.caller().say('INVITE', { body: await newMedia().offer() });
    expect(incoming.slice(before).map(({ state }) => state)).to.deep.equal(['ringing']);
  }

  describe('the ring', () => {
    for (const [who, user, rings] of [
      ['available', { loggedIn: true, available: true }, 8],
      ['away', { loggedIn: true, available: false }, 0],
      ['logged out', { loggedIn: false, available: true }, 0],
    ] as const) {
      it(`of 20 calls sounds for ${rings} while the user is ${who}`, async () => {
        const control = voice.attach(connected(user).bridge);
        const sounds = countSounds();
        for (let i = 0; i < 20; i += 1) far.caller().say('INVITE');
        expect(sounds.stop()).to.equal(rings);
        expect(far.times('486 INVITE')).to.have.lengthOf(20 - rings);
        control.release();
      });
    }
  });

  describe('the ring in one frame of several', () => {
    it('sounds while this is the one that rings', () => {
      const { bridge, reports } = oneOfMany({ rings: false });
      const control = voice.attach(bridge);
      const sounds = countSounds();
      far.caller().say('INVITE');
      const played = [sounds.playing];
      for (const rings of [true, false, true]) {
        reports.update({ rings });
        played.push(sounds.playing);
      }
      bridge.request('hs-silence-request', { externalCallId: onlyIncoming().id });
      played.push(sounds.playing);
      reports.update({ rings: false });
      reports.update({ rings: true });
      played.push(sounds.playing);
      expect(played).to.deep.equal([0, 1, 0, 1, 0, 0]);
      expect(sounds.stop()).to.equal(2);
      control.release();
    });
  });

  describe('a call that comes in half', () => {
    it('does not ring, wherever it was cut, and the whole one does', async () => {
      const body = await newMedia().offer();
      const whole = far.caller().request('INVITE', { body });
      const inBody = whole.length - body.length;
      for (let end = 0; end < whole.length; end += end < inBody ? 1 : 13)
        far.say(far.caller().request('INVITE', { body }).slice(0, end));
      expect(incoming).to.deep.equal([]);
      await stillWorks();
    });

    it('throws nothing where its end was put after the cut', async () => {
      const whole = far.caller().request('INVITE', { body: await newMedia().offer() });
      const ends = Array.from({ length: whole.indexOf('\r\n\r\n') }, (_, end) => end);
      for (const end of ends) far.say(`${whole.slice(0, end)}\r\n\r\n`);
      for (const session of incoming) await session.hangUp();
      await stillWorks();
    });

    it('does not ring when it says that more follows', async () => {
      const body = await newMedia().offer();
      far.caller().say('INVITE', { body, headers: { 'Content-Length': '99999' } });
      expect(incoming).to.deep.equal([]);
      expect(await far.hears('400 INVITE')).to.not.equal(undefined);
    });

    it('or with a length that is none is answered or refused, and over after it', async () => {
      const body = await newMedia().offer();
      for (const length of ['10', '0', '-1', 'abc', '', '1e9', '0x10', '10, 20'])
        far.caller().say('INVITE', { body, headers: { 'Content-Length': length } });
      for (const session of incoming) {
        void outcome(session.answer());
        await reaches(session, 'connecting', 'active', 'ended');
        await session.hangUp();
      }
      await stillWorks();
    });

    for (const header of [
      'Via',
      'From',
      'To',
      'Call-ID',
      'CSeq',
      'Contact',
      'Max-Forwards',
      'Content-Type',
    ]) {
      it(`or with a ${header} that is none throws nothing, and leaves nothing`, async () => {
        const body = await newMedia().offer();
        for (const value of [undefined, '', '\0', '<>', '-1', ';;;', '"', 'x'.repeat(5000)])
          far.caller().say('INVITE', { body, headers: { [header]: value } });
        for (const session of incoming) await session.hangUp();
        await stillWorks();
      });
    }
  });

  describe('a call without an offer', () => {
    async function answered() {
      const call = far.caller();
      call.say('INVITE');
      const session = onlyIncoming();
      void session.answer();
      const offer = await far.hears('200 INVITE');
      call.isWith(offer);
      return { call, session, offer };
    }

    it('gets ours with the answer, and both talk', async () => {
      const { call, session, offer } = await answered();
      call.say('ACK', { body: await newMedia().answer(offer.body) });
      await reaches(session, 'active');
    });

    for (const body of ['', ...noSdp]) {
      it(`ends when it never says how: ${JSON.stringify(body).slice(0, 20)}`, async () => {
        const { call, session } = await answered();
        call.say('ACK', { body });
        await reaches(session, 'ended');
        await far.hears('BYE');
        expect(session.end).to.include({ by: 'system' });
      });
    }
  });

  describe('a call whose body is no SDP', () => {
    for (const body of noSdp) {
      it(`is refused when it is answered: ${JSON.stringify(body).slice(0, 20)}`, async () => {
        far.caller().say('INVITE', { body });
        const session = onlyIncoming();
        void outcome(session.answer());
        await reaches(session, 'ended');
        await far.hears('488 INVITE');
        expect(session.end).to.include({ reason: 'failed', by: 'system' });
      });
    }

    it('does not ring when it does not even say so', async () => {
      far.caller().say('INVITE', { body: 'Hello', headers: { 'Content-Type': 'text/plain' } });
      await far.hears('415 INVITE');
      expect(incoming).to.deep.equal([]);
    });
  });

  describe('an answer that comes in half', () => {
    it('is no answer, wherever it was cut; the whole one is', async () => {
      const { session, invite, call } = await dial();
      const body = await newMedia().answer(invite.body);
      const whole = far.responseTo(invite, 200, { body, headers: { To: `${invite.header('To')};tag=far` } });
      const inBody = whole.length - body.length;
      for (let end = 0; end < whole.length; end += end < inBody ? 1 : 13) far.say(whole.slice(0, end));
      expect(session.state).to.equal('dialing');
      call.respond(invite, 200, { body });
      await reaches(session, 'active');
    });

    for (const body of ['', ...noSdp]) {
      it(`ends the call, at both ends, when it says nothing of the sound: ${JSON.stringify(body).slice(0, 20)}`, async () => {
        const { session, invite, call } = await dial();
        call.respond(invite, 200, { body });
        await reaches(session, 'ended');
        await far.hears('ACK');
        await far.hears('BYE');
        expect(session.end?.reason).to.equal('failed');
      });

      it(`may follow a progress that was none: ${JSON.stringify(body).slice(0, 20)}`, async () => {
        const { session, invite, call } = await dial();
        call.respond(invite, 183, { body });
        call.respond(invite, 200, { body: await newMedia().answer(invite.body) });
        await reaches(session, 'active');
      });
    }
  });

  describe('an answer that comes late', () => {
    it('after the call was given up is taken, and hung up at once', async () => {
      const { session, invite, call } = await dial();
      call.respond(invite, 180);
      await reaches(session, 'ringing');
      await session.hangUp();
      await far.hears('CANCEL');
      call.respond(invite, 200, { body: await newMedia().answer(invite.body) });
      await far.hears('ACK');
      await far.hears('BYE');
      expect(session.end).to.include({ reason: 'canceled', by: 'local' });
    });

    it('before any ringing, after the call was given up, is hung up at once', async () => {
      const { session, invite, call } = await dial();
      await session.hangUp();
      call.respond(invite, 200, { body: await newMedia().answer(invite.body) });
      await far.hears('ACK');
      await far.hears('BYE');
      expect(session.end?.reason).to.equal('canceled');
    });

    for (const status of [486, 487, 603, 404, 503]) {
      it(`after ${status} changes nothing`, async () => {
        const { session, invite, call } = await dial();
        call.respond(invite, status);
        await reaches(session, 'ended');
        const { end } = session;
        call.respond(invite, 200, { body: await newMedia().answer(invite.body) });
        call.respond(invite, 180);
        expect([session.state, session.end]).to.deep.equal(['ended', end]);
        await stillWorks();
      });
    }

    it('rings no more when 180 comes after 200', async () => {
      const { session, invite, call } = await dial();
      const states: string[] = [];
      session.addEventListener('statechange', () => states.push(session.state));
      call.respond(invite, 200, { body: await newMedia().answer(invite.body) });
      call.respond(invite, 180);
      call.respond(invite, 183, { body: 'no SDP' });
      await reaches(session, 'active');
      call.respond(invite, 180);
      call.respond(invite, 486);
      expect(states).to.deep.equal(['connecting', 'active']);
    });

    it('of a second phone is hung up, and the first goes on', async () => {
      const { session, invite, call } = await dial();
      const body = await newMedia().answer(invite.body);
      call.respond(invite, 200, { body });
      await reaches(session, 'active');
      far.called(invite, 'other').respond(invite, 200, { body });
      expect((await far.hears('BYE')).header('To')).to.contain('tag=other');
      expect(far.times('ACK').map((ack) => ack.header('To').split(';')[1])).to.deep.equal([
        'tag=far',
        'tag=other',
      ]);
      expect(session.state).to.equal('active');
      await session.hangUp();
      expect((await far.hears('BYE', 2)).header('To')).to.contain('tag=far');
    });

    it('twice is confirmed twice', async () => {
      const { session, invite, call } = await dial();
      const body = await newMedia().answer(invite.body);
      call.respond(invite, 200, { body });
      await reaches(session, 'active');
      call.respond(invite, 200, { body });
      await far.hears('ACK', 2);
      expect(session.state).to.equal('active');
    });

    it('of ours, to a call that was declined, is not possible', async () => {
      far.caller().say('INVITE', { body: await newMedia().offer() });
      const session = onlyIncoming();
      await session.decline();
      expect(await outcome(session.answer())).to.equal('NOT_POSSIBLE');
      await far.hears('603 INVITE');
      expect(far.times('200 INVITE')).to.deep.equal([]);
    });

    it('of ours, to a caller who gives up meanwhile, is not possible', async () => {
      const call = far.caller();
      call.say('INVITE', { body: await newMedia().offer() });
      const session = onlyIncoming();
      const answering = outcome(session.answer());
      call.say('CANCEL');
      expect(await answering).to.equal('NOT_POSSIBLE');
      expect(session.end).to.include({ reason: 'canceled', by: 'remote' });
    });

    it('of ours, which crosses the caller giving up, ends as the caller says', async () => {
      const call = far.caller();
      call.say('INVITE', { body: await newMedia().offer() });
      const session = onlyIncoming();
      await outcome(session.answer());
      call.say('CANCEL');
      await reaches(session, 'ended');
      expect(session.end?.reason).to.equal('canceled');
      await stillWorks();
    });
  });

  describe('words about a call', () => {
    const { debug } = console;

    // What the engine does not understand is said there.
    before(() => {
      console.debug = () => undefined;
    });

    after(() => {
      console.debug = debug;
    });

    const methods = [
      'BYE',
      'CANCEL',
      'ACK',
      'INVITE',
      'INFO',
      'REFER',
      'NOTIFY',
      'UPDATE',
      'MESSAGE',
      'NONE',
    ];

    it('that is over, or never was, change nothing', async () => {
      const { call, session } = await talk();
      call.say('BYE');
      await reaches(session, 'ended');
      for (const method of methods) {
        call.say(method);
        call.say(method, { body: 'no SDP' });
        far.caller().say(method, { headers: { To: '<sip:alice@far.example>;tag=nobody' } });
        if (method !== 'INVITE') far.caller().say(method);
      }
      expect(session.end).to.include({ reason: 'hung-up', by: 'remote' });
      expect([incoming.length, voice.sessions.length]).to.deep.equal([1, 0]);
    });

    for (const method of methods.slice(1)) {
      it(`that are nonsense let them talk on: ${method}`, async () => {
        const { call, session } = await talk();
        for (const body of ['', 'no SDP']) {
          call.say(method, { body });
          call.say(method, { body, headers: { 'Refer-To': '<>', Event: ';', 'Subscription-State': '' } });
          call.say(method, { body, headers: { 'Content-Type': 'x' } });
        }
        expect(session.state).to.equal('active');
      });
    }
  });

  describe('an offer within a call', () => {
    for (const body of noSdp) {
      it(`is refused when it is no SDP, and they talk on: ${JSON.stringify(body).slice(0, 20)}`, async () => {
        const { call, session, farMedia } = await talk();
        call.say('INVITE', { body });
        await far.hears('488 INVITE');
        call.say('ACK');
        call.say('INVITE', { body: await farMedia.offer('sendonly') });
        const answer = await far.hears('200 INVITE', 2);
        call.say('ACK');
        await farMedia.take(answer.body);
        expect([session.state, session.hold]).to.deep.equal(['active', 'remote']);
      });

      it(`of ours that gets no SDP is not possible, and they talk on: ${JSON.stringify(body).slice(0, 20)}`, async () => {
        const { call, session, farMedia } = await talk();
        const holding = outcome(session.setHeld(true));
        call.respond(await far.hears('INVITE'), 200, { body });
        expect(await holding).to.equal('NOT_POSSIBLE');
        expect([session.state, session.hold]).to.deep.equal(['active', 'none']);
        const again = outcome(session.setHeld(true));
        const offer = await far.hears('INVITE', 2);
        call.respond(offer, 200, { body: await farMedia.answer(offer.body) });
        expect(await again).to.equal('done');
      });
    }

    it('may ask for ours', async () => {
      const { call, session, farMedia } = await talk();
      call.say('INVITE');
      const offer = await far.hears('200 INVITE', 2);
      call.say('ACK', { body: await farMedia.answer(offer.body) });
      await session.setMuted(true);
      expect(session.state).to.equal('active');
    });
  });

  describe('offers that cross', () => {
    it('are refused by both, and ours is made again', async () => {
      const { call, session, farMedia } = await talk();
      const holding = outcome(session.setHeld(true));
      const first = await far.hears('INVITE');
      call.say('INVITE', { body: await farMedia.offer('sendonly') });
      await far.hears('491 INVITE');
      call.say('ACK');
      call.respond(first, 491);
      await farMedia.rollBack();
      // The engine's own second attempt, which crosses again.
      call.respond(await far.hears('INVITE', 2), 491);
      const again = await far.hears('INVITE', 3);
      expect(sequence(again)).to.be.above(sequence(first));
      call.respond(again, 200, { body: await farMedia.answer(again.body) });
      expect(await holding).to.equal('done');
      expect([session.state, session.hold]).to.deep.equal(['active', 'local']);
    });

    for (const status of [491, 500]) {
      it(`let the far end make its own before ours, after ${status} to the second attempt`, async () => {
        const { call, session, farMedia } = await talk();
        const holding = outcome(session.setHeld(true));
        call.respond(await far.hears('INVITE'), 491);
        call.respond(await far.hears('INVITE', 2), status);
        call.say('INVITE', { body: await farMedia.offer('sendonly') });
        const answer = await far.hears('200 INVITE', 2);
        call.say('ACK');
        await farMedia.take(answer.body);
        const again = await far.hears('INVITE', 3);
        call.respond(again, 200, { body: await farMedia.answer(again.body) });
        expect(await holding).to.equal('done');
        expect([session.state, session.hold]).to.deep.equal(['active', 'both']);
      });
    }

    it('wait for an offer of the far end that is being answered', async () => {
      const { call, session, farMedia } = await talk();
      call.say('INVITE', { body: await farMedia.offer('sendonly') });
      const holding = outcome(session.setHeld(true));
      const answer = await far.hears('200 INVITE', 2);
      call.say('ACK');
      await farMedia.take(answer.body);
      const ours = await far.hears('INVITE');
      call.respond(ours, 200, { body: await farMedia.answer(ours.body) });
      expect(await holding).to.equal('done');
      expect([session.state, session.hold]).to.deep.equal(['active', 'both']);
    });

    it('again and again leave the call as it was', async () => {
      const { call, session } = await talk();
      const holding = outcome(session.setHeld(true));
      for (const nth of [1, 2, 3, 4, 5, 6]) call.respond(await far.hears('INVITE', nth), 491);
      expect(await holding).to.equal('NOT_POSSIBLE');
      expect([session.state, session.hold]).to.deep.equal(['active', 'none']);
    });

    it('are not made again in a call that is over', async () => {
      const { call, session } = await talk();
      const holding = outcome(session.setHeld(true));
      call.respond(await far.hears('INVITE'), 491);
      call.respond(await far.hears('INVITE', 2), 491);
      await session.hangUp();
      expect(await holding).to.equal('NOT_POSSIBLE');
      expect(far.times('INVITE')).to.have.lengthOf(2);
    });
  });
});

const sequence = (message: Heard) => Number.parseInt(message.header('CSeq'), 10);
