import { expect, fixture, html } from '@open-wc/testing';
import { connected, FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import '../calling-widget/define.js';
import '../dialer/define.js';
import type { HsFromNumber } from './define.js';
import './define.js';

const numbers = [
  { number: '+12025550160', label: 'Main' },
  { number: '+442079460123', label: 'London' },
];

async function fromNumber(hubspot: FakeHubSpot = connected(), given = numbers) {
  const element = await fixture<HsFromNumber>(
    html`<hs-from-number .bridge=${hubspot.bridge} .numbers=${given}></hs-from-number>`,
  );
  await element.updateComplete;
  return { hubspot, element };
}

const list = ({ shadowRoot }: HsFromNumber) => shadowRoot?.querySelector('select');

async function choose(element: HsFromNumber, value: string): Promise<void> {
  const select = list(element);
  if (!select) throw new Error('There is no list.');
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await element.updateComplete;
}

describe('<hs-from-number>', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  it('takes no room where there is no choice, and the only number counts', async () => {
    const { hubspot, element } = await fromNumber(connected(), numbers.slice(0, 1));
    expect(getComputedStyle(element).display).to.equal('none');
    expect(hubspot.bridge.getState().fromNumber).to.equal('+12025550160');
  });

  it('starts with the first, and what is chosen counts for the dialer', async () => {
    const { hubspot, element } = await fromNumber();
    expect(hubspot.bridge.getState().fromNumber).to.equal('+12025550160');
    await choose(element, '+442079460123');
    const dialer = await fixture<HTMLElement & { value: string; updateComplete: Promise<unknown> }>(
      html`<hs-dialer .bridge=${hubspot.bridge} value="+12025550101"></hs-dialer>`,
    );
    const asked: unknown[] = [];
    dialer.addEventListener('hs-call-request', ({ detail }) => asked.push(detail.fromNumber));
    dialer.shadowRoot?.querySelector<HTMLElement>('[part=call-button]')?.click();
    expect(asked).to.deep.equal(['+442079460123']);
  });

  it('remembers it for the account and the user', async () => {
    const { element } = await fromNumber();
    await choose(element, '+442079460123');
    const again = await fromNumber();
    expect(list(again.element)?.value).to.equal('+442079460123');
    const another = new FakeHubSpot();
    another.bridge.connect();
    another.sync({ userId: 99 });
    const others = await fromNumber(another);
    expect(list(others.element)?.value).to.equal('+12025550160');
  });

  it('forgets a number that is gone', async () => {
    const { element } = await fromNumber();
    await choose(element, '+442079460123');
    const { hubspot } = await fromNumber(connected(), numbers.slice(0, 1));
    expect(hubspot.bridge.getState().fromNumber).to.equal('+12025550160');
  });

  for (const text of ['{"fromNumber":5}', '{', 'null', '5', '__proto__', 'x'.repeat(2_000_000)]) {
    it(`reads nothing but one of its numbers: ${text.slice(0, 20)}`, async () => {
      localStorage.setItem('hs-calling-elements.from-number.100.1', text);
      const { hubspot, element } = await fromNumber();
      expect(hubspot.bridge.getState().fromNumber).to.equal('+12025550160');
      expect(list(element)?.value).to.equal('+12025550160');
    });
  }

  it('tells once that the browser does not remember it', async () => {
    const { element, hubspot } = await fromNumber();
    const errors: string[] = [];
    element.addEventListener('hs-error', ({ detail }) => errors.push(detail.code));
    const original = Object.getOwnPropertyDescriptor(window, 'localStorage');
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('', 'SecurityError');
      },
    });
    try {
      await choose(element, '+442079460123');
      await choose(element, '+12025550160');
      await choose(element, '+442079460123');
    } finally {
      if (original) Object.defineProperty(window, 'localStorage', original);
    }
    expect(errors).to.deep.equal(['NOT_STORED']);
    expect(hubspot.bridge.getState().fromNumber).to.equal('+442079460123');
  });

  describe('leaves one choice in the state', () => {
    /** The numbers that were chosen, one after the other. Where there are too many, the elements go. */
    function choices({ bridge }: FakeHubSpot, elements: () => Iterable<Element>): (string | undefined)[] {
      const chosen: (string | undefined)[] = [];
      bridge.subscribe(({ fromNumber: number }, before) => {
        if (!before || number === before.fromNumber) return;
        chosen.push(number);
        if (chosen.length > 20) for (const element of elements()) element.remove();
      });
      return chosen;
    }

    const settled = () => new Promise((resolve) => setTimeout(resolve));

    for (const given of [numbers.slice(0, 1), numbers, []]) {
      it(`in the slot of the phone, with ${String(given.length)} numbers`, async () => {
        const hubspot = connected({ loggedIn: true });
        const chosen = choices(hubspot, () => document.querySelectorAll('hs-calling-widget'));
        await fixture(html`
          <hs-calling-widget .bridge=${hubspot.bridge}>
            <hs-from-number slot="from-number" .bridge=${hubspot.bridge} .numbers=${given}></hs-from-number>
          </hs-calling-widget>
        `);
        await settled();
        expect(chosen).to.deep.equal(given.slice(0, 1).map(({ number }) => number));
      });
    }

    it('of two elements with different numbers', async () => {
      const hubspot = connected({ loggedIn: true });
      const chosen = choices(hubspot, () => document.querySelectorAll('hs-from-number'));
      const one = fromNumber(hubspot, numbers.slice(0, 1));
      const other = fromNumber(hubspot, numbers.slice(1));
      await Promise.all([one, other]);
      await settled();
      expect(chosen).to.deep.equal(['+12025550160']);
    });

    for (const given of [[], numbers.slice(0, 1), numbers]) {
      it(`that the app made, beside ${String(given.length)} numbers`, async () => {
        const { hubspot, element } = await fromNumber(connected(), given);
        hubspot.bridge.chooseFromNumber('+15550100999');
        await element.updateComplete;
        expect(hubspot.bridge.getState().fromNumber).to.equal('+15550100999');
        if (given.length > 1) expect(list(element)?.value).to.equal('+15550100999');
        element.numbers = [...given];
        await element.updateComplete;
        hubspot.bridge.chooseFromNumber(undefined);
        await element.updateComplete;
        expect(hubspot.bridge.getState().fromNumber).to.equal(undefined);
        if (given.length > 1) expect(list(element)?.value).to.equal('');
      });
    }

    it('that the app made before HubSpot answered', async () => {
      const hubspot = new FakeHubSpot();
      hubspot.bridge.connect();
      hubspot.bridge.chooseFromNumber('+15550100999');
      await fromNumber(hubspot);
      hubspot.sync();
      await settled();
      expect(hubspot.bridge.getState().fromNumber).to.equal('+15550100999');
    });

    it('also after somebody has chosen in the list', async () => {
      const { hubspot, element } = await fromNumber();
      await choose(element, '+442079460123');
      hubspot.bridge.chooseFromNumber('+12025550160');
      await element.updateComplete;
      expect(list(element)?.value).to.equal('+12025550160');
    });

    it('where the chosen number is taken away', async () => {
      const { hubspot, element } = await fromNumber();
      element.numbers = numbers.slice(1);
      await element.updateComplete;
      expect(hubspot.bridge.getState().fromNumber).to.equal('+442079460123');
    });
  });

  it('is accessible', async () => {
    await expect((await fromNumber()).element).to.be.accessible();
  });
});
