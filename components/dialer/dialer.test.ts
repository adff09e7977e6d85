import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { smallPhoneNumbers, usePhoneNumbers, type RequestDetails } from '../../src/index.js';
import { connected, FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import { CallControl, VoiceError } from '../../src/voice/index.js';
import { FakeVoice } from '../../src/voice/testing/fake-voice.js';
import type { HsDialer } from './dialer.js';
import './define.js';

const number = '+12025550123';
type Asked = RequestDetails['hs-call-request'];

function within(dialer: HsDialer, selector: string): HTMLElement {
  const found = dialer.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
}

const field = (dialer: HsDialer) => within(dialer, 'input') as HTMLInputElement;
const callButton = (dialer: HsDialer) => within(dialer, '[part=call-button]');
const textOf = (dialer: HsDialer, part: string) => within(dialer, `[part=${part}]`).textContent.trim();

/** A dialer with its bridge, and the details of the call requests it raises. */
async function dialerOn(hubSpot: FakeHubSpot, attributes = html`<hs-dialer></hs-dialer>`) {
  const dialer = await fixture<HsDialer>(attributes);
  const asked: Asked[] = [];
  dialer.addEventListener('hs-call-request', ({ detail }) => asked.push(detail));
  dialer.bridge = hubSpot.bridge;
  await dialer.updateComplete;
  return { dialer, asked };
}

async function typeInto(dialer: HsDialer, text: string): Promise<void> {
  field(dialer).value = text;
  field(dialer).dispatchEvent(new InputEvent('input'));
  await dialer.updateComplete;
}

describe('<hs-dialer>', () => {
  it('is accessible empty, filled, with a mistake and while it asks', async () => {
    const { dialer } = await dialerOn(connected());
    await expect(dialer).to.be.accessible();
    callButton(dialer).click();
    await dialer.updateComplete;
    await expect(dialer).to.be.accessible();
    await typeInto(dialer, number);
    await expect(dialer).to.be.accessible();
    callButton(dialer).click();
    await dialer.updateComplete;
    await expect(dialer).to.be.accessible();
  });

  describe('the next user', () => {
    const goes: Readonly<Record<string, (hubspot: FakeHubSpot) => void>> = {
      'logs out': ({ bridge }) => {
        bridge.userLoggedOut();
      },
      'logs out by the settings': ({ bridge }) => {
        bridge.configure({ loggedIn: false });
      },
      'gives the page to another user': (hubspot) => {
        hubspot.window.advance(1000);
        hubspot.sync({ userId: 99 });
      },
      'gives the page to another account': (hubspot) => {
        hubspot.window.advance(1000);
        hubspot.sync({ portalId: 99 });
      },
    };
    for (const [how, go] of Object.entries(goes)) {
      it(`sees no number of the last one, who typed it and ${how}`, async () => {
        const hubspot = connected({ loggedIn: true });
        const { dialer } = await dialerOn(hubspot);
        await typeInto(dialer, number);
        go(hubspot);
        await dialer.updateComplete;
        expect(dialer.value).to.equal('');
        expect(field(dialer).value).to.equal('');
      });

      it(`sees no number that HubSpot sent for the last one, who ${how}`, async () => {
        const hubspot = connected({ loggedIn: true });
        const { dialer } = await dialerOn(hubspot);
        hubspot.say('DIAL_NUMBER', { phoneNumber: number });
        await dialer.updateComplete;
        go(hubspot);
        hubspot.bridge.userLoggedIn();
        await dialer.updateComplete;
        expect(dialer.value).to.equal('');
        const { dialer: later } = await dialerOn(hubspot);
        expect(later.value).to.equal('');
      });
    }

    it('keeps the number of a user who is named again', async () => {
      const hubspot = connected({ loggedIn: true });
      const { dialer } = await dialerOn(hubspot);
      await typeInto(dialer, number);
      hubspot.window.advance(1000);
      hubspot.sync({ ownerId: 3 });
      await dialer.updateComplete;
      expect(dialer.value).to.equal(number);
    });
  });

  describe('the number', () => {
    it('is spoken digit by digit', async () => {
      const { dialer } = await dialerOn(connected());
      await typeInto(dialer, '+12025550123');
      expect(textOf(dialer, 'formatted')).to.contain('+ 1 2 0 2 5 5 5 0 1 2 3');
    });

    it('is cleaned when pasted, at the caret', async () => {
      const { dialer } = await dialerOn(connected());
      await typeInto(dialer, '99');
      field(dialer).setSelectionRange(1, 1);
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '\u202atel:+1\u00a0202\u202c');
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      field(dialer).dispatchEvent(paste);
      // Not every browser lets a page construct this event with data in it.
      if (paste.clipboardData?.getData('text/plain')) expect(dialer.value).to.equal('9+1 2029');
    });

    it('takes keys at the caret', async () => {
      const { dialer } = await dialerOn(connected());
      await typeInto(dialer, '13');
      field(dialer).setSelectionRange(1, 1);
      const keypad = within(dialer, 'hs-keypad');
      keypad.shadowRoot?.querySelector<HTMLButtonElement>('button:nth-of-type(2)')?.click();
      await dialer.updateComplete;
      expect(field(dialer).value).to.equal('123');
      expect(field(dialer).selectionStart).to.equal(2);
    });

    it('loses the digit before the caret, and keeps the focus when the last one goes', async () => {
      const { dialer } = await dialerOn(connected());
      await typeInto(dialer, '12');
      field(dialer).setSelectionRange(1, 1);
      within(dialer, '[part=delete-button]').click();
      expect(dialer.value).to.equal('2');
      field(dialer).setSelectionRange(1, 1);
      within(dialer, '[part=delete-button]').click();
      await dialer.updateComplete;
      expect(dialer.value).to.equal('');
      expect(dialer.shadowRoot?.activeElement).to.equal(field(dialer));
    });

    it('shows the one that the call comes from', async () => {
      const dialer = await fixture<HsDialer>(html`<hs-dialer from-number="+12025550100"></hs-dialer>`);
      expect(textOf(dialer, 'formatted')).to.contain('From').and.to.contain('+1 (202) 555-0100');
    });
  });

  describe('asks for a call', () => {
    it('by the Call button, with the number as it is dialled', async () => {
      const { dialer, asked } = await dialerOn(
        connected(),
        html`<hs-dialer from-number="+12025550100"></hs-dialer>`,
      );
      await typeInto(dialer, '+1 (202) 555-0123');
      callButton(dialer).click();
      expect(asked).to.deep.equal([{ toNumber: number, fromNumber: '+12025550100', party: undefined }]);
    });

    it('by Enter in the field', async () => {
      const { dialer, asked } = await dialerOn(connected());
      await typeInto(dialer, '911');
      dialer.focus();
      await sendKeys({ press: 'Enter' });
      expect(asked.map(({ toNumber }) => toNumber)).to.deep.equal(['911']);
    });

    it('with codes, extensions and addresses untouched', async () => {
      for (const text of ['*21#', '+12025550123 x45', 'sip:desk@pbx.example']) {
        const { dialer, asked } = await dialerOn(connected());
        await typeInto(dialer, text);
        callButton(dialer).click();
        expect(asked[0]?.toNumber).to.equal(text);
      }
    });

    describe('for whom HubSpot names with the number', () => {
      const callee = { objectId: 51, objectTypeId: '0-1' };
      const sent = { phoneNumber: number, calleeInfo: { calleeId: 51, calleeObjectTypeId: '0-1' } };

      for (const [typed, party] of [
        [number, callee],
        ['(202) 555-0123', callee],
        ['+1 202 555 0123', callee],
        ['+12025550124', undefined],
        ['+442025550123', undefined],
        [`${number} x45`, undefined],
        ['0123', undefined],
      ] as const) {
        it(`${party ? 'and for nobody else' : 'not for another number'}: ${typed}`, async () => {
          const hubSpot = connected();
          const { dialer, asked } = await dialerOn(hubSpot);
          hubSpot.say('DIAL_NUMBER', sent);
          await typeInto(dialer, typed);
          callButton(dialer).click();
          expect(asked.map((each) => each.party)).to.deep.equal([party]);
        });
      }
    });

    it('not without a number: says so and goes to the field', async () => {
      const { dialer, asked } = await dialerOn(connected());
      callButton(dialer).click();
      await dialer.updateComplete;
      expect(asked).to.deep.equal([]);
      expect(textOf(dialer, 'error')).to.equal('Enter a phone number to call.');
      expect(field(dialer).getAttribute('aria-invalid')).to.equal('true');
      expect(dialer.shadowRoot?.activeElement).to.equal(field(dialer));
      await typeInto(dialer, '1');
      expect(textOf(dialer, 'error')).to.equal('');
    });

    it('once, however often it is pressed, until the call is there', async () => {
      const hubSpot = connected();
      const { dialer, asked } = await dialerOn(hubSpot);
      await typeInto(dialer, number);
      callButton(dialer).click();
      callButton(dialer).click();
      await dialer.updateComplete;
      expect(asked.length).to.equal(1);
      expect(callButton(dialer).getAttribute('aria-disabled')).to.equal('true');
      hubSpot.bridge.outgoingCall({ toNumber: number });
      await dialer.updateComplete;
      expect(callButton(dialer).hasAttribute('aria-disabled')).to.equal(false);
    });

    it('and says so when nobody calls', async () => {
      const hubSpot = connected();
      const { dialer } = await dialerOn(hubSpot);
      await typeInto(dialer, number);
      callButton(dialer).click();
      hubSpot.window.advance(5000);
      await dialer.updateComplete;
      expect(textOf(dialer, 'error')).to.equal('The call could not be started. Try again.');
      expect(dialer.value).to.equal(number);
      expect(callButton(dialer).hasAttribute('aria-disabled')).to.equal(false);
      await expect(dialer).to.be.accessible();
    });

    it('shows why the page refuses a number, and calls another', async () => {
      const hubSpot = connected();
      const { dialer, asked } = await dialerOn(hubSpot);
      hubSpot.bridge.addEventListener('hs-call-request', (event) => {
        if (event.detail.toNumber === number) event.refuse('On the do-not-call list.');
      });
      await typeInto(dialer, number);
      callButton(dialer).click();
      await dialer.updateComplete;
      expect(textOf(dialer, 'error')).to.equal('On the do-not-call list.');
      expect(field(dialer).getAttribute('aria-invalid')).to.equal('true');
      expect(dialer.value).to.equal(number);
      await expect(dialer).to.be.accessible();
      await typeInto(dialer, '+12025550103');
      callButton(dialer).click();
      await dialer.updateComplete;
      expect(textOf(dialer, 'error')).to.equal('');
      expect(asked.at(-1)).to.include({ toNumber: '+12025550103' });
      expect(hubSpot.bridge.getState().pending).to.have.length(1);
    });

    it('shows why a number is refused that the form after a call asked for', async () => {
      const hubSpot = connected();
      const { dialer } = await dialerOn(hubSpot);
      hubSpot.bridge.addEventListener('hs-call-request', ({ refuse }) => {
        refuse('On the do-not-call list.');
      });
      hubSpot.bridge.request('hs-call-request', {
        toNumber: number,
        fromNumber: undefined,
        party: undefined,
      });
      await dialer.updateComplete;
      expect(textOf(dialer, 'error')).to.equal('On the do-not-call list.');
    });

    it('and is ready again at once when somebody prevented it', async () => {
      const { dialer } = await dialerOn(connected());
      dialer.addEventListener('hs-call-request', (event) => {
        event.preventDefault();
      });
      await typeInto(dialer, number);
      callButton(dialer).click();
      await dialer.updateComplete;
      expect(callButton(dialer).hasAttribute('aria-disabled')).to.equal(false);
    });
  });

  describe('when HubSpot sends a number', () => {
    it('fills itself and waits', async () => {
      const hubSpot = connected();
      const { dialer, asked } = await dialerOn(hubSpot);
      hubSpot.say('DIAL_NUMBER', { phoneNumber: number });
      await dialer.updateComplete;
      expect(field(dialer).value).to.equal('+1 (202) 555-0123');
      expect(dialer.value).to.equal(number);
      expect(asked).to.deep.equal([]);
    });

    it('calls at once with auto-dial, for the record it was pressed on', async () => {
      const hubSpot = connected();
      const { asked } = await dialerOn(hubSpot, html`<hs-dialer auto-dial></hs-dialer>`);
      hubSpot.say('DIAL_NUMBER', {
        phoneNumber: number,
        calleeInfo: { calleeId: 7, calleeObjectTypeId: '0-1' },
      });
      expect(asked).to.deep.equal([
        { toNumber: number, fromNumber: undefined, party: { objectId: 7, objectTypeId: '0-1' } },
      ]);
    });

    for (const [typed, party] of [
      ['+1 (202) 555-0123', { objectId: 7, objectTypeId: '0-1' }],
      ['+12025550199', undefined],
      ['2025550123,,45', undefined],
    ] as const) {
      it(`calls ${party ? 'its record' : 'no record'} with ${typed}`, async () => {
        const hubSpot = connected();
        const { dialer, asked } = await dialerOn(hubSpot);
        hubSpot.say('DIAL_NUMBER', {
          phoneNumber: number,
          calleeInfo: { calleeId: 7, calleeObjectTypeId: '0-1' },
        });
        await typeInto(dialer, typed);
        callButton(dialer).click();
        expect(asked.map((request) => request.party)).to.deep.equal([party]);
      });
    }

    it('finds the number even if it comes late', async () => {
      const hubSpot = connected();
      hubSpot.say('DIAL_NUMBER', { phoneNumber: number });
      const { dialer } = await dialerOn(hubSpot);
      expect(dialer.value).to.equal(number);
    });

    it('does not call again when it is moved, nor with a second dialer', async () => {
      const hubSpot = connected();
      const { dialer, asked } = await dialerOn(hubSpot, html`<hs-dialer auto-dial></hs-dialer>`);
      const second = await dialerOn(hubSpot, html`<hs-dialer auto-dial></hs-dialer>`);
      hubSpot.say('DIAL_NUMBER', { phoneNumber: number });
      dialer.parentElement?.append(dialer);
      await aTimeout(0);
      expect([...asked, ...second.asked].length).to.equal(1);
    });

    it('during a call, offers it afterwards and does not call', async () => {
      const hubSpot = connected();
      const { dialer, asked } = await dialerOn(hubSpot, html`<hs-dialer auto-dial></hs-dialer>`);
      hubSpot.bridge.outgoingCall({ toNumber: '+12025550100' });
      hubSpot.say('DIAL_NUMBER', { phoneNumber: number });
      expect(dialer.value).to.equal('');
      hubSpot.bridge.callEnded();
      expect(dialer.value).to.equal(number);
      expect(asked).to.deep.equal([]);
    });
  });

  it('keeps the number of a call that failed, and forgets that of one that was reached', async () => {
    const hubSpot = connected();
    const { dialer } = await dialerOn(hubSpot);
    await typeInto(dialer, number);
    hubSpot.bridge.outgoingCall({ toNumber: number });
    hubSpot.bridge.callEnded({ callEndStatus: 'BUSY' });
    expect(dialer.value).to.equal(number);
    hubSpot.bridge.outgoingCall({ toNumber: number });
    hubSpot.bridge.callAnswered();
    hubSpot.bridge.callEnded();
    expect(dialer.value).to.equal('');
  });

  describe('while a call waits to be saved', () => {
    async function ended(attributes = html`<hs-dialer auto-dial></hs-dialer>`, hasWrapUp = true) {
      const hubSpot = connected();
      if (hasWrapUp) hubSpot.bridge.expectWrapUp();
      const { dialer, asked } = await dialerOn(hubSpot, attributes);
      hubSpot.bridge.outgoingCall({ toNumber: '+12025550100', createEngagement: false });
      hubSpot.bridge.callAnswered();
      hubSpot.bridge.callEnded({ engagementId: 7 });
      return { hubSpot, dialer, asked };
    }

    it('does not call a number that HubSpot sends, also with auto-dial: it waits', async () => {
      const { hubSpot, dialer, asked } = await ended();
      hubSpot.say('DIAL_NUMBER', { phoneNumber: number });
      expect([dialer.value, asked.length]).to.deep.equal([number, 0]);
      hubSpot.bridge.callCompleted();
      expect([dialer.value, asked.length]).to.deep.equal([number, 0]);
    });

    it('nor while HubSpot could not save it', async () => {
      const { hubSpot, dialer, asked } = await ended();
      hubSpot.bridge.callCompleted();
      hubSpot.say('UPDATE_ENGAGEMENT_FAILED', {});
      hubSpot.say('DIAL_NUMBER', { phoneNumber: number });
      expect([dialer.value, asked.length]).to.deep.equal([number, 0]);
    });

    it('calls the next one that comes once it is saved', async () => {
      const { hubSpot, asked } = await ended();
      hubSpot.bridge.callCompleted();
      hubSpot.say('DIAL_NUMBER', { phoneNumber: number });
      expect(asked.map(({ toNumber }) => toNumber)).to.deep.equal([number]);
    });

    it('calls where no form waits for it', async () => {
      const { hubSpot, asked } = await ended(undefined, false);
      hubSpot.say('DIAL_NUMBER', { phoneNumber: number });
      expect(asked.map(({ toNumber }) => toNumber)).to.deep.equal([number]);
    });
  });

  describe('after a call that was reached is empty', () => {
    const cases: readonly (readonly [
      what: string,
      end: (hubSpot: FakeHubSpot) => unknown,
      typed?: string,
    ])[] = [
      ['that was handed over', ({ bridge }) => bridge.callTransferred()],
      ['whose line was lost', ({ bridge }) => bridge.callEnded({ callEndStatus: 'FAILED' })],
      ['to an extension', ({ bridge }) => bridge.callEnded(), `${number} x45`],
      ['that was completed at once', ({ bridge }) => bridge.callCompleted()],
    ];
    for (const [what, end, typed = number] of cases) {
      it(what, async () => {
        const hubSpot = connected();
        const { dialer, asked } = await dialerOn(hubSpot);
        await typeInto(dialer, typed);
        callButton(dialer).click();
        hubSpot.bridge.outgoingCall({ toNumber: asked[0]?.toNumber ?? '' });
        hubSpot.bridge.callAnswered();
        end(hubSpot);
        await dialer.updateComplete;
        expect(field(dialer).value).to.equal('');
        dialer.focus();
        await sendKeys({ press: 'Enter' });
        expect(asked.length).to.equal(1);
      });
    }

    it('that came in from the number that was tried in vain before', async () => {
      const hubSpot = connected();
      const { dialer } = await dialerOn(hubSpot);
      await typeInto(dialer, number);
      hubSpot.bridge.outgoingCall({ toNumber: number });
      hubSpot.bridge.callEnded({ callEndStatus: 'NO_ANSWER' });
      hubSpot.bridge.callCompleted();
      expect(dialer.value).to.equal(number);
      hubSpot.bridge.incomingCall({ fromNumber: number, toNumber: '+12025550100' });
      hubSpot.bridge.callAnswered();
      hubSpot.bridge.callEnded();
      expect(dialer.value).to.equal('');
    });

    it('but keeps another number that was typed meanwhile', async () => {
      const hubSpot = connected();
      const { dialer } = await dialerOn(hubSpot);
      hubSpot.bridge.outgoingCall({ toNumber: number });
      hubSpot.bridge.callAnswered();
      await typeInto(dialer, '+12025550199');
      hubSpot.bridge.callTransferred();
      expect(dialer.value).to.equal('+12025550199');
    });
  });

  describe('while the phone connects', () => {
    async function connecting(attributes = html`<hs-dialer auto-dial></hs-dialer>`) {
      const hubSpot = connected({ loggedIn: true });
      const voice = new FakeVoice();
      voice.changeState('connecting');
      new CallControl(hubSpot.bridge, voice);
      const { dialer, asked } = await dialerOn(hubSpot, attributes);
      const dialled = () => voice.dialled.map(({ toNumber }) => toNumber);
      return { hubSpot, voice, dialer, asked, dialled };
    }

    it('a number of HubSpot is kept, however often it comes, and dialled once', async () => {
      const { hubSpot, voice, dialer, dialled } = await connecting();
      hubSpot.say('DIAL_NUMBER', { phoneNumber: number });
      hubSpot.say('DIAL_NUMBER', { phoneNumber: number });
      await aTimeout(0);
      expect(callButton(dialer).ariaDisabled).to.equal('true');
      expect(callButton(dialer).textContent.trim()).to.equal('Connecting the phone…');
      await expect(dialer).to.be.accessible();
      voice.changeState('ready');
      await aTimeout(0);
      expect(dialled()).to.deep.equal([number]);
    });

    it('a second press does nothing more', async () => {
      const { voice, dialer, asked, dialled } = await connecting(html`<hs-dialer></hs-dialer>`);
      await typeInto(dialer, number);
      callButton(dialer).click();
      callButton(dialer).click();
      await aTimeout(0);
      callButton(dialer).click();
      voice.changeState('ready');
      await aTimeout(0);
      expect([asked.length, dialled()]).to.deep.equal([1, [number]]);
    });

    it('another number of HubSpot waits for its turn, and is not dialled by itself', async () => {
      const { hubSpot, voice, dialer, dialled } = await connecting();
      hubSpot.say('DIAL_NUMBER', { phoneNumber: number });
      hubSpot.say('DIAL_NUMBER', { phoneNumber: '+12025550199' });
      expect(dialer.value).to.equal(number);
      voice.changeState('ready');
      await aTimeout(0);
      voice.sessions[0]?.over('busy');
      await aTimeout(0);
      expect([dialled(), dialer.value]).to.deep.equal([[number], '+12025550199']);
    });

    it('a phone that does not come leaves the number where it is, and says so', async () => {
      const { hubSpot, voice, dialer, dialled } = await connecting();
      hubSpot.say('DIAL_NUMBER', { phoneNumber: number });
      voice.changeState('failed', new VoiceError('PHONE_REFUSED'));
      await aTimeout(0);
      expect([dialer.value, textOf(dialer, 'error')]).to.deep.equal([
        number,
        'The call could not be started. Try again.',
      ]);
      voice.changeState('ready');
      await aTimeout(0);
      expect(dialled()).to.deep.equal([]);
    });
  });

  describe('a number that HubSpot sends with its country', () => {
    const readBy = (text: string, country = 'US') =>
      country === 'TR' && text === '2127350000' ? '+902127350000' : country === 'US' ? `+1${text}` : text;

    afterEach(() => {
      usePhoneNumbers(smallPhoneNumbers);
    });

    const cases: readonly (readonly [
      phoneNumber: string,
      countryCode: string | undefined,
      wanted: string,
    ])[] = [
      ['2127350000', 'TR', '+902127350000'],
      ['2025550123', 'TR', '2025550123'],
      ['2025550123', undefined, '+12025550123'],
      ['2025550123', '', '+12025550123'],
    ];
    for (const [phoneNumber, countryCode, wanted] of cases) {
      it(`is dialled as ${wanted}: ${phoneNumber} of ${countryCode ?? 'no country'}`, async () => {
        usePhoneNumbers({ ...smallPhoneNumbers, toDialable: readBy });
        const hubSpot = connected();
        const { dialer, asked } = await dialerOn(hubSpot);
        hubSpot.say('DIAL_NUMBER', { phoneNumber, ...(countryCode !== undefined && { countryCode }) });
        await dialer.updateComplete;
        callButton(dialer).click();
        expect(asked[0]?.toNumber).to.equal(wanted);
      });
    }

    it('is the page’s own once the user types another', async () => {
      usePhoneNumbers({ ...smallPhoneNumbers, toDialable: readBy });
      const hubSpot = connected();
      const { dialer, asked } = await dialerOn(hubSpot);
      hubSpot.say('DIAL_NUMBER', { phoneNumber: '2127350000', countryCode: 'TR' });
      await typeInto(dialer, '2025550123');
      callButton(dialer).click();
      expect(asked[0]?.toNumber).to.equal('+12025550123');
    });
  });

  describe('a number that is too long', () => {
    const tooLong = '+1 202 555 0123 4567 89';

    it('is refused with words and stays', async () => {
      const { dialer, asked } = await dialerOn(connected());
      await typeInto(dialer, tooLong);
      callButton(dialer).click();
      await dialer.updateComplete;
      expect(asked).to.deep.equal([]);
      expect(dialer.value).to.equal(tooLong);
      expect(textOf(dialer, 'error')).to.equal('A phone number has at most 15 digits.');
      await expect(dialer).to.be.accessible();
      await typeInto(dialer, number);
      expect(textOf(dialer, 'error')).to.equal('');
    });

    it('is refused with words when HubSpot sends it and it would be called at once', async () => {
      const hubSpot = connected();
      const { dialer, asked } = await dialerOn(hubSpot, html`<hs-dialer auto-dial></hs-dialer>`);
      hubSpot.say('DIAL_NUMBER', { phoneNumber: tooLong });
      await dialer.updateComplete;
      expect(asked).to.deep.equal([]);
      expect(textOf(dialer, 'error')).to.equal('A phone number has at most 15 digits.');
    });

    it('is no code, no address and no extension', async () => {
      for (const text of [
        '*21*123456789012345678#',
        'sip:12345678901234567@pbx.example',
        `${number},,4111111111111111#`,
      ]) {
        const { dialer, asked } = await dialerOn(connected());
        await typeInto(dialer, text);
        callButton(dialer).click();
        expect(asked[0]?.toNumber).to.equal(text);
      }
    });
  });

  describe('the same number sent twice', () => {
    const dial = { phoneNumber: number };

    it('is called once with auto-dial, also by an app that prevents the request', async () => {
      const hubSpot = connected();
      const { dialer, asked } = await dialerOn(hubSpot, html`<hs-dialer auto-dial></hs-dialer>`);
      dialer.addEventListener('hs-call-request', (event) => {
        event.preventDefault();
      });
      hubSpot.say('DIAL_NUMBER', dial);
      hubSpot.say('DIAL_NUMBER', dial);
      expect(asked.length).to.equal(1);
    });

    it('is called once with auto-dial, also during and just after the call', async () => {
      const hubSpot = connected();
      const { dialer, asked } = await dialerOn(hubSpot, html`<hs-dialer auto-dial></hs-dialer>`);
      hubSpot.say('DIAL_NUMBER', dial);
      hubSpot.bridge.outgoingCall({ toNumber: number });
      hubSpot.say('DIAL_NUMBER', dial);
      hubSpot.bridge.callAnswered();
      hubSpot.bridge.callEnded();
      hubSpot.say('DIAL_NUMBER', dial);
      hubSpot.bridge.callCompleted();
      hubSpot.say('DIAL_NUMBER', dial);
      expect(asked.length).to.equal(1);
      expect(dialer.value).to.equal('');
    });
  });

  describe('when the widget is hidden and shown after a call', () => {
    const turn = (hubSpot: FakeHubSpot) => {
      hubSpot.say('VISIBILITY_CHANGED', { isMinimized: false, isHidden: true });
      hubSpot.say('VISIBILITY_CHANGED', { isMinimized: false, isHidden: false });
    };

    it('has no old number, nor calls it', async () => {
      const hubSpot = connected();
      const { dialer, asked } = await dialerOn(hubSpot, html`<hs-dialer auto-dial></hs-dialer>`);
      hubSpot.say('DIAL_NUMBER', { phoneNumber: number });
      hubSpot.bridge.outgoingCall({ toNumber: number });
      hubSpot.bridge.callEnded({ callEndStatus: 'BUSY' });
      hubSpot.bridge.callCompleted();
      turn(hubSpot);
      expect([dialer.value, asked.length]).to.deep.equal(['', 1]);
    });

    it('has no old number, however the app wrote it', async () => {
      const hubSpot = connected();
      const { dialer } = await dialerOn(hubSpot);
      hubSpot.say('DIAL_NUMBER', { phoneNumber: '(202) 555-0123' });
      hubSpot.bridge.outgoingCall({ toNumber: number });
      hubSpot.bridge.callAnswered();
      hubSpot.bridge.callEnded();
      expect(dialer.value).to.equal('');
    });

    it('keeps what the user types', async () => {
      const hubSpot = connected();
      const { dialer } = await dialerOn(hubSpot);
      hubSpot.bridge.outgoingCall({ toNumber: number });
      hubSpot.bridge.callEnded();
      hubSpot.bridge.callCompleted();
      await typeInto(dialer, '+12025550199');
      turn(hubSpot);
      expect(dialer.value).to.equal('+12025550199');
    });
  });
});
