import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { connected } from '../../src/bridge/testing/fake-hubspot.js';
import './define.js';
import type { HsKeypad } from './keypad.js';

const sign = (key: Element | null | undefined) => key?.firstElementChild?.textContent;

function keyOf(keypad: HsKeypad, text: string): HTMLButtonElement {
  const key = [...(keypad.shadowRoot?.querySelectorAll('button') ?? [])].find((each) => sign(each) === text);
  if (!key) throw new Error(`There is no key ${text}`);
  return key;
}

/** Collects the keys that are pressed. */
function collectKeys(keypad: HsKeypad): string[] {
  const pressed: string[] = [];
  keypad.addEventListener('hs-key-press', ({ detail }) => pressed.push(detail.key));
  return pressed;
}

const focused = (keypad: HsKeypad) => sign(keypad.shadowRoot?.activeElement);

describe('<hs-keypad>', () => {
  it('has twelve keys in the order of a phone', async () => {
    const keypad = await fixture<HsKeypad>(html`<hs-keypad></hs-keypad>`);
    const signs = [...(keypad.shadowRoot?.querySelectorAll('button') ?? [])].map(sign).join('');
    expect(signs).to.equal('123456789*0#');
  });

  it('is accessible', async () => {
    const keypad = await fixture<HsKeypad>(html`<hs-keypad></hs-keypad>`);
    await expect(keypad).to.be.accessible();
  });

  it('tells which key was pressed', async () => {
    const keypad = await fixture<HsKeypad>(html`<hs-keypad></hs-keypad>`);
    const pressed = collectKeys(keypad);
    for (const name of ['1', '*', '0', '#']) keyOf(keypad, name).click();
    expect(pressed).to.deep.equal(['1', '*', '0', '#']);
  });

  it('does not let a key press leave the element', async () => {
    const frame = await fixture(html`<div><hs-keypad></hs-keypad></div>`);
    let heard = 0;
    frame.addEventListener('hs-key-press', () => (heard += 1));
    keyOf(frame.querySelector('hs-keypad') as HsKeypad, '5').click();
    expect(heard).to.equal(0);
  });

  it('types a plus when the zero is held, and no zero after it', async () => {
    const keypad = await fixture<HsKeypad>(html`<hs-keypad></hs-keypad>`);
    const zero = keyOf(keypad, '0');
    const press = oneEvent<CustomEvent<{ key: string }>>(keypad, 'hs-key-press');
    zero.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    expect((await press).detail.key).to.equal('+');
    const pressed = collectKeys(keypad);
    zero.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, composed: true }));
    zero.click();
    expect(pressed).to.deep.equal([]);
    zero.click();
    expect(pressed).to.deep.equal(['0']);
  });

  describe('from the keyboard', () => {
    it('is one stop for the Tab key', async () => {
      const keypad = await fixture<HsKeypad>(html`<hs-keypad></hs-keypad>`);
      const stops = keypad.shadowRoot?.querySelectorAll('button[tabindex="0"]');
      expect(stops?.length).to.equal(1);
    });

    const walks: readonly [keys: readonly string[], name: string][] = [
      [['ArrowRight'], '2'],
      [['ArrowDown'], '4'],
      [['ArrowRight', 'ArrowDown', 'ArrowLeft'], '4'],
      [['End'], '#'],
      [['End', 'ArrowUp'], '9'],
      [['End', 'Home'], '1'],
      [['ArrowUp'], '1'],
      [['ArrowLeft'], '1'],
      [['End', 'ArrowDown'], '#'],
      [['7'], '7'],
    ];
    for (const [keys, name] of walks) {
      it(`goes to ${name} by ${keys.join(', ')}`, async () => {
        const keypad = await fixture<HsKeypad>(html`<hs-keypad></hs-keypad>`);
        keypad.focus();
        for (const key of keys) await sendKeys({ press: key });
        expect(focused(keypad)).to.equal(name);
      });
    }

    it('presses digits, star, pound and plus', async () => {
      const keypad = await fixture<HsKeypad>(html`<hs-keypad></hs-keypad>`);
      const pressed = collectKeys(keypad);
      keypad.focus();
      for (const key of ['4', '2', '*', '#', '+']) await sendKeys({ press: key });
      expect(pressed).to.deep.equal(['4', '2', '*', '#', '+']);
    });

    it('leaves shortcuts and letters to the page', async () => {
      const keypad = await fixture<HsKeypad>(html`<hs-keypad></hs-keypad>`);
      const pressed = collectKeys(keypad);
      keypad.focus();
      await sendKeys({ press: 'a' });
      const copy = new KeyboardEvent('keydown', { key: '1', ctrlKey: true, bubbles: true, composed: true });
      keyOf(keypad, '1').dispatchEvent(copy);
      expect(pressed).to.deep.equal([]);
    });
  });

  describe('in a call', () => {
    const inCall = async () => {
      const { bridge } = connected();
      const keypad = await fixture<HsKeypad>(html`<hs-keypad .bridge=${bridge}></hs-keypad>`);
      bridge.outgoingCall({ externalCallId: 'call', toNumber: '+12025550123' });
      const digits: string[] = [];
      keypad.addEventListener('hs-dtmf-request', ({ detail }) => digits.push(detail.digits));
      return { bridge, keypad, digits };
    };

    it('asks for a tone once somebody is on the line', async () => {
      const { bridge, keypad, digits } = await inCall();
      keyOf(keypad, '1').click();
      bridge.callAnswered();
      keyOf(keypad, '2').click();
      expect(digits).to.deep.equal(['2']);
    });

    it('asks for none when the key was taken by somebody else', async () => {
      const { bridge, keypad, digits } = await inCall();
      bridge.callAnswered();
      keypad.addEventListener('hs-key-press', (event) => {
        event.preventDefault();
      });
      keyOf(keypad, '2').click();
      expect(digits).to.deep.equal([]);
    });
  });
});
