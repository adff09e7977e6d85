import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { FakeMirror } from '../src/bridge/testing/fake-frames.js';
import { connected, type FakeHubSpot } from '../src/bridge/testing/fake-hubspot.js';
import { FakeVoice } from '../src/voice/testing/fake-voice.js';
import { panelStyles } from './shared/panel.styles.js';
import { everyElement, type ElementClass } from './testing/every-element.js';

type Internals = () => ElementInternals;

const original = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'attachInternals') ?? {};

/** What browsers and test environments have instead of custom states. */
const without: Readonly<Record<string, Internals | undefined>> = {
  'no attachInternals': undefined,
  'an attachInternals that throws': () => {
    throw new DOMException('Not supported', 'NotSupportedError');
  },
  'an attachInternals that returns nothing': () => undefined as unknown as ElementInternals,
  'internals without states': () => ({}) as ElementInternals,
  'states that take no name without dashes': () =>
    ({
      states: {
        add(name: string) {
          if (!name.startsWith('--')) throw new DOMException(name, 'SyntaxError');
        },
        delete: () => false,
      },
    }) as unknown as ElementInternals,
  'states that cannot be read': () => {
    const internals = {};
    Object.defineProperty(internals, 'states', {
      get() {
        throw new DOMException('Not supported', 'NotSupportedError');
      },
    });
    return internals as ElementInternals;
  },
};

const user = { loggedIn: true, available: true };
const customer = '+12025550101';

/** What an element may have to show. */
const moments: Readonly<Record<string, () => FakeHubSpot>> = {
  'logged out': () => connected(),
  ready: () => connected(user),
  'in a mirror': () => {
    const hubspot = connected(user);
    new FakeMirror(hubspot, undefined);
    return hubspot;
  },
  'as it rings': () => {
    const hubspot = connected(user);
    hubspot.bridge.incomingCall({ fromNumber: customer, toNumber: '+12025550100' });
    return hubspot;
  },
  'in a call': () => {
    const hubspot = connected(user);
    hubspot.bridge.outgoingCall({ toNumber: customer });
    hubspot.bridge.callAnswered();
    return hubspot;
  },
  'after a call': () => {
    const hubspot = connected({ ...user, wrapUp: true });
    hubspot.bridge.outgoingCall({ toNumber: customer });
    hubspot.bridge.callAnswered();
    hubspot.bridge.callEnded();
    return hubspot;
  },
  'with a voice that has devices': () => {
    const hubspot = connected(user);
    const voice = new FakeVoice();
    voice.capabilities.devices = true;
    const devices = Object.assign(new EventTarget(), {
      inputs: [{ id: 'a', label: 'Headset' }],
      outputs: [],
      input: '',
      output: '',
      ringer: '',
      ringerVolume: 1,
      refresh: () => Promise.resolve(),
    });
    const numbers = [{ number: '+12025550100' }, { number: '+12025550102' }];
    Object.assign(hubspot.bridge, {
      voice: Object.assign(voice, { devices, fromNumbers: numbers }),
    });
    voice.attach(hubspot.bridge);
    return hubspot;
  },
};

/** What an app gives an element that shows nothing by itself. */
const given: Readonly<Record<string, object | undefined>> = {
  'hs-call-queue': { queue: [{ phoneNumber: customer }] },
};

/** What is seen of an element: the parts that take room. */
async function seen(element: ElementClass, hubspot: FakeHubSpot): Promise<readonly string[]> {
  const made = new element();
  Object.assign(made, { bridge: hubspot.bridge, ...given[element.tag] });
  const root = await fixture<HTMLElement>(html`<div>${made}</div>`);
  await made.updateComplete;
  // Elements inside render after the one around them.
  for (const inner of inside(made)) await inner.updateComplete;
  const parts = [made, ...inside(made)].flatMap(({ localName, shadowRoot }) =>
    [...(shadowRoot?.querySelectorAll('[part]') ?? [])]
      .filter((part) => part.getBoundingClientRect().height > 0)
      .map((part) => `${localName} ${part.getAttribute('part') ?? ''}`),
  );
  root.remove();
  return parts;
}

function inside({ shadowRoot }: Element): readonly LitElement[] {
  const own = [...(shadowRoot?.querySelectorAll('*') ?? [])].filter(
    (element): element is LitElement => 'updateComplete' in element,
  );
  return own.flatMap((element) => [element, ...inside(element)]);
}

describe('without custom states', () => {
  afterEach(() => {
    Object.defineProperty(HTMLElement.prototype, 'attachInternals', original);
  });

  for (const element of everyElement) {
    for (const [environment, stub] of Object.entries(without)) {
      it(`<${element.tag}> shows what it shows otherwise: ${environment}`, async () => {
        const shown: Record<string, readonly string[]> = {};
        for (const [moment, play] of Object.entries(moments)) shown[moment] = await seen(element, play());
        Object.assign(HTMLElement.prototype, { attachInternals: stub });
        for (const [moment, play] of Object.entries(moments)) {
          expect([moment, await seen(element, play())]).to.deep.equal([moment, shown[moment]]);
        }
      });
    }
  }

  it('shows something of every panel in one of the moments tried here', async () => {
    for (const element of everyElement.filter(({ elementStyles }) => elementStyles.includes(panelStyles))) {
      const shown: string[] = [];
      for (const play of Object.values(moments)) shown.push(...(await seen(element, play())));
      expect(shown, element.tag).to.not.deep.equal([]);
    }
  });

  it('keeps the states where there are some', async () => {
    const hubspot = connected();
    const login = await fixture(html`<hs-login .bridge=${hubspot.bridge}></hs-login>`);
    expect(login.matches(':state(open)')).to.equal(true);
  });
});
