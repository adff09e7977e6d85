import { expect, fixture, html } from '@open-wc/testing';
import { connected } from '../src/bridge/testing/fake-hubspot.js';
import { FakeVoice } from '../src/voice/testing/fake-voice.js';
import { FakeWindow } from '../src/link/testing/fake-window.js';
import { HsCallingBridge } from './calling-bridge/calling-bridge.js';
import { startWiredHost } from './calling-host/testing/wired-host.js';
import { HsDialer } from './dialer/dialer.js';
import {
  everyElement,
  publicProperties,
  settableNames,
  undefinedElement,
  propertiesOf,
  type ElementClass,
} from './testing/every-element.js';

/** An empty element of the page. */
const box = () => fixture<HTMLElement>(html`<div></div>`);

describe('every boolean attribute', () => {
  const written: readonly [value: string | undefined, means: boolean][] = [
    ['', true],
    ['true', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
    ['yes', true],
    [undefined, false],
  ];
  const set: readonly [value: unknown, means: boolean][] = [
    [true, true],
    [false, false],
    ['true', true],
    ['false', false],
    ['False', false],
    // Preact writes undefined and null as an empty string. Those who mean true by it make it true themselves.
    ['', false],
    [undefined, false],
    [null, false],
  ];

  for (const element of everyElement) {
    for (const [name, { type, attribute }] of publicProperties(element)) {
      if (type !== Boolean) continue;
      const attributeName = typeof attribute === 'string' ? attribute : name.toLowerCase();

      describe(`${attributeName} of <${element.tag}>`, () => {
        for (const [value, means] of written) {
          it(`is ${String(means)} ${value === undefined ? 'when it is removed' : `for ="${value}"`}`, () => {
            const made = propertiesOf(new element());
            made[name] = !means;
            if (value !== undefined) made.setAttribute(attributeName, value);
            else {
              made.setAttribute(attributeName, '');
              made.removeAttribute(attributeName);
            }
            expect(made[name]).to.equal(means);
          });
        }

        it('is the same written in HTML', async () => {
          const root = await box();
          root.innerHTML = `<${element.tag} ${attributeName}="false"></${element.tag}>`;
          const made = propertiesOf(root.firstElementChild as HTMLElement);
          await made.updateComplete;
          expect(made[name]).to.equal(false);
        });

        for (const [value, means] of set) {
          it(`is ${String(means)} as a property set to ${value === '' ? 'an empty string' : String(value)}`, () => {
            const made = propertiesOf(new element());
            made[name] = !means;
            made[name] = value;
            expect(made[name]).to.equal(means);
          });
        }
      });
    }
  }

  it('is told to HubSpot as what it means', async () => {
    const window = new FakeWindow();
    const bridge = new HsCallingBridge({ wire: window, clock: window });
    bridge.setAttribute('available', 'false');
    Object.assign(bridge, { loggedIn: 'false' });
    (await box()).append(bridge);
    await bridge.updateComplete;
    window.receive({ type: 'SYNC', messageId: 'sync-1', portalId: 12, userId: 3 });
    expect(window.last('INITIALIZED')?.['data']).to.deep.equal({ isLoggedIn: false, isAvailable: false });
  });

  it('counts for the look too', async () => {
    const root = await fixture<HTMLElement>(html`
      <div>
        <hs-calling-widget></hs-calling-widget>
        <hs-calling-widget auto-resize="false"></hs-calling-widget>
      </div>
    `);
    root.style.blockSize = '700px';
    for (const widget of root.querySelectorAll('hs-calling-widget')) widget.style.blockSize = '100%';
    const heights = [...root.children].map(
      ({ shadowRoot }) => shadowRoot?.querySelector('[part=base]')?.getBoundingClientRect().height,
    );
    expect(heights).to.deep.equal([700, 700]);
  });
});

describe('every other attribute', () => {
  for (const element of everyElement) {
    for (const [name, { type, attribute }] of publicProperties(element)) {
      if (type === Boolean || attribute === false) continue;
      const attributeName = typeof attribute === 'string' ? attribute : name.toLowerCase();

      it(`leaves the default when it is removed: ${attributeName} of <${element.tag}>`, () => {
        const made = propertiesOf(new element());
        const usual = made[name];
        made.setAttribute(attributeName, '1');
        made.removeAttribute(attributeName);
        expect(made[name]).to.deep.equal(usual);
      });

      it(`is the default as a property set to null: ${name} of <${element.tag}>`, () => {
        const made = propertiesOf(new element());
        const usual = made[name];
        made[name] = null;
        expect(made[name]).to.deep.equal(usual);
      });
    }
  }

  it('leaves an empty dialer when the number is removed', async () => {
    const dialer = await fixture<HsDialer>(html`<hs-dialer value="+12025550123"></hs-dialer>`);
    dialer.removeAttribute('value');
    await dialer.updateComplete;
    expect(dialer.shadowRoot?.querySelector('input')?.value).to.equal('');
  });
});

describe('what a page sets before an element is defined', () => {
  /** Values for the properties that cannot have just any. */
  const values = new Map<string, unknown>();

  before(async () => {
    const { host } = await startWiredHost();
    values.set('host', host);
    values.set('bridge', connected().bridge);
    values.set('voice', new FakeVoice());
    values.set('resolveParty', () => undefined);
    values.set('src', '');
  });

  /** A value for a property: one that is not its default. */
  function otherValue(element: ElementClass, name: string): unknown {
    const usual = propertiesOf(new element())[name];
    const type = element.elementProperties.get(name)?.type;
    if (values.has(name)) return values.get(name);
    if (type === Boolean) return usual !== true;
    if (type === Number) return 1234;
    return Array.isArray(usual) || (usual === undefined && /(records|numbers)$/i.test(name)) ? [] : 'other';
  }

  for (const element of everyElement) {
    for (const name of settableNames(element)) {
      it(`counts: ${name} of <${element.tag}>`, async () => {
        const value = otherValue(element, name);
        const root = await box();
        const made = propertiesOf(undefinedElement(element));
        made[name] = value;
        root.append(made);
        element.define(made.localName);
        const atOnce = made[name];
        await made.updateComplete;
        expect([atOnce, made[name], Object.hasOwn(made, name)]).to.deep.equal([value, value, false]);
      });

      it(`counts if the element is put in afterwards: ${name} of <${element.tag}>`, async () => {
        const value = otherValue(element, name);
        const root = await box();
        const made = propertiesOf(undefinedElement(element));
        made[name] = value;
        element.define(made.localName);
        root.append(made);
        expect([made[name], Object.hasOwn(made, name)]).to.deep.equal([value, false]);
      });
    }
  }

  /** A bridge with a fake parent window, made of an element that had these properties before its class was known. */
  async function upgradedBridge(properties: object, root?: HTMLElement) {
    const window = new FakeWindow();
    const made = undefinedElement(HsCallingBridge);
    Object.assign(made, properties);
    (root ?? (await box())).append(made);
    customElements.define(
      made.localName,
      class extends HsCallingBridge {
        constructor() {
          super({ wire: window, clock: window });
        }
      },
    );
    if (!(made instanceof HsCallingBridge)) throw new Error('It is no bridge.');
    return { bridge: made, window };
  }

  const sync = { type: 'SYNC', messageId: 'sync-1', portalId: 12, userId: 3 };

  it('is there as soon as the bridge listens', async () => {
    const properties = { loggedIn: true, available: 'true', widgetWidth: 400 };
    const { window } = await upgradedBridge(properties);
    window.receive(sync);
    expect(window.last('INITIALIZED')?.['data']).to.deep.equal({
      isLoggedIn: true,
      isAvailable: true,
      sizeInfo: { width: 400 },
    });
  });

  it('leaves INITIALIZED to the app, if that was set', async () => {
    const { window } = await upgradedBridge({ manual: true });
    window.receive(sync);
    expect(window.types).to.deep.equal(['SYNC_ACK']);
  });

  it('gives the bridge its voice, which dials', async () => {
    const voice = new FakeVoice();
    const { bridge, window } = await upgradedBridge({ voice });
    window.receive(sync);
    expect(bridge.getState().voice?.state).to.equal(voice.state);
    bridge.request('hs-call-request', {
      toNumber: '+12025550123',
      fromNumber: undefined,
      party: undefined,
    });
    await new Promise((resolve) => setTimeout(resolve));
    expect(bridge.call?.toNumber).to.equal('+12025550123');
  });

  it('does not keep a bridge from connecting if its voice is none', async () => {
    for (const voice of [null, undefined, 'loopback', {}, 7]) {
      const errors: string[] = [];
      const root = await box();
      root.addEventListener(
        'hs-error',
        (event) => errors.push((event as CustomEvent<{ message: string }>).detail.message),
        true,
      );
      const { bridge, window } = await upgradedBridge({ voice }, root);
      window.receive(sync);
      expect([bridge.connectionState, bridge.voice, errors.length]).to.deep.equal([
        'connected',
        undefined,
        voice ? 1 : 0,
      ]);
      if (voice) expect(errors[0]).to.contain('voice');
      bridge.remove();
      await Promise.resolve();
    }
  });

  it('is overwritten by what is set right after the definition', async () => {
    for (const element of everyElement) {
      for (const [name] of publicProperties(element).filter(([, { type }]) => type === Number)) {
        const made = propertiesOf(undefinedElement(element));
        made[name] = 1;
        (await box()).append(made);
        element.define(made.localName);
        made[name] = 2;
        await made.updateComplete;
        expect([element.tag, name, made[name]]).to.deep.equal([element.tag, name, 2]);
      }
    }
  });

  it('keeps a dialer from taking the number of another bridge', async () => {
    const around = await upgradedBridge({});
    around.window.receive(sync);
    around.window.receive({ type: 'DIAL_NUMBER', messageId: 'a', data: { phone_number: '+12025550123' } });
    const early = propertiesOf(undefinedElement(HsDialer));
    early['bridge'] = connected().bridge;
    around.bridge.append(early);
    HsDialer.define(early.localName);
    await early.updateComplete;
    expect(early['value']).to.equal('');
    const own = new HsDialer();
    around.bridge.append(own);
    expect(own.value).to.equal('+12025550123');
  });
});
