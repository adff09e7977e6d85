// The notes in the phone, in the call and after it: whether they are kept, the app's templates, and the size of the field.
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { collect } from '../../src/bridge/testing/fake-hubspot.js';
import type { CallingError } from '../../src/index.js';
import { focused } from '../shared/keep-focus.js';
import { forgetAnnouncements, listen } from '../testing/announcements.js';
import { click, guarded, notesField, phone, ring, seen, settled, talk, type Phone } from './testing/phone.js';

const refund = { label: 'Refund', text: 'Promised a refund.\nWithin 14 days.' };
const later = 'Call back later';

/** In a call, or in the form after it. */
const places = {
  'in a call': async (scene: Phone) => {
    await talk(scene);
  },
  'after a call': async (scene: Phone) => {
    (await talk(scene)).over('hung-up');
    await settled();
  },
};

const writeIn = (scene: Phone, notes: string) => {
  const field = notesField(scene);
  field.focus();
  field.value = notes;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};

/** What the keyboard and the menu of the browser do. */
const edit = (command: 'insertText' | 'undo', text?: string) => {
  (
    document as { execCommand?: (name: string, showsDialog: boolean, text?: string) => boolean }
  ).execCommand?.(command, false, text);
};

/** Types letter by letter. */
async function typeIn(scene: Phone, text: string): Promise<void> {
  notesField(scene).focus();
  for (const letter of text) {
    edit('insertText', letter);
    await settled();
  }
}

const kept = (scene: Phone) => seen(scene, '[part=kept]')[0]?.textContent.trim();
const said = (scene: Phone) => ({ timeout: 3000, is: (text: string) => kept(scene)?.startsWith(text) });
const untilSaid = (scene: Phone, text: string) =>
  waitUntil(() => said(scene).is(text), `“${text}” is said`, { timeout: 3000 });
const written = ({ hubspot }: Phone) => hubspot.bridge.getState().calls.at(-1)?.engagement.notes;

for (const [place, begin] of Object.entries(places)) {
  describe(`the notes ${place}`, () => {
    /** Every text of the status beside the field, from now on. */
    function statusOf(scene: Phone): string[] {
      const texts: string[] = [];
      const [status] = seen(scene, '[part=kept]');
      if (!status) throw new Error('There is no status.');
      const observer = new MutationObserver(() => texts.push(status.textContent.trim()));
      observer.observe(status, { childList: true, characterData: true, subtree: true });
      return texts;
    }

    it('are told to be kept once, when typing rests, and not after each letter', async () => {
      const scene = await phone();
      await begin(scene);
      expect(kept(scene)).to.equal('');
      const texts = statusOf(scene);
      await typeIn(scene, 'Promised');
      expect(texts).to.deep.equal([]);
      await waitUntil(() => texts.length > 0, 'it is said', { timeout: 3000 });
      await typeIn(scene, ' a refund');
      expect([texts, kept(scene), written(scene)]).to.deep.equal([['Kept'], 'Kept', 'Promised a refund']);
      expect(seen(scene, '[part=kept]')[0]?.role).to.equal('status');
      await expect(scene.element).to.be.accessible();
    });

    it('are told to be lost where the browser stores nothing, and nothing that was typed goes', async () => {
      const storage = Storage.prototype as { setItem: unknown };
      const { setItem } = storage;
      storage.setItem = () => {
        throw new DOMException('No', 'QuotaExceededError');
      };
      try {
        const scene = await phone();
        await begin(scene);
        writeIn(scene, 'Promised');
        await untilSaid(scene, 'Not kept: these notes are lost');
        expect([notesField(scene).value, written(scene)]).to.deep.equal(['Promised', 'Promised']);
      } finally {
        storage.setItem = setItem;
      }
    });

    it('are told to be kept as long as there are some', async () => {
      const scene = await phone();
      await begin(scene);
      writeIn(scene, 'Promised');
      await untilSaid(scene, 'Kept');
      writeIn(scene, '');
      await settled();
      expect(kept(scene)).to.equal('');
    });

    it('leave nothing of the trial in the storage', async () => {
      sessionStorage.clear();
      const scene = await phone();
      await begin(scene);
      writeIn(scene, 'Promised');
      await untilSaid(scene, 'Kept');
      expect(Object.keys(sessionStorage)).to.deep.equal([]);
    });
  });

  describe(`a template for the notes ${place}`, () => {
    beforeEach(forgetAnnouncements);

    async function withTemplates(noteTemplates: unknown = [refund, later]) {
      const scene = await phone({ noteTemplates } as Partial<Phone['element']>);
      await begin(scene);
      await waitUntil(() => seen(scene, '[part=templates-button]')[0], 'templates are there');
      return scene;
    }

    const labels = (scene: Phone) => seen(scene, '[part=template]').map((each) => each.textContent.trim());

    async function choose(scene: Phone, label: string) {
      if (labels(scene).length === 0) await click(scene, '[part=templates-button]');
      const found = seen(scene, '[part=template]').find((each) => each.textContent.trim() === label);
      found?.click();
      await settled();
    }

    it('is put into an empty field, and reaches the record', async () => {
      const scene = await withTemplates();
      await choose(scene, 'Refund');
      expect([notesField(scene).value, written(scene)]).to.deep.equal([refund.text, refund.text]);
      expect([labels(scene), focused()]).to.deep.equal([[], notesField(scene)]);
    });

    it('is put on a line of its own behind what was typed', async () => {
      const scene = await withTemplates();
      writeIn(scene, 'Erin');
      await choose(scene, 'Refund');
      await choose(scene, later);
      expect(notesField(scene).value).to.equal(`Erin\n${refund.text}\n${later}`);
    });

    it('is put at the caret, where something is selected too, and overwrites nothing', async () => {
      const scene = await withTemplates();
      writeIn(scene, 'Erin, Monday');
      notesField(scene).setSelectionRange(0, 6);
      await choose(scene, later);
      expect(notesField(scene).value).to.equal(`Erin, ${later}Monday`);
      expect(notesField(scene).selectionEnd).to.equal(6 + later.length);
    });

    it('is taken back by undo', async () => {
      const scene = await withTemplates();
      await typeIn(scene, 'Erin');
      await choose(scene, later);
      expect(notesField(scene).value).to.equal(`Erin\n${later}`);
      edit('undo');
      await waitUntil(() => notesField(scene).value === 'Erin', notesField(scene).value);
      expect(written(scene)).to.equal('Erin');
    });

    it('is chosen by keyboard, and heard', async () => {
      const scene = await withTemplates();
      const { heard, stop } = listen();
      await guarded();
      seen(scene, '[part=templates-button]')[0]?.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => focused()?.textContent.trim() === 'Refund', 'the first has the focus');
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      expect(notesField(scene).value).to.equal(later);
      await waitUntil(() => heard.includes(`Inserted: ${later}`), heard.join(), { timeout: 3000 });
      stop();
    });

    it('is left by Escape, which goes back to the button', async () => {
      const scene = await withTemplates();
      await click(scene, '[part=templates-button]');
      await expect(scene.element).to.be.accessible();
      await sendKeys({ press: 'Escape' });
      await settled();
      expect([labels(scene), focused()?.getAttribute('part')]).to.deep.equal([[], 'templates-button']);
    });

    it('is what it is, and no markup', async () => {
      const text = '<img src=x onerror=alert(1)>';
      const scene = await withTemplates([{ label: '<b>\u202eBold', text }]);
      await click(scene, '[part=templates-button]');
      expect(labels(scene)).to.deep.equal(['<b> Bold']);
      await choose(scene, '<b> Bold');
      expect(notesField(scene).value).to.equal(text);
    });
  });
}

describe('the templates of an app', () => {
  const thrower = {
    get label(): string {
      throw new Error('No');
    },
    text: 'a',
  };
  const many = Array.from({ length: 60 }, (_, i) => `Template ${String(i)}`);
  const wrong: readonly (readonly [given: unknown, words: readonly string[], left: number])[] = [
    ['Refund', ['noteTemplates “Refund”, not a list'], 0],
    [{ label: 'A', text: 'a' }, ['noteTemplates { label: string, text: string }, not a list'], 0],
    [7, ['noteTemplates number, not a list'], 0],
    [['', later], ['noteTemplates[0] “”, not a text'], 1],
    [[later, { label: 'A' }], ['noteTemplates[1] { label: string, text: undefined }'], 1],
    [[later, { label: 7, text: 'a' }], ['noteTemplates[1] { label: number, text: string }'], 1],
    [[null, later, undefined], ['noteTemplates[0] null', 'noteTemplates[2] undefined'], 1],
    [[thrower, later], ['noteTemplates[0] { label: undefined, text: string }'], 1],
    [[later, { label: 'Long', text: 'a'.repeat(5001) }], ['noteTemplates[1]', '1 to 5000 characters'], 1],
    [[later, { label: '\u202e ', text: 'a' }], ['noteTemplates[1]'], 1],
    [[later, '+12025550101'.repeat(500)], ['noteTemplates[1]'], 1],
    [many, ['noteTemplates “60”', '50 at most'], 50],
  ];
  for (const [given, words, left] of wrong) {
    const name = String(words[0]);
    it(`are told where they are wrong, and the rest works: ${name}`, async () => {
      const scene = await phone();
      await talk(scene);
      const errors = collect(scene.element, 'hs-error') as unknown as CallingError[];
      Object.assign(scene.element, { noteTemplates: given });
      await waitUntil(() => errors.length >= (words[1]?.startsWith('note') ? 2 : 1), 'it is told');
      await settled();
      for (const { code, fatal } of errors) expect([code, fatal]).to.deep.equal(['INVALID_CONFIG', false]);
      const all = errors.map(({ message }) => message).join(' ');
      for (const word of words) expect(all).to.contain(word);
      expect(all).not.to.contain('2025550101');
      if (left > 0) await click(scene, '[part=templates-button]');
      expect(seen(scene, '[part=template]')).to.have.length(left);
      expect(seen(scene, '[part=templates-button]')).to.have.length(left > 0 ? 1 : 0);
    });
  }

  it('are those of the call in front', async () => {
    const scene = await phone({ noteTemplates: [later] });
    await talk(scene);
    await waitUntil(() => seen(scene, '[part=templates-button]')[0]);
    await click(scene, '[part=templates-button]');
    await talk(scene, '+12025550103');
    expect(seen(scene, '[part=template]')).to.have.length(0);
    await click(scene, '[part=templates-button]');
    await click(scene, '[part=template]');
    const notes = scene.hubspot.bridge.getState().calls.map(({ engagement }) => engagement.notes);
    expect(notes).to.deep.equal([undefined, later]);
  });
});

describe('the field for the notes', () => {
  for (const [width, height] of [
    [400, 650],
    [320, 600],
  ] as const) {
    for (const [density, style] of Object.entries({
      usual: {},
      compact: { '--hs-space': '3px', '--hs-key-size': '44px', '--hs-font-size': '0.9375rem' },
    })) {
      it(`has the same size in the call and after it: ${String(width)} px wide, ${density}`, async () => {
        const scene = await phone({
          outcomes: [{ id: 'a', label: 'Connected' }],
          noteTemplates: [refund],
        });
        const { box, element } = scene;
        Object.assign(box.style, { inlineSize: `${String(width)}px`, blockSize: `${String(height)}px` });
        element.style.blockSize = `${String(height)}px`;
        for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
        const session = await talk(scene);
        const size = () => {
          const { width: inline, height: block } = notesField(scene).getBoundingClientRect();
          return [inline, block];
        };
        const before = size();
        session.over('hung-up');
        await settled();
        expect(size()).to.deep.equal(before);
        expect(before[0]).to.be.greaterThan(0.8 * width);
        expect(before[1]).to.be.greaterThan(60);
      });
    }
  }
});

describe('“Save and call”', () => {
  const erin = { name: 'Erin Example', objectId: 51, objectTypeId: '0-1' };
  const number = '+12025550103';
  const next = (scene: Phone) =>
    seen(scene, '[part=next-button]')[0]?.innerText.replaceAll(/\s+/g, ' ').trim();
  const asksFor = (scene: Phone, words: string) =>
    waitUntil(() => next(scene)?.startsWith(words), `${String(next(scene))}, not ${words}`);

  async function finished(scene: Phone) {
    (await talk(scene)).over('hung-up');
    await settled();
  }

  it('names whom the list names, with the number', async () => {
    const scene = await phone();
    await finished(scene);
    scene.hubspot.bridge.setDialIntent({ phoneNumber: number, countryCode: undefined, party: erin });
    await asksFor(scene, 'Save and call Erin Example +1 (202) 555-0103');
    await expect(scene.element).to.be.accessible();
  });

  it('names whom the app knows, by the number or by the record that HubSpot named', async () => {
    const scene = await phone();
    const asked: unknown[] = [];
    scene.hubspot.bridge.resolveParty = ({ phoneNumber, objectId }) => {
      asked.push(objectId);
      return phoneNumber === number ? { name: 'Erin Example' } : undefined;
    };
    await finished(scene);
    const calleeInfo = { calleeId: 51, calleeObjectTypeId: '0-1' };
    scene.hubspot.say('DIAL_NUMBER', { phoneNumber: number, calleeInfo });
    await asksFor(scene, 'Save and call Erin Example +1');
    expect(asked.filter((id) => id === 51)).to.have.length(1);
  });

  it('names who had that number before', async () => {
    const scene = await phone();
    const session = await ring(scene, { name: 'Erin Example', number });
    session.over('canceled');
    await settled();
    await finished(scene);
    scene.hubspot.say('DIAL_NUMBER', { phoneNumber: number });
    await asksFor(scene, 'Save and call Erin Example +1');
  });

  it('says the number where nobody knows', async () => {
    const scene = await phone();
    scene.hubspot.bridge.resolveParty = () => Promise.reject(new Error('Down'));
    await finished(scene);
    scene.hubspot.say('DIAL_NUMBER', { phoneNumber: number });
    await asksFor(scene, 'Save and call +1 (202) 555-0103');
  });

  it('keeps a long name on one line', async () => {
    const scene = await phone();
    await finished(scene);
    scene.hubspot.bridge.setDialIntent({
      phoneNumber: number,
      countryCode: undefined,
      party: { name: 'Erin '.repeat(1000) },
    });
    await asksFor(scene, 'Save and call Erin');
    const [name] = seen(scene, '[part=next-button] .name');
    expect(name?.getBoundingClientRect().height).to.be.lessThan(30);
    expect(scene.element.scrollWidth).to.be.at.most(scene.element.clientWidth);
  });
});
