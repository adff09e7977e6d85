import { expect } from '@open-wc/testing';
import { requestPageLock, type PageLock } from './page-lock.js';

describe('requestPageLock', () => {
  const requests: PageLock[] = [];
  const granted: string[] = [];

  function request(name: string, requestLock = requestPageLock): PageLock {
    const made = requestLock(() => granted.push(name));
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
    const address = new URL('./page-lock.ts?copy', import.meta.url).href;
    const copy = (await import(address)) as typeof import('./page-lock.js');
    expect(copy.requestPageLock).to.not.equal(requestPageLock);
    const a = request('a', copy.requestPageLock);
    expect(request('b').isHeld).to.equal(false);
    a.release();
    expect(granted).to.deep.equal(['b']);
  });
});
