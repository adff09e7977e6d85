import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { connected } from '../../src/bridge/testing/fake-hubspot.js';
import '../calling-widget/define.js';

/** A phone with a style of its own, on which a call has just come in. */
async function guarded(style?: string) {
  const hubspot = connected({ loggedIn: true, available: true });
  const phone = await fixture(
    style === undefined
      ? html`<hs-calling-widget .bridge=${hubspot.bridge}></hs-calling-widget>`
      : html`<hs-calling-widget style=${style} .bridge=${hubspot.bridge}></hs-calling-widget>`,
  );
  if (!(phone instanceof HTMLElement)) throw new Error('There is no phone.');
  hubspot.bridge.incomingCall({ fromNumber: '+12025550101', toNumber: '+12025550100' });
  await waitUntil(() => phone.style.pointerEvents === 'none');
  const opened = () =>
    waitUntil(
      () => phone.style.getPropertyPriority('pointer-events') === '' || phone.style.pointerEvents !== 'none',
    );
  return { phone, hubspot, opened };
}

const hasPointer = (phone: HTMLElement) => getComputedStyle(phone).pointerEvents;

describe('after the half second without presses, the element’s own style is as before', () => {
  for (const style of [
    'pointer-events: auto;',
    'pointer-events: none;',
    'color: red; pointer-events: all !important;',
  ]) {
    it(style, async () => {
      const { phone, opened } = await guarded(style);
      expect(hasPointer(phone)).to.equal('none');
      await opened();
      await waitUntil(() => phone.getAttribute('style')?.replaceAll(' ', '') === style.replaceAll(' ', ''));
    });
  }

  it('where it has none', async () => {
    const { phone, opened } = await guarded();
    await opened();
    await waitUntil(() => !phone.hasAttribute('style'));
  });

  it('where a second change of the screen comes meanwhile', async () => {
    const { phone, hubspot } = await guarded('pointer-events: auto;');
    hubspot.bridge.callEnded();
    await waitUntil(() => phone.style.pointerEvents === 'auto');
  });

  it('where the element goes meanwhile', async () => {
    const { phone } = await guarded('pointer-events: auto;');
    phone.remove();
    expect(phone.style.pointerEvents).to.equal('auto');
  });

  it('where the app has changed it meanwhile', async () => {
    const { phone, opened } = await guarded();
    phone.style.setProperty('pointer-events', 'all');
    await opened();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(phone.style.pointerEvents).to.equal('all');
  });
});
