// The keyboard of the phone: shortcuts that work while the focus is inside, how an app changes them, and their list.
import { expect, waitUntil } from '@open-wc/testing';
import { collect } from '../../src/bridge/testing/fake-hubspot.js';
import type { CallingError } from '../../src/index.js';
import { focused } from '../shared/keep-focus.js';
import { forgetAnnouncements, listen } from '../testing/announcements.js';
import { findAll, findSeen as seen } from '../testing/find-all.js';
import type { HsCallingWidget } from './define.js';
import { phone, ring, settled, talk, type Phone } from './testing/phone.js';
import '../translations/de.js';
import '../translations/es.js';
import '../translations/fr.js';

/** What a keyboard says when a key is pressed. */
type Press = Pick<
  KeyboardEventInit,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat'
>;

const withAltShift = (letter: string): Press => ({
  key: letter,
  code: `Key${letter}`,
  altKey: true,
  shiftKey: true,
});

/** Presses a key where the focus is. Returns whether the phone took it. */
function press(keys: Press, target = focused() ?? document.body): boolean {
  const event = new KeyboardEvent('keydown', { ...keys, bubbles: true, composed: true, cancelable: true });
  target.dispatchEvent(event);
  return event.defaultPrevented;
}

/** Focuses something in the phone, and waits until its shortcuts are there. */
async function focusIn({ box }: Phone, selector: string) {
  const [target] = seen(box, selector);
  target?.focus();
  await waitUntil(() => findAll(box, '[aria-keyshortcuts]').length > 0, 'the shortcuts are there');
  return target;
}

/** In a call, with the focus in its notes. */
async function inNotes(shortcuts?: HsCallingWidget['shortcuts']) {
  const scene = await phone({ shortcuts });
  const session = await talk(scene);
  await focusIn(scene, '[part=notes]');
  return { ...scene, session };
}

const requests = [
  'hs-mute-request',
  'hs-hold-request',
  'hs-hang-up-request',
  'hs-answer-request',
  'hs-complete-request',
  'hs-call-request',
] as const;

/** The requests that the phone raises from now on, by name. */
function asked({ element }: Pick<Phone, 'element'>): string[] {
  const names: string[] = [];
  for (const name of requests) element.addEventListener(name, () => names.push(name));
  return names;
}

describe('a shortcut of <hs-calling-widget>', () => {
  const inCall = { M: 'hs-mute-request', H: 'hs-hold-request', E: 'hs-hang-up-request' };
  for (const [letter, request] of Object.entries(inCall)) {
    it(`Alt+Shift+${letter} raises ${request}, also from the notes`, async () => {
      const scene = await inNotes();
      const names = asked(scene);
      expect(press(withAltShift(letter))).to.equal(true);
      expect(names).to.deep.equal([request]);
    });
  }

  it('answers a call that rings', async () => {
    const scene = await phone();
    await ring(scene);
    await focusIn(scene, '[part=decline-button]');
    const names = asked(scene);
    press(withAltShift('P'));
    expect(names).to.deep.equal(['hs-answer-request']);
  });

  it('saves the form, from its notes', async () => {
    const scene = await phone();
    (await talk(scene)).over('hung-up');
    await settled();
    await focusIn(scene, '[part=notes]');
    const names = asked(scene);
    press(withAltShift('S'));
    expect(names).to.deep.equal(['hs-complete-request']);
  });

  it('saves the form and calls the next number', async () => {
    const scene = await phone();
    (await talk(scene)).over('hung-up');
    scene.hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550103' });
    await settled();
    await focusIn(scene, '[part=notes]');
    const names = asked(scene);
    press(withAltShift('N'));
    expect(names).to.deep.equal(['hs-complete-request', 'hs-call-request']);
  });

  describe('for the next', () => {
    const queue = ['+12025550103', '+12025550104'].map((phoneNumber) => ({ phoneNumber }));

    async function withQueue() {
      const scene = await phone({ queue });
      await waitUntil(() => seen(scene.box, '[part=skip-button]')[0], 'the list is there', { timeout: 5000 });
      const reasons: string[] = [];
      scene.element.addEventListener('hs-queue-change', ({ detail }) => reasons.push(detail.reason));
      return { ...scene, reasons };
    }

    it('leaves out who is next in the list', async () => {
      const scene = await withQueue();
      const button = await focusIn(scene, '[part=skip-button]');
      expect(button?.getAttribute('aria-keyshortcuts')).to.equal('Alt+Shift+N');
      expect(press(withAltShift('N'))).to.equal(true);
      expect(scene.reasons).to.deep.equal(['skipped']);
    });

    it('saves and calls where there is a form, and leaves nobody out', async () => {
      const scene = await withQueue();
      (await talk(scene)).over('hung-up');
      scene.hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550103' });
      await settled();
      await focusIn(scene, '[part=notes]');
      const names = asked(scene);
      press(withAltShift('N'));
      await settled();
      expect(names).to.deep.equal(['hs-complete-request', 'hs-call-request']);
      expect(scene.reasons).not.to.contain('skipped');
    });

    it('does nothing in a call, where the list has no button', async () => {
      const scene = await withQueue();
      await talk(scene);
      await focusIn(scene, '[part=notes]');
      scene.reasons.length = 0;
      expect(press(withAltShift('N'))).to.equal(false);
      expect(scene.reasons).to.deep.equal([]);
    });
  });

  it('does nothing where its button is not there', async () => {
    const scene = await inNotes();
    const names = asked(scene);
    for (const letter of ['P', 'S', 'N']) expect(press(withAltShift(letter)), letter).to.equal(false);
    expect(names).to.deep.equal([]);
  });

  it('does nothing while the focus is outside', async () => {
    const scene = await inNotes();
    scene.box.querySelector('input')?.focus();
    const names = asked(scene);
    for (const target of [focused() ?? document.body, document.body]) {
      expect(press(withAltShift('M'), target)).to.equal(false);
    }
    expect(names).to.deep.equal([]);
  });

  const others: Readonly<Record<string, Press>> = {
    'without a modifier': { key: 'm', code: 'KeyM' },
    'with Shift alone': { key: 'M', code: 'KeyM', shiftKey: true },
    'with one modifier less': { key: 'm', code: 'KeyM', altKey: true },
    'with one modifier more': { ...withAltShift('M'), ctrlKey: true },
    'where another letter has its place': { ...withAltShift('A'), code: 'KeyM' },
  };
  for (const [name, keys] of Object.entries(others)) {
    it(`is not the same letter ${name}`, async () => {
      const scene = await inNotes();
      const names = asked(scene);
      expect(press(keys)).to.equal(false);
      expect(names).to.deep.equal([]);
    });
  }

  const signs = {
    'macOS makes a sign of it': 'Â',
    'it is a dead key': 'Dead',
    'the letters are Cyrillic': 'Ь',
  };
  for (const [name, key] of Object.entries(signs)) {
    it(`is known by the place of its key where ${name}`, async () => {
      const scene = await inNotes();
      const names = asked(scene);
      expect(press({ ...withAltShift('M'), key })).to.equal(true);
      expect(names).to.deep.equal(['hs-mute-request']);
    });
  }

  it('is pressed once, however long the key is held down', async () => {
    const scene = await inNotes();
    const names = asked(scene);
    press(withAltShift('M'));
    expect(press({ ...withAltShift('M'), repeat: true })).to.equal(true);
    expect(names).to.deep.equal(['hs-mute-request']);
  });

  it('does nothing while its button is busy', async () => {
    const scene = await inNotes();
    scene.session.setHeld = () => new Promise(() => undefined);
    const names = asked(scene);
    press(withAltShift('H'));
    await waitUntil(() => seen(scene.box, '[name=hold][aria-disabled=true]').length === 1);
    press(withAltShift('H'));
    expect(names).to.deep.equal(['hs-hold-request']);
  });

  it('presses the button of the app’s own part', async () => {
    const scene = await phone();
    await talk(scene);
    const own = document.createElement('div');
    own.slot = 'call-controls';
    own.innerHTML = '<button part="end-button">Stop</button>';
    scene.element.append(own);
    await settled();
    let pressed = 0;
    own.addEventListener('click', () => (pressed += 1));
    await focusIn(scene, '[part=end-button]');
    press(withAltShift('E'));
    expect(pressed).to.equal(1);
  });

  it('says that the microphone is off, and on again', async () => {
    forgetAnnouncements();
    await inNotes();
    const { heard, stop } = listen();
    press(withAltShift('M'));
    await waitUntil(() => heard.includes('You are muted'));
    press(withAltShift('M'));
    await waitUntil(() => heard.includes('You are not muted any more'));
    press(withAltShift('M'));
    await waitUntil(() => heard.filter((words) => words === 'You are muted').length === 2);
    stop();
  });
});

describe('the shortcuts of an app', () => {
  const altO: Press = { key: 'o', code: 'KeyO', altKey: true };

  it('replace the default one by one', async () => {
    const scene = await inNotes({ mute: 'Alt+O' });
    const names = asked(scene);
    expect(press(withAltShift('M'))).to.equal(false);
    press(altO);
    press(withAltShift('H'));
    expect(names).to.deep.equal(['hs-mute-request', 'hs-hold-request']);
  });

  const pressed: readonly (readonly [shortcut: string, keys: Press])[] = [
    ['alt + o', altO],
    ['Ctrl+Enter', { key: 'Enter', code: 'Enter', ctrlKey: true }],
    ['Control+Shift+F8', { key: 'F8', code: 'F8', ctrlKey: true, shiftKey: true }],
    ['Alt+Shift+1', { key: '!', code: 'Digit1', altKey: true, shiftKey: true }],
    ['Meta+Shift+m', { key: 'm', code: 'KeyM', metaKey: true, shiftKey: true }],
  ];
  for (const [shortcut, keys] of pressed) {
    it(`may be ${shortcut}`, async () => {
      const scene = await inNotes({ mute: shortcut });
      const names = asked(scene);
      expect(press(keys)).to.equal(true);
      expect(names).to.deep.equal(['hs-mute-request']);
    });
  }

  it('turn one off with an empty text', async () => {
    const scene = await inNotes({ end: '' });
    const names = asked(scene);
    expect(press(withAltShift('E'))).to.equal(false);
    press(withAltShift('M'));
    expect(names).to.deep.equal(['hs-mute-request']);
  });

  it('turn all off with false, also as an attribute', async () => {
    const scene = await inNotes();
    for (const turnOff of [
      () => (scene.element.shortcuts = false),
      () => {
        scene.element.shortcuts = {};
        scene.element.setAttribute('shortcuts', 'false');
      },
    ]) {
      turnOff();
      await scene.element.updateComplete;
      const names = asked(scene);
      expect(press(withAltShift('M'))).to.equal(false);
      expect(names).to.deep.equal([]);
    }
    seen(scene.box, '[part=menu-button]')[0]?.click();
    await settled();
    expect(seen(scene.box, '[part=shortcuts-button]')).to.have.length(0);
  });

  const wrong: readonly (readonly [given: unknown, words: readonly string[]])[] = [
    [{ mute: 'M' }, ['shortcuts.mute “M”', 'Alt+Shift+M']],
    [{ mute: 'Shift+M' }, ['shortcuts.mute “Shift+M”', 'Ctrl, Alt or Meta']],
    [{ hold: 'Alt+Hold' }, ['shortcuts.hold “Alt+Hold”']],
    [{ end: 'Hyper+E' }, ['shortcuts.end “Hyper+E”']],
    [{ end: 'Alt+' }, ['shortcuts.end “Alt+”']],
    [{ end: 5 }, ['shortcuts.end “5”']],
    [{ mutte: 'Alt+M' }, ['shortcuts.mutte', 'mute, hold, end, answer, save, next']],
    [{ mute: 'Alt+O', end: 'alt+o' }, ['shortcuts.end “alt+o”', 'mute']],
    ['Alt+M', ['shortcuts “Alt+M”']],
  ];
  for (const [given, words] of wrong) {
    it(`are told where they are wrong: ${JSON.stringify(given)}`, async () => {
      const { element } = await phone();
      const errors = collect(element, 'hs-error') as unknown as CallingError[];
      element.shortcuts = given as HsCallingWidget['shortcuts'];
      await waitUntil(() => errors.length > 0);
      expect(errors).to.have.length(1);
      const [error] = errors;
      expect(error?.code).to.equal('INVALID_CONFIG');
      expect(error?.fatal).to.equal(false);
      for (const word of words) expect(error?.message).to.contain(word);
    });
  }

  it('stay the default where they are wrong', async () => {
    const scene = await inNotes({ mute: 'M', hold: 'Alt+O' });
    const names = asked(scene);
    press(withAltShift('M'));
    press(altO);
    expect(names).to.deep.equal(['hs-mute-request', 'hs-hold-request']);
  });
});

describe('the list of shortcuts', () => {
  async function opened(shortcuts?: HsCallingWidget['shortcuts'], given: Partial<HsCallingWidget> = {}) {
    const scene = await phone({ ...given, shortcuts });
    seen(scene.box, '[part=menu-button]')[0]?.click();
    await settled();
    seen(scene.box, '[part=shortcuts-button]')[0]?.click();
    await waitUntil(() => focused()?.getAttribute('part') === 'shortcuts-title');
    return scene;
  }
  const rows = ({ box }: Phone) =>
    seen(box, '[part=shortcuts] dt').map((word) => [
      word.innerText,
      [...(word.nextElementSibling?.querySelectorAll('kbd') ?? [])].map((key) => key.innerText).join('+'),
    ]);

  it('is opened from the menu, and says each with its keys', async () => {
    const scene = await opened();
    expect(rows(scene)).to.deep.equal([
      ['Mute', 'Alt+Shift+M'],
      ['Hold', 'Alt+Shift+H'],
      ['End call', 'Alt+Shift+E'],
      ['Answer', 'Alt+Shift+P'],
      ['Save', 'Alt+Shift+S'],
      ['Save and call the next number', 'Alt+Shift+N'],
    ]);
    await expect(scene.box).to.be.accessible();
  });

  it('says those of the app', async () => {
    const scene = await opened({ mute: 'Control+Enter', end: '' });
    expect(rows(scene).slice(0, 2)).to.deep.equal([
      ['Mute', 'Ctrl+Enter'],
      ['Hold', 'Alt+Shift+H'],
    ]);
  });

  it('says what the list of people has for it', async () => {
    const scene = await opened(undefined, { queue: [{ phoneNumber: '+12025550103' }] });
    expect(rows(scene).at(-1)).to.deep.equal(['Save and call the next number / Skip', 'Alt+Shift+N']);
  });

  describe('names the keys as the keyboard has them:', () => {
    /** Plays another computer. */
    const play = (own: { platform?: string; keyboard?: object }) => {
      for (const [name, value] of Object.entries(own))
        Object.defineProperty(navigator, name, { value, configurable: true });
    };
    afterEach(() => {
      for (const name of ['platform', 'keyboard']) Reflect.deleteProperty(navigator, name);
    });
    const layoutOf = (layout: Record<string, string>) => ({
      getLayoutMap: () => Promise.resolve(new Map(Object.entries(layout))),
    });
    const own = { mute: 'Ctrl+Alt+Shift+M', hold: 'Meta+Enter' };
    const first = async (lang: string) => {
      document.documentElement.lang = lang;
      try {
        return rows(await opened(own))
          .slice(0, 2)
          .map(([, keys]) => keys);
      } finally {
        document.documentElement.lang = '';
      }
    };

    for (const [what, lang, computer, keys] of [
      ['Apple’s signs', 'en', { platform: 'MacIntel' }, ['⌃+⌥+⇧+M', '⌘+⏎']],
      ['Apple’s signs, in German', 'de', { platform: 'iPad' }, ['⌃+⌥+⇧+M', '⌘+⏎']],
      ['German words', 'de', { platform: 'Win32' }, ['Strg+Alt+Umschalt+M', 'Win+Eingabe']],
      ['French words', 'fr', { platform: 'Win32' }, ['Ctrl+Alt+Maj+M', 'Win+Entrée']],
      ['Spanish words', 'es', { platform: 'Linux x86_64' }, ['Ctrl+Alt+Mayús+M', 'Super+Intro']],
      ['English words', 'en', { platform: 'Linux x86_64' }, ['Ctrl+Alt+Shift+M', 'Super+Enter']],
      [
        'a Cyrillic letter in the place',
        'en',
        { platform: 'Win32', keyboard: layoutOf({ KeyM: 'ь', KeyH: 'р' }) },
        ['Ctrl+Alt+Shift+Ь', 'Win+Enter'],
      ],
      [
        'a Latin letter, wherever it is',
        'en',
        { platform: 'Win32', keyboard: layoutOf({ KeyM: ',', Semicolon: 'm' }) },
        ['Ctrl+Alt+Shift+M', 'Win+Enter'],
      ],
      [
        'the letter, where a frame may not know the keyboard',
        'en',
        { platform: 'Win32', keyboard: { getLayoutMap: () => Promise.reject(new Error('SecurityError')) } },
        ['Ctrl+Alt+Shift+M', 'Win+Enter'],
      ],
    ] as const) {
      it(what, async () => {
        play(computer);
        expect(await first(lang)).to.deep.equal(keys);
      });
    }
  });

  it('is closed by Escape, which goes back to the menu', async () => {
    const scene = await opened();
    press({ key: 'Escape' });
    await waitUntil(() => rows(scene).length === 0);
    expect(focused()?.getAttribute('part')).to.equal('menu-button');
  });

  it('is closed by its button', async () => {
    const scene = await opened();
    seen(scene.box, '[part=shortcuts-close]')[0]?.click();
    await waitUntil(() => rows(scene).length === 0);
    expect(focused()?.getAttribute('part')).to.equal('menu-button');
  });
});
