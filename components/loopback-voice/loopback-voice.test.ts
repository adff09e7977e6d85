import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { SessionEndedEvent, VoiceProvider } from '../../src/voice/index.js';
import { HsLoopbackVoice } from './define.js';

const number = '+12025550123';
const hasWebRtc = typeof RTCPeerConnection !== 'undefined';

/** An element in the page, its voice ready or failed. */
async function voice(template = html`<hs-loopback-voice></hs-loopback-voice>`): Promise<HsLoopbackVoice> {
  const element = await fixture<HsLoopbackVoice>(template);
  while (element.provider.state === 'connecting') await oneEvent(element.provider, 'statechange');
  return element;
}

/** A bridge that takes a voice, as far as an element can tell. */
class FakeBridge extends EventTarget {
  voice: VoiceProvider | undefined = undefined;
  getState = () => undefined;
  subscribe = () => () => undefined;
}

describe('<hs-loopback-voice>', () => {
  it('shows nothing', async () => {
    const element = await voice();
    expect(element.shadowRoot?.childElementCount).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('goes offline when it leaves the page, and comes back with it', async () => {
    const element = await voice();
    const before = element.provider.state;
    const gone = oneEvent(element.provider, 'statechange');
    const parent = element.parentElement;
    element.remove();
    await gone;
    expect(element.provider.state).to.equal('offline');
    parent?.append(element);
    while (element.provider.state !== before) await oneEvent(element.provider, 'statechange');
  });

  it('gives its voice to its bridge, and takes it away when it goes', async () => {
    const element = await voice();
    const bridge = new FakeBridge();
    element.bridge = bridge as unknown as NonNullable<HsLoopbackVoice['bridge']>;
    await element.updateComplete;
    // Not `equal`: when it fails, it writes both out.
    expect(bridge.voice === element.provider).to.equal(true);
    const gone = oneEvent(element.provider, 'statechange');
    element.remove();
    await gone;
    expect(bridge.voice === undefined).to.equal(true);
  });

  it('tells its numbers', async () => {
    const element = await voice();
    element.fromNumbers = [{ number }];
    await element.updateComplete;
    expect(element.provider.fromNumbers).to.deep.equal([{ number }]);
  });

  if (!hasWebRtc) {
    it('fails without WebRTC and says so', async () => {
      const { provider } = await voice();
      expect([provider.state, provider.problem?.code]).to.deep.equal(['failed', 'NOT_SUPPORTED']);
    });
    return;
  }

  it('is ready by itself', async () => {
    expect((await voice()).provider.state).to.equal('ready');
  });

  it('stays connected while it is moved', async () => {
    const element = await voice();
    const states: string[] = [];
    element.provider.addEventListener('statechange', () => states.push(element.provider.state));
    const place = await fixture(html`<div></div>`);
    place.append(element);
    await element.updateComplete;
    expect(states).to.deep.equal([]);
  });

  it('does what its attributes say', async () => {
    const { provider } = await voice(html`
      <hs-loopback-voice far-end="busy" rings-for="1" microphone="none"></hs-loopback-voice>
    `);
    const session = await provider.dial({ toNumber: number });
    const { end } = await oneEvent<SessionEndedEvent>(session, 'ended');
    expect(end.reason).to.equal('busy');
  });

  it('applies a change to the next call', async () => {
    const element = await voice(html`
      <hs-loopback-voice rings-for="1" drops-after="1" microphone="none"></hs-loopback-voice>
    `);
    const first = await element.provider.dial({ toNumber: number });
    element.farEnd = 'decline';
    await element.updateComplete;
    const second = await element.provider.dial({ toNumber: number });
    const ends = await Promise.all([first, second].map((each) => oneEvent<SessionEndedEvent>(each, 'ended')));
    expect(ends.map(({ end }) => end.reason)).to.deep.equal(['hung-up', 'declined']);
  });

  it('lets its script decide by the number', async () => {
    const element = await voice(html`<hs-loopback-voice microphone="none"></hs-loopback-voice>`);
    element.script = (to) => (to === '404' ? { does: 'not-found' } : undefined);
    await element.updateComplete;
    const session = await element.provider.dial({ toNumber: '404' });
    const { end } = await oneEvent<SessionEndedEvent>(session, 'ended');
    expect(end.reason).to.equal('not-found');
  });

  it('lets calls come in', async () => {
    const element = await voice();
    const incoming = oneEvent(element.provider, 'incoming');
    const session = await element.receiveCall({ from: number, name: 'Ada' });
    await incoming;
    expect([session.state, session.remote.name]).to.deep.equal(['ringing', 'Ada']);
  });

  it('rejects calls when an attribute has a value it does not know', async () => {
    for (const template of [
      html`<hs-loopback-voice far-end="sing"></hs-loopback-voice>`,
      html`<hs-loopback-voice microphone="maybe"></hs-loopback-voice>`,
      html`<hs-loopback-voice rings-for="soon"></hs-loopback-voice>`,
    ]) {
      const { provider } = await voice(template);
      const problem: unknown = await provider.dial({ toNumber: number }).catch((error: unknown) => error);
      expect(problem).to.include({ code: 'PHONE_CONFIG' });
    }
  });
});
