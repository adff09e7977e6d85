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

/** How large the largest files are, in characters. */
const maxLength = 300_000_000;

const start = '{"kind":"hs-calling-transcript","version":1,"entries":';

const parts = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(entry, { maxLength: 300 }).map((entries) => [start, jsonOf(entries), '}']),
  },
  { weight: 1, arbitrary: anyValue.map((entries) => [start, jsonOf(entries), '}']) },
  {
    weight: 1,
    arbitrary: fc.tuple(entry, fc.constantFrom(5000, 50_000)).map(([entry, times]) => {
      const one = jsonOf(entry);
      const amount = Math.min(times, Math.floor(maxLength / one.length));
      return [start, '[', ...Array<string>(amount).fill(`${one},`), one, ']}'];
    }),
  },
  { weight: 1, arbitrary: hostileText.map((text) => [text]) },
);

const file = parts.map((texts) => ({ starts: texts.slice(0, 3), file: new File(texts, 'a.json') }));

door('transcripts', fc.record({ file, filter: hostileText }), async ({ file: { file }, filter }) => {
  const box = openFrame([900, 700]);
  const element = document.createElement('hs-host-inspector');
  box.append(element);
  await element.updateComplete;
  const find = (selector: string) => element.shadowRoot?.querySelector<HTMLInputElement>(selector);
  const files = new DataTransfer();
  files.items.add(file);
  const input = find('#file');
  if (input) input.files = files.files;
  input?.dispatchEvent(new Event('change'));
  do await drawn();
  while (find('[role=status]')?.textContent.startsWith('Reading'));
  await element.updateComplete;
  const search = find('[type=search]');
  // No more gets in, also of what is pasted.
  if (search) search.value = filter.slice(0, search.maxLength);
  search?.dispatchEvent(new Event('input'));
  await drawn();
  await element.updateComplete;
  box.remove();
});
