import { expect } from '@open-wc/testing';
import { PageLinks, linksOfPage, type PageLock } from './page-links.js';

describe('the page’s lock', () => {
  const requests: PageLock[] = [];
  const granted: string[] = [];

  function request(name: string, page = linksOfPage(), isShared = false): PageLock {
    const made = page.requestLock(isShared, () => granted.push(name));
    requests.push(made);
    return made;
  }

  afterEach(() => {
    requests.splice(0).forEach((made) => {
      made.release();
    });
    granted.length = 0;
  });

  it('grants the lock at once to the first, and to no other', () => {
    expect([request('a'), request('b'), request('c')].map(({ isHeld }) => isHeld)).to.deep.equal([
      true,
      false,
      false,
    ]);
  });

  it('grants it to the next when the holder releases it', () => {
    const [a] = [request('a'), request('b'), request('c')];
    a.release();
    expect(granted).to.deep.equal(['b']);
  });

  it('passes over a request that was released earlier', () => {
    const [a, b] = [request('a'), request('b'), request('c')];
    b.release();
    a.release();
    expect(granted).to.deep.equal(['c']);
  });

  it('grants it once when the holder releases it twice', () => {
    const [a] = [request('a'), request('b'), request('c')];
    a.release();
    a.release();
    expect(granted).to.deep.equal(['b']);
  });

  it('is free again when all requests are released', () => {
    request('a').release();
    expect(request('b').isHeld).to.equal(true);
  });

  it('counts a request of another copy of this code', async () => {
    const address = new URL('./page-links.ts?copy', import.meta.url).href;
    const copy = (await import(address)) as typeof import('./page-links.js');
    expect(copy.linksOfPage).to.not.equal(linksOfPage);
    const a = request('a', copy.linksOfPage());
    expect(request('b').isHeld).to.equal(false);
    a.release();
    expect(granted).to.deep.equal(['b']);
  });

  it('knows nothing of what HubSpot was told before any handshake', () => {
    const page = new PageLinks();
    expect(page.isKnown({ type: 'INITIALIZED', messageId: 1 }, { isReady: true })).to.equal(false);
  });

  describe('with some who share it', () => {
    const shares = (name: string, page: PageLinks) => request(name, page, true);
    const alone = (name: string, page: PageLinks) => request(name, page);

    it('is held by all of them at the same time', () => {
      const page = new PageLinks();
      expect(
        [shares('a', page), shares('b', page), shares('c', page)].map(({ isHeld }) => isHeld),
      ).to.deep.equal([true, true, true]);
      expect(page.holders).to.equal(3);
    });

    it('is granted to one who holds it alone when the last of them has gone', () => {
      const page = new PageLinks();
      const [a, , b] = [shares('a', page), alone('tag', page), shares('b', page)];
      expect(b.isHeld).to.equal(true);
      a.release();
      expect(granted).to.deep.equal([]);
      b.release();
      expect(granted).to.deep.equal(['tag']);
      expect(shares('c', page).isHeld).to.equal(false);
    });

    it('is granted to nobody besides one who waits to hold it alone', () => {
      const page = new PageLinks();
      const tag = alone('tag', page);
      alone('next', page);
      shares('a', page);
      tag.release();
      expect([granted, page.holders]).to.deep.equal([['next'], 1]);
    });

    it('is granted to all of them when one who held it alone goes', () => {
      const page = new PageLinks();
      const tag = alone('tag', page);
      const waiting = [shares('a', page), alone('next', page), shares('b', page)];
      expect(waiting.map(({ isHeld }) => isHeld)).to.deep.equal([false, false, false]);
      tag.release();
      expect([granted, page.holders]).to.deep.equal([['a', 'b'], 2]);
      waiting[0]?.release();
      expect(granted).to.deep.equal(['a', 'b']);
      waiting[2]?.release();
      expect(granted).to.deep.equal(['a', 'b', 'next']);
    });
  });
});
