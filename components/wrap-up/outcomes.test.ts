// The outcomes of a call: where they come from, how one is chosen, and which is suggested.
import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { collect, connected, type FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import {
  hubSpotCallOutcomeIds,
  hubSpotCallOutcomes,
  type Call,
  type EndReason,
  type Outcome,
} from '../../src/index.js';
import { de } from '../translations/de.js';
import { translations } from '../translations/testing/languages.js';
import { registerTranslation } from '../shared/localize.js';
import type { HsWrapUp } from './define.js';
import type { Outcomes } from './wrap-up.js';
import './define.js';

const many = (count: number): Outcome[] =>
  Array.from({ length: count }, (_, i) => ({ id: `o${String(i + 1)}`, label: `Outcome ${String(i + 1)}` }));

const three = many(3);

type End = 'COMPLETED' | 'BUSY' | 'NO_ANSWER' | 'REJECTED' | 'CANCELED' | 'FAILED';

/** The form after an outbound call. Only one that was COMPLETED had been answered. */
async function ended(
  given: { readonly [K in keyof HsWrapUp]?: unknown } = {},
  end: End = 'COMPLETED',
  content: unknown = '',
  changes: { readonly endReason?: EndReason } = {},
) {
  const hubspot = connected({ loggedIn: true });
  const element = await fixture<HsWrapUp>(
    html`<hs-wrap-up .bridge=${hubspot.bridge}>${content}</hs-wrap-up>`,
  );
  Object.assign(element, given);
  hubspot.bridge.outgoingCall({ externalCallId: 'a', toNumber: '+12025550101' });
  hubspot.createEngagement(7);
  if (end === 'COMPLETED') hubspot.bridge.callAnswered();
  hubspot.bridge.updateCall(changes);
  hubspot.bridge.callEnded({ callEndStatus: end });
  hubspot.forget();
  await element.updateComplete;
  return { hubspot, element };
}

const all = ({ shadowRoot }: HsWrapUp, selector: string) => [
  ...(shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const tiles = (element: HsWrapUp) => all(element, '[name=outcome]') as HTMLInputElement[];
const labels = (element: HsWrapUp) =>
  all(element, '[part=outcome] span').map(({ textContent }) => textContent);
const chosen = (element: HsWrapUp) => tiles(element).find(({ checked }) => checked)?.value;
const textOf = (element: HsWrapUp, selector: string) => all(element, selector)[0]?.textContent.trim();
const list = (element: HsWrapUp) => all(element, 'select')[0] as HTMLSelectElement | undefined;

async function press(element: HsWrapUp, selector: string): Promise<void> {
  all(element, selector)[0]?.click();
  await element.updateComplete;
  await aTimeout(0);
}

/** Just after a change of screen, keys that a person presses do nothing. */
const untilKeysCount = ({ style }: HsWrapUp) => waitUntil(() => style.pointerEvents === '', 'keys count');

const save = (element: HsWrapUp) => press(element, '[part=save-button]');

/** What was saved as the outcome of each call. */
const saved = (hubspot: FakeHubSpot) =>
  hubspot.heard
    .filter(({ type }) => type === 'CALL_COMPLETED')
    .map(
      ({ data }) =>
        (data as { engagementProperties: Record<string, string> }).engagementProperties[
          'hs_call_disposition'
        ],
    );

/** A function for outcomes that is answered by the test. */
function loader() {
  const asked: {
    call: Call;
    signal: AbortSignal;
    answer: (value: unknown) => void;
    fail: (why: unknown) => void;
  }[] = [];
  const outcomes = (call: Call, signal: AbortSignal) =>
    new Promise<readonly Outcome[]>((resolve, reject) => {
      asked.push({ call, signal, answer: resolve as (value: unknown) => void, fail: reject });
    });
  return { asked, outcomes };
}

describe('the outcomes of a call', () => {
  describe('that HubSpot has by itself', () => {
    it('are six, each with the id that HubSpot gives it', () => {
      expect(Object.fromEntries(hubSpotCallOutcomes.map(({ label, id }) => [label, id]))).to.deep.equal({
        Busy: '9d9162e7-6cf3-4944-bf63-4dff82258764',
        Connected: 'f240bbac-87c9-4f6e-bf70-924b57d47db7',
        'Left live message': 'a4c4c377-d246-4b32-a13b-75a56a4cd0ff',
        'Left voicemail': 'b2cf5968-551e-4856-9783-52b3da59a7d0',
        'No answer': '73a0d17f-1163-4015-bdd5-ec830791da20',
        'Wrong number': '17b47fee-58de-441e-a44c-c6300d46f273',
      });
    });

    for (const terms of translations) {
      it(`are shown in the language of the page: ${terms.$name}`, async () => {
        registerTranslation(terms);
        const { element } = await ended({ outcomes: hubSpotCallOutcomes, lang: terms.$code });
        expect(labels(element)).to.deep.equal([
          terms['outcome.connected'],
          terms['outcome.leftVoicemail'],
          terms['outcome.noAnswer'],
          terms['outcome.busy'],
          terms['outcome.leftLiveMessage'],
          terms['outcome.wrongNumber'],
        ]);
      });
    }

    it('are called as the account calls them, where it has changed a name', async () => {
      registerTranslation(de);
      const outcomes = [
        { id: hubSpotCallOutcomeIds.busy, label: 'Belegt' },
        { id: hubSpotCallOutcomeIds.connected, label: 'Connected' },
        { id: 'own', label: 'Connected' },
      ];
      const { element } = await ended({ outcomes, lang: 'de' });
      expect(labels(element)).to.deep.equal(['Belegt', de['outcome.connected'], 'Connected']);
    });
  });

  describe('up to six', () => {
    it('are tiles, of which one is chosen', async () => {
      const { hubspot, element } = await ended({ outcomes: many(6) });
      expect([tiles(element).length, list(element)]).to.deep.equal([6, undefined]);
      expect(chosen(element)).to.equal(undefined);
      await press(element, '[value=o2]');
      await press(element, '[value=o5]');
      expect(chosen(element)).to.equal('o5');
      await expect(element).to.be.accessible();
      await save(element);
      expect(saved(hubspot)).to.deep.equal(['o5']);
    });

    it('can be gone through with the arrow keys', async () => {
      const { element } = await ended({ outcomes: three });
      await untilKeysCount(element);
      element.focus();
      await element.updateComplete;
      // Not the same key twice: WebKit's driver takes that for one press.
      for (const [key, outcome] of [
        ['ArrowDown', 'o2'],
        ['ArrowRight', 'o3'],
        ['ArrowUp', 'o2'],
      ] as const) {
        await sendKeys({ press: key });
        await element.updateComplete;
        expect(chosen(element)).to.equal(outcome);
      }
    });

    for (const before of ['', 'ArrowDown']) {
      it(`are one stop of the Tab key${before && ', also where one is chosen'}`, async () => {
        const { element } = await ended({ outcomes: three });
        await untilKeysCount(element);
        element.focus();
        await element.updateComplete;
        if (before) await sendKeys({ press: before });
        await element.updateComplete;
        await sendKeys({ press: 'Tab' });
        expect(element.shadowRoot?.activeElement?.localName).to.equal('textarea');
      });
    }

    it('are taken back by a second press, not by a double click, and not where one is required', async () => {
      const { hubspot, element } = await ended({ outcomes: three });
      await press(element, '[value=o2]');
      tiles(element)[1]?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
      await element.updateComplete;
      expect(chosen(element)).to.equal('o2');
      await press(element, '[value=o2]');
      expect(chosen(element)).to.equal(undefined);
      element.outcomeRequired = true;
      await element.updateComplete;
      await press(element, '[value=o2]');
      await press(element, '[value=o2]');
      expect(chosen(element)).to.equal('o2');
      await save(element);
      expect(saved(hubspot)).to.deep.equal(['o2']);
    });
  });

  it('are a list if they are more than six', async () => {
    const { hubspot, element } = await ended({ outcomes: many(7) });
    const select = list(element);
    expect([tiles(element).length, select?.options.length]).to.deep.equal([0, 8]);
    expect(select?.labels[0]?.textContent.trim()).to.equal('Outcome');
    await expect(element).to.be.accessible();
    Object.assign(select ?? {}, { value: 'o7' });
    select?.dispatchEvent(new Event('change'));
    await save(element);
    expect(saved(hubspot)).to.deep.equal(['o7']);
  });

  describe('by number keys', () => {
    it('are chosen from anywhere in the form that takes no text', async () => {
      const { element } = await ended({ outcomes: many(6) });
      await untilKeysCount(element);
      all(element, '[part=save-button]')[0]?.focus();
      for (const [key, id] of [
        ['2', 'o2'],
        ['6', 'o6'],
        ['1', 'o1'],
      ] as const) {
        await sendKeys({ press: key });
        await element.updateComplete;
        expect(chosen(element)).to.equal(id);
      }
      expect(element.shadowRoot?.activeElement?.part.value).to.equal('save-button');
      tiles(element)[0]?.focus();
      await sendKeys({ press: '4' });
      await waitUntil(() => element.shadowRoot?.activeElement === tiles(element)[3], 'the focus goes along');
      await sendKeys({ press: '9' });
      await element.updateComplete;
      expect(chosen(element)).to.equal('o4');
    });

    it('are not chosen by a key that was meant for the screen before', async () => {
      const { element } = await ended({ outcomes: three });
      all(element, '[part=save-button]')[0]?.focus();
      await sendKeys({ press: '2' });
      await element.updateComplete;
      expect(chosen(element)).to.equal(undefined);
    });

    it('are not chosen in the notes, in a field of the app, nor together with another key', async () => {
      const field = html`<label>Ticket <input /></label>`;
      const { element } = await ended({ outcomes: three }, 'COMPLETED', field);
      await untilKeysCount(element);
      const notes = all(element, 'textarea')[0] as HTMLTextAreaElement;
      notes.focus();
      await sendKeys({ press: '2' });
      const input = element.querySelector('input');
      input?.focus();
      await sendKeys({ press: '3' });
      for (const name of ['ctrlKey', 'altKey', 'metaKey']) {
        const event = new KeyboardEvent('keydown', { key: '1', bubbles: true, [name]: true });
        tiles(element)[0]?.dispatchEvent(event);
      }
      await element.updateComplete;
      expect([notes.value, input?.value, chosen(element)]).to.deep.equal(['2', '3', undefined]);
    });

    it('are chosen on a keyboard that types digits with Shift', async () => {
      const { element } = await ended({ outcomes: three });
      const event = new KeyboardEvent('keydown', { key: 'é', code: 'Digit2', bubbles: true });
      tiles(element)[0]?.dispatchEvent(event);
      await element.updateComplete;
      expect(chosen(element)).to.equal('o2');
    });

    it('choose from a list too', async () => {
      const { hubspot, element } = await ended({ outcomes: many(9) });
      all(element, '[part=save-button]')[0]?.dispatchEvent(
        new KeyboardEvent('keydown', { key: '9', bubbles: true }),
      );
      await element.updateComplete;
      expect(list(element)?.value).to.equal('o9');
      await save(element);
      expect(saved(hubspot)).to.deep.equal(['o9']);
    });
  });

  describe('from a function', () => {
    it('are asked for once, with the call and a signal', async () => {
      const { asked, outcomes } = loader();
      const { element } = await ended({ outcomes });
      element.requestUpdate();
      await element.updateComplete;
      expect(
        asked.map(({ call, signal }) => [call.externalCallId, call.phase, signal.aborted]),
      ).to.deep.equal([['a', 'wrap-up', false]]);
      expect(textOf(element, '[part=loading]')).to.equal('Loading the outcomes…');
      await expect(element).to.be.accessible();
      asked[0]?.answer(three);
      await waitUntil(() => tiles(element).length === 3, 'they are shown');
      expect(textOf(element, '[part=loading]')).to.equal('');
    });

    it('may be told at once', async () => {
      const { element } = await ended({ outcomes: () => three });
      await waitUntil(() => tiles(element).length === 3, 'they are shown');
    });

    it('do not keep anybody from saving meanwhile', async () => {
      const { asked, outcomes } = loader();
      const { hubspot, element } = await ended({ outcomes });
      await save(element);
      expect(saved(hubspot)).to.deep.equal([undefined]);
      expect(asked[0]?.signal.aborted).to.equal(true);
    });

    it('are waited for where one is required', async () => {
      const { asked, outcomes } = loader();
      const { hubspot, element } = await ended({ outcomes, outcomeRequired: true });
      await save(element);
      expect([saved(hubspot), textOf(element, '#error')]).to.deep.equal([
        [],
        'Choose an outcome to save the call.',
      ]);
      asked[0]?.answer(three);
      await waitUntil(() => tiles(element).length === 3, 'they are shown');
      await press(element, '[value=o3]');
      await save(element);
      expect(saved(hubspot)).to.deep.equal(['o3']);
    });

    const failures: readonly (readonly [what: string, outcomes: unknown, got: string])[] = [
      ['rejects', () => Promise.reject(new Error('500 for +12025550123')), '500 for +1•••••0123'],
      [
        'throws',
        () => {
          throw new Error('Gone');
        },
        'Gone',
      ],
      ['is aborted by its own timeout', () => Promise.reject(new DOMException('no')), 'no'],
      [
        'answers with an object',
        () => Promise.resolve({ outcomes: three }),
        'object, not a list of { id, label }',
      ],
      ['answers with nothing', () => Promise.resolve(), 'undefined, not a list of { id, label }'],
      [
        'answers with what is no outcome',
        () => Promise.resolve(['Busy']),
        'object, not a list of { id, label }',
      ],
    ];
    for (const [what, outcomes, got] of failures) {
      it(`that ${what} can be tried again`, async () => {
        const { element } = await ended();
        const errors: unknown[] = [];
        element.addEventListener('hs-error', (event) => errors.push((event as CustomEvent).detail));
        element.outcomes = outcomes as Outcomes;
        await waitUntil(() => all(element, '[part=retry-button]').length > 0, 'it can be tried again');
        expect(textOf(element, '[part=error][role=alert]')).to.equal('The outcomes could not be loaded.');
        expect(errors).to.deep.equal([
          {
            code: 'OUTCOMES_FAILED',
            message: `The outcomes of a call could not be loaded. Got: ${got}`,
            fatal: false,
          },
        ]);
        await expect(element).to.be.accessible();
      });
    }

    it('are shown after the second try', async () => {
      const { asked, outcomes } = loader();
      const { hubspot, element } = await ended({ outcomes });
      asked[0]?.fail(new Error('Down'));
      await waitUntil(() => all(element, '[part=retry-button]').length > 0, 'it can be tried again');
      await press(element, '[part=retry-button]');
      expect([asked.length, all(element, '[part=retry-button]').length]).to.deep.equal([2, 0]);
      asked[1]?.answer(three);
      await waitUntil(() => tiles(element).length === 3, 'they are shown');
      await press(element, '[value=o1]');
      await save(element);
      expect(saved(hubspot)).to.deep.equal(['o1']);
    });

    it('are those of the call that is shown, however late the other answer is', async () => {
      const { asked, outcomes } = loader();
      const { hubspot, element } = await ended({ outcomes });
      await save(element);
      hubspot.bridge.outgoingCall({ externalCallId: 'b', toNumber: '+12025550103' });
      hubspot.bridge.callEnded();
      await element.updateComplete;
      asked[1]?.answer(many(2));
      await waitUntil(() => tiles(element).length === 2, 'those of the second');
      asked[0]?.answer(three);
      await aTimeout(0);
      await element.updateComplete;
      expect(tiles(element)).to.have.length(2);
    });

    it('are not asked for again by a framework that gives a new function each time', async () => {
      let count = 0;
      const given = () => () => {
        count += 1;
        return three;
      };
      const { element } = await ended({ outcomes: given() });
      await waitUntil(() => tiles(element).length === 3, 'they are shown');
      element.outcomes = given();
      await element.updateComplete;
      expect([count, tiles(element).length]).to.deep.equal([1, 3]);
    });

    it('are aborted when the element goes', async () => {
      const { asked, outcomes } = loader();
      const { element } = await ended({ outcomes });
      element.remove();
      expect(asked[0]?.signal.aborted).to.equal(true);
    });
  });

  describe('as an app may give them', () => {
    const odd: readonly (readonly [what: string, outcomes: unknown, ids: readonly string[]])[] = [
      ['nothing', undefined, []],
      ['null', null, []],
      ['a text', 'Busy', []],
      ['an object', { id: 'a', label: 'A' }, []],
      ['holes', [null, undefined, 1, 'a', { id: 'a', label: 'A' }], ['a']],
      [
        'no label',
        [{ id: 'a' }, { id: 'b', label: 7 }, { id: 'c', label: ' ' }, { id: 'd', label: 'D' }],
        ['d'],
      ],
      ['numbers as ids', [{ id: 7, label: 'A' }], ['7']],
      [
        'the same id twice',
        [
          { id: 'a', label: 'A' },
          { id: 'a', label: 'B' },
        ],
        ['a'],
      ],
    ];
    for (const [what, outcomes, ids] of odd) {
      it(`with ${what}`, async () => {
        const { hubspot, element } = await ended({ outcomes });
        expect(tiles(element).map(({ value }) => value)).to.deep.equal(ids);
        await save(element);
        expect(saved(hubspot)).to.deep.equal([undefined]);
      });
    }

    it('by the thousand are bounded', async () => {
      const { element } = await ended({ outcomes: many(100_000) });
      expect(list(element)?.options.length).to.equal(201);
    });

    it('late, keep what was chosen', async () => {
      const { hubspot, element } = await ended();
      hubspot.bridge.updateCall({ engagement: { outcome: 'o2' } });
      element.outcomes = three;
      await element.updateComplete;
      expect(chosen(element)).to.equal('o2');
      element.outcomes = many(9);
      await element.updateComplete;
      expect(list(element)?.value).to.equal('o2');
      element.outcomes = three;
      await element.updateComplete;
      expect(chosen(element)).to.equal('o2');
      await save(element);
      expect(saved(hubspot)).to.deep.equal(['o2']);
    });

    it('without the one that was chosen, show that one too', async () => {
      const { hubspot, element } = await ended({ outcomes: hubSpotCallOutcomes });
      await press(element, `[value="${hubSpotCallOutcomeIds.wrongNumber}"]`);
      element.outcomes = many(2);
      await element.updateComplete;
      expect(labels(element)).to.deep.equal(['Outcome 1', 'Outcome 2', 'Wrong number']);
      expect(chosen(element)).to.equal(hubSpotCallOutcomeIds.wrongNumber);
      await save(element);
      expect(saved(hubspot)).to.deep.equal([hubSpotCallOutcomeIds.wrongNumber]);
    });
  });

  describe('that the end suggests', () => {
    const { busy, noAnswer, leftVoicemail, connected: talked } = hubSpotCallOutcomeIds;
    for (const [end, outcome] of [
      ['BUSY', busy],
      ['NO_ANSWER', noAnswer],
      ['REJECTED', noAnswer],
      ['CANCELED', undefined],
      ['FAILED', undefined],
      ['COMPLETED', undefined],
    ] as const) {
      it(`${end}: ${outcome ?? 'none'}`, async () => {
        const { hubspot, element } = await ended({ outcomes: hubSpotCallOutcomes }, end);
        expect([chosen(element), textOf(element, '[part=suggested]')]).to.deep.equal([
          outcome,
          outcome && 'Suggested',
        ]);
        await expect(element).to.be.accessible();
        await save(element);
        expect(saved(hubspot)).to.deep.equal([outcome]);
      });
    }

    it('is “Left voicemail” where the phone has left a recorded message', async () => {
      const given = { outcomes: hubSpotCallOutcomes };
      const { hubspot, element } = await ended(given, 'COMPLETED', '', { endReason: 'voicemail' });
      expect([chosen(element), textOf(element, '[part=suggested]')]).to.deep.equal([
        leftVoicemail,
        'Suggested',
      ]);
      await save(element);
      expect(saved(hubspot)).to.deep.equal([leftVoicemail]);
    });

    it('can be changed, and is no suggestion then', async () => {
      const { hubspot, element } = await ended({ outcomes: hubSpotCallOutcomes }, 'BUSY');
      await press(element, `[value="${leftVoicemail}"]`);
      expect([chosen(element), textOf(element, '[part=suggested]')]).to.deep.equal([
        leftVoicemail,
        undefined,
      ]);
      await save(element);
      expect(saved(hubspot)).to.deep.equal([leftVoicemail]);
    });

    it('can be confirmed, and then taken back', async () => {
      const { hubspot, element } = await ended({ outcomes: hubSpotCallOutcomes }, 'BUSY');
      await press(element, `[value="${busy}"]`);
      expect([chosen(element), textOf(element, '[part=suggested]')]).to.deep.equal([busy, undefined]);
      await press(element, `[value="${busy}"]`);
      expect([chosen(element), textOf(element, '[part=suggested]')]).to.deep.equal([undefined, undefined]);
      await save(element);
      expect(saved(hubspot)).to.deep.equal([undefined]);
    });

    it('is not saved by Skip, nor by an app that saves without the form', async () => {
      const one = await ended({ outcomes: hubSpotCallOutcomes }, 'BUSY');
      await press(one.element, '[part=skip-button]');
      const other = await ended({ outcomes: hubSpotCallOutcomes }, 'BUSY');
      other.hubspot.bridge.callCompleted();
      expect([...saved(one.hubspot), ...saved(other.hubspot)]).to.deep.equal([undefined, undefined]);
    });

    it('is none where the account has no such outcome', async () => {
      const { element } = await ended({ outcomes: three }, 'BUSY');
      expect([chosen(element), textOf(element, '[part=suggested]')]).to.deep.equal([undefined, undefined]);
    });

    for (const outcomeRequired of [false, true]) {
      it(`may be told by the app, which has heard a machine${outcomeRequired ? ', also where one is required' : ''}`, async () => {
        const { hubspot, element } = await ended({ outcomes: hubSpotCallOutcomes, outcomeRequired });
        hubspot.bridge.updateCall({ engagement: { suggestedOutcome: leftVoicemail } });
        await element.updateComplete;
        expect([chosen(element), textOf(element, '[part=suggested]')]).to.deep.equal([
          leftVoicemail,
          'Suggested',
        ]);
        await save(element);
        expect(saved(hubspot)).to.deep.equal([leftVoicemail]);
      });
    }

    it('does not replace what was chosen in the call', async () => {
      const { hubspot, element } = await ended({ outcomes: hubSpotCallOutcomes });
      hubspot.bridge.updateCall({ engagement: { outcome: talked, suggestedOutcome: leftVoicemail } });
      await element.updateComplete;
      expect([chosen(element), textOf(element, '[part=suggested]')]).to.deep.equal([talked, undefined]);
    });

    it('is marked in a list too', async () => {
      const { element } = await ended({ outcomes: [...hubSpotCallOutcomes, ...three] }, 'NO_ANSWER');
      expect([list(element)?.value, textOf(element, '[part=suggested]')]).to.deep.equal([
        noAnswer,
        'Suggested',
      ]);
    });
  });

  it('raise one request to save, with what is suggested in the draft', async () => {
    const { hubspot, element } = await ended({ outcomes: hubSpotCallOutcomes }, 'BUSY');
    const requests = collect(element, 'hs-complete-request');
    await save(element);
    expect(requests).to.have.length(1);
    expect(hubspot.bridge.getState().calls[0]?.engagement.outcome).to.equal(hubSpotCallOutcomeIds.busy);
  });
});
