import { expect, fixture, html } from '@open-wc/testing';
import { FakeWindow } from '../../src/link/testing/fake-window.js';
import { FakeVoice } from '../../src/voice/testing/fake-voice.js';
import { HsCallingBridge } from '../calling-bridge/define.js';
import { HsVoiceElement } from './voice-element.js';

class FakeVoiceElement extends HsVoiceElement {
  static override readonly tag = 'fake-voice';
  readonly provider = new FakeVoice();
}
FakeVoiceElement.define();

const sync = { type: 'SYNC', messageId: 'sync-1', portalId: 12, userId: 3 };
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A bridge that HubSpot has answered, in the page. */
async function bridge(): Promise<{ bridge: HsCallingBridge; window: FakeWindow; root: HTMLElement }> {
  const window = new FakeWindow();
  const element = new HsCallingBridge({ wire: window, clock: window });
  element.loggedIn = element.available = true;
  const root = await fixture<HTMLElement>(html`<div></div>`);
  root.append(element);
  window.receive(sync);
  return { bridge: element, window, root };
}

async function voiceIn(parent: Element): Promise<FakeVoiceElement> {
  const voice = new FakeVoiceElement();
  parent.append(voice);
  await voice.updateComplete;
  return voice;
}

/** The bridge with a call on its voice. */
async function inCall() {
  const scene = await bridge();
  const voice = await voiceIn(scene.bridge);
  scene.bridge.request('hs-call-request', {
    toNumber: '+12025550101',
    fromNumber: undefined,
    party: undefined,
  });
  await settled();
  const [session] = voice.provider.sessions;
  if (!session) throw new Error('There is no session.');
  session.change('state', 'active');
  return { ...scene, voice, session };
}

describe('a voice element', () => {
  it('gives its voice to the bridge around it', async () => {
    const { bridge: element } = await bridge();
    const voice = await voiceIn(element);
    expect(element.voice).to.equal(voice.provider);
    expect(element.getState().voice?.state).to.equal('offline');
  });

  it('gives it to the bridge that `for` names', async () => {
    const { bridge: element, root } = await bridge();
    element.id = 'the-bridge';
    const voice = new FakeVoiceElement();
    voice.for = 'the-bridge';
    root.append(voice);
    await voice.updateComplete;
    expect(element.voice).to.equal(voice.provider);
  });

  it('gives it to a bridge that comes later', async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const voice = await voiceIn(root);
    const { bridge: element } = await bridge();
    await voice.updateComplete;
    expect(element.voice).to.equal(voice.provider);
  });

  it('shows nothing', async () => {
    const { bridge: element } = await bridge();
    expect(getComputedStyle(await voiceIn(element)).display).to.equal('none');
  });

  it('keeps the call when it is moved', async () => {
    const { bridge: element, voice, session } = await inCall();
    const box = document.createElement('div');
    element.append(box);
    box.append(voice);
    await settled();
    expect(session.state).to.equal('active');
    expect(element.voice).to.equal(voice.provider);
  });

  it('ends the call when it goes, and HubSpot hears of it', async () => {
    const { bridge: element, window, voice, session } = await inCall();
    voice.remove();
    await settled();
    expect(session.state).to.equal('ended');
    expect(element.voice).to.equal(undefined);
    expect(window.types.at(-1)).to.equal('CALL_ENDED');
  });

  it('has its call ended and completed when the bridge goes with it', async () => {
    const { bridge: element, window, session } = await inCall();
    window.receive({ type: 'CREATE_ENGAGEMENT_SUCCEEDED', messageId: 'm', data: { engagementId: 7 } });
    element.remove();
    await settled();
    expect(session.state).to.equal('ended');
    expect(window.types.slice(-2)).to.deep.equal(['CALL_ENDED', 'CALL_COMPLETED']);
  });

  it('makes way for another', async () => {
    const { bridge: element, voice } = await inCall();
    const next = await voiceIn(element);
    await settled();
    expect(element.voice).to.equal(next.provider);
    voice.remove();
    await settled();
    expect(element.voice).to.equal(next.provider);
  });
});

describe('<hs-calling-bridge>.voice', () => {
  it('may be given by the app', async () => {
    const { bridge: element } = await bridge();
    const voice = new FakeVoice();
    element.voice = voice;
    element.request('hs-call-request', { toNumber: '+12025550101', fromNumber: undefined, party: undefined });
    await settled();
    expect(voice.dialled).to.have.length(1);
  });
});
