// The transfer form with a directory: searching, choosing, and what is done with whom was chosen.
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { collect, connected, prevent } from '../../src/bridge/testing/fake-hubspot.js';
import { CallControl } from '../../src/voice/index.js';
import { FakeVoice } from '../../src/voice/testing/fake-voice.js';
import type { HsCallControls } from './define.js';
import './define.js';

const people = [
  { name: 'Erin Example', number: '+12025550103', kind: 'agent', availability: 'available' },
  { name: 'Sam Sample', number: '204', kind: 'agent', availability: 'busy' },
  { name: 'Billing', number: '+12025550105', kind: 'queue', availability: '3 wait' },
  { name: 'Front door', number: '+12025550106', kind: 'number' },
] as const;

const settled = () => new Promise((resolve) => setTimeout(resolve));

interface Question {
  readonly query: string;
  readonly signal: AbortSignal;
}

/** A call in which the transfer form is open, with a directory. */
async function withDirectory(answer: (query: string) => unknown = () => people) {
  const hubspot = connected({ loggedIn: true, available: true });
  const voice = new FakeVoice();
  new CallControl(hubspot.bridge, voice);
  const asked: Question[] = [];
  const directory = (query: string, signal: AbortSignal) => {
    asked.push({ query, signal });
    return answer(query);
  };
  const controls = await fixture<HsCallControls>(
    html`<hs-call-controls .bridge=${hubspot.bridge} .directory=${directory}></hs-call-controls>`,
  );
  const call = async () => {
    const request = { toNumber: '+12025550101', fromNumber: undefined, party: { name: 'Ada Example' } };
    hubspot.bridge.request('hs-call-request', request);
    await settled();
    voice.sessions.at(-1)?.change('state', 'active');
    await settled();
    await controls.updateComplete;
    button(controls, 'Transfer').click();
    await waitUntil(() => field(controls)?.getAttribute('role') === 'combobox', 'no list', { timeout: 5000 });
    field(controls)?.focus();
  };
  await call();
  return { hubspot, voice, controls, asked, call };
}

const field = ({ shadowRoot }: HsCallControls) => shadowRoot?.querySelector<HTMLInputElement>('#to') ?? null;

const textOf = (element: Element) =>
  [...element.querySelectorAll('.visually-hidden')].reduce(
    (text, hidden) => text.replace(hidden.textContent, ''),
    element.textContent.replaceAll(/\s+/g, ' ').trim(),
  );

const options = ({ shadowRoot }: HsCallControls) => [
  ...(shadowRoot?.querySelectorAll<HTMLElement>('[role=option]') ?? []),
];

const seen = (controls: HsCallControls) => options(controls).map(textOf);

const listText = ({ shadowRoot }: HsCallControls) =>
  shadowRoot?.querySelector('[part=people]')?.textContent.replaceAll(/\s+/g, ' ').trim();

const buttons = ({ shadowRoot }: HsCallControls) => [...(shadowRoot?.querySelectorAll('button') ?? [])];
const names = (controls: HsCallControls) => buttons(controls).map((each) => each.textContent.trim());

function button(controls: HsCallControls, name: string): HTMLButtonElement {
  const found = buttons(controls).find((each) => each.textContent.trim() === name);
  if (!found) throw new Error(`There is no button “${name}”, but ${names(controls).join(', ')}.`);
  return found;
}

async function press(controls: HsCallControls, name: string): Promise<void> {
  button(controls, name).click();
  await settled();
  await controls.updateComplete;
}

/** Puts a text into the field, as typing does. */
async function enter(controls: HsCallControls, text: string): Promise<void> {
  const input = field(controls);
  if (input) input.value = text;
  input?.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await controls.updateComplete;
}

async function search(controls: HsCallControls, text: string): Promise<void> {
  await enter(controls, text);
  await waitUntil(() => options(controls).length > 0, 'nobody was found', { timeout: 4000 });
}

/** A key in the field. Returns whether the browser does what it does by itself. */
async function key(controls: HsCallControls, name: string, init: KeyboardEventInit = {}): Promise<boolean> {
  const event = new KeyboardEvent('keydown', {
    key: name,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...init,
  });
  const goesOn = field(controls)?.dispatchEvent(event) ?? false;
  await controls.updateComplete;
  return goesOn;
}

const active = (controls: HsCallControls) => {
  const id = field(controls)?.getAttribute('aria-activedescendant');
  const option = id ? controls.shadowRoot?.getElementById(id) : undefined;
  return option?.getAttribute('aria-selected') === 'true' ? textOf(option) : undefined;
};

const isOpen = (controls: HsCallControls) => field(controls)?.getAttribute('aria-expanded') === 'true';

describe('a transfer to somebody', () => {
  it('searches for what was typed, once nobody types', async () => {
    const { controls, asked } = await withDirectory();
    for (const text of ['E', 'Er', ' Er']) await enter(controls, text);
    await search(controls, 'Eri');
    expect(asked.map(({ query }) => query)).to.deep.equal(['Eri']);
  });

  it('keeps a name as it is typed', async () => {
    const { controls, asked } = await withDirectory();
    for (const text of ['Anna-Maria O', 'Support 24/7', 'Zoë (Berlin)', '総務 2']) {
      await enter(controls, text);
      expect(field(controls)?.value).to.equal(text);
      await waitUntil(() => asked.at(-1)?.query === text, text, { timeout: 2000 });
    }
  });

  it('searches for a number too', async () => {
    const { controls, asked } = await withDirectory();
    await search(controls, '+1 202-555');
    expect(asked.map(({ query }) => query.replaceAll(/[^+\d]/g, ''))).to.deep.equal(['+1202555']);
  });

  it('shows the name, the number, what it is and whether it is free, in words', async () => {
    const { controls } = await withDirectory();
    await search(controls, 'e');
    expect(seen(controls)).to.deep.equal([
      'Erin Example Agent · Available · +1 (202) 555-0103',
      'Sam Sample Agent · Busy · 204',
      'Billing Queue · 3 wait · +1 (202) 555-0105',
      'Front door Number · +1 (202) 555-0106',
    ]);
    await expect(controls).to.be.accessible();
  });

  it('says how many were found', async () => {
    const { controls } = await withDirectory();
    await search(controls, 'e');
    const polite = document.querySelector('[data-hs-live=polite]');
    await waitUntil(() => polite?.textContent === 'Found: 4', polite?.textContent ?? '', { timeout: 3000 });
  });

  it('ends the search before', async () => {
    const { controls, asked } = await withDirectory((query) =>
      query === 'E' ? new Promise(() => undefined) : people,
    );
    await enter(controls, 'E');
    await waitUntil(() => asked.length === 1);
    expect(asked[0]?.signal.aborted).to.equal(false);
    await enter(controls, 'Er');
    expect(asked[0]?.signal.aborted).to.equal(true);
  });

  it('shows no answer that comes after another was asked for', async () => {
    const answers = new Map<string, (answer: unknown) => void>();
    const { controls, asked } = await withDirectory(
      (query) => new Promise((resolve) => answers.set(query, resolve)),
    );
    await enter(controls, 'E');
    await waitUntil(() => asked.length === 1);
    await enter(controls, 'Er');
    await waitUntil(() => asked.length === 2);
    answers.get('Er')?.([people[0]]);
    answers.get('E')?.(people);
    await waitUntil(() => options(controls).length > 0);
    await settled();
    expect(seen(controls)).to.have.length(1);
  });

  for (const [how, end] of [
    ['the form is closed', (controls: HsCallControls) => press(controls, 'Transfer')],
    ['the field is emptied', (controls: HsCallControls) => enter(controls, '')],
    [
      'the element goes',
      (controls: HsCallControls) => {
        controls.remove();
        return settled();
      },
    ],
    [
      'the directory goes',
      (controls: HsCallControls) => {
        controls.directory = undefined;
        return controls.updateComplete;
      },
    ],
  ] as const) {
    it(`ends the search when ${how}`, async () => {
      const { controls, asked } = await withDirectory(() => new Promise(() => undefined));
      await enter(controls, 'E');
      await waitUntil(() => asked.length === 1);
      await end(controls);
      expect(asked[0]?.signal.aborted).to.equal(true);
    });
  }

  const failing: Readonly<Record<string, () => unknown>> = {
    'an error': () => Promise.reject(new Error('no network')),
    'an error at once': () => {
      throw new Error('no network');
    },
    nothing: () => undefined,
    'no list': () => ({ people }),
    'a text': () => 'Erin',
    'a list that throws': () => ({
      get then() {
        throw new Error('a trap');
      },
    }),
  };

  for (const [what, answer] of Object.entries(failing)) {
    it(`says at the field that the search failed: ${what}`, async () => {
      const { controls } = await withDirectory(answer);
      await enter(controls, 'Erin');
      await waitUntil(() => listText(controls) === 'The directory could not be searched.', '', {
        timeout: 3000,
      });
      const described = field(controls)?.getAttribute('aria-describedby')?.split(' ') ?? [];
      const texts = described.map((id) => controls.shadowRoot?.getElementById(id)?.textContent.trim());
      expect(texts).to.include('The directory could not be searched.');
      await expect(controls).to.be.accessible();
    });
  }

  it('still hands over to a number that was typed where the search fails', async () => {
    const { controls, voice } = await withDirectory(() => Promise.reject(new Error('no network')));
    await enter(controls, '+1 202-555-0109');
    await press(controls, 'Hand over now');
    expect(voice.sessions).to.have.length(0);
  });

  it('says that nobody was found', async () => {
    const { controls } = await withDirectory(() => []);
    await enter(controls, 'Nobody');
    await waitUntil(() => listText(controls) === 'Nobody found', '', { timeout: 3000 });
    expect(isOpen(controls)).to.equal(false);
  });

  it('leaves out what cannot be shown or called, and shows the rest', async () => {
    const { controls } = await withDirectory(() => [
      null,
      'Erin',
      {},
      { name: 'No number' },
      { name: 'Letters', number: 'call me' },
      { name: 'Too long', number: '12345678901234567890' },
      { name: 'Zero\u202e width\n', number: '+12025550103', kind: 'robot', availability: 7 },
      { name: '', number: '+12025550105', kind: 'number' },
      { name: 'Desk', number: 205, kind: 'agent', availability: 'unavailable' },
    ]);
    await search(controls, 'e');
    expect(seen(controls)).to.deep.equal([
      'Zero width Number · +1 (202) 555-0103',
      '+1 (202) 555-0105 Number',
      'Desk Agent · Unavailable · 205',
    ]);
  });

  it('shows fifty at most, and cuts long names', async () => {
    const { controls } = await withDirectory(() =>
      Array.from({ length: 9000 }, () => ({ name: 'x'.repeat(9999), number: '203', kind: 'agent' })),
    );
    await search(controls, 'e');
    expect(seen(controls)).to.have.length(50);
    expect(seen(controls)[0]?.length).to.be.below(150);
  });

  it('is gone through with the arrow keys, round and round', async () => {
    const { controls } = await withDirectory(() => people.slice(0, 2));
    await search(controls, 'e');
    const walked = [active(controls)?.split(' ')[0]];
    for (const name of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
      expect(await key(controls, name)).to.equal(false);
      walked.push(active(controls)?.split(' ')[0]);
    }
    expect(walked).to.deep.equal([undefined, 'Erin', 'Sam', 'Erin', 'Sam', 'Erin']);
    await expect(controls).to.be.accessible();
  });

  it('takes the chosen one with Enter: the field names them, and what is dialled is told', async () => {
    const { controls } = await withDirectory();
    const asked = collect(controls, 'hs-transfer-request');
    await search(controls, 'e');
    await key(controls, 'ArrowDown');
    expect(await key(controls, 'Enter')).to.equal(false);
    expect(field(controls)?.value).to.equal('Erin Example');
    expect(isOpen(controls)).to.equal(false);
    expect(controls.shadowRoot?.querySelector('[part=formatted]')?.textContent).to.contain(
      '+1 (202) 555-0103',
    );
    expect(asked).to.deep.equal([]);
    await expect(controls).to.be.accessible();
  });

  it('takes the one that is pressed', async () => {
    const { controls } = await withDirectory();
    await search(controls, 'e');
    options(controls)[2]?.click();
    await controls.updateComplete;
    expect(field(controls)?.value).to.equal('Billing');
  });

  it('takes nobody with an Enter that ends the writing of a word', async () => {
    const { controls } = await withDirectory();
    await search(controls, 'e');
    await key(controls, 'ArrowDown');
    await key(controls, 'Enter', { isComposing: true });
    expect(field(controls)?.value).to.equal('e');
  });

  it('hands nothing over by a second Enter that comes too soon', async () => {
    const { controls } = await withDirectory();
    const asked = collect(controls, 'hs-transfer-request');
    prevent(controls, 'hs-transfer-request');
    await search(controls, 'e');
    for (const name of ['ArrowDown', 'Enter', 'Enter']) await sendKeys({ press: name });
    await settled();
    expect(field(controls)?.value).to.equal('Erin Example');
    expect(asked).to.deep.equal([]);
  });

  it('closes the list with Escape first, then the form', async () => {
    const { controls } = await withDirectory();
    await search(controls, 'e');
    await key(controls, 'Escape');
    expect(isOpen(controls)).to.equal(false);
    expect(field(controls)?.value).to.equal('e');
    await key(controls, 'ArrowDown');
    expect(isOpen(controls)).to.equal(true);
    await key(controls, 'Escape');
    await key(controls, 'Escape');
    expect(field(controls)).to.equal(null);
  });

  it('hands over to whom was chosen', async () => {
    const { controls, voice } = await withDirectory();
    const [session] = voice.sessions;
    await search(controls, 'b');
    options(controls)[2]?.click();
    await controls.updateComplete;
    await press(controls, 'Hand over now');
    expect(session?.asked).to.deep.equal(['transfer to +12025550105']);
  });

  it('asks whom was chosen first, whose name the call has then', async () => {
    const { controls, hubspot, voice } = await withDirectory();
    const [session] = voice.sessions;
    await search(controls, 'e');
    options(controls)[0]?.click();
    await controls.updateComplete;
    await press(controls, 'Ask first');
    voice.sessions.at(-1)?.change('state', 'active');
    await controls.updateComplete;
    const consultation = hubspot.bridge.getState().calls.at(-1);
    expect(consultation?.party?.name).to.equal('Erin Example');
    expect(consultation?.toNumber).to.equal('+12025550103');
    expect(names(controls)).to.include.members(['Back to Ada Example', 'Connect them and leave']);
    await expect(controls).to.be.accessible();
    await press(controls, 'Connect them and leave');
    expect(session?.asked.at(-1)).to.equal('transfer to a consultation');
  });

  it('goes back to whom waits', async () => {
    const { controls, voice } = await withDirectory();
    const [session] = voice.sessions;
    await enter(controls, '204');
    await press(controls, 'Ask first');
    voice.sessions.at(-1)?.change('state', 'active');
    await controls.updateComplete;
    await press(controls, 'Back to Ada Example');
    expect(session?.asked.at(-1)).to.equal('hold false');
    expect(names(controls)).not.to.include('Back to Ada Example');
  });

  it('names nobody once the field says another', async () => {
    const { controls, hubspot } = await withDirectory();
    await search(controls, 'e');
    options(controls)[0]?.click();
    await controls.updateComplete;
    await enter(controls, '+1 202-555-0109');
    await press(controls, 'Ask first');
    const { toNumber, party } = hubspot.bridge.getState().calls.at(-1) ?? {};
    expect([toNumber, party?.name]).to.deep.equal(['+12025550109', undefined]);
  });

  it('tells the page whom was chosen', async () => {
    const { controls } = await withDirectory();
    const asked = collect(controls, 'hs-transfer-request');
    prevent(controls, 'hs-transfer-request');
    await search(controls, 'e');
    options(controls)[0]?.click();
    await controls.updateComplete;
    await press(controls, 'Hand over now');
    expect(asked[0]).to.deep.include({ toNumber: '+12025550103', party: { name: 'Erin Example' } });
  });

  it('offers those it was handed to before, while the field is empty, until the user logs out', async () => {
    const { controls, hubspot, call } = await withDirectory();
    expect(isOpen(controls)).to.equal(false);
    await search(controls, 'e');
    options(controls)[1]?.click();
    await controls.updateComplete;
    await press(controls, 'Hand over now');
    await call();
    await enter(controls, '+1 202-555-0109');
    await press(controls, 'Hand over now');
    await call();
    await controls.updateComplete;
    expect(listText(controls)).to.match(/^Recent/);
    expect(seen(controls)).to.deep.equal(['+1 (202) 555-0109 Number', 'Sam Sample Agent · 204']);
    options(controls)[1]?.click();
    await controls.updateComplete;
    expect(field(controls)?.value).to.equal('Sam Sample');
    hubspot.bridge.userLoggedOut();
    hubspot.bridge.userLoggedIn();
    hubspot.bridge.userAvailable();
    await call();
    expect(seen(controls)).to.deep.equal([]);
  });

  for (const none of [undefined, null, 'people', [], {}]) {
    it(`leaves the form as it is without a directory: ${JSON.stringify(none)}`, async () => {
      const { controls } = await withDirectory();
      Object.assign(controls, { directory: none });
      await controls.updateComplete;
      expect(field(controls)?.getAttribute('role')).to.equal(null);
      expect(field(controls)?.type).to.equal('tel');
      await enter(controls, 'Erin');
      await press(controls, 'Ask first');
      expect(controls.shadowRoot?.querySelector('[part=number-error]')?.textContent).to.contain('letters');
    });
  }

  it('may be given while the form is open', async () => {
    const { controls } = await withDirectory();
    controls.directory = undefined;
    await enter(controls, 'Bil');
    controls.directory = () => [...people];
    await waitUntil(() => options(controls).length > 0, 'nobody was found', { timeout: 3000 });
    expect(field(controls)?.value).to.equal('Bil');
  });
});
