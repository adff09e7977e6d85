import { expect, fixture, html } from '@open-wc/testing';
import { FakeMirror } from '../../src/bridge/testing/fake-frames.js';
import { FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import type { WindowResult } from '../../src/frames/calling-window.js';
import { callingError, type FrameStatus } from '../../src/index.js';
import '../calling-widget/define.js';
import { findAll } from '../testing/find-all.js';
import type { HsCallingWindow } from './define.js';

const alone: FrameStatus = { role: 'owner', ownerPlace: undefined, needsWindow: false, rings: true };
const turn = () => new Promise((resolve) => setTimeout(resolve));

/** A bridge that opens windows as `result` says, in a frame of this part. */
function frame(
  status: Partial<FrameStatus>,
  place: Readonly<Record<string, unknown>> = { iframeLocation: 'remote', usesCallingWindow: true },
  result: WindowResult = { ok: true },
) {
  const hubspot = new FakeHubSpot({ loggedIn: true, available: true });
  hubspot.bridge.connect();
  hubspot.sync(place);
  const mirror = new FakeMirror(hubspot, undefined, { ...alone, ...status });
  const opened: string[] = [];
  const bridge = Object.assign(hubspot.bridge, {
    openCallingWindow() {
      opened.push('window');
      if (!result.ok) hubspot.bridge.dispatchEvent(new CustomEvent('hs-error', { detail: result.error }));
      return result;
    },
  });
  return { hubspot, mirror, bridge, opened };
}

const blocked: WindowResult = { ok: false, error: callingError('WINDOW_BLOCKED') };

async function element(...given: Parameters<typeof frame>) {
  const all = frame(...given);
  await import('./define.js');
  const shown = await fixture<HsCallingWindow>(
    html`<hs-calling-window .bridge=${all.bridge}></hs-calling-window>`,
  );
  return { ...all, element: shown };
}

const textOf = ({ shadowRoot }: Element, part: string) =>
  shadowRoot?.querySelector(`[part=${part}]`)?.textContent.trim();
const button = ({ shadowRoot }: Element) => shadowRoot?.querySelector<HTMLElement>('[part=open-button]');

describe('<hs-calling-window>', () => {
  const remote = { iframeLocation: 'remote', usesCallingWindow: false };

  for (const [name, status, place] of [
    ['the only frame', {}, {}],
    ['the only frame, on a record', {}, { iframeLocation: 'widget', usesCallingWindow: false }],
    ['the window itself', { ownerPlace: 'window' }, { iframeLocation: 'window', usesCallingWindow: true }],
    ['a window that an app has opened', { ownerPlace: 'window' }, { ...remote, iframeLocation: 'window' }],
    ['a frame that owns the calls of others', { ownerPlace: 'remote' }, { iframeLocation: 'remote' }],
    ['a frame of which nothing is known yet', { role: 'undecided' }, remote],
  ] as const) {
    it(`takes no room in ${name}`, async () => {
      const { element: shown } = await element(status, place);
      expect(shown.checkVisibility()).to.equal(false);
    });
  }

  for (const [ownerPlace, words] of [
    ['window', 'Your calls are in the calling window.'],
    ['remote', 'Your calls are in another tab.'],
    ['widget', 'Your calls are in another tab.'],
    [undefined, 'Your calls are in another tab.'],
  ] as const) {
    it(`says where the calls are: ${String(ownerPlace)}`, async () => {
      const { element: shown } = await element({ role: 'mirror', ownerPlace });
      expect(textOf(shown, 'text')).to.equal(words);
      expect(button(shown)).to.equal(null);
      await expect(shown).to.be.accessible();
    });
  }

  for (const role of ['owner', 'mirror'] as const) {
    it(`opens the window that calls need: ${role}`, async () => {
      const { element: shown, opened } = await element({ role, ownerPlace: 'remote', needsWindow: true });
      expect(textOf(shown, 'text')).to.equal('Calls need the calling window. It is not open.');
      await expect(shown).to.be.accessible();
      button(shown)?.click();
      expect(opened).to.deep.equal(['window']);
    });

    it(`offers the window that HubSpot leaves to the app: ${role}`, async () => {
      const { element: shown, opened } = await element({ role, ownerPlace: 'remote' }, remote);
      button(shown)?.click();
      expect(opened).to.deep.equal(['window']);
      await expect(shown).to.be.accessible();
    });
  }

  it('offers none while a call goes on, which would have to move', async () => {
    const { element: shown, bridge } = await element({}, remote);
    expect(shown.checkVisibility()).to.equal(true);
    bridge.outgoingCall({ toNumber: '+12025550101' });
    await shown.updateComplete;
    expect(shown.checkVisibility()).to.equal(false);
  });

  it('offers none that is open', async () => {
    const { element: shown } = await element({ role: 'mirror', ownerPlace: 'window' }, remote);
    expect(button(shown)).to.equal(null);
  });

  for (const [result, words] of [
    [blocked, 'The browser blocked the window. Allow pop-ups for HubSpot, then press again.'],
    [
      { ok: false, error: callingError('NO_WINDOW') },
      'The calling window cannot be opened from here. Open it in HubSpot.',
    ],
  ] as const) {
    it(`says why it did not open: ${result.error.code}`, async () => {
      const { element: shown, mirror } = await element({ needsWindow: true }, undefined, result);
      button(shown)?.click();
      await shown.updateComplete;
      expect(shown.shadowRoot?.querySelector('[role=alert]')?.textContent.trim()).to.equal(words);
      await expect(shown).to.be.accessible();
      // It is there after all.
      mirror.update({ role: 'mirror', ownerPlace: 'window', needsWindow: false });
      await shown.updateComplete;
      expect(textOf(shown, 'error')).to.equal('');
    });
  }
});

describe('the calling window in <hs-calling-widget>', () => {
  async function phone(...given: Parameters<typeof frame>) {
    const all = frame(...given);
    const widget = await fixture<HTMLElement>(
      html`<hs-calling-widget .bridge=${all.bridge}></hs-calling-widget>`,
    );
    for (let turns = 0; turns < 3; turns += 1) await turn();
    return { ...all, widget };
  }

  const part = (widget: Element, name: string) => findAll(widget.shadowRoot ?? widget, `[part=${name}]`)[0];

  it('is not there in the only frame', async () => {
    const { widget } = await phone({});
    expect(findAll(widget.shadowRoot ?? widget, 'hs-calling-window')).to.deep.equal([]);
  });

  it('is there in a mirror, and leaves the rest of the phone as it is', async () => {
    const { widget } = await phone({ role: 'mirror', ownerPlace: 'window' });
    expect(part(widget, 'text')?.textContent).to.equal('Your calls are in the calling window.');
    await expect(widget).to.be.accessible();
  });

  it('leaves its place to an element of the app', async () => {
    const { bridge } = frame({ role: 'mirror' });
    const widget = await fixture<HTMLElement>(
      html`<hs-calling-widget .bridge=${bridge}><p slot="calling-window">Elsewhere</p></hs-calling-widget>`,
    );
    expect(findAll(widget.shadowRoot ?? widget, 'hs-calling-window')).to.deep.equal([]);
    expect(widget.querySelector('p')?.checkVisibility()).to.equal(true);
  });

  it('opens where a call is asked for that needs it, and the number stays', async () => {
    const { widget, opened, hubspot, mirror } = await phone({ needsWindow: true });
    const dialer = findAll(widget.shadowRoot ?? widget, 'hs-dialer')[0] as HTMLElement & { value: string };
    dialer.value = '+12025550101';
    await turn();
    const asked: Event[] = [];
    hubspot.bridge.addEventListener('hs-call-request', (event) => asked.push(event));
    part(widget, 'call-button')?.click();
    await turn();
    expect([opened, asked, mirror.forwarded]).to.deep.equal([['window'], [], []]);
    expect(dialer.value).to.equal('+12025550101');
  });

  it('says at the top and at the number that it is blocked', async () => {
    const { widget } = await phone({ needsWindow: true }, undefined, blocked);
    Object.assign(findAll(widget.shadowRoot ?? widget, 'hs-dialer')[0] ?? {}, { value: '+12025550101' });
    await turn();
    part(widget, 'call-button')?.click();
    await turn();
    const errors = findAll(widget.shadowRoot ?? widget, '[role=alert]').map(({ textContent }) =>
      textContent.trim(),
    );
    expect(errors.join(' ')).to.contain('Allow pop-ups').and.to.contain('could not be started');
    await expect(widget).to.be.accessible();
  });
});
