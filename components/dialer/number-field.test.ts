import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { connected } from '../../src/bridge/testing/fake-hubspot.js';
import { smallPhoneNumbers, usePhoneNumbers, type RequestDetails } from '../../src/index.js';
import type { HsDialer } from './dialer.js';
import './define.js';

function within(dialer: HsDialer, selector: string): HTMLElement {
  const found = dialer.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}`);
  return found;
}

const field = (dialer: HsDialer) => within(dialer, 'input') as HTMLInputElement;

/** What can be seen below the field. */
const line = (dialer: HsDialer) => {
  const copy = within(dialer, '[part=formatted]').cloneNode(true) as HTMLElement;
  for (const hidden of copy.querySelectorAll('.visually-hidden')) hidden.remove();
  return copy.textContent.replaceAll(/\s+/g, ' ').trim();
};

const error = (dialer: HsDialer) => within(dialer, '[part=error]').textContent.trim();

async function dialerWith(typed = '', dir: 'ltr' | 'rtl' = 'ltr') {
  const box = await fixture<HTMLElement>(html`<div dir=${dir}><hs-dialer></hs-dialer></div>`);
  const dialer = box.querySelector('hs-dialer') as HsDialer;
  const asked: RequestDetails['hs-call-request'][] = [];
  dialer.addEventListener('hs-call-request', ({ detail }) => asked.push(detail));
  dialer.bridge = connected().bridge;
  await dialer.updateComplete;
  dialer.focus();
  if (typed !== '') await type(dialer, typed);
  return { dialer, asked };
}

async function type(dialer: HsDialer, text: string): Promise<void> {
  // One by one: WebKit's driver swallows a key that is the same as the one before.
  for (const key of text) await sendKeys({ type: key });
  await dialer.updateComplete;
}

async function press(dialer: HsDialer, ...keys: string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
  await dialer.updateComplete;
}

function putCaret(dialer: HsDialer, behind: string, to = behind): void {
  const { value } = field(dialer);
  field(dialer).setSelectionRange(value.indexOf(behind) + behind.length, value.indexOf(to) + to.length);
}

/** What the field shows, with a bar where the caret is. */
const shown = (dialer: HsDialer) => {
  const { value, selectionStart } = field(dialer);
  return `${value.slice(0, selectionStart ?? 0)}|${value.slice(selectionStart ?? 0)}`;
};

/** Pastes; returns whether this browser lets a page do so. */
async function paste(dialer: HsDialer, text: string): Promise<boolean> {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  field(dialer).dispatchEvent(event);
  await dialer.updateComplete;
  return event.clipboardData?.getData('text/plain') === text;
}

describe('the number field', () => {
  describe('is formatted while somebody types', () => {
    for (const [typed, wanted, value] of [
      ['+1', '+1|', '+1'],
      ['+1202', '+1 202|', '+1202'],
      ['+120255501', '+1 (202) 555-01|', '+120255501'],
      ['+12025550123', '+1 (202) 555-0123|', '+12025550123'],
      ['+442079460958', '+44 207 946 0958|', '+442079460958'],
      ['+353861234567', '+353 861 234 567|', '+353861234567'],
      // No rule says how.
      ['110', '110|', '110'],
      ['*21#', '*21#|', '*21#'],
      ['2025550123', '2025550123|', '2025550123'],
      ['202-555 01', '202-555 01|', '202-555 01'],
      ['sip:desk@pbx.example', 'sip:desk@pbx.example|', 'sip:desk@pbx.example'],
      ['+12025550123,,45', '+1 (202) 555-0123,,45|', '+1 (202) 555-0123,,45'],
      ['+44 (0)207', '+44 (0)207|', '+44 (0)207'],
      ['+12025550123456', '+1 202 555 012 3456|', '+12025550123456'],
    ] as const) {
      it(typed, async () => {
        const { dialer } = await dialerWith(typed);
        expect([shown(dialer), dialer.value]).to.deep.equal([wanted, value]);
      });
    }

    it('on a page that runs from right to left', async () => {
      const { dialer } = await dialerWith('+1202555', 'rtl');
      expect(shown(dialer)).to.equal('+1 (202) 555|');
      expect(getComputedStyle(field(dialer)).direction).to.equal('ltr');
    });

    it('by the rules of a country', async () => {
      const formatAsTyped = (text: string) => text.replace(/^(\d{3})-?(?=\d)/, '$1-');
      usePhoneNumbers({ ...smallPhoneNumbers, formatAsTyped });
      try {
        const { dialer } = await dialerWith('2025');
        expect([shown(dialer), dialer.value]).to.deep.equal(['202-5|', '2025']);
      } finally {
        usePhoneNumbers(smallPhoneNumbers);
      }
    });

    it('and dials what is meant', async () => {
      const { dialer, asked } = await dialerWith('+12025550123');
      await press(dialer, 'Enter');
      expect(asked.map(({ toNumber }) => toNumber)).to.deep.equal(['+12025550123']);
    });

    it('and when an app or HubSpot sets it', async () => {
      const { dialer } = await dialerWith();
      dialer.value = '+12025550123';
      await dialer.updateComplete;
      expect(field(dialer).value).to.equal('+1 (202) 555-0123');
      expect(dialer.value).to.equal('+12025550123');
    });
  });

  describe('keeps the caret', () => {
    const edits: readonly (readonly [
      what: string,
      caret: string,
      keys: readonly string[],
      wanted: string,
    ])[] = [
      ['behind a digit that is put in', '(20', ['9'], '+1 (209) |255-501'],
      ['behind several', '+1', ['4', '4'], '+1 (44|2) 025-5501'],
      ['where the digit before it goes', '(20', ['Backspace'], '+1 (2|25) 550-1'],
      ['where the digit before a separator goes', '(202) ', ['Backspace'], '+1 (20|5) 550-1'],
      ['where the digit behind it goes', '(20', ['Delete'], '+1 (20|5) 550-1'],
      ['where the digit behind a separator goes', '(202', ['Delete'], '+1 (202) |550-1'],
      ['through the whole number', '555-01', Array<string>(8).fill('Backspace'), '+1|'],
    ];
    for (const [what, caret, keys, wanted] of edits) {
      it(what, async () => {
        const { dialer } = await dialerWith('+120255501');
        putCaret(dialer, caret);
        await press(dialer, ...keys);
        expect(shown(dialer).replaceAll(' ', '')).to.equal(wanted.replaceAll(' ', ''));
      });
    }

    it('where the delete button deletes, also behind a separator', async () => {
      const { dialer } = await dialerWith('+120255501');
      putCaret(dialer, '(202) ');
      within(dialer, '[part=delete-button]').click();
      await dialer.updateComplete;
      expect(dialer.value).to.equal('+12055501');
    });

    it('where a key of the keypad is pressed', async () => {
      const { dialer } = await dialerWith('+120255501');
      putCaret(dialer, '(20');
      within(dialer, 'hs-keypad').shadowRoot?.querySelectorAll('button')[8]?.click();
      await dialer.updateComplete;
      expect(shown(dialer)).to.match(/^\+1 \(209\) ?\|/);
      expect(dialer.value).to.equal('+1209255501');
    });

    it('where a selection is typed over', async () => {
      const { dialer } = await dialerWith('+120255501');
      putCaret(dialer, '+1 (', '+1 (202');
      await press(dialer, '9');
      expect(dialer.value).to.equal('+1955501');
      expect(shown(dialer)).to.match(/^\+1 \(9\|/);
    });

    it('and takes the same number again as it is', async () => {
      const { dialer } = await dialerWith('+12025550123');
      field(dialer).value = '+12025550123';
      field(dialer).dispatchEvent(new InputEvent('input', { inputType: 'insertReplacementText' }));
      expect(dialer.value).to.equal('+12025550123');
      expect(field(dialer).value).to.equal('+1 (202) 555-0123');
    });

    it('and leaves alone what an input method has not finished', async () => {
      const { dialer } = await dialerWith();
      field(dialer).value = '+12025';
      field(dialer).dispatchEvent(new InputEvent('input', { isComposing: true }));
      expect(field(dialer).value).to.equal('+12025');
      field(dialer).dispatchEvent(new CompositionEvent('compositionend'));
      expect([field(dialer).value, dialer.value]).to.deep.equal(['+1 (202) 5', '+12025']);
    });
  });

  const told: readonly (readonly [text: string, line: string])[] = [
    ['+12025550101 x12', 'This will call +1 (202) 555-0101, then 12 as tones'],
    ['2025550101,,1,,2#', 'This will call 2025550101, then 1 2# as tones'],
    ['+12025550101 / +12025550102', 'This will call +1 (202) 555-0101'],
    ['Ada Example +1 202 555 0101', 'This will call +1 (202) 555-0101'],
    ['+44 (0)20 7946 0958', 'This will call +44 207 946 0958'],
    ['1-800-FLOWERS', 'This will call 18003569377'],
  ];

  describe('tells what is called', () => {
    for (const [text, wanted] of told) {
      it(`where this was typed: ${text}`, async () => {
        const { dialer } = await dialerWith(text);
        expect(line(dialer)).to.equal(wanted);
        await expect(dialer).to.be.accessible();
      });

      it(`where this was pasted: ${text}`, async () => {
        const { dialer } = await dialerWith();
        if (await paste(dialer, text)) expect(line(dialer)).to.equal(wanted);
      });
    }

    it('where a country adds its code', async () => {
      const toDialable = (text: string) => (text === '2025550101' ? '+12025550101' : text);
      usePhoneNumbers({ ...smallPhoneNumbers, toDialable });
      try {
        const { dialer } = await dialerWith('2025550101');
        expect(line(dialer)).to.equal('This will call +1 (202) 555-0101');
      } finally {
        usePhoneNumbers(smallPhoneNumbers);
      }
    });

    it('and nothing where that is what was typed', async () => {
      for (const text of ['+12025550101', '+1 (202) 555-0101', '110', '*21#', '202.555.0101', 'sip:a@b.c']) {
        const { dialer } = await dialerWith(text);
        expect(line(dialer), text).to.equal('');
      }
    });

    it('and no more once the pasted number was changed', async () => {
      const { dialer } = await dialerWith();
      if (!(await paste(dialer, 'Ada +12025550101'))) return;
      await press(dialer, 'Backspace');
      expect([dialer.value, line(dialer)]).to.deep.equal(['+1202555010', '']);
    });

    it('to screen readers: beside the field, and announced once nobody types', async () => {
      const { dialer } = await dialerWith('+12025550101 x1');
      const ids = field(dialer).getAttribute('aria-describedby')?.split(' ') ?? [];
      expect(ids).to.include(within(dialer, '[part=formatted]').id);
      await type(dialer, '2');
      const said = () => document.querySelector('[data-hs-live=polite]')?.textContent ?? '';
      expect(said()).not.to.contain('This will call');
      await waitUntil(() => said() !== '', 'it is announced', { timeout: 4000 });
      expect(said()).to.equal('This will call + 1 2 0 2 5 5 5 0 1 0 1, then 1 2 as tones');
    });
  });

  describe('says what is wrong with', () => {
    for (const [text, wanted] of [
      ['Ada', 'This is no phone number: it has letters.'],
      ['20a25550101', 'This is no phone number: it has letters.'],
      ['+', 'This is no phone number: it has no digit.'],
      ['(-)', 'This is no phone number: it has no digit.'],
      ['+1 202 555 0123 4567 89', 'A phone number has at most 15 digits.'],
      ['   ', 'Enter a phone number to call.'],
    ] as const) {
      it(text, async () => {
        const { dialer, asked } = await dialerWith(text);
        await press(dialer, 'Enter');
        expect([error(dialer), asked.length]).to.deep.equal([wanted, 0]);
        expect(field(dialer).value.replaceAll(' ', '')).to.equal(text.replaceAll(' ', ''));
        expect(field(dialer).getAttribute('aria-invalid')).to.equal('true');
        await expect(dialer).to.be.accessible();
      });
    }
  });
});
