// Hostile files that somebody imports as a transcript: `npm run test:hostile -- --door transcripts`.
import * as fc from 'fast-check';
import { HsHostInspector } from '../../components/calling-host/host-inspector.js';
import { jsonOf } from '../../src/host/transcript.js';
import { anyName, anyValue, withField } from '../../src/link/testing/fake-values.js';
import { door, drawn, hostileText, openFrame } from './bench.js';

HsHostInspector.define();

const good = { direction: 'to-host', at: 1, phase: 'idle', message: { type: 'INITIALIZED', data: {} } };

const entry = fc.oneof(
  fc
    .tuple(fc.oneof(fc.constantFrom(...Object.keys(good)), anyName), anyValue)
    .map(([name, value]) => withField(good, name, value)),
  fc.oneof(hostileText, anyValue).map((message) => ({ ...good, message })),
  fc
    .tuple(hostileText, fc.oneof(hostileText, anyValue))
    .map(([type, data]) => ({ ...good, message: { type, data } })),
  fc.double().map((at) => ({ ...good, at })),
);

const file = fc.oneof(
  { weight: 4, arbitrary: fc.array(entry, { maxLength: 300 }) },
  { weight: 1, arbitrary: anyValue },
  { weight: 1, arbitrary: entry.map((one) => Array.from({ length: 5000 }, () => one)) },
);

const text = fc.oneof(
  {
    weight: 8,
    arbitrary: file.map((entries) => jsonOf({ kind: 'hs-calling-transcript', version: 1, entries })),
  },
  { weight: 1, arbitrary: hostileText },
);

door('transcripts', fc.record({ text, filter: hostileText }), async ({ text, filter }) => {
  const box = openFrame([900, 700]);
  const element = document.createElement('hs-host-inspector');
  box.append(element);
  await element.updateComplete;
  const find = (selector: string) => element.shadowRoot?.querySelector<HTMLInputElement>(selector);
  const files = new DataTransfer();
  files.items.add(new File([text], 'a.json'));
  const input = find('#file');
  if (input) input.files = files.files;
  input?.dispatchEvent(new Event('change'));
  await drawn();
  await drawn();
  await element.updateComplete;
  const search = find('[type=search]');
  if (search) search.value = filter;
  search?.dispatchEvent(new Event('input'));
  await drawn();
  await element.updateComplete;
  box.remove();
});
