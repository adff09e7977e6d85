import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { collect, connected, prevent, type FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import { CallControl } from '../../src/voice/index.js';
import { FakeVoice } from '../../src/voice/testing/fake-voice.js';
import { forgetAnnouncements, listen } from '../testing/announcements.js';
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

/** Presses a tile. */
function choose({ shadowRoot }: HsWrapUp, outcome: string): void {
  const tile = shadowRoot?.querySelector<HTMLInputElement>(`[name=outcome][value="${outcome}"]`);
  if (!tile) throw new Error(`There is no outcome “${outcome}”.`);
  tile.click();
}

const chosen = ({ shadowRoot }: HsWrapUp) =>
  shadowRoot?.querySelector<HTMLInputElement>('[name=outcome]:checked')?.value;

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
    expect(chosen(element)).to.equal(undefined);
    expect(textOf(element, 'title')).to.contain('+1 (202) 555-0103');
    expect(textOf(element, 'summary')).to.equal('Call canceled');
  });

  it('wants an outcome for a call that was answered, if it is required', async () => {
    const { hubspot, element } = await ended({ outcomes, outcomeRequired: true });
    await press(element, 'Save');
    expect(completed(hubspot)).to.have.length(0);
    expect(textOf(element, 'error')).to.equal('Choose an outcome to save the call.');
    expect(element.shadowRoot?.activeElement?.matches('[name=outcome]')).to.equal(true);
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

  describe('where an outcome is required', () => {
    const label = (element: HsWrapUp) =>
      element.shadowRoot?.querySelector('#outcome-label')?.textContent.trim().replaceAll(/\s+/g, ' ');
    const list = (element: HsWrapUp) => element.shadowRoot?.querySelector('[role=radiogroup]');
    const tile = (element: HsWrapUp) => element.shadowRoot?.querySelector('label[part=outcome]');

    it('offers no way around it', async () => {
      const { element } = await ended({ outcomes, outcomeRequired: true });
      expect(names(element)).to.deep.equal(['Save']);
      choose(element, 'connected');
      await element.updateComplete;
      expect(names(element)).to.deep.equal(['Save']);
    });

    it('has no way around it with the next number either', async () => {
      const { hubspot, element } = await ended({
        outcomes,
        outcomeRequired: true,
        nextNumber: '+12025550103',
      });
      await element.updateComplete;
      await press(element, 'Save and call');
      expect(completed(hubspot)).to.have.length(0);
      expect(textOf(element, 'error')).to.equal('Choose an outcome to save the call.');
    });

    it('says the mistake at the field, which is marked, and takes both back', async () => {
      const { element } = await ended({ outcomes, outcomeRequired: true });
      const border = () => getComputedStyle(tile(element) ?? element).borderTopColor;
      const usual = border();
      await press(element, 'Save');
      const error = element.shadowRoot?.querySelector('[part=error]');
      expect(list(element)?.nextElementSibling).to.equal(error);
      expect(list(element)?.getAttribute('aria-describedby')).to.equal(error?.id);
      expect(list(element)?.getAttribute('aria-invalid')).to.equal('true');
      expect(border()).not.to.equal(usual);
      await expect(element).to.be.accessible();
      choose(element, 'connected');
      await element.updateComplete;
      expect(list(element)?.hasAttribute('aria-invalid')).to.equal(false);
      expect(textOf(element, 'error')).to.equal('');
    });

    it('says so', async () => {
      const { element } = await ended({ outcomes, outcomeRequired: true });
      expect(label(element)).to.equal('Outcome (required)');
      expect(list(element)?.getAttribute('aria-required')).to.equal('true');
    });

    for (const status of ['BUSY', 'NO_ANSWER', 'CANCELED', 'REJECTED', 'FAILED'] as const) {
      it(`asks for none of a call that nobody answered: ${status}`, async () => {
        const { hubspot, element } = await ended({ outcomes, outcomeRequired: true });
        choose(element, 'connected');
        await press(element, 'Save');
        hubspot.forget();
        hubspot.bridge.outgoingCall({
          externalCallId: 'b',
          toNumber: '+12025550103',
          createEngagement: false,
        });
        hubspot.bridge.callEnded({ externalCallId: 'b', callEndStatus: status, engagementId: 8 });
        await element.updateComplete;
        expect(label(element)).to.equal('Outcome');
        expect(list(element)?.getAttribute('aria-required')).to.equal('false');
        expect(names(element)).to.deep.equal(['Save', 'Skip']);
        await press(element, 'Save');
        expect(completed(hubspot)).to.have.length(1);
      });
    }

    it('asks for one of a call whose line was lost in the talk', async () => {
      const { hubspot, element } = await ended({ outcomes, outcomeRequired: true });
      choose(element, 'connected');
      await press(element, 'Save');
      hubspot.forget();
      hubspot.bridge.incomingCall({ fromNumber: '+12025550103', toNumber: '1', createEngagement: false });
      hubspot.bridge.callAnswered();
      hubspot.bridge.callEnded({ callEndStatus: 'FAILED', engagementId: 8 });
      await element.updateComplete;
      expect(label(element)).to.equal('Outcome (required)');
      await press(element, 'Save');
      expect(completed(hubspot)).to.have.length(0);
    });

    it('but not told which there are, asks for none', async () => {
      const { hubspot, element } = await ended({ outcomeRequired: true });
      expect(names(element)).to.deep.equal(['Save', 'Skip']);
      await press(element, 'Skip');
      expect(completed(hubspot)).to.have.length(1);
    });
  });

  it('can be skipped without an outcome where none is required, and what was typed is sent', async () => {
    const { hubspot, element } = await ended({ outcomes });
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

  describe('after a call was handed over', () => {
    async function handedOver() {
      const hubspot = connected({ loggedIn: true });
      const element = await fixture<HsWrapUp>(html`<hs-wrap-up .bridge=${hubspot.bridge}></hs-wrap-up>`);
      hubspot.bridge.outgoingCall({ toNumber: '+12025550101' });
      hubspot.createEngagement(7);
      hubspot.bridge.callAnswered();
      hubspot.window.advance(134_000);
      hubspot.bridge.updateCall({ engagement: { notes: 'Promised a refund' } });
      hubspot.bridge.callTransferred();
      await element.updateComplete;
      return { hubspot, element };
    }

    async function unsaved() {
      const scene = await handedOver();
      scene.hubspot.say('UPDATE_ENGAGEMENT_FAILED', { error: { message: 'No permission.' } });
      scene.hubspot.forget();
      await scene.element.updateComplete;
      return scene;
    }

    it('asks nothing while its notes are saved, nor afterwards', async () => {
      const { hubspot, element } = await handedOver();
      expect(getComputedStyle(element).display).to.equal('none');
      hubspot.say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 });
      await element.updateComplete;
      expect(getComputedStyle(element).display).to.equal('none');
    });

    it('shows the notes that HubSpot did not save, says why, and has them copied', async () => {
      const { element } = await unsaved();
      expect(textOf(element, 'title')).to.contain('+1 (202) 555-0101');
      expect(textOf(element, 'summary')).to.contain('Call transferred');
      expect(textOf(element, 'error')).to.equal(
        'HubSpot did not save these notes: No permission. Copy them before you close them.',
      );
      const field = element.shadowRoot?.querySelector('textarea');
      expect([field?.value, field?.readOnly]).to.deep.equal(['Promised a refund', true]);
      expect(names(element)).to.deep.equal(['Copy', 'Close']);
      await expect(element).to.be.accessible();
    });

    it('copies them, or selects them where the browser refuses', async () => {
      const { element } = await unsaved();
      const said = () => element.shadowRoot?.querySelector('[role=status]')?.textContent.trim() ?? '';
      await press(element, 'Copy');
      await waitUntil(() => said() !== '', 'says how it went');
      const field = element.shadowRoot?.querySelector('textarea');
      const selected = field?.value.slice(field.selectionStart, field.selectionEnd);
      expect(said()).to.equal(selected ? 'The notes are selected. Copy them with Ctrl+C or ⌘C.' : 'Copied');
      await expect(element).to.be.accessible();
    });

    it('is gone when it is closed, and HubSpot is told nothing', async () => {
      const { hubspot, element } = await unsaved();
      const requests = collect(element, 'hs-complete-request');
      await press(element, 'Close');
      expect(requests).to.have.length(1);
      expect(hubspot.types).to.deep.equal([]);
      expect(getComputedStyle(element).display).to.equal('none');
    });
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

  it('calls it only from the last form that is open, and keeps each draft', async () => {
    const { hubspot, element } = await ended();
    write(element, 'About the first.');
    hubspot.bridge.outgoingCall({ externalCallId: 'b', toNumber: '+12025550104', createEngagement: false });
    hubspot.bridge.callEnded({ externalCallId: 'b', engagementId: 8 });
    hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550103' });
    await element.updateComplete;
    expect(textOf(element, 'next-button')).to.equal(undefined);
    await press(element, 'Save');
    expect(element.shadowRoot?.querySelector('textarea')?.value).to.equal('About the first.');
    expect(textOf(element, 'next-button')).to.contain('+1 (202) 555-0103');
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

  describe('of several calls', () => {
    beforeEach(forgetAnnouncements);

    /** So many calls have ended, one after the other. */
    async function several(count: number) {
      const scene = await ended({ outcomes });
      for (let i = 1; i < count; i += 1) {
        scene.hubspot.bridge.outgoingCall({ toNumber: `+1202555010${String(i)}` });
        scene.hubspot.createEngagement(7 + i);
        scene.hubspot.bridge.callAnswered();
        scene.hubspot.bridge.callEnded();
      }
      await scene.element.updateComplete;
      return scene;
    }

    it('says and shows after each that is saved how many are left', async () => {
      const { element } = await several(3);
      const { heard, stop } = listen();
      expect(textOf(element, 'more')).to.equal(undefined);
      await press(element, 'Save');
      expect(textOf(element, 'more')).to.equal('2 more calls to finish');
      await press(element, 'Skip');
      expect(textOf(element, 'more')).to.equal('1 more call to finish');
      await expect(element).to.be.accessible();
      await waitUntil(() => heard.length === 2, heard.join(), { timeout: 3000 });
      expect(heard).to.deep.equal(['2 more calls to finish', '1 more call to finish']);
      await press(element, 'Save');
      expect(getComputedStyle(element).display).to.equal('none');
      stop();
    });

    it('shows nothing of it in the form of a call that has just ended', async () => {
      const { hubspot, element } = await several(2);
      await press(element, 'Save');
      hubspot.bridge.outgoingCall({ toNumber: '+12025550109' });
      hubspot.bridge.callAnswered();
      hubspot.bridge.callEnded();
      await element.updateComplete;
      expect(textOf(element, 'more')).to.equal(undefined);
    });

    it('says nothing where none is left, or where it could not be saved', async () => {
      const { hubspot, element } = await several(1);
      const { heard, stop } = listen();
      await press(element, 'Save');
      hubspot.say('UPDATE_ENGAGEMENT_FAILED');
      await element.updateComplete;
      expect(textOf(element, 'more')).to.equal(undefined);
      expect(heard).to.deep.equal([]);
      stop();
    });
  });

  for (const [reason, words] of [
    ['Quota', 'HubSpot did not save these notes: Quota. Copy them before you close them.'],
    ['Too long!', 'HubSpot did not save these notes: Too long! Copy them before you close them.'],
    ['Not allowed.', 'HubSpot did not save these notes: Not allowed. Copy them before you close them.'],
    ['保存不可。', 'HubSpot did not save these notes: 保存不可。 Copy them before you close them.'],
    ['Why? ', 'HubSpot did not save these notes: Why? Copy them before you close them.'],
    [undefined, 'HubSpot did not save these notes. Copy them before you close them.'],
  ] as const) {
    it(`says in two sentences that notes were not saved: ${String(reason)}`, async () => {
      const hubspot = connected({ loggedIn: true });
      const element = await fixture<HsWrapUp>(html`<hs-wrap-up .bridge=${hubspot.bridge}></hs-wrap-up>`);
      hubspot.bridge.outgoingCall({ toNumber: '+12025550101' });
      hubspot.createEngagement(7);
      hubspot.bridge.callAnswered();
      hubspot.bridge.updateCall({ engagement: { notes: 'Promised' } });
      hubspot.bridge.callTransferred();
      hubspot.say('UPDATE_ENGAGEMENT_FAILED', { error: { message: reason } });
      await element.updateComplete;
      expect(textOf(element, 'error')).to.equal(words);
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
