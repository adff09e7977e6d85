import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { CallingError } from '../../src/index.js';
import { HsCallingBridge } from '../calling-bridge/define.js';
import type { HsCallStatus } from '../call-status/define.js';
import '../call-status/define.js';
import '../keypad/define.js';
import { findBridge, isInside } from './find-bridge.js';
import { connected } from '../../src/bridge/testing/fake-hubspot.js';
import { FakeWindow } from '../../src/link/testing/fake-window.js';

function bridgeElement(id = ''): HsCallingBridge {
  const window = new FakeWindow();
  return Object.assign(new HsCallingBridge({ wire: window, clock: window }), { id });
}
const statusElement = () => document.createElement('hs-call-status');

async function page(...children: Element[]): Promise<HTMLElement> {
  const root = await fixture<HTMLElement>(html`<div></div>`);
  root.append(...children);
  return root;
}

describe('the bridge of an element', () => {
  it('is the one it was given, before all others', async () => {
    const given = connected().bridge;
    const around = bridgeElement();
    const status = statusElement();
    around.append(status);
    await page(around);
    status.bridge = given;
    expect(findBridge(status)).to.equal(given);
  });

  it('is the one whose id it names, before the one around it', async () => {
    const around = bridgeElement();
    const named = bridgeElement('other');
    const status = statusElement();
    status.setAttribute('for', 'other');
    around.append(status);
    await page(around, named);
    expect(findBridge(status)).to.equal(named);
  });

  it('is none when it names something else', async () => {
    const around = bridgeElement();
    const status = statusElement();
    status.setAttribute('for', 'nothing');
    around.append(status);
    await page(around);
    expect(findBridge(status)).to.equal(undefined);
  });

  it('is the nearest around it, also across a shadow root', async () => {
    const outer = bridgeElement();
    const inner = bridgeElement();
    const shadowHost = document.createElement('div');
    const status = statusElement();
    shadowHost.attachShadow({ mode: 'open' }).append(status);
    inner.append(shadowHost);
    outer.append(inner);
    await page(outer);
    expect(findBridge(status)).to.equal(inner);
  });

  it('is the one around the slot it stands in', async () => {
    const shadowHost = document.createElement('div');
    const around = bridgeElement();
    around.append(document.createElement('slot'));
    shadowHost.attachShadow({ mode: 'open' }).append(around);
    const status = statusElement();
    shadowHost.append(status);
    await page(shadowHost, bridgeElement());
    expect(findBridge(status)).to.equal(around);
    expect(isInside(status, around)).to.equal(true);
  });

  it('is the only one on the page', async () => {
    const only = bridgeElement();
    const status = statusElement();
    await page(only, status);
    expect(findBridge(status)).to.equal(only);
  });

  it('is none when there are two to choose from', async () => {
    const status = statusElement();
    await page(bridgeElement(), bridgeElement(), status);
    expect(findBridge(status)).to.equal(undefined);
  });

  describe('in any order', () => {
    const statusText = (status: HsCallStatus) => status.shadowRoot?.textContent.trim() ?? '';

    it('is found when it comes after the element, with all that is true by then', async () => {
      const status = statusElement();
      const root = await page(status);
      const bridge = bridgeElement();
      root.append(bridge);
      bridge.outgoingCall({ toNumber: '+12025550123' });
      await status.updateComplete;
      expect(statusText(status)).to.contain('Calling');
    });

    it('is followed when the element moves to another', async () => {
      const first = bridgeElement();
      const second = bridgeElement();
      const status = statusElement();
      first.append(status);
      await page(first, second);
      second.outgoingCall({ toNumber: '+12025550123' });
      second.append(status);
      await status.updateComplete;
      expect(statusText(status)).to.contain('Calling');
    });

    it('is let go when it is removed, and replaced by the next', async () => {
      const first = bridgeElement();
      const status = statusElement();
      const root = await page(first, status);
      first.outgoingCall({ toNumber: '+12025550123' });
      first.remove();
      await aTimeout(0);
      expect(findBridge(status)).to.equal(undefined);
      root.append(bridgeElement());
      await status.updateComplete;
      expect(statusText(status)).to.contain('Connecting');
    });
  });

  it('that is missing is told after a while, in words and as an event', async () => {
    const status = statusElement();
    const told = oneEvent<CustomEvent<CallingError>>(status, 'hs-error');
    await page(status);
    expect((await told).detail.code).to.equal('NO_BRIDGE');
    await status.updateComplete;
    expect(status.shadowRoot?.textContent).to.contain('not connected to anything');
    await expect(status).to.be.accessible();
  });

  it('hears a request once, wherever the element stands', async () => {
    for (const isInsideBridge of [true, false]) {
      const bridge = bridgeElement();
      const keypad = document.createElement('hs-keypad');
      const root = await page(bridge);
      (isInsideBridge ? bridge : root).append(keypad);
      bridge.outgoingCall({ toNumber: '+12025550123' });
      bridge.callAnswered();
      let heard = 0;
      bridge.addEventListener('hs-dtmf-request', () => (heard += 1));
      await keypad.updateComplete;
      keypad.shadowRoot?.querySelector('button')?.click();
      expect(heard).to.equal(1);
      root.remove();
      await aTimeout(0);
    }
  });
});
