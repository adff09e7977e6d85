import { expect } from '@open-wc/testing';
import { browserPage } from './page.js';

const { storage } = browserPage;

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
after(() => {
  sessionStorage.clear();
  localStorage.clear();
});

describe('the storage of the page', () => {
  it('keeps texts in lists, each under a key of its own', () => {
    storage.add('one', 'a');
    storage.add('one', 'b');
    storage.add('other', 'c');
    sessionStorage.setItem('one', 'of somebody else');
    expect(storage.entries('one').map(([, text]) => text)).to.have.members(['a', 'b']);
    expect(storage.entries('other').map(([, text]) => text)).to.deep.equal(['c']);
  });

  it('gives nothing that is not there', () => {
    expect(storage.take('hs-calling-elements.one.1')).to.equal(false);
  });

  it('gives an entry once', () => {
    const key = storage.add('one', 'a') ?? '';
    expect([storage.take(key), storage.take(key)]).to.deep.equal([true, false]);
    expect(storage.entries('one')).to.deep.equal([]);
    expect(sessionStorage.length).to.equal(0);
  });

  it('gives an entry once, also where a duplicated tab has a copy of it', () => {
    const key = storage.add('one', 'a') ?? '';
    const copy = sessionStorage.getItem(key) ?? '';
    storage.take(key);
    sessionStorage.setItem(key, copy);
    expect(storage.take(key)).to.equal(false);
    expect(sessionStorage.length).to.equal(0);
  });

  for (const length of [0, 1, 500_000, 500_001]) {
    it(`accepts as many characters as it adds, and leaves nothing of the trial: ${String(length)}`, () => {
      const accepts = storage.accepts(length);
      expect(sessionStorage.length).to.equal(0);
      expect(accepts).to.equal(storage.add('one', 'a'.repeat(length)) !== undefined);
    });
  }

  for (const name of ['sessionStorage', 'localStorage'] as const) {
    it(`does not throw where the browser refuses: ${name}`, () => {
      const original = Object.getOwnPropertyDescriptor(window, name);
      Object.defineProperty(window, name, {
        configurable: true,
        get() {
          throw new DOMException('', 'SecurityError');
        },
      });
      try {
        const key = storage.add('one', 'a');
        expect(key === undefined).to.equal(name === 'sessionStorage');
        expect(storage.accepts(1)).to.equal(name === 'localStorage');
        expect(storage.entries('one')).to.have.length(name === 'sessionStorage' ? 0 : 1);
        expect(storage.take(key ?? 'hs-calling-elements.one.1')).to.equal(name === 'localStorage');
      } finally {
        if (original) Object.defineProperty(window, name, original);
      }
    });
  }

  it('notes a key that was taken under a name of its own', () => {
    const key = storage.add('one', 'a') ?? '';
    storage.take(key);
    expect(Object.keys(localStorage)).to.deep.equal(['hs-calling-elements.taken']);
    expect(localStorage.getItem('hs-calling-elements.taken')?.trim()).to.equal(key);
  });

  it('notes the last keys that were taken, and nothing else, where every tab sees it', () => {
    for (let i = 0; i < 200; i += 1) storage.take(storage.add('one', 'secret') ?? '');
    const noted = Object.values(localStorage as unknown as Record<string, string>).join(' ');
    expect(noted.split(' ')).to.have.length(64);
    expect(noted).not.to.contain('secret');
  });

  it('knows in every tab which keys were noted, as long as they are among the last', () => {
    expect(storage.isNoted('a')).to.equal(false);
    storage.note('a');
    storage.note('a');
    sessionStorage.clear();
    expect(storage.isNoted('a')).to.equal(true);
    for (let i = 0; i < 64; i += 1) storage.note(String(i));
    expect(storage.isNoted('a')).to.equal(false);
  });

  it('does not read what is too long to be its own, and throws it away', () => {
    sessionStorage.setItem('hs-calling-elements.one.1', 'x'.repeat(2_000_000));
    expect(storage.entries('one')).to.deep.equal([['hs-calling-elements.one.1', '']]);
    expect(storage.take('hs-calling-elements.one.1')).to.equal(true);
    expect(sessionStorage.length).to.equal(0);
  });

  for (const [length, isKept] of [
    [500_000, true],
    [500_001, false],
  ] as const) {
    it(`${isKept ? 'keeps and reads' : 'neither keeps nor reads'} ${String(length)} characters`, () => {
      const text = 'x'.repeat(length);
      expect(storage.add('one', text) !== undefined).to.equal(isKept);
      sessionStorage.clear();
      sessionStorage.setItem('hs-calling-elements.one.1', text);
      expect(storage.entries('one')[0]?.[1].length).to.equal(isKept ? length : 0);
    });
  }

  it('does not throw where there is no room left', () => {
    expect(storage.add('one', 'x'.repeat(30_000_000))).to.equal(undefined);
    expect(storage.entries('one')).to.deep.equal([]);
  });
});

describe('the end of the page', () => {
  it('is told until nobody wants to know, and so is its return', () => {
    const told: unknown[] = [];
    const stop = browserPage.watch(
      (mayReturn) => told.push(mayReturn),
      () => told.push('back'),
    );
    const turn = (name: string, persisted: boolean) =>
      window.dispatchEvent(new PageTransitionEvent(name, { persisted }));
    turn('pagehide', true);
    turn('pageshow', true);
    turn('pageshow', false);
    turn('pagehide', false);
    stop();
    turn('pagehide', false);
    turn('pageshow', true);
    expect(told).to.deep.equal([true, 'back', false]);
  });
});

describe('the question before the page goes', () => {
  /** Whether the browser would ask. */
  const isAsked = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

  it('is asked as long as somebody wants it', () => {
    const stops = [browserPage.guard(), browserPage.guard()];
    expect(isAsked()).to.equal(true);
    stops[0]?.();
    expect(isAsked()).to.equal(true);
    stops[1]?.();
    expect(isAsked()).to.equal(false);
  });
});
