import { expect, fixture, html } from '@open-wc/testing';
import { connected, FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
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

  it('is accessible', async () => {
    await expect((await fromNumber()).element).to.be.accessible();
  });
});
