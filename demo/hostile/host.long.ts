// Hostile messages of a widget to the page around it: `npm run test:hostile -- --door host`.
import * as fc from 'fast-check';
import { outboundMessages } from '../../src/index.js';
import { anyName, anyValue, nested, withField } from '../../src/link/testing/fake-values.js';
import type { HsCallingHost } from '../../components/calling-host/define.js';
import '../../components/calling-host/define.js';
import { door, drawn, hostileText, openFrame } from './bench.js';
import type { HostileWidget } from './widget.js';

const call = {
  externalCallId: 'a',
  toNumber: '+12025550101',
  fromNumber: '+12025550160',
  createEngagement: true,
};

const data = fc.oneof(
  anyValue,
  hostileText,
  fc
    .tuple(fc.oneof(fc.constantFrom(...Object.keys(call)), anyName), fc.oneof(anyValue, hostileText))
    .map(([name, value]) => withField(call, name, value)),
  fc.constantFrom(
    'x'.repeat(1e6),
    nested(2000),
    Array.from({ length: 50_000 }, () => 'x'),
    new Uint8Array(8e6),
  ),
);

const type = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...outboundMessages.keys()) },
  { weight: 1, arbitrary: hostileText },
);

const message = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type, messageId: hostileText, data }) },
  { weight: 1, arbitrary: anyValue },
);

let element: HsCallingHost | undefined;

/** The window of the widget; a new one, where the widget has led its frame elsewhere. */
async function widget(): Promise<HostileWidget> {
  const found = element?.shadowRoot?.querySelector('iframe')?.contentWindow as
    HostileWidget | null | undefined;
  try {
    if (found && 'send' in found) return found;
  } catch {
    // Another origin.
  }
  const box = openFrame([1200, 800]);
  element = document.createElement('hs-calling-host');
  Object.assign(element, { src: new URL('./widget.html', import.meta.url).href, delay: 0 });
  const started = new Promise((resolve) =>
    element?.addEventListener('hs-host-start', resolve, { once: true }),
  );
  box.append(element);
  await started;
  return widget();
}

door('host page', fc.array(message, { minLength: 1, maxLength: 5 }), async (messages) => {
  for (const one of messages) {
    const to = await widget();
    to.send(one);
  }
  await drawn();
  await drawn();
});
