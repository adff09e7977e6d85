import { expect } from '@open-wc/testing';
import type { EventDetails } from '../bridge/index.js';
import { collect, collectErrors, connected, FakeHubSpot, prevent } from '../bridge/testing/fake-hubspot.js';
import { callOffered, callToWrapUp, focusedCall, isLive } from '../call/index.js';
import { oneOfMany } from '../bridge/testing/many-frames.js';
import { CallControl } from './call-control.js';
import { BrowserDevices } from './devices.js';
import { contact, Desk, last, ours, settled, which } from './testing/desk.js';
import { FakeVoice, type FakeSession } from './testing/fake-voice.js';
import { problemOf, VoiceError } from './voice-error.js';

describe('CallControl', () => {
  beforeEach(() => {
    sessionStorage.clear();
    // What was told of a call is noted there, for all tabs.
    localStorage.clear();
  });

  describe('a page that is reloaded', () => {
    class LastingVoice extends FakeVoice {
      override readonly capabilities = { ...new FakeVoice().capabilities, restore: true };
      found: FakeSession | undefined;
      async restore(): Promise<FakeSession | undefined> {
        return this.found;
      }
    }

    async function comeBack(found: boolean, engagementId = 9001) {
      const before = new Desk(new LastingVoice());
      const session = await before.talk();
      before.hubspot.createEngagement(9001);
      before.bridge.updateCall({ engagement: { notes: 'Half a sentence' } });
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      before.control.release();
      const voice = new LastingVoice();
      if (found) {
        voice.found = await voice.dial({ id: session.id, toNumber: contact });
        voice.found.change('state', 'active');
      }
      const hubspot = new FakeHubSpot({ loggedIn: true, available: true });
      hubspot.bridge.connect();
      new CallControl(hubspot.bridge, voice);
      await voice.connect();
      hubspot.sync({ engagementId });
      await settled();
      const told = (type: string) => hubspot.heard.findLast((message) => message.type === type)?.data;
      return { hubspot, told, call: focusedCall(hubspot.bridge.getState()), session: voice.found };
    }

    it('goes on with the call that HubSpot names, and its notes, without a word', async () => {
      const { hubspot, told, call, session } = await comeBack(true);
      expect(call).to.deep.include({ phase: 'active', engagementId: 9001, toNumber: contact });
      expect(call?.engagement.notes).to.equal('Half a sentence');
      expect(hubspot.types).to.deep.equal(['INITIALIZED']);
      session?.over('hung-up');
      expect(told('CALL_ENDED')).to.deep.include({ engagementId: 9001, callEndStatus: 'COMPLETED' });
    });

    it('tells the end of one that the voice has lost', async () => {
      const { hubspot, told } = await comeBack(false);
      expect(told('CALL_ENDED')).to.deep.include({ engagementId: 9001, callEndStatus: 'FAILED' });
      expect(hubspot.types.at(-1)).to.equal('CALL_COMPLETED');
    });

    it('goes on also with one that HubSpot does not name', async () => {
      const { hubspot, call } = await comeBack(true, 1234);
      expect(call).to.deep.include({ phase: 'active', engagementId: 9001, toNumber: contact });
      expect(hubspot.types).to.deep.equal(['INITIALIZED']);
      expect(sessionStorage.length).to.equal(0);
    });
  });

  describe('a call of the page before', () => {
    const kept = { externalCallId: 'kept', direction: 'outbound', createdAt: 1, toNumber: contact } as const;

    class RestoringVoice extends FakeVoice {
      override readonly capabilities = { ...new FakeVoice().capabilities, restore: true };
      /** Says what was found. */
      find: (session: FakeSession | undefined) => void = () => undefined;
      restore(): Promise<FakeSession | undefined> {
        return new Promise((resolve) => {
          this.find = resolve;
        });
      }
    }

    async function restoring() {
      const voice = new RestoringVoice();
      const desk = new Desk(voice);
      const giveUp = new AbortController();
      const isBack = desk.control.restore(kept, giveUp.signal);
      await settled();
      return { desk, voice, giveUp, isBack };
    }

    it('is refused at once by a voice that restores none, though it never gets ready', async () => {
      const voice = new FakeVoice();
      voice.connect = () => Promise.resolve();
      const desk = new Desk(voice);
      expect(await desk.control.restore(kept, new AbortController().signal)).to.equal(false);
      expect(desk.call).to.equal(undefined);
    });

    it('is lost where the voice knows it no more, or has no way to look', async () => {
      const { voice, isBack } = await restoring();
      voice.find(undefined);
      expect(await isBack).to.equal(false);
      Object.assign(voice, { restore: undefined });
      const desk = new Desk(voice);
      expect(await desk.control.restore(kept, new AbortController().signal)).to.equal(false);
    });

    it('that is found too late is hung up, and shown nowhere', async () => {
      const { desk, voice, giveUp, isBack } = await restoring();
      const session = await voice.dial({ id: kept.externalCallId, toNumber: contact });
      giveUp.abort();
      voice.find(session);
      expect(await isBack).to.equal(false);
      expect([session.asked, desk.call]).to.deep.equal([['hang up'], undefined]);
    });

    it('that is not found, too late, changes nothing', async () => {
      const { voice, giveUp, isBack } = await restoring();
      giveUp.abort();
      voice.find(undefined);
      expect(await isBack).to.equal(false);
    });
  });

  describe('the end of a call', () => {
    for (const reason of ['busy', 'not-found', 'no-answer', 'declined', 'hung-up'] as const) {
      it(`tells the page why a call ended: ${reason}`, async () => {
        const desk = new Desk();
        (await desk.dial()).over(reason);
        await settled();
        expect(desk.bridge.getState().calls.at(-1)?.endReason).to.equal(reason);
      });
    }
  });

  describe('a call between its answer and its first sound', () => {
    for (const before of ['dialing', 'ringing', 'early'] as const) {
      it(`is connecting after ${before}, and HubSpot hears of the answer when they can talk`, async () => {
        const desk = new Desk();
        const session = await desk.dial();
        session.change('state', before);
        session.change('state', 'connecting');
        expect(desk.call).to.include({ connecting: true });
        expect(desk.types).to.deep.equal(['OUTGOING_CALL_STARTED']);
        const flickers: unknown[] = [];
        desk.bridge.subscribe(() => {
          if (desk.call?.phase !== 'active' && !desk.call?.connecting) flickers.push(desk.call);
        });
        session.change('state', 'active');
        expect(desk.call).to.include({ phase: 'active', connecting: false });
        expect(flickers).to.deep.equal([]);
        expect(desk.types).to.deep.equal(['OUTGOING_CALL_STARTED', 'CALL_ANSWERED']);
      });
    }

    it('came in: it is answered, and no longer offered', async () => {
      const desk = new Desk();
      const session = desk.voice.ring();
      session.answer = async () => session.change('state', 'connecting');
      await desk.request('hs-answer-request', which(session));
      expect(desk.call).to.include({ phase: 'ringing', connecting: true });
      expect(callOffered(desk.bridge.getState())).to.equal(undefined);
      expect(desk.bridge.getState().pending).to.deep.equal([]);
      session.over('network', 'system');
      expect(desk.call).to.include({ connecting: false, endStatus: 'FAILED' });
    });
  });

  describe('a call that another device answers', () => {
    for (const state of ['ringing', 'connecting', 'active'] as const) {
      it(`is completed by itself when it is ${state}, and waits for no wrap-up`, () => {
        const desk = new Desk();
        desk.bridge.expectWrapUp();
        const session = desk.voice.ring();
        session.change('state', state);
        desk.bridge.updateCall({ externalCallId: session.id, engagement: { notes: 'Half a sentence' } });
        session.over('answered-elsewhere');
        expect(callToWrapUp(desk.bridge.getState())).to.equal(undefined);
        desk.hubspot.createEngagement(7);
        const endStatus = state === 'active' ? 'COMPLETED' : 'CANCELED';
        expect(desk.told('CALL_ENDED')).to.include({ callEndStatus: endStatus });
        expect(desk.types.at(-1)).to.equal('CALL_COMPLETED');
        const { engagementProperties } = desk.told('CALL_COMPLETED');
        expect(JSON.stringify(engagementProperties)).to.contain('Half a sentence');
        expect(callToWrapUp(desk.bridge.getState())).to.equal(undefined);
        expect(desk.errors).to.deep.equal([]);
      });
    }

    it('leaves the next call its wrap-up', () => {
      const desk = new Desk();
      desk.bridge.expectWrapUp();
      desk.voice.ring().over('answered-elsewhere');
      desk.hubspot.createEngagement(7);
      const next = desk.voice.ring();
      next.change('state', 'active');
      next.over('hung-up');
      expect(callToWrapUp(desk.bridge.getState())).to.include({ endStatus: 'COMPLETED' });
    });
  });

  describe('an outbound call', () => {
    it('is dialled by the voice and told to HubSpot once, in order, to its end', async () => {
      const desk = new Desk();
      const session = await desk.talk();
      session.over('hung-up');
      desk.hubspot.createEngagement(7);
      expect(desk.voice.dialled).to.deep.equal([
        { id: session.id, toNumber: contact, fromNumber: undefined },
      ]);
      expect(desk.types).to.deep.equal([
        'OUTGOING_CALL_STARTED',
        'CALL_ANSWERED',
        'CALL_ENDED',
        'CALL_COMPLETED',
      ]);
      expect(desk.told('OUTGOING_CALL_STARTED')).to.include({
        externalCallId: session.id,
        toNumber: contact,
        fromNumber: ours,
        createEngagement: true,
      });
      expect(desk.told('CALL_ENDED')['callEndStatus']).to.equal('COMPLETED');
      expect(desk.errors).to.deep.equal([]);
    });

    it('rings, and is answered once although the connection is lost and found', async () => {
      const desk = new Desk();
      const session = await desk.dial();
      session.change('state', 'ringing');
      expect(desk.call?.phase).to.equal('ringing');
      session.change('state', 'early');
      session.change('state', 'active');
      session.change('state', 'reconnecting');
      expect(desk.call).to.include({ phase: 'active', reconnecting: true });
      session.change('state', 'active');
      expect(desk.call).to.include({ phase: 'active', reconnecting: false });
      expect(desk.types).to.deep.equal(['OUTGOING_CALL_STARTED', 'CALL_ANSWERED']);
    });

    it('to an extension sends it once the number has answered', async () => {
      const desk = new Desk();
      const session = await desk.dial('+12025550123 ext. 45');
      expect(desk.voice.dialled[0]?.toNumber).to.equal('+12025550123');
      expect(desk.told('OUTGOING_CALL_STARTED')['toNumber']).to.equal('+12025550123 ext. 45');
      session.change('state', 'ringing');
      expect(session.asked).to.deep.equal([]);
      session.change('state', 'active');
      session.change('state', 'reconnecting');
      session.change('state', 'active');
      expect(session.asked).to.deep.equal(['send ,45']);
    });

    it('to an extension says so when that cannot be sent', async () => {
      const desk = new Desk();
      const errors = collect(desk.bridge, 'hs-error');
      const refused = await desk.dial('+12025550123 ext. 45');
      refused.refusal = new VoiceError('NOT_POSSIBLE');
      refused.change('state', 'active');
      await settled();
      const deaf = await desk.dial('+12025550123 ext. 45');
      Object.assign(deaf, { sendDigits: undefined });
      deaf.change('state', 'active');
      await settled();
      expect(errors).to.deep.equal([
        problemOf(new VoiceError('NOT_POSSIBLE'), 'hs-dtmf-request'),
        problemOf(new VoiceError('NOT_SUPPORTED', 'an extension'), 'hs-dtmf-request'),
      ]);
    });

    it('keeps whom HubSpot named with the number, when the request names nobody', async () => {
      const desk = new Desk();
      desk.hubspot.say('DIAL_NUMBER', {
        phoneNumber: contact,
        calleeInfo: { calleeId: 51, calleeObjectTypeId: '0-1' },
      });
      await desk.dial();
      expect(desk.call?.party).to.deep.include({ objectId: 51, objectTypeId: '0-1' });
    });

    for (const state of ['dialing', 'ringing', 'early'] as const) {
      it(`is not taken for answered while it is ${state}`, async () => {
        const desk = new Desk();
        (await desk.dial()).change('state', state);
        expect(desk.call).to.include({
          phase: state === 'dialing' ? 'dialing' : 'ringing',
          connecting: false,
        });
        expect(desk.types).to.deep.equal(['OUTGOING_CALL_STARTED']);
      });
    }

    it('is answered also when its connection is lost in that moment', async () => {
      const desk = new Desk();
      (await desk.dial()).change('state', 'reconnecting');
      expect(desk.call).to.include({ phase: 'active', reconnecting: true });
      expect(desk.types).to.deep.equal(['OUTGOING_CALL_STARTED', 'CALL_ANSWERED']);
    });

    it('that ends while its connection is lost is not shown as found again', async () => {
      const desk = new Desk();
      const session = await desk.talk();
      session.change('state', 'reconnecting');
      const found: unknown[] = [];
      desk.bridge.subscribe(({ calls }) => {
        if (calls.some(({ phase, reconnecting }) => phase === 'active' && !reconnecting)) found.push(calls);
      });
      session.over('network', 'system');
      expect(found).to.deep.equal([]);
      expect(desk.told('CALL_ENDED')['callEndStatus']).to.equal('FAILED');
    });

    it('that ends without a reason has failed', async () => {
      const desk = new Desk();
      (await desk.talk()).change('state', 'ended');
      expect(desk.told('CALL_ENDED')['callEndStatus']).to.equal('FAILED');
    });

    it('rings and is answered by itself, whichever call has the focus', async () => {
      const desk = new Desk();
      const first = await desk.dial();
      const second = await desk.dial('+12025550103');
      first.change('state', 'ringing');
      const phases = () => desk.bridge.getState().calls.map(({ phase }) => phase);
      expect(phases()).to.deep.equal(['ringing', 'dialing']);
      first.change('state', 'active');
      expect(phases()).to.deep.equal(['active', 'dialing']);
      expect(desk.told('CALL_ANSWERED')).to.include({ externalCallId: first.id });
      expect(desk.call?.externalCallId).to.equal(second.id);
    });

    it('is known by whom HubSpot said it is for', async () => {
      const desk = new Desk();
      const party = { name: 'Ada', objectId: 5, objectTypeId: '0-1' };
      await desk.request('hs-call-request', { toNumber: contact, fromNumber: '+1', party });
      expect(desk.call?.party).to.deep.equal(party);
      expect(desk.told('OUTGOING_CALL_STARTED')['fromNumber']).to.equal('+1');
    });

    it('that the voice refuses is not told to HubSpot, but to the page, with the request', async () => {
      const desk = new Desk();
      const errors = collect(desk.bridge, 'hs-error');
      desk.voice.refusal = new VoiceError('PHONE_OFFLINE');
      await desk.request('hs-call-request', { toNumber: contact, fromNumber: undefined, party: undefined });
      expect(desk.types).to.deep.equal([]);
      expect(errors).to.deep.equal([
        problemOf(new VoiceError('PHONE_OFFLINE'), 'hs-call-request'),
      ] satisfies EventDetails['hs-error'][]);
    });

    it('is left to the app that prevents the request', async () => {
      const desk = new Desk();
      prevent(desk.bridge, 'hs-call-request');
      await desk.request('hs-call-request', { toNumber: contact, fromNumber: undefined, party: undefined });
      expect(desk.voice.dialled).to.deep.equal([]);
    });

    it('without a number is no call', async () => {
      const desk = new Desk();
      await desk.request('hs-call-request', { toNumber: '', fromNumber: undefined, party: undefined });
      expect(desk.voice.dialled).to.deep.equal([]);
      expect(desk.errors).to.deep.equal(['BAD_NUMBER']);
    });

    it('to more than 15 digits is no call', async () => {
      const desk = new Desk();
      const toNumber = '+1202555012345678';
      await desk.request('hs-call-request', { toNumber, fromNumber: undefined, party: undefined });
      expect(desk.voice.dialled).to.deep.equal([]);
      expect(desk.errors).to.deep.equal(['BAD_NUMBER']);
    });
  });

  describe('the microphone of a call that goes on', () => {
    it('is asked for again, also where the call came in', async () => {
      const desk = new Desk();
      const inbound = desk.voice.ring();
      await desk.request('hs-answer-request', which(inbound));
      inbound.change('microphone', 'missing');
      await desk.request('hs-microphone-request', which(inbound));
      expect([inbound.asked, inbound.microphone, desk.errors]).to.deep.equal([
        ['answer', 'retry microphone'],
        undefined,
        [],
      ]);
    });
  });

  describe('an inbound call', () => {
    it('rings, is answered by a request, and is told to HubSpot to its end', async () => {
      const desk = new Desk();
      const session = desk.voice.ring({ number: contact, name: 'Ada' }, ours);
      expect(desk.call).to.deep.include({ phase: 'ringing', direction: 'inbound', party: { name: 'Ada' } });
      await desk.request('hs-answer-request', which(session));
      session.over('hung-up');
      desk.hubspot.createEngagement(7);
      expect(desk.types).to.deep.equal(['INCOMING_CALL', 'CALL_ANSWERED', 'CALL_ENDED', 'CALL_COMPLETED']);
      expect(desk.told('INCOMING_CALL')).to.include({ fromNumber: contact, toNumber: ours });
    });

    it('of a hidden number is told as such', () => {
      const desk = new Desk();
      desk.voice.ring({ number: '' });
      expect(desk.told('INCOMING_CALL')).to.include({ fromNumber: 'unknown', toNumber: 'unknown' });
      expect(desk.call).to.include({ fromNumber: undefined, toNumber: undefined });
    });

    it('without a name leaves whom HubSpot finds to HubSpot', () => {
      const desk = new Desk();
      const changes = collect(desk.bridge, 'hs-call-change');
      desk.voice.ring({ number: contact });
      expect(desk.call?.party).to.equal(undefined);
      expect(changes).to.have.length(1);
    });

    for (const name of ['hs-decline-request', 'hs-hang-up-request'] as const) {
      it(`is declined by ${name}`, async () => {
        const desk = new Desk();
        const session = desk.voice.ring();
        await desk.request(name, which(session));
        expect(session.asked).to.deep.equal(['decline declined']);
        expect(desk.told('CALL_ENDED')['callEndStatus']).to.equal('REJECTED');
      });
    }

    it('can be silenced, and rings on', async () => {
      const desk = new Desk();
      const session = desk.voice.ring();
      await desk.request('hs-silence-request', which(session));
      expect(session.asked).to.deep.equal(['silence']);
      expect(desk.call?.phase).to.equal('ringing');
    });

    for (const [reason, settings] of [
      ['not available', { available: false }],
      ['not logged in', { loggedIn: false }],
      ['in a call', {}],
    ] as const) {
      it(`is turned away with the reason: ${reason}`, async () => {
        const desk = new Desk(new FakeVoice({ multipleCalls: false }), settings);
        if (reason === 'in a call') await desk.talk();
        const errors = collect(desk.bridge, 'hs-error');
        desk.voice.ring();
        expect(errors).to.deep.equal([problemOf(new VoiceError('PHONE_BUSY', reason))]);
      });
    }

    for (const [what, changes, asked] of [
      ['is told that this end is busy', {}, ['decline busy']],
      ['is hung up where the voice cannot decline', { decline: undefined }, ['hang up']],
    ] as const) {
      it(`that is turned away ${what}, and nothing else`, async () => {
        const voice = new FakeVoice();
        voice.addEventListener('incoming', ({ session }) => Object.assign(session, changes));
        const desk = new Desk(voice, { available: false });
        const session = desk.voice.ring();
        await settled();
        expect(session.asked).to.deep.equal(asked);
      });
    }

    it('that cannot be turned away is reported', async () => {
      const voice = new FakeVoice();
      voice.addEventListener('incoming', ({ session }) =>
        Object.assign(session, { refusal: new VoiceError('NOT_POSSIBLE') }),
      );
      const desk = new Desk(voice, { available: false });
      desk.voice.ring();
      await settled();
      expect(desk.errors).to.deep.equal(['PHONE_BUSY', 'NOT_POSSIBLE']);
    });

    for (const [state, settings] of [
      ['is not available', { available: false }],
      ['is logged out', { loggedIn: false }],
    ] as const) {
      it(`is turned away while the user ${state}, and the page is told`, async () => {
        const desk = new Desk(new FakeVoice(), settings);
        const session = desk.voice.ring();
        await settled();
        expect(session.end?.reason).to.equal('busy');
        expect(desk.errors).to.deep.equal(['PHONE_BUSY']);
      });
    }

    it('is nobody’s call while nobody is logged in: HubSpot is not told', async () => {
      const desk = new Desk(new FakeVoice(), { loggedIn: false });
      desk.voice.ring();
      await settled();
      expect(desk.types).to.deep.equal([]);
    });

    it('during a call rings beside it; answered, it puts the first on hold', async () => {
      const desk = new Desk();
      const first = await desk.talk();
      const second = desk.voice.ring();
      expect(desk.call?.externalCallId).to.equal(first.id);
      await desk.request('hs-answer-request', which(second));
      expect(first.hold).to.equal('local');
      expect(second.state).to.equal('active');
      expect(desk.call?.externalCallId).to.equal(second.id);
    });
  });

  describe('more inbound calls at once than anybody answers', () => {
    /** 300 people call. */
    const flood = (desk: Desk) => Array.from({ length: 300 }, () => desk.voice.ring());
    const ringing = (sessions: readonly FakeSession[]) => sessions.filter(({ state }) => state === 'ringing');

    it('let eight ring; the rest is busy', async () => {
      const desk = new Desk();
      const sessions = flood(desk);
      await settled();
      expect(ringing(sessions)).to.deep.equal(sessions.slice(0, 8));
      expect(new Set(sessions.slice(8).map(({ end }) => end?.reason))).to.deep.equal(new Set(['busy']));
      expect(desk.bridge.getState().calls.filter(isLive)).to.have.lengthOf(8);
    });

    it('are told once to the page, and leave no records of missed calls', async () => {
      const desk = new Desk();
      flood(desk);
      await settled();
      expect(desk.errors).to.deep.equal(['PHONE_BUSY']);
      expect(desk.types).to.deep.equal(Array<string>(8).fill('INCOMING_CALL'));
    });

    it('are told again after there was room, and do not touch the call that is under way', async () => {
      const desk = new Desk();
      const first = await desk.talk();
      for (const session of flood(desk)) session.over('canceled');
      await settled();
      const [one] = flood(desk);
      await settled();
      expect(desk.errors).to.deep.equal(['PHONE_BUSY', 'PHONE_BUSY']);
      expect([first.state, one?.state]).to.deep.equal(['active', 'ringing']);
    });

    it('do not count the calls that we make', async () => {
      const desk = new Desk();
      for (let i = 0; i < 8; i += 1) (await desk.dial(`+1202555011${String(i)}`)).change('state', 'ringing');
      const session = desk.voice.ring();
      await settled();
      expect([session.state, desk.errors]).to.deep.equal(['ringing', []]);
    });

    it('do not count calls that are answered', async () => {
      const desk = new Desk();
      for (let i = 0; i < 12; i += 1) {
        const session = desk.voice.ring();
        await desk.request('hs-answer-request', which(session));
        expect(session.state).to.equal('active');
      }
      expect(desk.errors).to.deep.equal([]);
    });
  });

  describe('an inbound call that is turned away', () => {
    const missed = ['INCOMING_CALL', 'CALL_ENDED', 'CALL_COMPLETED'];

    /** Somebody who is not available, or in a call on a voice that takes no second one, is called. */
    async function turnAway(why: 'away' | 'busy', settings = {}, remote = { number: contact, name: 'Erin' }) {
      const available = why !== 'away';
      const desk = new Desk(new FakeVoice({ multipleCalls: false }), { available, ...settings });
      const first = available ? await desk.talk('+12025550199') : undefined;
      if (first) desk.hubspot.createEngagement(1);
      desk.hubspot.forget();
      const seen: unknown[] = [];
      desk.bridge.subscribe((state) => {
        const { focus, calls } = state;
        seen.push([focus, callOffered(state), callToWrapUp(state), calls.filter(isLive).length]);
      });
      const session = desk.voice.ring(remote, ours);
      await settled();
      return { desk, first, session, seen };
    }

    for (const why of ['away', 'busy'] as const) {
      it(`is told to HubSpot as missed: ${why}`, async () => {
        const { desk, session } = await turnAway(why);
        expect(desk.told('INCOMING_CALL')).to.include({
          externalCallId: session.id,
          fromNumber: contact,
          toNumber: ours,
          createEngagement: true,
        });
        expect(desk.told('CALL_ENDED')).to.deep.equal({
          externalCallId: session.id,
          callEndStatus: 'MISSED',
        });
        const { calls } = desk.bridge.getState();
        const call = calls.find(({ externalCallId }) => externalCallId === session.id);
        expect(call?.party).to.deep.equal({ name: 'Erin' });
        desk.hubspot.createEngagement(7);
        expect(desk.types).to.deep.equal(missed);
        expect(desk.told('CALL_COMPLETED')).to.deep.include({
          externalCallId: session.id,
          engagementId: 7,
          hideWidget: false,
        });
        expect(desk.told('CALL_COMPLETED')).to.have.nested.property(
          'engagementProperties.hs_call_status',
          'MISSED',
        );
        expect(desk.errors).to.deep.equal(['PHONE_BUSY']);
      });

      it(`rings on no screen, and takes no focus: ${why}`, async () => {
        const { desk, first, seen } = await turnAway(why);
        desk.hubspot.createEngagement(7);
        desk.hubspot.say('UPDATE_ENGAGEMENT_FAILED');
        const [atFirst] = seen;
        expect(atFirst).to.deep.equal([first?.id, undefined, undefined, first ? 1 : 0]);
        seen.forEach((one) => expect(one).to.deep.equal(atFirst));
      });

      it(`is not told with turnedAwayCalls “ignore”: ${why}`, async () => {
        const { desk, session } = await turnAway(why, { turnedAwayCalls: 'ignore' });
        expect(desk.types).to.deep.equal([]);
        expect(session.end?.reason).to.equal('busy');
        expect(desk.errors).to.deep.equal(['PHONE_BUSY']);
      });
    }

    it('is completed without an id when HubSpot makes no record, and once', async () => {
      const { desk } = await turnAway('away');
      desk.hubspot.window.advance(10_000);
      desk.hubspot.createEngagement(7);
      expect(desk.types).to.deep.equal(missed);
    });

    it('has its own record and matches, and the call on the line keeps its own', async () => {
      const { desk, first, session } = await turnAway('busy');
      desk.hubspot.createEngagement(7);
      const calls = new Map(
        desk.bridge.getState().calls.map((call) => [call.externalCallId, call.engagementId]),
      );
      expect(calls.get(session.id)).to.equal(7);
      expect(calls.get(first?.id ?? '')).to.equal(1);
      first?.over('hung-up');
      expect(desk.told('CALL_ENDED')).to.include({ externalCallId: first?.id, callEndStatus: 'COMPLETED' });
    });

    it('is never meant by a command without an id', async () => {
      const { desk, first } = await turnAway('busy', { wrapUp: true });
      desk.bridge.callEnded();
      desk.bridge.callCompleted();
      expect(desk.told('CALL_COMPLETED')).to.include({ externalCallId: first?.id });
    });

    it('is told of a caller who hides the number', async () => {
      const { desk } = await turnAway('away', {}, { number: '', name: '' });
      expect(desk.told('INCOMING_CALL')).to.include({ fromNumber: 'unknown' });
    });

    it('leaves the last call on the screen', async () => {
      const desk = new Desk(new FakeVoice({ multipleCalls: false }));
      const first = await desk.talk();
      desk.hubspot.createEngagement(1);
      first.over('hung-up');
      desk.bridge.userUnavailable();
      desk.voice.ring();
      expect(desk.call?.externalCallId).to.equal(first.id);
    });

    it('many times leaves a handful in the state', () => {
      const desk = new Desk(new FakeVoice(), { available: false });
      for (let i = 0; i < 100; i += 1) {
        desk.voice.ring();
        desk.hubspot.createEngagement(i);
        desk.hubspot.window.advance(10_000);
      }
      expect(desk.types).to.have.length(300);
      expect(desk.bridge.getState().calls.length).to.be.at.most(17);
    });

    for (const why of ['away', 'busy'] as const) {
      describe(`as one of a flood: ${why}`, () => {
        /** 300 people call within a minute; HubSpot makes a record for whom it hears of. */
        async function flood(desk: Desk): Promise<FakeSession[]> {
          const sessions = Array.from({ length: 300 }, (_, i) => {
            const session = desk.voice.ring();
            desk.hubspot.createEngagement(100 + i);
            desk.hubspot.window.advance(190);
            return session;
          });
          await settled();
          return sessions;
        }

        it('is busy, and eight are logged as missed', async () => {
          const { desk } = await turnAway(why, { turnedAwayCalls: 'ignore' });
          desk.hubspot.bridge.configure({ turnedAwayCalls: 'log' });
          const sessions = await flood(desk);
          expect(new Set(sessions.map(({ end }) => end?.reason))).to.deep.equal(new Set(['busy']));
          // One was turned away before.
          expect(desk.types).to.deep.equal(Array.from({ length: 7 }, () => missed).flat());
        });

        it('is told with the others, once', async () => {
          const { desk } = await turnAway(why);
          await flood(desk);
          await flood(desk);
          expect(desk.errors).to.deep.equal(Array<string>(9).fill('PHONE_BUSY'));
        });

        it('leaves those alone who call when it is over', async () => {
          const { desk } = await turnAway(why);
          await flood(desk);
          desk.hubspot.window.advance(60_000);
          desk.hubspot.forget();
          desk.voice.ring();
          desk.hubspot.createEngagement(7);
          expect(desk.types).to.deep.equal(missed);
          await flood(desk);
          expect(desk.errors).to.have.length(18);
        });
      });
    }

    it('as one of a flood while nobody is logged in is told once, too', async () => {
      const desk = new Desk(new FakeVoice(), { loggedIn: false });
      for (let i = 0; i < 300; i += 1) desk.voice.ring();
      await settled();
      expect([desk.errors.length, desk.types]).to.deep.equal([9, []]);
    });

    it('is INVALID_CONFIG with another word', () => {
      const hubspot = new FakeHubSpot({ turnedAwayCalls: 'yes' as 'log' });
      const errors = collectErrors(hubspot.bridge);
      hubspot.bridge.connect();
      expect(errors).to.deep.equal(['INVALID_CONFIG']);
    });
  });

  describe('tells how a call ended', () => {
    const cases = [
      ['outbound', 'canceled', false, 'CANCELED'],
      ['outbound', 'busy', false, 'BUSY'],
      ['outbound', 'declined', false, 'REJECTED'],
      ['outbound', 'no-answer', false, 'NO_ANSWER'],
      ['outbound', 'not-found', false, 'FAILED'],
      ['outbound', 'microphone', false, 'FAILED'],
      ['outbound', 'network', false, 'FAILED'],
      ['outbound', 'failed', false, 'FAILED'],
      ['outbound', 'hung-up', true, 'COMPLETED'],
      ['outbound', 'network', true, 'FAILED'],
      ['inbound', 'canceled', false, 'MISSED'],
      ['inbound', 'no-answer', false, 'MISSED'],
      ['inbound', 'answered-elsewhere', false, 'CANCELED'],
      ['inbound', 'declined', false, 'REJECTED'],
      ['inbound', 'busy', false, 'REJECTED'],
      ['inbound', 'hung-up', true, 'COMPLETED'],
    ] as const;
    for (const [direction, reason, isAnswered, status] of cases) {
      it(`${direction}, ${isAnswered ? 'answered' : 'not answered'}, ${reason}: ${status}`, async () => {
        const desk = new Desk();
        const session = direction === 'outbound' ? await desk.dial() : desk.voice.ring();
        if (isAnswered) session.change('state', 'active');
        session.over(reason);
        expect(desk.told('CALL_ENDED')['callEndStatus']).to.equal(status);
      });
    }

    it('transferred: neither ended nor completed', async () => {
      const desk = new Desk();
      const session = await desk.talk();
      await desk.request('hs-transfer-request', {
        ...which(session),
        toNumber: '+12025550103',
        attended: false,
      });
      expect(desk.types.slice(2)).to.deep.equal(['CALL_TRANSFERRED']);
      expect(desk.call?.phase).to.equal('transferred');
    });

    it('transferred with notes: they are written first', async () => {
      const desk = new Desk();
      const session = await desk.talk();
      desk.hubspot.createEngagement(7);
      desk.bridge.updateCall({ engagement: { notes: 'Promised a refund' } });
      await desk.request('hs-transfer-request', {
        ...which(session),
        toNumber: '+12025550103',
        attended: false,
      });
      expect(desk.types.slice(2)).to.deep.equal(['CALL_COMPLETED', 'CALL_TRANSFERRED']);
      expect(JSON.stringify(desk.told('CALL_COMPLETED'))).to.contain('Promised a refund');
    });

    it('not transferred, because it was refused: nothing is written before its end', async () => {
      const desk = new Desk();
      const session = await desk.talk();
      desk.hubspot.createEngagement(7);
      desk.bridge.updateCall({ engagement: { notes: 'Promised a refund' } });
      session.refusal = new VoiceError('TRANSFER_FAILED');
      await desk.request('hs-transfer-request', {
        ...which(session),
        toNumber: '+12025550103',
        attended: false,
      });
      expect(desk.types.slice(2)).to.deep.equal([]);
      session.over('hung-up');
      expect(desk.types.slice(2)).to.deep.equal(['CALL_ENDED', 'CALL_COMPLETED']);
    });
  });

  describe('with a wrap-up', () => {
    it('leaves the completion to the user', async () => {
      const desk = new Desk(new FakeVoice(), { wrapUp: true });
      (await desk.talk()).over('hung-up');
      desk.hubspot.createEngagement(7);
      expect(desk.types.at(-1)).to.equal('CALL_ENDED');
      await desk.request('hs-complete-request', { externalCallId: desk.call?.externalCallId ?? '' });
      expect(desk.types.at(-1)).to.equal('CALL_COMPLETED');
    });

    it('waits for the one that is left, however often another says that it is gone', async () => {
      const desk = new Desk();
      const [takeAway, takeOtherAway] = [desk.bridge.expectWrapUp(), desk.bridge.expectWrapUp()];
      for (let i = 0; i < 3; i += 1) takeAway();
      (await desk.talk()).over('hung-up');
      desk.hubspot.createEngagement(7);
      expect(desk.types.at(-1)).to.equal('CALL_ENDED');
      takeOtherAway();
      (await desk.talk()).over('hung-up');
      desk.hubspot.createEngagement(8);
      expect(desk.types.at(-1)).to.equal('CALL_COMPLETED');
    });
  });

  describe('in a call', () => {
    it('shows mute, hold and recording once the voice has done them', async () => {
      const desk = new Desk();
      const session = await desk.talk();
      desk.bridge.request('hs-mute-request', { ...which(session), muted: true });
      expect(desk.call?.muted).to.equal(false);
      await settled();
      expect(desk.call?.muted).to.equal(true);
      await desk.request('hs-hold-request', { ...which(session), held: true });
      await desk.request('hs-record-request', { ...which(session), recording: true });
      session.changeHold('remote', true);
      expect(desk.call).to.include({ held: true, heldByOther: true, recording: true });
    });

    for (const [hold, held, heldByOther] of [
      ['none', false, false],
      ['local', true, false],
      ['remote', false, true],
      ['both', true, true],
    ] as const) {
      it(`shows who holds it: ${hold}`, async () => {
        const desk = new Desk();
        const session = await desk.talk();
        session.change('hold', 'both');
        session.change('hold', hold);
        expect(desk.call).to.include({ held, heldByOther });
      });
    }

    it('shows microphone trouble, and goes on with the same call when it is over', async () => {
      const desk = new Desk();
      const session = await desk.dial();
      session.change('microphone', 'denied');
      expect(desk.call).to.include({ phase: 'dialing', microphone: 'denied' });
      await desk.request('hs-microphone-request', which(session));
      expect(session.asked).to.deep.equal(['retry microphone']);
      expect(desk.call?.microphone).to.equal(undefined);
      expect(desk.types).to.deep.equal(['OUTGOING_CALL_STARTED']);
    });

    it('shows how well one hears', async () => {
      const desk = new Desk();
      const session = await desk.talk();
      const quality = { level: 2, mos: 3.3, jitter: 40, loss: 0.08, roundTrip: 300 } as const;
      session.change('quality', quality);
      expect(desk.call?.quality).to.deep.equal(quality);
    });

    it('sends digits', async () => {
      const desk = new Desk();
      const session = await desk.talk();
      await desk.request('hs-dtmf-request', { ...which(session), digits: '12#' });
      expect(session.asked).to.deep.equal(['send 12#']);
    });

    it('says which request the voice could not carry out, and shows no more than is true', async () => {
      const desk = new Desk();
      const session = await desk.talk();
      const errors = collect(desk.bridge, 'hs-error');
      session.refusal = new VoiceError('NOT_POSSIBLE', 'active');
      await desk.request('hs-hold-request', { ...which(session), held: true });
      expect(errors.map((error) => 'request' in error && error.request)).to.deep.equal(['hs-hold-request']);
      expect(desk.call?.held).to.equal(false);
    });

    it('says what this voice cannot do', async () => {
      const desk = new Desk();
      const session = await desk.talk();
      Object.assign(session, { setRecording: undefined });
      await desk.request('hs-record-request', { ...which(session), recording: true });
      expect(desk.errors).to.deep.equal(['NOT_SUPPORTED']);
    });

    it('says that it has no such call', async () => {
      const desk = new Desk();
      await desk.request('hs-mute-request', { externalCallId: 'gone', muted: true });
      expect(desk.errors).to.deep.equal(['NOT_POSSIBLE']);
    });

    it('hangs up when HubSpot asks for it', async () => {
      const desk = new Desk();
      const session = await desk.talk();
      desk.hubspot.say('END_CALL');
      await settled();
      expect(session.end).to.deep.include({ reason: 'hung-up', by: 'local' });
    });

    it('offers a number HubSpot wants to dial, and does not apply it over the call', async () => {
      const desk = new Desk();
      const session = await desk.talk();
      desk.hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550103' });
      await settled();
      expect(desk.voice.sessions).to.deep.equal([session]);
      expect(desk.bridge.getState().intent?.phoneNumber).to.equal('+12025550103');
      expect(desk.call?.toNumber).to.equal(contact);
    });

    it('resumes one call by holding the other', async () => {
      const desk = new Desk();
      const first = await desk.talk();
      const second = await desk.talk('+12025550103');
      expect([first.hold, second.hold]).to.deep.equal(['local', 'none']);
      await desk.request('hs-hold-request', { ...which(first), held: false });
      expect([first.hold, second.hold]).to.deep.equal(['none', 'local']);
      expect(desk.call?.externalCallId).to.equal(first.id);
    });

    it('refuses a second call if the voice has no room for it', async () => {
      const desk = new Desk(new FakeVoice({ multipleCalls: false }));
      await desk.talk();
      await desk.dial();
      expect(desk.voice.dialled).to.have.length(1);
      expect(desk.errors).to.deep.equal(['NOT_POSSIBLE']);
    });
  });

  describe('an attended transfer', () => {
    async function consult() {
      const desk = new Desk();
      const first = await desk.talk();
      const detail = { ...which(first), toNumber: '+12025550103', attended: true };
      await desk.request('hs-transfer-request', detail);
      return { desk, first, consultation: last(desk.voice), detail };
    }

    it('holds the call and asks in a second one, of which HubSpot hears nothing', async () => {
      const { desk, first, consultation } = await consult();
      consultation.change('state', 'active');
      expect(first.hold).to.equal('local');
      expect(desk.call).to.include({
        externalCallId: consultation.id,
        phase: 'active',
        internal: true,
        awaitsMatches: false,
      });
      consultation.over('hung-up');
      expect(desk.types).to.deep.equal(['OUTGOING_CALL_STARTED', 'CALL_ANSWERED']);
      expect(desk.call?.externalCallId).to.equal(first.id);
      expect(desk.errors).to.deep.equal([]);
    });

    it('hands the call over to who was asked', async () => {
      const { desk, first, consultation, detail } = await consult();
      consultation.change('state', 'active');
      await desk.request('hs-transfer-request', { ...detail, consultation: consultation.id });
      expect(first.asked.at(-1)).to.equal('transfer to a consultation');
      expect(desk.types.slice(2)).to.deep.equal(['CALL_TRANSFERRED']);
      expect(desk.bridge.getState().calls.some(isLive)).to.equal(false);
    });

    it('joins two calls', async () => {
      const { desk, first, consultation } = await consult();
      await desk.request('hs-merge-request', { ...which(first), other: consultation.id });
      expect(first.asked.at(-1)).to.equal('merge');
    });
  });

  describe('a recorded message', () => {
    it('is left with who has answered, and HubSpot is told that the call is over', async () => {
      const desk = new Desk();
      const session = await desk.talk();
      await desk.request('hs-voicemail-request', { ...which(session), messageId: 'call-back' });
      expect(session.asked).to.deep.equal(['leave call-back']);
      expect(session.end?.reason).to.equal('voicemail');
      expect(desk.types.slice(-2)).to.deep.equal(['CALL_ANSWERED', 'CALL_ENDED']);
      expect(desk.told('CALL_ENDED')).to.include({ callEndStatus: 'COMPLETED' });
    });

    it('that cannot be left ends nothing, and says why', async () => {
      const desk = new Desk();
      const session = await desk.talk();
      session.refusal = new VoiceError('NOT_POSSIBLE', 'no recorded message “old”');
      await desk.request('hs-voicemail-request', { ...which(session), messageId: 'old' });
      expect(session.state).to.equal('active');
      expect(desk.errors).to.deep.equal(['NOT_POSSIBLE']);
    });

    it('stands in the state, also when there are other ones', () => {
      const desk = new Desk();
      const messages = [{ id: 'call-back', label: 'Call me back' }];
      desk.voice.messages = messages;
      desk.voice.dispatchEvent(new Event('messageschange'));
      expect(desk.bridge.getState().voice?.messages).to.deep.equal(messages);
      desk.voice.capabilities.voicemailDrop = false;
      desk.voice.dispatchEvent(new Event('messageschange'));
      expect(desk.bridge.getState().voice).not.to.have.property('messages');
    });
  });

  describe('the voice', () => {
    it('shows its state and what it can do', () => {
      const desk = new Desk();
      const changes = collect(desk.bridge, 'hs-voice-change');
      const problem = new VoiceError('PHONE_UNREACHABLE', 'wss://sip.example.com');
      desk.voice.changeState('connecting', problem);
      expect(desk.bridge.getState().voice).to.deep.equal({
        state: 'connecting',
        capabilities: desk.voice.capabilities,
        problem: problemOf(problem),
      });
      expect(changes).to.have.length(1);
      expect(desk.errors).to.deep.equal(['PHONE_UNREACHABLE']);
    });

    it('that keeps the ring silent says so, until it sounds', () => {
      const desk = new Desk();
      desk.voice.changeRingSilence(true);
      expect(desk.bridge.getState().voice?.isRingSilent).to.equal(true);
      desk.voice.changeRingSilence(false);
      expect(desk.bridge.getState().voice).not.to.have.property('isRingSilent');
    });

    it('is told whether it is to ring, and says how another frame is to', () => {
      class RingingVoice extends FakeVoice {
        readonly devices = new BrowserDevices();
        readonly told: boolean[] = [];
        letRing(isHeard: boolean): void {
          this.told.push(isHeard);
        }
      }
      const voice = new RingingVoice();
      const { bridge, reports } = oneOfMany();
      const control = new CallControl(bridge, voice);
      expect(voice.told).to.deep.equal([true]);
      expect(bridge.getState().voice?.ring).to.deep.equal({ output: '', ringer: '', ringerVolume: 0.6 });
      voice.devices.setRingerVolume(0);
      expect(bridge.getState().voice?.ring?.ringerVolume).to.equal(0);
      reports.update({ rings: false });
      reports.update({ rings: true });
      // It may have calls still when another frame has become their owner: that one rings.
      reports.update({ role: 'mirror' });
      expect(voice.told.at(-1)).to.equal(false);
      expect(voice.told.slice(0, 3)).to.deep.equal([true, false, true]);
      control.release();
      voice.devices.setRingerVolume(1);
      expect(bridge.getState().voice).to.equal(undefined);
    });

    it('that rings by itself tells no other frame how to', () => {
      expect(new Desk().bridge.getState().voice).not.to.have.property('ring');
    });

    it('with other numbers to call from is looked at again', () => {
      const desk = new Desk();
      let looks = 0;
      desk.bridge.subscribe((now, previous) => {
        if (previous && now.voice !== previous.voice) looks += 1;
      });
      desk.voice.dispatchEvent(new Event('fromnumberschange'));
      expect(looks).to.equal(1);
    });

    it('that fails tells its problem, once', () => {
      const desk = new Desk();
      const problem = new VoiceError('PHONE_REFUSED');
      desk.voice.changeState('failed', problem);
      desk.voice.changeRingSilence(true);
      desk.voice.dispatchEvent(new Event('fromnumberschange'));
      expect(desk.errors).to.deep.equal(['PHONE_REFUSED']);
    });

    it('tells a problem once for as long as it lasts, and again when it comes back', () => {
      const desk = new Desk();
      const problem = new VoiceError('PHONE_UNREACHABLE', 'wss://sip.example.com');
      desk.voice.changeState('connecting', problem);
      desk.voice.changeState('offline', problem);
      desk.voice.changeState('connecting', problem);
      expect(desk.errors).to.deep.equal(['PHONE_UNREACHABLE']);
      desk.voice.changeState('ready');
      desk.voice.changeState('connecting', problem);
      expect(desk.errors).to.deep.equal(['PHONE_UNREACHABLE', 'PHONE_UNREACHABLE']);
    });

    it('taken away ends its calls, and HubSpot hears of it', async () => {
      const desk = new Desk();
      await desk.talk();
      desk.control.release();
      await settled();
      expect(desk.types.slice(2)).to.deep.equal(['CALL_ENDED']);
      expect(desk.bridge.getState().voice).to.equal(undefined);
      desk.voice.ring();
      expect(desk.types).to.have.length(3);
    });

    it('has its calls ended and completed when the bridge goes', async () => {
      const desk = new Desk();
      const session = await desk.talk();
      desk.hubspot.createEngagement(7);
      desk.bridge.disconnect();
      expect(desk.types.slice(2)).to.deep.equal(['CALL_ENDED', 'CALL_COMPLETED']);
      await settled();
      expect(session.state).to.equal('ended');
      expect(desk.errors).to.deep.equal([]);
    });

    for (const when of ['at once', 'a moment later']) {
      it(`leaves the widget open when the bridge goes, and its call ends ${when}: the page goes on`, async () => {
        const desk = new Desk();
        const session = await desk.talk();
        desk.hubspot.createEngagement(7);
        if (when === 'at once') {
          session.hangUp = () => {
            session.over('hung-up', 'local');
            return Promise.resolve();
          };
        }
        desk.bridge.disconnect();
        await settled();
        expect(desk.types.slice(2)).to.deep.equal(['CALL_ENDED', 'CALL_COMPLETED']);
        expect(desk.hubspot.heard.at(-1)?.data).to.include({ engagementId: 7, hideWidget: false });
      });
    }

    for (const restore of [false, true]) {
      it(`has its calls ${restore ? 'go on' : 'ended'} when the page goes, and HubSpot hears of it from the next`, async () => {
        const desk = new Desk(new FakeVoice({ restore }));
        const session = await desk.talk();
        desk.hubspot.createEngagement(7);
        desk.bridge.leave();
        await settled();
        expect(desk.types.slice(2)).to.deep.equal([]);
        expect(session.state).to.equal(restore ? 'active' : 'ended');
        const next = connected();
        await settled();
        // A voice that could go on with it does not come.
        if (restore) next.window.advance(10_000);
        expect(next.types).to.deep.equal(['CALL_ENDED', 'CALL_COMPLETED']);
        expect(sessionStorage.length).to.equal(0);
      });
    }

    it('makes way for the next', async () => {
      const desk = new Desk();
      const next = new FakeVoice();
      const control = new CallControl(desk.bridge, next);
      desk.control.release();
      expect(desk.bridge.getState().voice?.state).to.equal('offline');
      await desk.request('hs-call-request', { toNumber: contact, fromNumber: undefined, party: undefined });
      expect([desk.voice.dialled.length, next.dialled.length]).to.deep.equal([0, 1]);
      control.release();
    });

    for (const isReleased of [false, true]) {
      it(`that is no longer used tells nothing of itself, ${isReleased ? 'released' : 'not released yet'}`, async () => {
        const desk = new Desk();
        const next = new FakeVoice({ recording: false });
        new CallControl(desk.bridge, next);
        await next.connect();
        if (isReleased) desk.control.release();
        const told = desk.bridge.getState().voice;
        desk.voice.changeState('failed', new VoiceError('PHONE_REFUSED'));
        desk.voice.changeRingSilence(true);
        desk.voice.dispatchEvent(new Event('fromnumberschange'));
        expect(desk.bridge.getState().voice).to.equal(told);
        expect(told).to.deep.include({ state: 'ready', problem: undefined, capabilities: next.capabilities });
        if (isReleased) expect(desk.errors).to.deep.equal([]);
      });
    }
  });

  it('shows and carries a call although HubSpot cannot be told', async () => {
    const hubspot = new FakeHubSpot({ loggedIn: true, available: true });
    const voice = new FakeVoice();
    new CallControl(hubspot.bridge, voice);
    const session = voice.ring();
    await settled();
    expect(focusedCall(hubspot.bridge.getState())).to.include({ phase: 'ringing', internal: true });
    expect(session.state).to.equal('ringing');
  });
});
