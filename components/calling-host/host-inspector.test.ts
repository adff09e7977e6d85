import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { exportTranscript } from '../../src/host/index.js';
import { HsHostInspector } from './host-inspector.js';
import { startWiredHost, type WiredHost } from './testing/wired-host.js';

HsHostInspector.define();

const started = { externalCallId: 'a', toNumber: '+12025550101', fromNumber: '+12025550160' };

async function inspected() {
  const wired = await startWiredHost();
  const element = await fixture<HsHostInspector>(
    html`<hs-host-inspector .host=${wired.host}></hs-host-inspector>`,
  );
  return { wired, element };
}

const all = (element: HsHostInspector, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const texts = (element: HsHostInspector, selector: string) =>
  all(element, selector).map(({ textContent }) => textContent.trim());
const types = (element: HsHostInspector) => texts(element, '.type');

async function press(element: HsHostInspector, name: string): Promise<void> {
  all(element, 'button')
    .find(({ textContent }) => textContent.trim() === name)
    ?.click();
  await element.updateComplete;
}

async function choose(element: HsHostInspector, label: string, value: string): Promise<void> {
  const [field] = all(element, `[aria-label="${label}"]`);
  if (!(field instanceof HTMLSelectElement || field instanceof HTMLInputElement)) throw new Error(label);
  field.value = value;
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input'));
  await element.updateComplete;
}

async function say({ say: speak }: WiredHost, element: HsHostInspector, type: string, data?: unknown) {
  await speak(type, data);
  await element.updateComplete;
}

/** Has a function called instead of the clipboard. */
function onCopy(write: (text: string) => Promise<void>): void {
  Object.defineProperty(navigator.clipboard, 'writeText', { configurable: true, value: write });
}

/** Chooses a file with this content to be imported. */
async function importFile(element: HsHostInspector, content: string): Promise<void> {
  const [field] = all(element, '#file');
  if (!(field instanceof HTMLInputElement)) throw new Error('There is no field for a file.');
  const given = new DataTransfer();
  given.items.add(new File([content], 'kept.json', { type: 'application/json' }));
  field.files = given.files;
  field.dispatchEvent(new Event('change'));
  await waitUntil(() => !/^$|^Reading/.test(texts(element, '[role=status]')[0] ?? ''), 'It is read.', {
    timeout: 15_000,
  });
  await element.updateComplete;
}

describe('<hs-host-inspector>', function () {
  this.timeout(20_000);

  afterEach(() => {
    Reflect.deleteProperty(navigator.clipboard, 'writeText');
  });

  it('says which messages HubSpot ignores, and why', async () => {
    const { wired, element } = await inspected();
    wired.host.setSupportsInboundCalling(false);
    await say(wired, element, 'INCOMING_CALL', { ...started, externalCallId: 'b' });
    await say(wired, element, 'CALL_ENDED', { externalCallId: 'b', callEndStatus: 'MISSED' });
    await say(wired, element, 'USER_UNAVAILABLE');
    expect(texts(element, 'summary .ignored')).to.deep.equal(['ignored', 'ignored']);
    expect(texts(element, 'p.ignored')[0]).to.contain('supportsInboundCalling');
    await expect(element).to.be.accessible();
  });

  it('shows who said what, where the call was, and what it held', async () => {
    const { wired, element } = await inspected();
    await say(wired, element, 'OUTGOING_CALL_STARTED', started);
    await say(wired, element, 'CALL_ANSWERED', { externalCallId: 'a' });
    expect(types(element)).to.deep.equal([
      'SYNC',
      'SYNC_ACK',
      'INITIALIZED',
      'OUTGOING_CALL_STARTED',
      'CALL_ANSWERED',
    ]);
    expect(texts(element, '.direction').slice(0, 2)).to.deep.equal(['to widget', 'from widget']);
    expect(texts(element, '.phase').at(-1)).to.equal('dialing');
    expect(JSON.parse(texts(element, '.payload')[3] ?? '')).to.deep.equal(started);
    expect(Date.parse(all(element, 'time')[0]?.getAttribute('datetime') ?? '')).to.be.closeTo(
      Date.now(),
      60_000,
    );
    await expect(element).to.be.accessible();
  });

  it('says what is wrong with a message', async () => {
    const { wired, element } = await inspected();
    await say(wired, element, 'INCOMING_CALL', { fromNumber: 5 });
    expect(texts(element, 'summary .invalid')).to.deep.equal(['invalid']);
    expect(texts(element, 'p.invalid')[0]).to.contain('fromNumber');
    all(element, 'summary').at(-1)?.click();
    await expect(element).to.be.accessible();
  });

  it('says what was left out of a message that is heard', async () => {
    const { wired, element } = await inspected();
    await say(wired, element, 'OUTGOING_CALL_STARTED', { toNumber: 5 });
    expect(texts(element, 'summary .invalid')).to.deep.equal(['left out']);
    expect(texts(element, 'p.invalid')[0]).to.contain('OUTGOING_CALL_STARTED.toNumber');
    all(element, 'summary').at(-1)?.click();
    await expect(element).to.be.accessible();
  });

  it('shows only what is asked for', async () => {
    const { wired, element } = await inspected();
    await say(wired, element, 'OUTGOING_CALL_STARTED', started);
    await say(wired, element, 'CALL_ANSWERED', { externalCallId: 'a' });
    await choose(element, 'Direction', 'to-widget');
    expect(types(element)).to.deep.equal(['SYNC']);
    await choose(element, 'Direction', '');
    await choose(element, 'Phase of the call', 'dialing');
    expect(types(element)).to.deep.equal(['CALL_ANSWERED']);
    await choose(element, 'Phase of the call', '');
    await choose(element, 'Filter messages', '555-0101'.replace('-', ''));
    expect(types(element)).to.deep.equal(['OUTGOING_CALL_STARTED']);
    await choose(element, 'Filter messages', '');
    all(element, '[type=checkbox]')[0]?.click();
    await element.updateComplete;
    expect(types(element)).to.deep.equal([]);
  });

  it('takes no more to look for than can be drawn quickly', async () => {
    const { element } = await inspected();
    const [field] = all(element, '[aria-label="Filter messages"]');
    expect(field).to.have.property('maxLength', 200);
  });

  it('says one SYNC for all that follow each other', async () => {
    const { wired, element } = await inspected();
    wired.host.remount();
    wired.host.remount();
    await waitUntil(() => types(element).length > 3);
    expect(types(element).filter((type) => type === 'SYNC')).to.have.length(2);
    expect(texts(element, '.times')).to.deep.equal(['2 times']);
  });

  it('forgets nothing that is cleared from view', async () => {
    const { wired, element } = await inspected();
    await press(element, 'Clear');
    expect(types(element)).to.deep.equal([]);
    await say(wired, element, 'LOGGED_OUT');
    expect(types(element)).to.deep.equal(['LOGGED_OUT']);
    expect(wired.host.transcript).to.have.length(4);
  });

  it('copies a message, or all that are shown', async () => {
    const { element } = await inspected();
    const copied: string[] = [];
    onCopy((text) => {
      copied.push(text);
      return Promise.resolve();
    });
    all(element, 'summary')[2]?.click();
    await press(element, 'Copy');
    await press(element, 'Copy all');
    await waitUntil(() => texts(element, '[role=status]')[0] === 'Copied.');
    const [one, every] = copied.map((text) => JSON.parse(text) as { type?: string; entries?: unknown[] });
    expect([one?.type, every?.entries?.length]).to.deep.equal(['SYNC', 3]);
  });

  it('says so where it may not copy', async () => {
    const { element } = await inspected();
    onCopy(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    await press(element, 'Copy all');
    await waitUntil(() => texts(element, '[role=status]')[0] !== '');
    expect(texts(element, '[role=status]')[0]).to.contain('does not let this page copy');
  });

  it('plays what was imported to the widget', async () => {
    const { wired, element } = await inspected();
    wired.host.say('END_CALL', {});
    const kept = exportTranscript(wired.host.transcript);
    await importFile(element, kept);
    expect(texts(element, 'h2')).to.deep.equal(['Imported messages']);
    expect(texts(element, '[role=status]')[0]).to.equal('kept.json: 4 messages.');
    await expect(element).to.be.accessible();
    await press(element, 'Replay to the widget');
    await waitUntil(() => wired.told.length === 2);
    expect(wired.told).to.deep.equal(['END_CALL', 'END_CALL']);
    await waitUntil(() => texts(element, '[role=status]')[0]?.startsWith('Replayed.') === true);
    await press(element, 'Close');
    expect(texts(element, 'h2')).to.deep.equal(['Messages']);
  });

  it('goes on after a file with times that no date has', async () => {
    const { wired, element } = await inspected();
    const entries = [{ direction: 'to-host', at: 1e300, phase: 'idle', message: {} }];
    await importFile(element, JSON.stringify({ kind: 'hs-calling-transcript', version: 1, entries }));
    expect(texts(element, '[role=status]')[0]).to.contain('at entries.0.at: right is a time in epoch ms');
    await say(wired, element, 'LOGGED_OUT');
    expect(types(element).at(-1)).to.equal('LOGGED_OUT');
  });

  /** How many frames the page draws while this goes on. */
  async function framesDuring(going: Promise<unknown>): Promise<number> {
    let frames = 0;
    let next = 0;
    const count = () => {
      frames += 1;
      next = requestAnimationFrame(count);
    };
    count();
    await going;
    cancelAnimationFrame(next);
    return frames;
  }

  it('lets the page go on while it reads a file of 6 MB, and while it looks for something in 8,000 messages', async () => {
    const { element } = await inspected();
    const data = Array.from({ length: 100 }, (_, i) => `text ${String(i)}`);
    const entries = Array.from({ length: 8000 }, (_, at) => ({
      ...{ direction: 'to-host', at, phase: 'idle' },
      message: { type: 'CALL_DATA', messageId: at, data },
    }));
    const text = JSON.stringify({ kind: 'hs-calling-transcript', version: 1, entries });
    expect(await framesDuring(importFile(element, text))).to.be.above(4);
    expect(texts(element, '[role=status]')[0]).to.equal('kept.json: 8000 messages.');
    expect(await framesDuring(choose(element, 'Filter messages', 'text 49'))).to.be.above(4);
    expect(types(element)).to.have.length(200);
  });

  it('shows the file that was chosen last', async () => {
    const { element } = await inspected();
    const file = (...entries: unknown[]) =>
      JSON.stringify({ kind: 'hs-calling-transcript', version: 1, entries });
    const entry = { direction: 'to-host', at: 1, phase: 'idle', message: { type: 'X' } };
    const first = importFile(element, file(...Array<object>(5000).fill(entry)));
    await importFile(element, file(entry));
    await first;
    expect(texts(element, '[role=status]')[0]).to.equal('kept.json: 1 messages.');
    expect(types(element)).to.deep.equal(['X']);
  });

  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  let nested: unknown[] = [];
  for (let i = 0; i < 1000; i += 1) nested = [nested];
  const hostile: Readonly<Record<string, unknown>> = {
    'what contains itself': cyclic,
    'a BigInt': { big: 5n },
    'a Map': new Map([[{ key: 1n }, cyclic]]),
    '1,000 lists in each other': nested,
    'a text of 1 MB': 'x'.repeat(2 ** 20),
    '32 MB': { text: 'x'.repeat(2 ** 25) },
    '100,000 fields': Object.fromEntries(
      Array.from({ length: 100_000 }, (_, i) => [`field_${String(i)}`, i]),
    ),
  };
  for (const [name, payload] of Object.entries(hostile)) {
    it(`goes on after ${name}, and shows a short picture of it`, async () => {
      const { wired, element } = await inspected();
      await say(wired, element, 'CALL_DATA', payload);
      await say(wired, element, 'LOGGED_OUT');
      expect(types(element).slice(-2)).to.deep.equal(['CALL_DATA', 'LOGGED_OUT']);
      expect(texts(element, '.payload').at(-2)?.length).to.be.below(20_000);
      const copied: string[] = [];
      onCopy((text) => {
        copied.push(text);
        return Promise.resolve();
      });
      all(element, 'button').at(-2)?.click();
      await waitUntil(() => texts(element, '[role=status]')[0] === 'Copied.');
      expect(copied[0]).to.contain('CALL_DATA');
    });
  }

  it('shows little of a type, and of a reason, of 1 MB', async () => {
    const { wired, element } = await inspected();
    await say(wired, element, 'T'.repeat(2 ** 20));
    const properties = Array.from({ length: 9999 }, (_, i): [string, object] => [
      `property_${String(i)}`.padEnd(200, 'x'),
      {},
    ]);
    await say(wired, element, 'CALL_COMPLETED', { engagementProperties: Object.fromEntries(properties) });
    const shown = element.shadowRoot?.querySelector('#messages')?.textContent ?? '';
    expect(shown.length).to.be.within(100, 50_000);
    expect(texts(element, 'p.invalid').at(-1)).to.contain('property_0');
  });

  it('shows the newest of 1,500 messages at once, and says how many more there are', async () => {
    const { wired, element } = await inspected();
    const text = 'x'.repeat(10_000);
    await Promise.all(Array.from({ length: 1500 }, (_, index) => wired.say('CALL_DATA', { index, text })));
    void wired.say('LOGGED_OUT');
    await wired.host.waitFor('LOGGED_OUT');
    await element.updateComplete;
    expect(types(element).at(-1)).to.equal('LOGGED_OUT');
    expect(types(element)).to.have.length(200);
    expect(texts(element, '.payload').at(-2)).to.contain('"index": 1499');
    expect(texts(element, '.more')[0]).to.contain('1304 older messages');
    expect(wired.host.transcript).to.have.length(1504);
    await choose(element, 'Filter messages', '"index": 7,');
    expect(types(element)).to.deep.equal(['CALL_DATA']);
    expect(all(element, '.more')).to.deep.equal([]);
    await expect(element).to.be.accessible();
  });

  it('draws many messages that come before a frame at one time', async () => {
    const { wired, element } = await inspected();
    let drawings = 0;
    const watcher = new MutationObserver(() => (drawings += 1));
    watcher.observe(element.shadowRoot ?? element, { childList: true, subtree: true });
    await new Promise(requestAnimationFrame);
    for (let i = 0; i < 50; i += 1) wired.host.say('END_CALL', {});
    await Promise.resolve();
    expect(drawings).to.equal(0);
    await element.updateComplete;
    expect(types(element).filter((type) => type === 'END_CALL')).to.have.length(50);
    expect(drawings).to.be.below(3);
    watcher.disconnect();
  });

  it('says what is wrong with a file', async () => {
    const { element } = await inspected();
    await importFile(element, '{"kind":"something else"}');
    expect(texts(element, '[role=status]')[0]).to.contain('The file is no transcript: at kind');
    expect(texts(element, 'h2')).to.deep.equal(['Messages']);
  });
});
