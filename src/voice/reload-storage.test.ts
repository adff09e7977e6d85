import { expect } from '@open-wc/testing';
import { text } from '../protocol/fields.js';
import { fields, type Output } from '../protocol/schema.js';
import { ReloadStorage } from './reload-storage.js';

const item = fields({ id: text });
type Item = Output<typeof item>;
const storageOf = (...ids: readonly string[]) => {
  const storage = new ReloadStorage<Item>('tested', () => ids.map((id) => ({ id })), item);
  storage.start();
  return storage;
};
const turn = (name: string, persisted = false) =>
  window.dispatchEvent(new PageTransitionEvent(name, { persisted }));

/** All items that a page finds. */
function found(page: ReloadStorage<Item>): readonly string[] {
  const item = page.take(() => true);
  return item ? [item.id, ...found(page)] : [];
}

describe('ReloadStorage', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });

  for (const [what, pages] of [
    ['one has nothing', [['a'], []]],
    ['both have something', [['a'], ['b', 'c']]],
    ['nothing is there', [[], []]],
  ] as const) {
    it(`keeps what each frame of a tab has: ${what}`, () => {
      const left = pages.map((ids) => storageOf(...ids));
      turn('pagehide');
      left.forEach((page) => {
        page.stop();
      });
      expect(found(storageOf())).to.have.members(pages.flat());
      expect(sessionStorage.length).to.equal(0);
    });
  }

  it('has nothing for others when the browser shows the page again', () => {
    const page = storageOf('a');
    turn('pagehide', true);
    turn('pageshow', true);
    page.stop();
    expect(found(storageOf())).to.deep.equal([]);
  });

  it('leaves out what is no item, and what is no JSON', () => {
    sessionStorage.setItem('hs-calling-elements.tested.1', '{');
    sessionStorage.setItem('hs-calling-elements.tested.2', '{"id":7}');
    sessionStorage.setItem('hs-calling-elements.tested.3', 'null');
    sessionStorage.setItem('hs-calling-elements.tested.4', '{"id":"a"}');
    expect(found(storageOf())).to.deep.equal(['a']);
  });
});
