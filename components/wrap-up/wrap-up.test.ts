import { expect, fixture, html } from '@open-wc/testing';
import { collect, connected, prevent, type FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import { CallControl } from '../../src/voice/index.js';
import { FakeVoice } from '../../src/voice/testing/fake-voice.js';
import type { HsWrapUp } from './define.js';
import './define.js';

const outcomes = [
  { id: 'connected', label: 'Connected' },
  { id: 'voicemail', label: 'Left voicemail' },
];

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A call that has just ended, and the form for it. */
async function ended(attributes: Partial<HsWrapUp> = {}) {
  const hubspot = connected({ loggedIn: true });
  const element = await fixture<HsWrapUp>(html`<hs-wrap-up .bridge=${hubspot.bridge}></hs-wrap-up>`);
  Object.assign(element, attributes);
  hubspot.bridge.outgoingCall({ toNumber: '+12025550101' });
  hubspot.createEngagement(7);
  hubspot.bridge.callAnswered();
  hubspot.window.advance(134_000);
  hubspot.bridge.callEnded();
  hubspot.forget();
  await element.updateComplete;
  return { hubspot, element };
}

const buttons = ({ shadowRoot }: HsWrapUp) => [...(shadowRoot?.querySelectorAll('button') ?? [])];
const names = (element: HsWrapUp) =>
  buttons(element).map(({ textContent }) => textContent.trim().replaceAll(/\s+/g, ' '));

async function press(element: HsWrapUp, name: string): Promise<void> {
  buttons(element)
    .find(({ textContent }) => textContent.trim().startsWith(name))
    ?.click();
  await settled();
  await element.updateComplete;
}

function write(element: HsWrapUp, notes: string): void {
  const field = element.shadowRoot?.querySelector('textarea');
  if (!field) throw new Error('There is no field for notes.');
  field.value = notes;
  field.dispatchEvent(new Event('input'));
}

function choose(element: HsWrapUp, outcome: string): void {
  const list = element.shadowRoot?.querySelector('select');
  if (!list) throw new Error('There is no list of outcomes.');
  list.value = outcome;
  list.dispatchEvent(new Event('change'));
}

const textOf = ({ shadowRoot }: HsWrapUp, part: string) =>
  shadowRoot?.querySelector(`[part=${part}]`)?.textContent.trim().replaceAll(/\s+/g, ' ');

function completed(hubspot: FakeHubSpot) {
  const all = hubspot.heard.filter(({ type }) => type === 'CALL_COMPLETED');
  return all.map(({ data }) => data as { engagementProperties: Record<string, string>; hideWidget: boolean });
}

describe('<hs-wrap-up>', () => {
  it('takes no room before a call has ended', async () => {
    const { bridge } = connected();
    const element = await fixture<HsWrapUp>(html`<hs-wrap-up .bridge=${bridge}></hs-wrap-up>`);
    bridge.outgoingCall({ toNumber: '+12025550101' });
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('has a call of the voice wait for it, as long as it is there', async () => {
    const hubspot = connected({ loggedIn: true });
    const voice = new FakeVoice();
    new CallControl(hubspot.bridge, voice);
    const element = await fixture<HsWrapUp>(html`<hs-wrap-up .bridge=${hubspot.bridge}></hs-wrap-up>`);
    const dial = async () => {
      hubspot.bridge.request('hs-call-request', { toNumber: '+1', fromNumber: undefined, party: undefined });
      await settled();
      hubspot.createEngagement(hubspot.types.length);
      voice.sessions[0]?.over('busy');
    };
    await dial();
    expect(completed(hubspot)).to.have.length(0);
    await press(element, 'Save');
    expect(completed(hubspot)).to.have.length(1);
    element.remove();
    await dial();
    expect(completed(hubspot)).to.have.length(2);
  });

  it('shows whom, how it ended and how long it was', async () => {
    const { element } = await ended();
    expect(textOf(element, 'title')).to.contain('+1 (202) 555-0101');
    expect(textOf(element, 'summary')).to.match(/^Call ended · 2:14\s*2 minutes, 14 seconds$/);
  });

  it('sends notes and outcome as the properties of the call', async () => {
    const { hubspot, element } = await ended({ outcomes });
    write(element, 'Blue & small.\nCall on Monday.');
    choose(element, 'voicemail');
    await press(element, 'Save');
    expect(completed(hubspot)[0]).to.deep.include({ hideWidget: false });
    expect(completed(hubspot)[0]?.engagementProperties).to.include({
      hs_call_body: 'Blue &amp; small.<br>Call on Monday.',
      hs_call_disposition: 'voicemail',
      hs_call_duration: '134000',
      hs_call_status: 'COMPLETED',
    });
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('keeps what is typed with its call, also when the element goes', async () => {
    const { hubspot, element } = await ended();
    write(element, 'Draft.');
    element.remove();
    const next = await fixture<HsWrapUp>(html`<hs-wrap-up .bridge=${hubspot.bridge}></hs-wrap-up>`);
    expect(next.shadowRoot?.querySelector('textarea')?.value).to.equal('Draft.');
  });

  it('shows nothing of the last call in the next', async () => {
    const { hubspot, element } = await ended({ outcomes });
    write(element, 'About the first.');
    choose(element, 'connected');
    await press(element, 'Save');
    hubspot.bridge.outgoingCall({ toNumber: '+12025550103' });
    hubspot.bridge.callEnded();
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('textarea')?.value).to.equal('');
    expect(element.shadowRoot?.querySelector('select')?.value).to.equal('');
    expect(textOf(element, 'title')).to.contain('+1 (202) 555-0103');
    expect(textOf(element, 'summary')).to.equal('Call canceled');
  });

  it('wants an outcome for a call that was answered, if it is required', async () => {
    const { hubspot, element } = await ended({ outcomes, outcomeRequired: true });
    await press(element, 'Save');
    expect(completed(hubspot)).to.have.length(0);
    expect(textOf(element, 'error')).to.equal('Choose an outcome to save the call.');
    expect(element.shadowRoot?.activeElement?.localName).to.equal('select');
    await expect(element).to.be.accessible();
    choose(element, 'connected');
    await press(element, 'Save');
    expect(completed(hubspot)).to.have.length(1);
  });

  describe('while a call is being saved', () => {
    /** The form of a call whose record HubSpot has not made yet: its saving has to wait for that. */
    async function saving() {
      const hubspot = connected({ loggedIn: true });
      const element = await fixture<HsWrapUp>(html`<hs-wrap-up .bridge=${hubspot.bridge}></hs-wrap-up>`);
      hubspot.bridge.outgoingCall({ toNumber: '+12025550101' });
      hubspot.bridge.callAnswered();
      hubspot.bridge.callEnded();
      await element.updateComplete;
      const requests = collect(element, 'hs-complete-request');
      await press(element, 'Save');
      return { hubspot, element, requests };
    }

    it('says so', async () => {
      const { element } = await saving();
      const [save] = buttons(element);
      expect([names(element)[0], save?.getAttribute('aria-disabled')]).to.deep.equal(['Saving…', 'true']);
      await expect(element).to.be.accessible();
    });

    it('asks for it once, however often Save or Enter is pressed', async () => {
      const { hubspot, element, requests } = await saving();
      await press(element, 'Saving');
      element.shadowRoot?.querySelector('form')?.requestSubmit();
      hubspot.createEngagement(7);
      expect([requests.length, completed(hubspot).length]).to.deep.equal([1, 1]);
    });
  });

  it('wants no outcome for a call that nobody answered, also if one is required', async () => {
    const { hubspot, element } = await ended({ outcomes, outcomeRequired: true });
    await press(element, 'Skip');
    hubspot.bridge.outgoingCall({ toNumber: '+12025550103' });
    hubspot.bridge.callEnded();
    await element.updateComplete;
    await press(element, 'Save');
    expect([completed(hubspot).length, textOf(element, 'error')]).to.deep.equal([1, '']);
    hubspot.createEngagement(8);
    expect(completed(hubspot)).to.have.length(2);
  });

  it('can be skipped without an outcome, and what was typed is sent', async () => {
    const { hubspot, element } = await ended({ outcomes, outcomeRequired: true });
    write(element, 'Nobody there.');
    await press(element, 'Skip');
    expect(completed(hubspot)[0]?.engagementProperties['hs_call_body']).to.equal('Nobody there.');
  });

  it('loses nothing when HubSpot cannot save it, and tries again', async () => {
    const { hubspot, element } = await ended();
    write(element, 'Important.');
    await press(element, 'Save');
    hubspot.say('UPDATE_ENGAGEMENT_FAILED', { error: { message: 'No permission.' } });
    await element.updateComplete;
    expect(textOf(element, 'error')).to.equal('HubSpot could not save the call: No permission.');
    expect(element.shadowRoot?.querySelector('textarea')?.value).to.equal('Important.');
    write(element, 'Important. Again.');
    await press(element, 'Try again');
    expect(completed(hubspot)).to.have.length(2);
    expect(completed(hubspot)[1]?.engagementProperties['hs_call_body']).to.equal('Important. Again.');
    hubspot.say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 });
    await element.updateComplete;
    expect(getComputedStyle(element).display).to.equal('none');
  });

  for (const waitMs of [0, 60_000]) {
    it(`does not offer to call who was just called, ${String(waitMs)} ms after the call`, async () => {
      const { hubspot, element } = await ended();
      hubspot.window.advance(waitMs);
      hubspot.say('DIAL_NUMBER', { phoneNumber: '(202) 555-0101' });
      await element.updateComplete;
      expect(textOf(element, 'next-button')).to.equal(undefined);
    });
  }

  it('calls the number next that HubSpot asked to dial meanwhile', async () => {
    const { hubspot, element } = await ended();
    hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550103' });
    await element.updateComplete;
    const requests = collect(element, 'hs-call-request');
    await press(element, 'Save and call');
    expect(completed(hubspot)).to.have.length(1);
    expect(requests.map(({ toNumber }) => toNumber)).to.deep.equal(['+12025550103']);
  });

  describe('whom the next call is for', () => {
    const coming = '+12025550103';
    const callee = { objectId: 51, objectTypeId: '0-1' };
    const asked = { phoneNumber: coming, calleeInfo: { calleeId: 51, calleeObjectTypeId: '0-1' } };

    for (const [what, nextNumber, party] of [
      ['the one HubSpot named with the number', undefined, callee],
      ['the same, when the app gives that number', coming, callee],
      ['the same, when the app writes it otherwise', '(202) 555-0103', callee],
      ['nobody known, when the app gives another number', '+12025550104', undefined],
      ['nobody known, when the app gives a number that begins alike', `${coming},,9`, undefined],
    ] as const) {
      it(`is ${what}`, async () => {
        const { hubspot, element } = await ended();
        element.nextNumber = nextNumber;
        hubspot.say('DIAL_NUMBER', asked);
        await element.updateComplete;
        const requests = collect(element, 'hs-call-request');
        await press(element, 'Save and call');
        expect(requests.map((request) => request.party)).to.deep.equal([party]);
      });
    }
  });

  it('closes the help desk’s call if it is to', async () => {
    const { hubspot, element } = await ended({ finalize: true });
    await press(element, 'Save');
    expect(hubspot.types).to.deep.equal(['CALL_COMPLETED', 'FINALIZE_ENGAGEMENT']);
  });

  it('lets HubSpot close the widget if it is to', async () => {
    const { hubspot, element } = await ended({ hideWidget: true });
    await press(element, 'Save');
    expect(completed(hubspot)[0]?.hideWidget).to.equal(true);
  });

  for (const name of ['Save', 'Save and call', 'Skip']) {
    it(`has HubSpot keep the widget open while a number waits to be called next: ${name}`, async () => {
      const { hubspot, element } = await ended({ hideWidget: true, nextNumber: '+12025550103' });
      await press(element, name);
      expect(completed(hubspot)[0]?.hideWidget).to.equal(false);
    });
  }

  for (const [what, nextNumber, party] of [
    ['the record of the number that HubSpot asked for', undefined, { objectId: 51, objectTypeId: '0-1' }],
    [
      'that record, however the app writes the number',
      '(202) 555-0103',
      { objectId: 51, objectTypeId: '0-1' },
    ],
    ['no record with another number of the app', '+12025550199', undefined],
  ] as const) {
    it(`calls ${what}`, async () => {
      const { hubspot, element } = await ended({ nextNumber });
      const calleeInfo = { calleeId: 51, calleeObjectTypeId: '0-1' };
      hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550103', calleeInfo });
      await element.updateComplete;
      const requests = collect(element, 'hs-call-request');
      await press(element, 'Save and call');
      expect(requests.map((request) => request.party)).to.deep.equal([party]);
    });
  }

  it('leaves it to the app that prevents the request', async () => {
    const { hubspot, element } = await ended();
    prevent(element, 'hs-complete-request');
    await press(element, 'Save');
    expect(completed(hubspot)).to.have.length(0);
    expect(names(element)).to.include('Save');
  });

  it('is accessible', async () => {
    const { element } = await ended({ outcomes });
    await expect(element).to.be.accessible();
  });
});
