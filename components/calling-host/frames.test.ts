import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { HsCallingBridge } from '../calling-bridge/define.js';
import type { HsCallingHost, HostStart } from './define.js';
import { widgetUrl } from './testing/host-fixture.js';

const patient = { timeout: 6000 };

/** The text of the first part at a selector, without line breaks; empty where there is none. */
const textIn = ({ shadowRoot }: Element, selector: string) =>
  (shadowRoot?.querySelector(selector)?.textContent ?? '').trim().replaceAll(/\s+/g, ' ');

function button({ shadowRoot }: Element, name: string): HTMLButtonElement | undefined {
  return [...(shadowRoot?.querySelectorAll('button') ?? [])].find(
    ({ textContent }) => textContent.trim().replaceAll(/\s+/g, ' ') === name,
  );
}

function bridgeIn({ shadowRoot }: HsCallingHost): HsCallingBridge {
  const bridge = shadowRoot?.querySelector('iframe')?.contentDocument?.querySelector('hs-calling-bridge');
  if (!bridge) throw new Error('The frame has no bridge.');
  return bridge;
}

/** Whether a widget has started. */
const hasStarted = ({ host }: HsCallingHost) =>
  host?.state.connection === 'initialized' || host?.state.connection === 'acknowledged';

async function started(template: ReturnType<typeof html>): Promise<HsCallingHost> {
  const element = await fixture<HsCallingHost>(template);
  await waitUntil(() => hasStarted(element), 'the widget starts', patient);
  return element;
}

describe('<hs-calling-host> as one frame of several', function () {
  this.timeout(20_000);

  beforeEach(() => sessionStorage.clear());

  describe('is at the place and has the name that the page gives it', () => {
    for (const place of ['widget', 'remote', 'window'] as const) {
      it(place, async () => {
        const element = await started(
          html`<hs-calling-host
            place=${place}
            frame-name="tab 7"
            delay="0"
            src=${widgetUrl()}
          ></hs-calling-host>`,
        );
        expect(element.host?.state.place).to.deep.equal({ iframeLocation: place, usesCallingWindow: false });
        expect(element.host?.frameName).to.equal('tab 7');
        expect(element.host?.account.transcript.map(({ frame }) => frame)).to.include('tab 7');
      });
    }

    it('and moves when the place changes', async () => {
      const element = await started(html`<hs-calling-host delay="0" src=${widgetUrl()}></hs-calling-host>`);
      element.place = 'remote';
      await waitUntil(() => element.host?.state.place.iframeLocation === 'remote', undefined, patient);
      await waitUntil(() => hasStarted(element), undefined, patient);
    });

    it('and no widget starts at a place that there is not, until there is', async () => {
      const starts: HostStart[] = [];
      const element = await fixture<HsCallingHost>(
        html`<hs-calling-host
          place="sidebar"
          src=${widgetUrl()}
          @hs-host-start=${({ detail }: CustomEvent<HostStart>) => starts.push(detail)}
        ></hs-calling-host>`,
      );
      expect(starts).to.deep.equal([
        { ok: false, code: 'NO_PLACE', message: 'place is “sidebar”; right: widget, remote, window.' },
      ]);
      element.setAttribute('place', 'widget');
      await waitUntil(() => hasStarted(element), undefined, patient);
      expect(textIn(element, '.trouble')).to.equal('');
    });
  });

  it('shows no widget in the navigation bar where the app does not use it', async () => {
    const element = await fixture<HsCallingHost>(
      html`<hs-calling-host place="remote" uses-remote="false" src=${widgetUrl()}></hs-calling-host>`,
    );
    await waitUntil(() => textIn(element, '.trouble').includes('usesRemote is off'));
    const box = element.shadowRoot?.querySelector<HTMLInputElement>('[name=usesRemote]');
    expect(box?.checked).to.equal(false);
    await expect(element).to.be.accessible();
    box?.click();
    expect(element.usesRemote).to.equal(true);
    await waitUntil(() => hasStarted(element), undefined, patient);
  });

  describe('that are shared', () => {
    const two = async () => {
      const first = await started(
        html`<hs-calling-host
          shared
          place="remote"
          frame-name="tab 1"
          delay="0"
          src=${widgetUrl()}
        ></hs-calling-host>`,
      );
      const second = await started(
        html`<hs-calling-host
          shared
          place="remote"
          frame-name="tab 2"
          delay="0"
          src=${widgetUrl()}
        ></hs-calling-host>`,
      );
      return [first, second] as const;
    };

    it('have one call log and one list of messages, in which each frame is named', async () => {
      const [first, second] = await two();
      bridgeIn(first).outgoingCall({ toNumber: '+12025550101' });
      await waitUntil(() => second.host?.log.length === 1, undefined, patient);
      bridgeIn(first).callEnded();
      await waitUntil(() => !textIn(second, '.calls').includes('No calls yet'), undefined, patient);
      const inspector = second.shadowRoot?.querySelector('hs-host-inspector');
      const names = () =>
        new Set([...(inspector?.shadowRoot?.querySelectorAll('.frame') ?? [])].map((one) => one.textContent));
      await waitUntil(() => names().size === 2, undefined, patient);
      expect([...names()].sort((a, b) => a.localeCompare(b))).to.deep.equal(['tab 1', 'tab 2']);
    });

    it('tell in each what HubSpot would make a mess of', async () => {
      const [first, second] = await two();
      const call = { toNumber: '+12025550101', externalCallId: 'one' };
      bridgeIn(first).outgoingCall(call);
      await waitUntil(() => second.host?.log.length === 1, undefined, patient);
      bridgeIn(second).outgoingCall(call);
      for (const element of [first, second]) {
        await waitUntil(() => textIn(element, '.findings').includes('make a mess'), undefined, patient);
        expect(textIn(element, '.findings')).to.contain('tab 2');
      }
      // A page shows one of them at a time.
      first.hidden = true;
      await expect(second).to.be.accessible();
    });

    it('have the same settings', async () => {
      const [first, second] = await two();
      first.shadowRoot?.querySelector<HTMLInputElement>('[name=supportsInboundCalling]')?.click();
      await waitUntil(() => !second.supportsInboundCalling, undefined, patient);
      await second.updateComplete;
      const box = second.shadowRoot?.querySelector<HTMLInputElement>('[name=supportsInboundCalling]');
      expect(box?.checked).to.equal(false);
    });

    it('are known no more to the others when they are gone', async () => {
      const [first, second] = await two();
      await waitUntil(() => second.host?.state.frames.length === 2, undefined, patient);
      first.remove();
      await waitUntil(() => second.host?.state.frames.length === 1, undefined, patient);
    });
  });

  it('that is not shared has a call log of its own', async () => {
    const template = html`<hs-calling-host delay="0" src=${widgetUrl()}></hs-calling-host>`;
    const [first, second] = [await started(template), await started(template)];
    bridgeIn(first).outgoingCall({ toNumber: '+12025550101' });
    await first.host?.waitFor('OUTGOING_CALL_STARTED');
    expect([first.host?.log.length, second.host?.log.length]).to.deep.equal([1, 0]);
  });

  it('shows only the widget where it is all of a window', async () => {
    const element = await started(
      html`<hs-calling-host widget-only place="window" delay="0" src=${widgetUrl()}></hs-calling-host>`,
    );
    expect(element.shadowRoot?.querySelectorAll('iframe')).to.have.length(1);
    expect(element.shadowRoot?.querySelector('.records, .calls, .tools')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  describe('beside a calling window that is not open', () => {
    const beside = (isShared: boolean) =>
      started(
        html`<hs-calling-host
          ?shared=${isShared}
          place="remote"
          uses-calling-window
          delay="0"
          src=${widgetUrl()}
        ></hs-calling-host>`,
      );

    it('says what to do next', async () => {
      const element = await beside(true);
      await waitUntil(
        () => textIn(element, '.window').includes('open it in the bar above'),
        undefined,
        patient,
      );
      expect(button(element, 'Open the calling window')).not.to.equal(undefined);
      await expect(element).to.be.accessible();
    });

    it('says nothing more once the window is there', async () => {
      const element = await beside(true);
      await waitUntil(() => textIn(element, '.window') !== '', undefined, patient);
      await started(
        html`<hs-calling-host shared place="window" delay="0" src=${widgetUrl()}></hs-calling-host>`,
      );
      await waitUntil(() => textIn(element, '.window') === '', undefined, patient);
    });

    it('says what it takes where no window can be opened', async () => {
      const element = await beside(false);
      await waitUntil(() => textIn(element, '.window').includes('attribute “shared”'), undefined, patient);
      expect(button(element, 'Open the calling window')).to.equal(undefined);
    });
  });

  describe('opens the calling window', () => {
    const original = Object.getOwnPropertyDescriptor(window, 'open') ?? {};
    afterEach(() => Object.defineProperty(window, 'open', original));

    const opener = (usesCallingWindow: boolean) =>
      started(
        html`<hs-calling-host
          shared
          delay="0"
          ?uses-calling-window=${usesCallingWindow}
          src=${widgetUrl()}
        ></hs-calling-host>`,
      );

    it('at HubSpot’s address, always the same one', async () => {
      const opened: unknown[] = [];
      window.open = (url, name) => {
        opened.push([url, name]);
        return window;
      };
      const element = await opener(true);
      button(element, 'Open the calling window')?.click();
      expect(opened).to.deep.equal([['/calling-integration-popup-ui/1234567', 'hs-calling-window-1234567']]);
      await element.updateComplete;
      expect(textIn(element, '#alert')).to.equal('');
    });

    it('and says that the browser has blocked it', async () => {
      window.open = () => null;
      const element = await opener(true);
      button(element, 'Open the calling window')?.click();
      await waitUntil(() => textIn(element, '#alert').includes('Allow pop-ups'));
    });

    it('only where the app uses one, as a box says that is ticked or not', async () => {
      const element = await opener(false);
      expect(button(element, 'Open the calling window')).to.equal(undefined);
      element.shadowRoot?.querySelector<HTMLInputElement>('[name=usesCallingWindow]')?.click();
      await waitUntil(() => button(element, 'Open the calling window') !== undefined);
    });
  });
});
