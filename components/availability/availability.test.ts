import { expect, fixture, html } from '@open-wc/testing';
import { CallControl, VoiceError } from '../../src/voice/index.js';
import { FakeVoice } from '../../src/voice/testing/fake-voice.js';
import { collect, connected, prevent } from '../../src/bridge/testing/fake-hubspot.js';
import type { HsAvailability } from './define.js';
import './define.js';

async function availability(available = true) {
  const hubspot = connected({ loggedIn: true, available });
  const element = await fixture<HsAvailability>(
    html`<hs-availability .bridge=${hubspot.bridge}></hs-availability>`,
  );
  return { hubspot, element };
}

const list = ({ shadowRoot }: HsAvailability) => shadowRoot?.querySelector('select');

async function choose(element: HsAvailability, value: string): Promise<void> {
  const select = list(element);
  if (!select) throw new Error('There is no list.');
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await element.updateComplete;
}

const options = (element: HsAvailability) => [...(list(element)?.options ?? [])].map(({ value }) => value);

describe('<hs-availability>', () => {
  it('is there for who is logged in', async () => {
    const { hubspot, element } = await availability();
    hubspot.bridge.userLoggedOut();
    await element.updateComplete;
    expect(list(element)).to.equal(null);
  });

  it('tells HubSpot', async () => {
    const { hubspot, element } = await availability();
    await choose(element, 'unavailable');
    await choose(element, 'available');
    expect(hubspot.types).to.deep.equal(['USER_UNAVAILABLE', 'USER_AVAILABLE']);
  });

  it('shows what is true, whoever has said it', async () => {
    const { hubspot, element } = await availability();
    hubspot.bridge.userUnavailable();
    await element.updateComplete;
    expect(list(element)?.value).to.equal('unavailable');
    expect(element.matches(':state(available)')).to.equal(false);
  });

  it('goes back when the app prevents it', async () => {
    const { hubspot, element } = await availability();
    prevent(element, 'hs-availability-request');
    await choose(element, 'unavailable');
    expect(hubspot.types).to.deep.equal([]);
    expect(list(element)?.selectedOptions[0]?.value).to.equal('available');
  });

  it('can be for after this call, and only in one', async () => {
    const { hubspot, element } = await availability();
    expect(options(element)).to.deep.equal(['available', 'unavailable']);
    hubspot.bridge.outgoingCall({ toNumber: '+12025550101' });
    await element.updateComplete;
    await choose(element, 'later');
    expect(hubspot.types).to.deep.equal(['OUTGOING_CALL_STARTED']);
    hubspot.bridge.callEnded();
    expect(hubspot.types).to.deep.equal(['OUTGOING_CALL_STARTED', 'CALL_ENDED', 'USER_UNAVAILABLE']);
  });

  describe('after this call', () => {
    /** A user who has chosen it during a call. */
    async function later() {
      const scene = await availability();
      scene.hubspot.bridge.outgoingCall({ toNumber: '+12025550101' });
      await scene.element.updateComplete;
      await choose(scene.element, 'later');
      return scene;
    }

    it('stays chosen as long as the call goes on', async () => {
      const { hubspot, element } = await later();
      hubspot.bridge.callAnswered();
      await element.updateComplete;
      expect(list(element)?.selectedOptions[0]?.value).to.equal('later');
    });

    it('counts for this call and not for the next', async () => {
      const { hubspot, element } = await later();
      hubspot.bridge.callEnded();
      hubspot.bridge.userAvailable();
      hubspot.bridge.outgoingCall({ toNumber: '+12025550102' });
      await element.updateComplete;
      expect(list(element)?.selectedOptions[0]?.value).to.equal('available');
      hubspot.bridge.callEnded();
      expect(hubspot.types.filter((type) => type === 'USER_UNAVAILABLE')).to.have.length(1);
    });

    it('is over when somebody else says “unavailable”, and does not come back with “available”', async () => {
      const { hubspot, element } = await later();
      hubspot.bridge.userUnavailable();
      hubspot.bridge.userAvailable();
      await element.updateComplete;
      expect(list(element)?.selectedOptions[0]?.value).to.equal('available');
      hubspot.bridge.callEnded();
      expect(hubspot.types.filter((type) => type === 'USER_UNAVAILABLE')).to.have.length(1);
    });

    it('waits for the last of several calls', async () => {
      const { hubspot } = await later();
      hubspot.bridge.incomingCall({
        externalCallId: 'b',
        fromNumber: '+12025550102',
        toNumber: '+12025550100',
      });
      hubspot.bridge.callEnded();
      hubspot.bridge.callEnded({ externalCallId: 'b' });
      expect(hubspot.types.filter((type) => type !== 'CALL_COMPLETED').slice(-2)).to.deep.equal([
        'CALL_ENDED',
        'USER_UNAVAILABLE',
      ]);
    });

    it('is asked for once, also when the app prevents it', async () => {
      const { hubspot, element } = await later();
      prevent(element, 'hs-availability-request');
      const requests = collect(element, 'hs-availability-request');
      hubspot.bridge.callEnded();
      hubspot.bridge.updateCall({ engagement: { notes: 'Later' } });
      await element.updateComplete;
      expect([requests.length, list(element)?.selectedOptions[0]?.value]).to.deep.equal([1, 'available']);
    });
  });

  it('thinks better of it', async () => {
    const { hubspot, element } = await availability();
    hubspot.bridge.outgoingCall({ toNumber: '+12025550101' });
    await element.updateComplete;
    await choose(element, 'later');
    await choose(element, 'available');
    hubspot.bridge.callEnded();
    expect(hubspot.types).not.to.include('USER_UNAVAILABLE');
  });

  it('asks once after the call, also where the app prevents it', async () => {
    const { hubspot, element } = await availability();
    hubspot.bridge.outgoingCall({ toNumber: '+12025550101' });
    await element.updateComplete;
    await choose(element, 'later');
    prevent(element, 'hs-availability-request');
    const asked = collect(element, 'hs-availability-request');
    hubspot.bridge.callEnded();
    hubspot.bridge.callCompleted();
    await element.updateComplete;
    expect(asked).to.deep.equal([{ available: false }]);
    expect(list(element)?.value).to.equal('available');
  });

  it('forgets it when somebody makes the user unavailable in the call', async () => {
    const { hubspot, element } = await availability();
    hubspot.bridge.outgoingCall({ toNumber: '+12025550101' });
    await element.updateComplete;
    await choose(element, 'later');
    hubspot.bridge.userUnavailable();
    hubspot.bridge.userAvailable();
    await element.updateComplete;
    hubspot.forget();
    hubspot.bridge.callEnded();
    expect(hubspot.types).to.deep.equal(['CALL_ENDED']);
  });

  describe('while the voice is away', () => {
    async function away(available = true) {
      const scene = await availability(available);
      const voice = new FakeVoice();
      new CallControl(scene.hubspot.bridge, voice);
      voice.changeState('ready');
      voice.changeState('connecting', new VoiceError('PHONE_UNREACHABLE'));
      await scene.element.updateComplete;
      return { ...scene, voice };
    }

    const note = ({ shadowRoot }: HsAvailability) =>
      shadowRoot?.querySelector('[part=note]')?.textContent ?? undefined;

    it('keeps the choice and says that the phone is offline', async () => {
      const { element } = await away();
      expect(list(element)?.value).to.equal('available');
      expect(note(element)).to.equal('Phone offline');
      expect(element.matches(':state(available)')).to.equal(false);
      await expect(element).to.be.accessible();
    });

    it('goes back to what it was once the voice is there', async () => {
      const { element, hubspot, voice } = await away();
      voice.changeState('ready');
      await element.updateComplete;
      expect([list(element)?.value, note(element)]).to.deep.equal(['available', undefined]);
      expect(element.matches(':state(available)')).to.equal(true);
      expect(hubspot.types).to.deep.equal(['USER_UNAVAILABLE', 'USER_AVAILABLE']);
    });

    it('takes another choice, which counts later', async () => {
      const { element, hubspot, voice } = await away();
      await choose(element, 'unavailable');
      expect([list(element)?.value, note(element)]).to.deep.equal(['unavailable', undefined]);
      voice.changeState('ready');
      expect(hubspot.types).to.deep.equal(['USER_UNAVAILABLE']);
      await choose(element, 'available');
      expect(hubspot.types).to.deep.equal(['USER_UNAVAILABLE', 'USER_AVAILABLE']);
    });
  });

  it('is accessible', async () => {
    await expect((await availability()).element).to.be.accessible();
  });
});
