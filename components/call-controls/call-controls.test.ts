import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { collect, connected, prevent, type FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import { CallControl } from '../../src/voice/index.js';
import { FakeVoice, type FakeSession } from '../../src/voice/testing/fake-voice.js';
import type { HsCallControls } from './define.js';
import './define.js';

/** A call of a fake voice, and its controls. */
interface Scene {
  readonly hubspot: FakeHubSpot;
  readonly voice: FakeVoice;
  readonly session: FakeSession;
  readonly controls: HsCallControls;
}

/** One by one: WebKit's driver swallows a key that is the same as the one before. */
async function type(text: string): Promise<void> {
  for (const key of text) await sendKeys({ type: key });
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

async function inCall(capabilities: ConstructorParameters<typeof FakeVoice>[0] = {}): Promise<Scene> {
  const hubspot = connected({ loggedIn: true, available: true });
  const voice = new FakeVoice(capabilities);
  new CallControl(hubspot.bridge, voice);
  const controls = await fixture<HsCallControls>(
    html`<hs-call-controls .bridge=${hubspot.bridge}></hs-call-controls>`,
  );
  const session = await call(hubspot, voice);
  session.change('state', 'active');
  await controls.updateComplete;
  return { hubspot, voice, session, controls };
}

async function call(
  { bridge }: FakeHubSpot,
  voice: FakeVoice,
  toNumber = '+12025550101',
): Promise<FakeSession> {
  bridge.request('hs-call-request', { toNumber, fromNumber: undefined, party: undefined });
  await settled();
  const session = voice.sessions.at(-1);
  if (!session) throw new Error('There is no session.');
  return session;
}

const buttons = ({ shadowRoot }: HsCallControls) =>
  [...(shadowRoot?.querySelectorAll('button') ?? [])].filter((button) => !button.closest('hs-keypad'));

const names = (controls: HsCallControls) => buttons(controls).map((button) => button.textContent.trim());

function button(controls: HsCallControls, name: string): HTMLButtonElement {
  const found = buttons(controls).find((each) => each.textContent.trim() === name);
  if (!found) throw new Error(`There is no button “${name}”.`);
  return found;
}

async function press(controls: HsCallControls, name: string): Promise<void> {
  button(controls, name).click();
  await settled();
  await controls.updateComplete;
}

/** The buttons that wait until something is done. */
const busy = (controls: HsCallControls) =>
  buttons(controls)
    .filter((each) => each.ariaDisabled === 'true')
    .map((each) => each.textContent.trim());

const errorOf = ({ shadowRoot }: HsCallControls) =>
  shadowRoot?.querySelector('[part=error]')?.textContent.trim();

describe('<hs-call-controls>', () => {
  it('takes no room without a call', async () => {
    const hubspot = connected();
    const controls = await fixture<HsCallControls>(
      html`<hs-call-controls .bridge=${hubspot.bridge}></hs-call-controls>`,
    );
    expect(getComputedStyle(controls).display).to.equal('none');
  });

  it('leaves a call that rings here to others', async () => {
    const { controls, voice, session } = await inCall();
    session.over('hung-up');
    voice.ring();
    await controls.updateComplete;
    expect(names(controls)).to.deep.equal([]);
  });

  it('shows all controls from the start, and can only end a call that nobody has answered', async () => {
    const hubspot = connected({ loggedIn: true });
    const voice = new FakeVoice();
    new CallControl(hubspot.bridge, voice);
    const controls = await fixture<HsCallControls>(
      html`<hs-call-controls .bridge=${hubspot.bridge}></hs-call-controls>`,
    );
    await call(hubspot, voice);
    await controls.updateComplete;
    expect(names(controls)).to.deep.equal(['Mute', 'Hold', 'Keypad', 'Record', 'Transfer', 'End call']);
    const asked: string[] = [];
    for (const type of ['hs-mute-request', 'hs-hold-request', 'hs-record-request']) {
      controls.addEventListener(type, () => asked.push(type));
    }
    for (const control of controls.shadowRoot?.querySelectorAll<HTMLElement>('[part=control]') ?? []) {
      expect(control.getAttribute('aria-disabled')).to.equal('true');
      control.click();
    }
    await controls.updateComplete;
    expect(asked).to.deep.equal([]);
    expect(controls.shadowRoot?.querySelector('hs-keypad, form')).to.equal(null);
  });

  describe('shows', () => {
    it('what the phone can do', async () => {
      const { controls } = await inCall();
      expect(names(controls)).to.deep.equal(['Mute', 'Hold', 'Keypad', 'Record', 'Transfer', 'End call']);
    });

    it('nothing that the phone cannot do', async () => {
      const { controls } = await inCall({ hold: false, recording: false, blindTransfer: false });
      expect(names(controls)).to.deep.equal(['Mute', 'Keypad', 'End call']);
    });

    it('only what is wanted', async () => {
      const { controls } = await inCall();
      controls.controls = 'mute record';
      await controls.updateComplete;
      expect(names(controls)).to.deep.equal(['Mute', 'Record', 'End call']);
    });

    it('the usual for a phone of the app', async () => {
      const { bridge } = connected();
      const controls = await fixture<HsCallControls>(
        html`<hs-call-controls .bridge=${bridge}></hs-call-controls>`,
      );
      bridge.outgoingCall({ toNumber: '+12025550101' });
      bridge.callAnswered();
      await controls.updateComplete;
      expect(names(controls)).to.deep.equal(['Mute', 'Hold', 'Keypad', 'End call']);
    });
  });

  for (const [name, words] of [
    ['Mute', 'mute true'],
    ['Hold', 'hold true'],
    ['Record', 'record true'],
  ] as const) {
    it(`${name} keeps its name, waits for the phone, and is pressed then`, async () => {
      const { controls, session } = await inCall();
      button(controls, name).click();
      button(controls, name).click();
      await controls.updateComplete;
      expect(button(controls, name).getAttribute('aria-pressed')).to.equal('false');
      expect(button(controls, name).getAttribute('aria-disabled')).to.equal('true');
      await settled();
      await controls.updateComplete;
      expect(session.asked).to.deep.equal([words]);
      expect(button(controls, name).getAttribute('aria-pressed')).to.equal('true');
      expect(button(controls, name).hasAttribute('aria-disabled')).to.equal(false);
      await press(controls, name);
      expect(session.asked.at(-1)).to.equal(words.replace('true', 'false'));
    });
  }

  it('says that something did not work, and can be tried again', async () => {
    const { controls, session } = await inCall();
    const { VoiceError } = await import('../../src/voice/index.js');
    session.refusal = new VoiceError('NOT_POSSIBLE');
    await press(controls, 'Hold');
    expect(errorOf(controls)).to.equal('That did not work. Try again.');
    expect(button(controls, 'Hold').hasAttribute('aria-disabled')).to.equal(false);
    await press(controls, 'Hold');
    expect(errorOf(controls)).to.equal('');
    expect(session.hold).to.equal('local');
  });

  it('waits for nobody if the app prevents the request', async () => {
    const { controls, session, hubspot } = await inCall();
    prevent(controls, 'hs-mute-request');
    await press(controls, 'Mute');
    expect(session.asked).to.deep.equal([]);
    expect(collect(hubspot.bridge, 'hs-error')).to.deep.equal([]);
    expect(button(controls, 'Mute').hasAttribute('aria-disabled')).to.equal(false);
  });

  it('ends the call, also from the keyboard, and Escape does not', async () => {
    const { controls, session } = await inCall();
    button(controls, 'End call').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    );
    await settled();
    expect(session.state).to.equal('active');
    await press(controls, 'End call');
    expect(session.end).to.deep.include({ reason: 'hung-up', by: 'local' });
    expect(names(controls)).to.deep.equal([]);
  });

  describe('the keypad', () => {
    async function withKeypad() {
      const scene = await inCall();
      await press(scene.controls, 'Keypad');
      const { shadowRoot } = scene.controls;
      const key = (name: string) =>
        [...(shadowRoot?.querySelector('hs-keypad')?.shadowRoot?.querySelectorAll('button') ?? [])].find(
          (each) => each.firstElementChild?.textContent === name,
        );
      return { ...scene, key };
    }

    it('opens with the focus in it', async () => {
      const { controls } = await withKeypad();
      await settled();
      expect(button(controls, 'Keypad').getAttribute('aria-expanded')).to.equal('true');
      expect(controls.shadowRoot?.activeElement?.localName).to.equal('hs-keypad');
    });

    it('sends each key and shows what was sent', async () => {
      const { controls, session, key } = await withKeypad();
      for (const name of ['1', '#']) key(name)?.click();
      await settled();
      await controls.updateComplete;
      expect(session.asked).to.deep.equal(['send 1', 'send #']);
      expect(controls.shadowRoot?.querySelector('[part=digits]')?.textContent).to.equal('1#');
    });

    it('closes with Escape, and the focus goes back', async () => {
      const { controls, key } = await withKeypad();
      key('5')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
      await controls.updateComplete;
      expect(controls.shadowRoot?.querySelector('hs-keypad')).to.equal(null);
      expect(controls.shadowRoot?.activeElement).to.equal(button(controls, 'Keypad'));
    });

    it('starts empty with the next call', async () => {
      const { controls, session, hubspot, voice, key } = await withKeypad();
      key('1')?.click();
      session.over('hung-up');
      (await call(hubspot, voice)).change('state', 'active');
      await controls.updateComplete;
      expect(controls.shadowRoot?.querySelector('[part=digits]')).to.equal(null);
      await press(controls, 'Keypad');
      expect(controls.shadowRoot?.querySelector('[part=digits]')?.textContent).to.equal('');
    });
  });

  describe('a recorded message', () => {
    const messages = [
      { id: 'call-back', label: 'Call me back' },
      { id: 'offer', label: 'Our \u202eoffer' },
    ];

    async function withMessages() {
      const scene = await inCall();
      expect(names(scene.controls), 'without a message').not.to.include('Voicemail');
      scene.voice.messages = messages;
      scene.voice.dispatchEvent(new Event('messageschange'));
      await scene.controls.updateComplete;
      await press(scene.controls, 'Voicemail');
      return scene;
    }

    it('is chosen by its name, left, and the call is over', async () => {
      const { controls, session } = await withMessages();
      expect(controls.shadowRoot?.activeElement?.textContent.trim()).to.equal('Call me back');
      expect(names(controls)).to.include('Our offer');
      await expect(controls).to.be.accessible();
      await press(controls, 'Our offer');
      expect(session.asked).to.deep.equal(['leave offer']);
      expect(names(controls)).to.deep.equal([]);
    });

    it('is left once, however often it is pressed', async () => {
      const { controls, session, hubspot } = await withMessages();
      session.dropVoicemail = () => new Promise(() => undefined);
      const requests = collect(hubspot.bridge, 'hs-voicemail-request');
      await press(controls, 'Call me back');
      await press(controls, 'Call me back');
      expect(requests).to.have.length(1);
      expect(button(controls, 'Call me back').getAttribute('aria-disabled')).to.equal('true');
    });

    it('that was not left says so, and the call goes on', async () => {
      const { controls, session } = await withMessages();
      const { VoiceError } = await import('../../src/voice/index.js');
      session.refusal = new VoiceError('NOT_POSSIBLE');
      await press(controls, 'Call me back');
      expect(errorOf(controls)).to.equal('That did not work. Try again.');
      expect(session.state).to.equal('active');
    });
  });

  describe('a transfer', () => {
    async function withTransfer(number = '+1 202-555-0103') {
      const scene = await inCall();
      await press(scene.controls, 'Transfer');
      const field = scene.controls.shadowRoot?.querySelector('input');
      if (field) field.value = number;
      return { ...scene, field };
    }

    it('goes to the number that was typed', async () => {
      const { controls, session } = await withTransfer();
      await press(controls, 'Hand over now');
      expect(session.asked).to.deep.equal(['transfer to +12025550103']);
    });

    it('that the page refuses says why', async () => {
      const { controls, session, hubspot } = await withTransfer();
      hubspot.bridge.addEventListener('hs-transfer-request', ({ refuse }) => {
        refuse('The queue is closed.');
      });
      await press(controls, 'Hand over now');
      expect(errorOf(controls)).to.equal('The queue is closed.');
      expect(session.asked).to.deep.equal([]);
    });

    it('by Enter asks first', async () => {
      const { session, field, voice } = await withTransfer();
      field?.focus();
      await sendKeys({ press: 'Enter' });
      await settled();
      expect(session.asked).to.deep.equal(['hold true']);
      expect(voice.dialled.at(-1)?.toNumber).to.equal('+12025550103');
    });

    it('by Enter without a number asks nobody', async () => {
      const { session, field, voice } = await withTransfer(' ');
      field?.focus();
      await sendKeys({ press: 'Enter' });
      await settled();
      expect([session.asked, voice.dialled.length]).to.deep.equal([[], 1]);
    });

    for (const number of ['+1 202-555-0103', ' ']) {
      it(`by Enter goes to the button where the phone cannot ask first, with “${number}”`, async () => {
        const { controls, session, voice } = await inCall({ attendedTransfer: false });
        await press(controls, 'Transfer');
        const field = controls.shadowRoot?.querySelector('input');
        if (field) field.value = number;
        field?.focus();
        await sendKeys({ press: 'Enter' });
        await settled();
        expect([session.asked, voice.dialled.length]).to.deep.equal([[], 1]);
        const target = number === ' ' ? field : button(controls, 'Hand over now');
        expect(controls.shadowRoot?.activeElement).to.equal(target);
      });
    }

    it('by a key that is held down hands nothing over', async () => {
      const { controls, session } = await inCall({ attendedTransfer: false });
      await press(controls, 'Transfer');
      const held = new KeyboardEvent('keydown', {
        key: 'Enter',
        repeat: true,
        cancelable: true,
        bubbles: true,
      });
      expect(button(controls, 'Hand over now').dispatchEvent(held)).to.equal(false);
      expect(session.asked).to.deep.equal([]);
    });

    const below = (controls: HsCallControls, part: string) =>
      controls.shadowRoot?.querySelector(`[part=${part}]`)?.textContent.replaceAll(/\s+/g, ' ').trim();

    for (const [typed, told] of [
      ['+1 202 555 0103 x12', 'This will call +1 (202) 555-0103+ 1 2 0 2 5 5 5 0 1 0 3, then 12 as tones'],
      ['Sam +12025550103', 'This will call +1 (202) 555-0103+ 1 2 0 2 5 5 5 0 1 0 3'],
      ['+12025550103', ''],
    ] as const) {
      it(`tells what is called for ${typed}`, async () => {
        const { controls, field } = await withTransfer('');
        field?.focus();
        await type(typed);
        expect(below(controls, 'formatted')).to.equal(told);
        await expect(controls).to.be.accessible();
      });
    }

    it('formats the number while it is typed', async () => {
      const { field } = await withTransfer('');
      field?.focus();
      await type('+12025550103');
      expect(field?.value).to.equal('+1 (202) 555-0103');
    });

    for (const [typed, told] of [
      ['Sam', 'This is no phone number: it has letters.'],
      ['+', 'This is no phone number: it has no digit.'],
      [' ', 'Enter a phone number to call.'],
      ['+1 202 555 0123 4567 89', 'A phone number has at most 15 digits.'],
    ] as const) {
      it(`says what is wrong with “${typed}”, and hands nothing over`, async () => {
        const { controls, session, field } = await withTransfer(typed);
        await press(controls, 'Hand over now');
        expect([session.asked, below(controls, 'number-error')]).to.deep.equal([[], told]);
        expect(field?.getAttribute('aria-invalid')).to.equal('true');
        await expect(controls).to.be.accessible();
      });
    }

    it('forgets the number when the form is closed', async () => {
      const { controls, field } = await withTransfer('');
      field?.focus();
      await type('+12025550103');
      await press(controls, 'Transfer');
      await press(controls, 'Transfer');
      expect(controls.shadowRoot?.querySelector('input')?.value).to.equal('');
    });

    it('wants a number', async () => {
      const { controls, session, field } = await withTransfer(' ');
      await press(controls, 'Hand over now');
      expect(session.asked).to.deep.equal([]);
      expect(controls.shadowRoot?.activeElement).to.equal(field);
    });

    it('that is refused says so, and the call goes on', async () => {
      const { controls, session } = await withTransfer();
      const { VoiceError } = await import('../../src/voice/index.js');
      session.refusal = new VoiceError('TRANSFER_FAILED');
      await press(controls, 'Hand over now');
      expect(errorOf(controls)).to.equal('The call could not be transferred. It goes on.');
      expect(session.state).to.equal('active');
    });

    it('that is under way is not asked for again, and says so', async () => {
      const { controls, session, hubspot } = await withTransfer();
      session.transfer = () => new Promise(() => undefined);
      const requests = collect(hubspot.bridge, 'hs-transfer-request');
      await press(controls, 'Hand over now');
      await press(controls, 'Hand over now');
      await press(controls, 'Ask first');
      expect(requests).to.have.length(1);
      expect(busy(controls)).to.deep.equal(['Hand over now', 'Ask first']);
      await expect(controls).to.be.accessible();
    });

    it('asks first in a second call, then hands over', async () => {
      const { controls, session, voice } = await withTransfer();
      await press(controls, 'Ask first');
      const consultation = voice.sessions.at(-1);
      consultation?.change('state', 'active');
      await controls.updateComplete;
      expect(names(controls)).to.include.members(['Connect them and leave', 'Join calls']);
      expect(names(controls).join()).to.contain('Back to +1 (202) 555-0101');
      await press(controls, 'Connect them and leave');
      expect(session.asked.at(-1)).to.equal('transfer to a consultation');
    });

    describe('whose question first fails', () => {
      const formOf = ({ shadowRoot }: HsCallControls) => shadowRoot?.querySelector('[part=transfer]');
      const field = (controls: HsCallControls) => formOf(controls)?.querySelector('input');

      for (const [reason, words] of [
        ['busy', 'Busy'],
        ['no-answer', 'No answer'],
        ['not-found', 'Number not found'],
        ['declined', 'Call declined'],
        ['network', 'Call failed'],
        ['failed', 'Call failed'],
      ] as const) {
        for (const when of ['at once', 'after it rang'] as const) {
          it(`says how, and keeps the number: ${reason}, ${when}`, async () => {
            const { controls, session, voice } = await withTransfer('+1 202-555-0103');
            button(controls, 'Ask first').click();
            await waitUntil(() => voice.sessions.length > 1);
            if (when === 'after it rang') {
              voice.sessions.at(-1)?.change('state', 'ringing');
              await settled();
              await controls.updateComplete;
            }
            voice.sessions.at(-1)?.over(reason);
            await settled();
            await controls.updateComplete;
            expect(session.state).to.equal('active');
            expect(formOf(controls)?.querySelector('[part=error]')?.textContent.trim()).to.equal(words);
            expect(field(controls)?.value.replaceAll(/[^+\d]/g, '')).to.equal('+12025550103');
            await expect(controls).to.be.accessible();
          });
        }
      }

      it('says it at the field, until something else is asked for', async () => {
        const { controls, voice } = await withTransfer();
        await press(controls, 'Ask first');
        voice.sessions.at(-1)?.over('busy');
        await settled();
        const ids = field(controls)?.getAttribute('aria-describedby')?.split(' ') ?? [];
        const described = ids.map((id) => controls.shadowRoot?.getElementById(id)?.textContent.trim());
        expect(described.filter(Boolean)).to.deep.equal(['Busy']);
        await press(controls, 'Ask first');
        voice.sessions.at(-1)?.change('state', 'active');
        voice.sessions.at(-1)?.over('hung-up');
        await settled();
        await controls.updateComplete;
        expect(formOf(controls)).to.equal(null);
      });

      for (const [what, end] of [
        ['is given up', (asked: FakeSession | undefined) => asked?.hangUp()],
        [
          'was talked in',
          (asked: FakeSession | undefined) => (asked?.change('state', 'active'), asked?.over('hung-up')),
        ],
      ] as const) {
        it(`says nothing of one that ${what}`, async () => {
          const { controls, voice } = await withTransfer();
          await press(controls, 'Ask first');
          await end(voice.sessions.at(-1));
          await settled();
          await controls.updateComplete;
          expect(formOf(controls)).to.equal(null);
        });
      }
    });

    describe('by a second press that comes too soon', () => {
      const quickly = async (...keys: string[]) => {
        for (const key of keys) await sendKeys({ press: key });
        await settled();
      };

      it('is not made by Enter, Enter in the field where the phone cannot ask first', async () => {
        const { controls, session } = await inCall({ attendedTransfer: false });
        await press(controls, 'Transfer');
        const field = controls.shadowRoot?.querySelector('input');
        if (field) field.value = '+12025550103';
        field?.focus();
        await quickly('Enter', 'Enter');
        expect(session.asked).to.deep.equal([]);
        await waitUntil(() => controls.style.pointerEvents === '');
        await quickly('Enter');
        expect(session.asked).to.deep.equal(['transfer to +12025550103']);
      });

      for (const [first, then, key] of [
        ['Ask first', 'Hand over now', 'Enter'],
        ['Ask first', 'Ask first', 'Enter'],
        ['Ask first', 'Hand over now', ' '],
      ] as const) {
        it(`is not made after ${first}, whoever carries it out: ${key} on ${then}`, async () => {
          const { controls } = await withTransfer();
          const asked = collect(controls, 'hs-transfer-request');
          prevent(controls, 'hs-transfer-request');
          button(controls, first).focus();
          await quickly(key);
          button(controls, then).focus();
          await quickly(key);
          expect(asked.map(({ attended }) => attended)).to.deep.equal([true]);
        });
      }

      it('is not made by Enter in the field and then on Hand over now', async () => {
        const { controls, field } = await withTransfer();
        const asked = collect(controls, 'hs-transfer-request');
        prevent(controls, 'hs-transfer-request');
        field?.focus();
        await quickly('Enter', 'Tab', 'Enter');
        expect(asked.map(({ attended }) => attended)).to.deep.equal([true]);
      });
    });

    it('offers no question first if the phone cannot', async () => {
      const { controls } = await inCall({ attendedTransfer: false });
      await press(controls, 'Transfer');
      expect(names(controls)).not.to.include('Ask first');
    });
  });

  it('shows one Resume for a call on hold, and its Hold stays what it is', async () => {
    const { controls, session } = await inCall();
    const hold = button(controls, 'Hold');
    const before = hold.querySelector('svg')?.innerHTML;
    await press(controls, 'Hold');
    expect(names(controls).filter((name) => name === 'Resume')).to.have.length(1);
    const icons = buttons(controls).map((each) => each.querySelector('svg')?.innerHTML);
    expect(icons.filter((each) => each === icons[names(controls).indexOf('Resume')])).to.have.length(1);
    expect([hold.getAttribute('aria-pressed'), hold.querySelector('svg')?.innerHTML]).to.deep.equal([
      'true',
      before,
    ]);
    await press(controls, 'Resume');
    expect(session.hold).to.equal('none');
  });

  it('goes back to a second call', async () => {
    const { controls, session, hubspot, voice } = await inCall();
    const second = await call(hubspot, voice, '+12025550103');
    second.change('state', 'active');
    await controls.updateComplete;
    await press(controls, 'Resume');
    expect([session.hold, second.hold]).to.deep.equal(['none', 'local']);
  });

  describe('beside a second call', () => {
    /** Two calls on a phone that takes its time with everything that is asked of the first. */
    async function twoCalls() {
      const scene = await inCall();
      const { controls, session, hubspot, voice } = scene;
      const second = await call(hubspot, voice, '+12025550103');
      second.change('state', 'active');
      await settled();
      const never = () => new Promise<void>(() => undefined);
      Object.assign(session, { setHeld: never, merge: never, setMuted: never });
      await controls.updateComplete;
      return scene;
    }

    for (const name of ['Resume', 'Join calls']) {
      it(`is busy with it where it was asked for, and nowhere else: ${name}`, async () => {
        const { controls } = await twoCalls();
        await press(controls, name);
        expect(busy(controls)).to.deep.equal([name]);
      });
    }

    it('is not busy with what is asked of the other', async () => {
      const { controls, hubspot, session } = await twoCalls();
      hubspot.bridge.request('hs-mute-request', { externalCallId: session.id, muted: true });
      await settled();
      await controls.updateComplete;
      expect(busy(controls)).to.deep.equal([]);
      await press(controls, 'Mute');
      expect(button(controls, 'Mute').getAttribute('aria-pressed')).to.equal('true');
    });
  });

  it('is accessible with everything open', async () => {
    const { controls, hubspot, voice } = await inCall();
    (await call(hubspot, voice, '+12025550103')).change('state', 'active');
    await controls.updateComplete;
    await press(controls, 'Keypad');
    await expect(controls).to.be.accessible();
    await press(controls, 'Transfer');
    await expect(controls).to.be.accessible();
  });
});
