import { expect } from '@open-wc/testing';
import { TranscriptRecorder } from './transcript-recorder.js';
import {
  exportTranscript,
  importTranscript,
  importTranscriptFile,
  TranscriptError,
} from './transcript-file.js';
import { filterTranscript, payloadOf, typeOf, type TranscriptEntry } from './transcript.js';

function record() {
  const recorder = new TranscriptRecorder();
  recorder.record(
    'to-widget',
    { type: 'DIAL_NUMBER', messageId: '1', data: { phoneNumber: '1' } },
    { at: 1, phase: 'idle' },
  );
  recorder.record(
    'to-host',
    { type: 'OUTGOING_CALL_STARTED', messageId: '2', data: { externalCallId: 'a', toNumber: '1' } },
    { at: 2, phase: 'idle' },
  );
  recorder.record('to-host', { type: 'NONSENSE', messageId: '3' }, { at: 3, phase: 'dialing' });
  return recorder.entries;
}
const readable = (change: object) =>
  JSON.stringify({ kind: 'hs-calling-transcript', version: 1, entries: [], ...change });
const problemOf = (text: string) => {
  try {
    importTranscript(text);
  } catch (error) {
    return error as Error;
  }
  return undefined;
};

describe('a transcript', () => {
  it('numbers its entries, says whether each is valid, and keeps the last 10,000', () => {
    expect(record().map(({ index, validity }) => [index, validity.ok])).to.deep.equal([
      [0, true],
      [1, true],
      [2, false],
    ]);
    const recorder = new TranscriptRecorder();
    for (let i = 0; i < 10_001; i += 1) recorder.record('to-host', i, { at: i, phase: 'idle' });
    expect([recorder.entries.length, recorder.entries[0]?.index, recorder.nextIndex]).to.deep.equal([
      10_000, 1, 10_001,
    ]);
  });

  const large: Readonly<Record<string, () => unknown>> = {
    'a text': () => 'x'.repeat(1e6),
    'the names of fields': () => ({ ['x'.repeat(1e6)]: 1 }),
    bytes: () => new Uint8Array(2e6),
    'a file': () => new Blob([new Uint8Array(2e6)]),
    'a list': () => Array.from({ length: 40_000 }, (_, i) => i),
    'a map': () => new Map(Array.from({ length: 20_000 }, (_, i) => [i, [i]])),
    'a set': () => new Set(Array.from({ length: 15_000 }, (_, i) => ({ i }))),
    'large numbers': () => Array.from({ length: 10 }, () => 2n ** 1_000_000n),
    'lists in lists': () => {
      let list: unknown[] = [];
      for (let i = 0; i < 15_000; i += 1) list = [list];
      return list;
    },
  };
  for (const [what, make] of Object.entries(large)) {
    it(`keeps the latest messages, and no more than some megabytes of them: ${what}`, () => {
      const recorder = new TranscriptRecorder();
      for (let i = 0; i < 120; i += 1) recorder.record('to-host', make(), { at: i, phase: 'idle' });
      const { entries } = recorder;
      expect(entries.length).to.be.within(4, 119);
      expect(entries.at(-1)?.index).to.equal(119);
    });
  }

  it('keeps the last message, however large, and counts what contains itself once', () => {
    const recorder = new TranscriptRecorder();
    recorder.record('to-host', 'first', { at: 0, phase: 'idle' });
    recorder.record('to-host', 'x'.repeat(70e6), { at: 1, phase: 'idle' });
    expect(recorder.entries.map(({ index }) => index)).to.deep.equal([1]);
    const cyclic: unknown[] = ['x'.repeat(1e6)];
    cyclic.push(cyclic, cyclic);
    for (let i = 2; i < 9; i += 1) recorder.record('to-host', cyclic, { at: i, phase: 'idle' });
    expect(recorder.entries).to.have.length(7);
  });

  const awkward = ['"', '\\', '\\"', '},{', ']', '[', '"entries":[', '\u2028', '\ud800', 'é📞', ', '];

  it('is the same after a file that is read in pieces, whatever its texts hold', async () => {
    const recorder = new TranscriptRecorder();
    for (let i = 0; i < 3000; i += 1) {
      const text = awkward[i % awkward.length] ?? '';
      const message = {
        type: text,
        messageId: text.repeat(i % 50),
        data: [{ [text]: [text, i], entries: [] }],
      };
      recorder.record('to-host', message, { at: i, phase: 'idle', remark: text });
    }
    const text = exportTranscript(recorder.entries);
    expect(importTranscript(text)).to.deep.equal(recorder.entries);
    expect(await importTranscriptFile(new Blob([text]))).to.deep.equal(recorder.entries);
    const indented = JSON.stringify(JSON.parse(text), undefined, 4);
    expect(await importTranscriptFile(new Blob(['\ufeff', indented]))).to.deep.equal(recorder.entries);
  });

  it('is read from a file whose fields are in another order, and of two lists the second counts, as in JSON', () => {
    const [entry] = (JSON.parse(exportTranscript(record())) as { entries: unknown[] }).entries;
    const one = JSON.stringify(entry);
    const text = `{"x\\"entries":[1],"a":{"entries":[2]},"entries":[3],"entries" : [ ${one}\n, ${one} ],"version":1,"kind":"hs-calling-transcript"}`;
    expect(problemOf(text)?.message).to.match(/at entries\.0: /);
    expect(importTranscript(text.replace('[3]', '[]'))).to.have.length(2);
  });

  it('takes no longer over many lists than over one', () => {
    const lists = '"entries":[],'.repeat(150_000);
    const text = `{${lists}"kind":"hs-calling-transcript","version":1}`;
    expect(importTranscript(text)).to.deep.equal([]);
  });

  it('writes one line for each message', () => {
    expect(exportTranscript(record()).split('\n')).to.have.length(5);
  });

  it('refuses a file that is too large before it reads it, and names its size and the bound', async () => {
    const large = new Blob(Array<string>(65).fill(' '.repeat(1e6)));
    Object.defineProperty(large, 'slice', { value: () => expect.fail('It was read.') });
    const problem = await importTranscriptFile(large).catch((error: unknown) => error);
    expect(problem).to.be.instanceOf(TranscriptError);
    expect(String(problem)).to.contain('The file has 65 MB: right is at most 64 MB');
    expect(problemOf(' '.repeat(64_000_001))?.message).to.contain('64 MB');
  });

  it('refuses a message, and what is around the messages, that is too long to be read in one go', () => {
    const entry = { direction: 'to-host', at: 1, phase: 'idle', message: 'x'.repeat(2e6) };
    const short = { ...entry, message: 'x' };
    expect(problemOf(readable({ entries: [short, entry, short] }))?.message).to.contain('after 1 messages');
    expect(problemOf(readable({ entries: [short], more: 'x'.repeat(2e6) }))?.message).to.contain('too long');
    expect(problemOf(readable({ entries: [{ ...short, message: 'x'.repeat(1.9e6) }] }))).to.equal(undefined);
  });

  it('is the same after it was in a file', () => {
    expect(importTranscript(exportTranscript(record()))).to.deep.equal(record());
  });

  it('leaves out of a file what JSON cannot write', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const longCyclic: Record<string, unknown> = {};
    longCyclic['x'.repeat(100_000)] = longCyclic;
    const holes: unknown[] = [];
    holes.length = 2 ** 30;
    let doubled: unknown = 'x';
    for (let i = 0; i < 40; i += 1) doubled = [doubled, doubled];
    const text = 'x'.repeat(1e6);
    const repeated = Array.from({ length: 1000 }, () => text);
    const unwritable = [cyclic, longCyclic, holes, doubled, repeated, new Uint8Array(1e6), 1n, undefined];
    const [entry] = record();
    const entries = [...unwritable, 'text'].map((message) => ({ ...entry, message }) as TranscriptEntry);
    const back = importTranscript(exportTranscript(entries));
    expect(back.map(({ message }) => message)).to.deep.equal([...unwritable.map(() => null), 'text']);
  });

  it('judges messages of a file anew', () => {
    const entry = {
      direction: 'to-host',
      at: 1,
      phase: 'idle',
      message: { type: 'X' },
      validity: { ok: true },
    };
    expect(importTranscript(readable({ entries: [entry] }))[0]?.validity.ok).to.equal(false);
  });

  const bad: readonly (readonly [string, string, RegExp])[] = [
    ...[
      '{',
      '',
      'x',
      '[',
      '{"entries":[1,]}',
      '{"entries":[,1]}',
      '{"entries":[\u00a0]}',
      readable({}).slice(1),
    ].map((text) => [`no JSON: ${text}`, text, /no JSON|at entries\.0:/] as const),
    ['a list that ends as an object', '{"entries":[}}', /no JSON/],
    ['an item that ends as a list', '{"entries":[{]]}', /no JSON/],
    ['something else', '[]', /no transcript/],
    ['another kind', readable({ kind: 'x' }), /at kind:/],
    ['another version', readable({ version: 2 }), /at version:/],
    [
      'no entries',
      readable({ entries: 'none' }),
      /at entries: right is a list of at most 100000 messages\.$/,
    ],
    [
      'an entry that is no object',
      readable({ entries: [1] }),
      /at entries\.0: right is an object with direction/,
    ],
    [
      'an entry without a message',
      readable({ entries: [{ direction: 'to-host', at: 1, phase: 'idle' }] }),
      /at entries\.0\.message:/,
    ],
    [
      'an entry without a direction',
      readable({ entries: [{ at: 1, phase: 'idle', message: 1 }] }),
      /at entries\.0\.direction:/,
    ],
    [
      'a time that is none',
      readable({ entries: [{ direction: 'to-host', at: 'now', phase: 'idle', message: 1 }] }),
      /at entries\.0\.at:/,
    ],
    ...[1e300, -1, 8.64e15 + 1, '1e13', null].map(
      (at) =>
        [
          `the time ${String(at)}`,
          readable({ entries: [{ direction: 'to-host', at, phase: 'idle', message: 1 }] }),
          /at entries\.0\.at: right is a time in epoch ms/,
        ] as const,
    ),
    [
      'an unknown phase',
      readable({ entries: [{ direction: 'to-host', at: 1, phase: 'x', message: 1 }] }),
      /at entries\.0\.phase:/,
    ],
  ];
  for (const [what, text, message] of bad) {
    it(`refuses ${what}, and names the place`, () => {
      const problem = problemOf(text);
      expect(problem).to.be.instanceOf(TranscriptError);
      expect(problem?.message).to.match(message);
    });
  }

  it('looks into a file with 100,000 entries, and into none with more', () => {
    const entry = { direction: 'to-host', at: 1, phase: 'idle', message: 1 };
    const file = (amount: number) => readable({ entries: Array(amount).fill(entry) });
    expect(importTranscript(file(100_000))).to.have.length(100_000);
    expect(problemOf(file(100_001))?.message).to.match(/at entries: /);
  });

  it('can be filtered', () => {
    const entries = record();
    const kept = (filter: Parameters<typeof filterTranscript>[1]) =>
      filterTranscript(entries, filter).map(({ index }) => index);
    expect(kept({})).to.deep.equal([0, 1, 2]);
    expect(kept({ direction: 'to-host' })).to.deep.equal([1, 2]);
    expect(kept({ types: ['DIAL_NUMBER', 'NONSENSE'] })).to.deep.equal([0, 2]);
    expect(kept({ valid: false })).to.deep.equal([2]);
    expect(kept({ phase: 'dialing' })).to.deep.equal([2]);
    expect(kept({ text: 'TONUMBER' })).to.deep.equal([1]);
  });

  it('reads type and payload of whatever was posted', () => {
    expect([typeOf({ type: 'A' }), typeOf({ type: 1 }), typeOf(null), typeOf('x')]).to.deep.equal([
      'A',
      '(no type)',
      '(no type)',
      '(no type)',
    ]);
    expect(payloadOf({ type: 'A', data: 1 })).to.equal(1);
    expect(payloadOf({ type: 'SYNC', messageId: '1', portalId: 2 })).to.deep.equal({ portalId: 2 });
    expect(payloadOf('x')).to.equal('x');
  });
});
