import { expect } from '@open-wc/testing';
import { systemClock } from './clock.js';

describe('systemClock', () => {
  it('calls later, unless that is cancelled', async () => {
    const called: string[] = [];
    await new Promise<void>((resolve) => {
      const cancel = systemClock.after(0, () => called.push('cancelled'));
      systemClock.after(1, resolve);
      cancel();
    });
    expect(called).to.deep.equal([]);
  });

  it('tells the time', () => {
    const before = Date.now();
    expect(systemClock.now()).to.be.within(before, Date.now());
  });
});
