import { expect } from '@open-wc/testing';
import { readContext } from '../protocol/sync.js';
import { asSent } from './as-sent.js';

describe('what the app is told of a SYNC', () => {
  const told = (sync: Record<string, unknown>) => {
    const all = asSent(readContext(sync), sync);
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  };

  it('is what was sent: an id that is text stays text', () => {
    expect(told({ portalId: '62515', userId: 2 })).to.deep.equal({ portalId: '62515', userId: 2 });
  });

  it('has a field that is null', () => {
    expect(told({ portalId: 7, ownerId: null })).to.deep.equal({ portalId: 7, ownerId: null });
  });

  it('leaves out what could not be read, and what nobody sent', () => {
    expect(told({ portalId: 'mine', userId: {}, ownerId: 3 })).to.deep.equal({ ownerId: 3 });
  });
});
