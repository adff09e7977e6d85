import { expect } from '@open-wc/testing';
import { CallControl, VoiceError } from '../voice/index.js';
import { FakeVoice } from '../voice/testing/fake-voice.js';
import { connected, FakeHubSpot } from './testing/fake-hubspot.js';

/** A user who is available, on a voice that is ready. */
function ready(settings = {}) {
  const hubspot = connected({ loggedIn: true, available: true, ...settings });
  const { bridge } = hubspot;
  const voice = new FakeVoice();
  const control = new CallControl(bridge, voice);
  voice.changeState('connecting');
  voice.changeState('ready');
  return { hubspot, bridge, voice, control };
}

const lose = (voice: FakeVoice) => voice.changeState('connecting', new VoiceError('PHONE_UNREACHABLE'));

describe('what HubSpot is told of the availability', () => {
  it('is nothing while a voice connects and is ready', () => {
    expect(ready().hubspot.types).to.deep.equal([]);
  });

  for (const state of ['connecting', 'offline', 'failed'] as const) {
    it(`is that the user is unavailable once the voice is ${state}, and available again, once each`, () => {
      const { hubspot, bridge, voice } = ready();
      voice.changeState(state);
      voice.changeState('connecting', new VoiceError('PHONE_UNREACHABLE'));
      voice.changeState('connecting', new VoiceError('PHONE_UNREACHABLE'));
      expect(hubspot.types).to.deep.equal(['USER_UNAVAILABLE']);
      expect(bridge.getState().user.available).to.equal(true);
      expect(bridge.getState().isVoiceDown).to.equal(true);
      voice.changeState('ready');
      expect(hubspot.types).to.deep.equal(['USER_UNAVAILABLE', 'USER_AVAILABLE']);
      expect(bridge.getState().isVoiceDown).to.equal(false);
    });
  }

  it('is told in each outage', () => {
    const { hubspot, voice } = ready();
    for (let i = 0; i < 2; i += 1) {
      lose(voice);
      voice.changeState('ready');
    }
    expect(hubspot.types).to.deep.equal([
      'USER_UNAVAILABLE',
      'USER_AVAILABLE',
      'USER_UNAVAILABLE',
      'USER_AVAILABLE',
    ]);
  });

  it('does not change for a user who is unavailable', () => {
    const { hubspot, voice } = ready({ available: false });
    lose(voice);
    voice.changeState('ready');
    expect(hubspot.types).to.deep.equal([]);
  });

  it('is not available again if the user has become unavailable meanwhile', () => {
    const { hubspot, bridge, voice } = ready();
    lose(voice);
    expect(bridge.userUnavailable().ok).to.equal(true);
    voice.changeState('ready');
    expect(hubspot.types).to.deep.equal(['USER_UNAVAILABLE']);
    expect(bridge.getState().user.available).to.equal(false);
  });

  it('is available as soon as the voice is back if the user has become available meanwhile', () => {
    const { hubspot, bridge, voice } = ready({ available: false });
    lose(voice);
    bridge.request('hs-availability-request', { available: true });
    expect(hubspot.types).to.deep.equal([]);
    expect(bridge.getState().user.available).to.equal(true);
    voice.changeState('ready');
    expect(hubspot.types).to.deep.equal(['USER_AVAILABLE']);
  });

  it('follows the last of several choices', () => {
    const { hubspot, bridge, voice } = ready();
    lose(voice);
    bridge.userUnavailable();
    bridge.configure({ available: true });
    voice.changeState('ready');
    expect(hubspot.types).to.deep.equal(['USER_UNAVAILABLE', 'USER_AVAILABLE']);
  });

  it('is what the user says, twice too, while the voice is ready', () => {
    const { hubspot, bridge } = ready();
    bridge.userUnavailable();
    bridge.userUnavailable();
    bridge.userAvailable();
    expect(hubspot.types).to.deep.equal(['USER_UNAVAILABLE', 'USER_UNAVAILABLE', 'USER_AVAILABLE']);
  });

  it('waits for who is logged out', () => {
    const { hubspot, bridge, voice } = ready();
    lose(voice);
    bridge.userLoggedOut();
    voice.changeState('ready');
    expect(hubspot.types).to.deep.equal(['USER_UNAVAILABLE', 'LOGGED_OUT']);
    bridge.userLoggedIn();
    expect(hubspot.types).to.deep.equal(['USER_UNAVAILABLE', 'LOGGED_OUT', 'LOGGED_IN', 'USER_AVAILABLE']);
  });

  it('is in INITIALIZED too', () => {
    const hubspot = new FakeHubSpot({ loggedIn: true, available: true });
    const { bridge } = hubspot;
    const voice = new FakeVoice();
    new CallControl(bridge, voice);
    voice.changeState('failed', new VoiceError('PHONE_REFUSED'));
    bridge.connect();
    hubspot.sync();
    expect(hubspot.heard).to.deep.equal([
      { type: 'INITIALIZED', data: { isLoggedIn: true, isAvailable: false } },
    ]);
    expect(bridge.getState().user.available).to.equal(true);
    voice.changeState('connecting');
    voice.changeState('ready');
    expect(hubspot.types).to.deep.equal(['INITIALIZED', 'USER_AVAILABLE']);
  });

  it('is said again to a host that starts again', () => {
    const { hubspot, voice } = ready();
    lose(voice);
    hubspot.forget();
    hubspot.window.advance(1000);
    hubspot.sync({ engagementId: 7 });
    expect(hubspot.heard).to.deep.include({
      type: 'INITIALIZED',
      data: { isLoggedIn: true, isAvailable: false, engagementId: 7 },
    });
  });

  it('waits ten seconds for a voice that connects for the first time', () => {
    const hubspot = connected({ loggedIn: true, available: true });
    const voice = new FakeVoice();
    new CallControl(hubspot.bridge, voice);
    voice.changeState('connecting');
    voice.changeState('connecting', new VoiceError('PHONE_UNREACHABLE'));
    hubspot.window.advance(9999);
    expect(hubspot.types).to.deep.equal([]);
    hubspot.window.advance(1);
    expect(hubspot.types).to.deep.equal(['USER_UNAVAILABLE']);
    voice.changeState('ready');
    expect(hubspot.types).to.deep.equal(['USER_UNAVAILABLE', 'USER_AVAILABLE']);
  });

  it('waits for a voice only once HubSpot is there', () => {
    const hubspot = new FakeHubSpot({ loggedIn: true, available: true });
    const voice = new FakeVoice();
    new CallControl(hubspot.bridge, voice);
    voice.changeState('connecting');
    hubspot.window.advance(10_000);
    hubspot.bridge.connect();
    hubspot.sync();
    expect(hubspot.heard[0]?.data).to.deep.equal({ isLoggedIn: true, isAvailable: true });
    hubspot.window.advance(10_000);
    expect(hubspot.types).to.deep.equal(['INITIALIZED', 'USER_UNAVAILABLE']);
  });

  it('leaves no timer behind', () => {
    for (const end of ['ready', 'failed', 'gone', 'disconnected'] as const) {
      const hubspot = connected({ loggedIn: true, available: true });
      const before = hubspot.window.timers;
      const voice = new FakeVoice();
      const control = new CallControl(hubspot.bridge, voice);
      voice.changeState('connecting');
      expect(hubspot.window.timers).to.equal(before + 1);
      if (end === 'gone') control.release();
      else if (end === 'disconnected') hubspot.bridge.disconnect();
      else voice.changeState(end);
      expect(hubspot.window.timers, end).to.be.at.most(before);
    }
  });

  it('does not change for a voice that was never connected, and without one', () => {
    const { hubspot, bridge, control, voice } = ready();
    lose(voice);
    hubspot.forget();
    control.release();
    expect(hubspot.types).to.deep.equal(['USER_AVAILABLE']);
    new CallControl(bridge, new FakeVoice());
    expect(hubspot.types).to.deep.equal(['USER_AVAILABLE']);
  });
});
