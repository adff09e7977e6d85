import { expect, oneEvent } from '@open-wc/testing';
import { connected, FakeHubSpot } from '../../bridge/testing/fake-hubspot.js';
import { oneOfMany } from '../../bridge/testing/many-frames.js';
import { aloneInFrame } from '../../call/index.js';
import type { SessionEnd, SessionEndedEvent, VoiceSession } from '../session.js';
import { countSounds } from '../testing/count-sounds.js';
import { LoopbackVoice, type LoopbackScript, type LoopbackSession, type LoopbackSettings } from './index.js';

const number = '+12025550123';
const hasWebRtc = typeof RTCPeerConnection !== 'undefined';

/** A loopback that is connected. */
async function connectedVoice(settings: LoopbackSettings = {}): Promise<LoopbackVoice> {
  const voice = new LoopbackVoice({ speed: 20, microphone: 'none', ...settings });
  await voice.connect();
  voices.push(voice);
  return voice;
}
const voices: LoopbackVoice[] = [];

async function reaches(session: VoiceSession, state: VoiceSession['state']): Promise<void> {
  while (session.state !== state) {
    if (session.end) throw new Error(`It has ended: ${JSON.stringify(session.end)}`);
    await oneEvent(session, 'statechange');
  }
}

/** A call that was answered. */
async function talk(farEnd: LoopbackScript = {}, settings: LoopbackSettings = {}): Promise<LoopbackSession> {
  const session = await (await connectedVoice({ farEnd, ...settings })).dial({ toNumber: number });
  await reaches(session, 'active');
  return session;
}

const oneMoment = () => new Promise((resolve) => setTimeout(resolve));

async function endOf(session: VoiceSession): Promise<SessionEnd> {
  return session.end ?? (await oneEvent<SessionEndedEvent>(session, 'ended')).end;
}

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
    return 'resolved';
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

describe('LoopbackVoice', () => {
  afterEach(async () => {
    await Promise.all(voices.splice(0).map((voice) => voice.disconnect()));
  });

  it('rejects with what is wrong when it cannot be had', async () => {
    expect(await codeOf(new LoopbackVoice().dial({ toNumber: number }))).to.equal('PHONE_OFFLINE');
    expect(await codeOf(new LoopbackVoice().receiveCall({ from: number }))).to.equal('PHONE_OFFLINE');
  });

  it('stays offline when it was disconnected while it connected', async () => {
    const voice = new LoopbackVoice();
    const states: string[] = [];
    voice.addEventListener('statechange', () => states.push(voice.state));
    const connecting = voice.connect();
    await voice.disconnect();
    await connecting;
    expect(states).to.deep.equal(['connecting', 'offline']);
  });

  it('tells of numbers to call from when they change', async () => {
    const voice = new LoopbackVoice();
    const told = oneEvent(voice, 'fromnumberschange');
    voice.configure({ fromNumbers: [{ number, label: 'Sales' }] });
    await told;
    expect(voice.fromNumbers).to.deep.equal([{ number, label: 'Sales' }]);
  });

  if (!hasWebRtc) {
    it('says in its check what is missing', async () => {
      const { ok, checks } = await new LoopbackVoice({ microphone: 'none' }).check();
      expect([ok, checks.at(-1)?.problem?.code]).to.deep.equal([false, 'NOT_SUPPORTED']);
    });
    return;
  }

  describe('when the page is reloaded', () => {
    const leave = () => window.dispatchEvent(new PageTransitionEvent('pagehide'));

    beforeEach(() => {
      sessionStorage.clear();
    });

    it('takes up a call that was answered', async () => {
      const { id } = await talk();
      leave();
      const after = await connectedVoice();
      const session = await after.restore(id);
      expect([session?.id, session?.state, session?.remote.number]).to.deep.equal([id, 'active', number]);
      expect(after.sessions).to.deep.equal([session]);
      expect(await after.restore(id)).to.equal(undefined);
    });

    it('has a caller ring again, who can be answered', async () => {
      const { id } = await (await connectedVoice()).receiveCall({ from: number, to: '+12025550100' });
      leave();
      const session = await (await connectedVoice()).restore(id);
      expect([session?.direction, session?.state, session?.localNumber]).to.deep.equal([
        'inbound',
        'ringing',
        '+12025550100',
      ]);
      await session?.answer();
      expect(session?.state).to.equal('active');
    });

    for (const [what, poison] of [
      ['another kind of number', { localNumber: 5 }],
      ['another kind of name', { remote: { number, name: {} } }],
      ['a number that is none', { remote: { number: 5 } }],
      ['no script', { script: null }],
      ['a script that is none', { script: { does: 'toString' } }],
      ['times that are none', { script: { ringsFor: 'soon', holds: 7 } }],
      ['the prototype’s names', JSON.parse('{"__proto__": {"id": 5}, "constructor": 7}') as object],
    ] as const) {
      it(`shows and does nothing that somebody else has written: ${what}`, async () => {
        const { id } = await talk();
        leave();
        const [[key, text] = ['', '']] = Object.entries(sessionStorage) as [string, string][];
        sessionStorage.setItem(key, JSON.stringify({ ...(JSON.parse(text) as object), ...poison }));
        const session = await (await connectedVoice()).restore(id);
        expect(typeof (session?.localNumber ?? '')).to.equal('string');
        expect(typeof (session?.remote.name ?? '')).to.equal('string');
        expect(typeof (session?.remote.number ?? '')).to.equal('string');
        expect(Object.keys(sessionStorage)).to.deep.equal([]);
      });
    }

    it('knows no call that had ended, and none of a page before the last', async () => {
      const ended = await talk();
      await ended.hangUp();
      const { id } = await talk();
      leave();
      expect(await (await connectedVoice()).restore(ended.id)).to.equal(undefined);
      // The other call was not taken by this page: the next page does not find it either.
      expect(await (await connectedVoice()).restore(id)).to.equal(undefined);
      expect(Object.keys(sessionStorage)).to.deep.equal([]);
    });

    const stored = () => Object.keys(sessionStorage).filter((key) => key.includes('.loopback.'));

    /** A caller of the first user rings, and the page goes. */
    async function leaveRinging(): Promise<string> {
      const hubspot = connected({ loggedIn: true, available: true });
      const voice = await connectedVoice();
      const control = voice.attach(hubspot.bridge);
      const { id } = await voice.receiveCall({ from: number, name: 'Ada' });
      leave();
      await voice.disconnect();
      control.release();
      return id;
    }

    async function pageOf(sync: object): Promise<[LoopbackVoice, FakeHubSpot]> {
      const hubspot = new FakeHubSpot({ loggedIn: true });
      const voice = await connectedVoice();
      voice.attach(hubspot.bridge);
      hubspot.bridge.connect();
      hubspot.sync({ ...sync });
      return [voice, hubspot];
    }

    it('names the account and the user whose call it is', async () => {
      await leaveRinging();
      const items = stored().map((key) => JSON.parse(sessionStorage.getItem(key) ?? '') as object);
      expect(items).to.have.length(1);
      expect(items[0]).to.include({ portalId: 100, userId: 1 });
    });

    it('gives the call back to its user', async () => {
      const id = await leaveRinging();
      const [voice] = await pageOf({});
      expect((await voice.restore(id))?.remote.name).to.equal('Ada');
    });

    it('gives it back also to a voice that connects only after HubSpot has named the user', async () => {
      const id = await leaveRinging();
      const hubspot = connected({ loggedIn: true });
      const voice = new LoopbackVoice({ microphone: 'none' });
      voices.push(voice);
      voice.attach(hubspot.bridge);
      await voice.connect();
      expect((await voice.restore(id))?.remote.name).to.equal('Ada');
    });

    for (const [who, sync] of [
      ['user', { userId: 2 }],
      ['account', { portalId: 200 }],
    ] as const) {
      it(`leaves nothing of the call to another ${who}`, async () => {
        const id = await leaveRinging();
        const [voice] = await pageOf(sync);
        expect(stored()).to.deep.equal([]);
        expect(await voice.restore(id)).to.equal(undefined);
      });

      it(`leaves nothing of it when HubSpot gives the page to another ${who}`, async () => {
        const id = await leaveRinging();
        const [voice, hubspot] = await pageOf({});
        hubspot.window.advance(1000);
        hubspot.sync({ ...sync });
        expect(stored()).to.deep.equal([]);
        expect(await voice.restore(id)).to.equal(undefined);
      });
    }

    it('leaves nothing of it when its user logs out', async () => {
      const id = await leaveRinging();
      const [voice, { bridge }] = await pageOf({});
      bridge.userLoggedOut();
      expect(stored()).to.deep.equal([]);
      expect(await voice.restore(id)).to.equal(undefined);
    });
  });

  describe('the ring', () => {
    for (const [who, user, rings] of [
      ['available', { loggedIn: true, available: true }, 8],
      ['away', { loggedIn: true, available: false }, 0],
      ['logged out', { loggedIn: false, available: true }, 0],
    ] as const) {
      it(`of 20 calls sounds for ${rings} while the user is ${who}`, async () => {
        const voice = await connectedVoice();
        voice.attach(connected(user).bridge);
        const sounds = countSounds();
        for (let i = 0; i < 20; i += 1) await voice.receiveCall({ from: number }, { givesUpAfter: 600_000 });
        expect([sounds.stop(), voice.sessions.length]).to.deep.equal([rings, rings]);
      });
    }

    it('sounds again after the flood', async () => {
      const voice = await connectedVoice();
      const { bridge } = connected({ loggedIn: true, available: false });
      voice.attach(bridge);
      for (let i = 0; i < 20; i += 1) await voice.receiveCall({ from: number });
      bridge.userAvailable();
      const sounds = countSounds();
      await voice.receiveCall({ from: number });
      expect(sounds.stop()).to.equal(1);
    });
  });

  describe('in one frame of several', () => {
    let sounds: ReturnType<typeof countSounds>;
    beforeEach(() => (sounds = countSounds()));
    afterEach(() => sounds.stop());

    it('rings while this is the one that does, until the call is silenced', async () => {
      const voice = await connectedVoice();
      const { bridge, reports } = oneOfMany({ rings: false });
      voice.attach(bridge);
      const { id: externalCallId } = await voice.receiveCall({ from: number }, { givesUpAfter: 600_000 });
      expect(sounds.playing).to.equal(0);
      reports.update({ rings: true });
      expect(sounds.playing).to.equal(1);
      reports.update({ rings: false });
      expect(sounds.playing).to.equal(0);
      reports.update({ rings: true });
      bridge.request('hs-silence-request', { externalCallId });
      await voice.sessions[0]?.decline();
      expect(sounds.playing).to.equal(0);
    });

    it('leaves a call silent that was silenced in the frame before', async () => {
      const script = { givesUpAfter: 600_000 };
      const voice = await connectedVoice();
      const owner = oneOfMany();
      voice.attach(owner.bridge);
      const { id: externalCallId } = await voice.receiveCall({ from: number }, script);
      owner.bridge.request('hs-silence-request', { externalCallId });
      const next = oneOfMany({ role: 'mirror' });
      next.reports.mirror(owner.bridge.getState());
      const nextVoice = await connectedVoice();
      nextVoice.attach(next.bridge);
      expect(sounds.playing).to.equal(0);
      next.reports.inherit(aloneInFrame, structuredClone(voice.kept()));
      while (nextVoice.sessions.length === 0) await new Promise(requestAnimationFrame);
      await oneMoment();
      expect([nextVoice.sessions[0]?.state, sounds.playing]).to.deep.equal(['ringing', 0]);
    });

    it('lets one hear it ring there, wherever inbound calls ring', async () => {
      const played = [];
      for (const rings of [true, false]) {
        const before = sounds.playing;
        const voice = await connectedVoice({ farEnd: { ringsFor: 600_000 } });
        voice.attach(oneOfMany({ rings }).bridge);
        await reaches(await voice.dial({ toNumber: number }), 'ringing');
        played.push(sounds.playing - before);
      }
      expect(played[0]).to.be.greaterThan(0);
      expect(played[1]).to.equal(played[0]);
    });
  });

  describe('what the far end does', () => {
    const outcomes: readonly (readonly [LoopbackScript['does'], string, number])[] = [
      ['busy', 'busy', 486],
      ['decline', 'declined', 603],
      ['no-answer', 'no-answer', 408],
      ['unavailable', 'no-answer', 480],
      ['not-found', 'not-found', 404],
    ];
    for (const [does = 'answer', reason, code] of outcomes) {
      it(`${does}: the call ends with ${reason}`, async () => {
        const session = await (await connectedVoice({ farEnd: { does } })).dial({ toNumber: number });
        const end = await endOf(session);
        expect([end.reason, end.by, end.code]).to.deep.equal([reason, 'remote', code]);
      });
    }

    it('hangs up when it is told to; while it rings it declines, and who calls gives up', async () => {
      const session = await talk();
      session.farEnd.hangUp();
      expect([session.end?.reason, session.end?.by]).to.deep.equal(['hung-up', 'remote']);

      const voice = await connectedVoice({ farEnd: { ringsFor: 600_000 } });
      const ringing = await voice.dial({ toNumber: number });
      ringing.farEnd.hangUp();
      expect(ringing.end?.reason).to.equal('declined');
      const incoming = await voice.receiveCall({ from: number });
      incoming.farEnd.hangUp();
      expect([incoming.end?.reason, incoming.end?.by]).to.deep.equal(['canceled', 'remote']);
    });

    it('depends on the number where a script says so', async () => {
      const voice = await connectedVoice({ script: (to) => (to === '411' ? { does: 'busy' } : undefined) });
      const busy = await voice.dial({ toNumber: '411' });
      const answered = await voice.dial({ toNumber: number });
      await reaches(answered, 'active');
      expect((await endOf(busy)).reason).to.equal('busy');
    });

    it('cannot be something unknown', async () => {
      for (const farEnd of [{ ringsFor: -1 }, { dropsAfter: NaN }, { holds: { after: -1, lasts: 1 } }])
        expect(await codeOf((await connectedVoice({ farEnd })).dial({ toNumber: number }))).to.equal(
          'PHONE_CONFIG',
        );
      const voice = await connectedVoice({ farEnd: JSON.parse('{"does":"sing"}') as LoopbackScript });
      expect(await codeOf(voice.dial({ toNumber: number }))).to.equal('PHONE_CONFIG');
      expect(voice.sessions).to.deep.equal([]);
    });

    it('hangs up', async () => {
      const session = await talk({ dropsAfter: 1000 });
      const end = await endOf(session);
      expect([end.reason, end.by]).to.deep.equal(['hung-up', 'remote']);
    });

    it('holds, and with us both', async () => {
      const session = await talk({ holds: { after: 1000, lasts: 100_000 } });
      await oneEvent(session, 'holdchange');
      expect(session.hold).to.equal('remote');
      await session.setHeld(true);
      expect(session.hold).to.equal('both');
      await session.setHeld(false);
      expect(session.hold).to.equal('remote');
    });

    it('is lost and found again', async () => {
      const session = await talk({ losesNetwork: { after: 500, lasts: 1000 } });
      await reaches(session, 'reconnecting');
      expect(await codeOf(session.setHeld(true))).to.equal('NOT_POSSIBLE');
      await reaches(session, 'active');
    });

    it('is lost for good', async () => {
      const session = await talk({ losesNetwork: { after: 500, lasts: 10_000 } });
      const end = await endOf(session);
      expect([end.reason, end.by]).to.deep.equal(['network', 'system']);
    });

    it('tells of poor quality, chopped and made up', async () => {
      const session = await talk({ quality: 'poor' });
      await oneEvent(session, 'qualitychange');
      expect(session.quality).to.deep.include({ level: 1, loss: 0.1, jitter: 60, roundTrip: 420 });
    });
  });

  it('sends digits by the browser’s own sender, and the far end notes them', async () => {
    const session = await talk();
    const heard: string[] = [];
    session.farEnd.addEventListener('digit', () => heard.push(session.farEnd.digits));
    await Promise.all([session.sendDigits('12'), session.sendDigits('#d')]);
    expect([session.farEnd.digits, heard]).to.deep.equal(['12#D', ['1', '12', '12#', '12#D']]);
  });

  it('sends no digits while it is held, and none of those that wait', async () => {
    const session = await talk();
    const sending = codeOf(session.sendDigits('123456789'));
    await session.setHeld(true);
    expect(await sending).to.equal('NOT_POSSIBLE');
    expect(await codeOf(session.sendDigits('1'))).to.equal('NOT_POSSIBLE');
    await session.setHeld(false);
    await session.sendDigits('0');
    expect(session.farEnd.digits.at(-1)).to.equal('0');
  });

  it('rejects digits that were cut off by the end', async () => {
    const session = await talk();
    const sending = codeOf(session.sendDigits('1,2,3'));
    await session.hangUp();
    expect(await sending).to.equal('NOT_POSSIBLE');
  });

  it('rejects a hand-over that was cut off by the end', async () => {
    const session = await talk();
    const handingOver = codeOf(session.transfer('100'));
    await session.hangUp();
    expect([await handingOver, session.end?.reason]).to.deep.equal(['NOT_POSSIBLE', 'hung-up']);
  });

  it('goes on when the call it is handed over to has ended', async () => {
    const voice = await connectedVoice();
    const [first, second] = [await voice.dial({ toNumber: '100' }), await voice.dial({ toNumber: '101' })];
    await reaches(first, 'active');
    await reaches(second, 'active');
    const handingOver = codeOf(first.transferTo(second));
    await second.hangUp();
    expect([await handingOver, first.state]).to.deep.equal(['TRANSFER_FAILED', 'active']);
  });

  it('rejects a hold that was cut off by the end', async () => {
    const session = await talk();
    const holding = codeOf(session.setHeld(true));
    await session.hangUp();
    expect([await holding, session.hold]).to.deep.equal(['NOT_POSSIBLE', 'none']);
  });

  it('leaves a recorded message, and is free at once', async () => {
    const session = await talk({}, { messages: [{ id: 'call-back', label: 'Call me back' }] });
    expect(await codeOf(session.dropVoicemail('other'))).to.equal('NOT_POSSIBLE');
    expect(session.state).to.equal('active');
    await session.dropVoicemail('call-back');
    expect(session.end).to.include({ reason: 'voicemail', by: 'local' });
    expect(session.farEnd.message).to.equal('call-back');
  });

  it('tells of recorded messages when they change', async () => {
    const voice = await connectedVoice();
    let count = 0;
    voice.addEventListener('messageschange', () => (count += 1));
    const messages = [{ id: 'call-back', label: 'Call me back' }];
    voice.configure({ messages });
    voice.configure({ messages });
    expect([count, voice.messages]).to.deep.equal([1, messages]);
  });

  it('rejects an answer that was cut off by the end', async () => {
    const voice = await connectedVoice();
    const session = await voice.receiveCall({ from: number, name: 'Ada' });
    const answering = codeOf(session.answer());
    await reaches(session, 'connecting');
    await session.hangUp();
    expect([await answering, session.end?.reason]).to.deep.equal(['NOT_POSSIBLE', 'hung-up']);
  });

  it('answers once, however often it is asked', async () => {
    const session = await (await connectedVoice()).receiveCall({ from: number });
    await Promise.all([session.answer(), session.answer()]);
    expect(session.state).to.equal('active');
  });

  it('says who calls, and which of our numbers', async () => {
    const session = await (
      await connectedVoice()
    ).receiveCall({ from: number, name: 'Ada', to: '+12025550100' });
    expect([session.remote, session.localNumber]).to.deep.equal([{ number, name: 'Ada' }, '+12025550100']);
  });

  describe('without a microphone', () => {
    const media = navigator.mediaDevices;

    afterEach(() => {
      Reflect.deleteProperty(media, 'getUserMedia');
    });

    const refuse = (name: string) => {
      const value = () => Promise.reject(new DOMException('no', name));
      Object.defineProperty(media, 'getUserMedia', { configurable: true, value });
    };

    it('sends a tone where it is only preferred', async () => {
      refuse('NotFoundError');
      const session = await talk({}, { microphone: 'preferred' });
      expect([session.state, session.microphone]).to.deep.equal(['active', undefined]);
    });

    it('waits where it is required, and ends for the want of it', async () => {
      refuse('NotFoundError');
      const voice = await connectedVoice({ microphone: 'required' });
      const session = await voice.dial({ toNumber: number });
      while (session.microphone === undefined) await oneEvent(session, 'microphonechange');
      expect([session.state, session.microphone]).to.deep.equal(['dialing', 'missing']);
      await session.hangUp();
      expect(session.end).to.deep.equal({ reason: 'microphone', by: 'local' });
    });

    it('fails where what is in the way is not the microphone', async () => {
      refuse('TypeError');
      const voice = await connectedVoice({ microphone: 'required' });
      const end = await endOf(await voice.dial({ toNumber: number }));
      expect([end.reason, end.by]).to.deep.equal(['failed', 'system']);
    });

    it('says so in its check', async () => {
      refuse('NotFoundError');
      const { ok, checks } = await (await connectedVoice({ microphone: 'required' })).check();
      expect([ok, checks[0]?.problem?.code]).to.deep.equal([false, 'MICROPHONE_MISSING']);
    });
  });

  it('checks microphone and media', async () => {
    expect((await (await connectedVoice({ microphone: 'required' })).check()).ok).to.equal(true);
  });
});
