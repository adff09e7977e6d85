import { expect } from '@open-wc/testing';
import { voiceConformance } from './index.js';

describe('voiceConformance', () => {
  it('has a name of its own for each check', () => {
    const names = voiceConformance.map(({ name }) => name);
    expect(new Set(names).size).to.equal(names.length);
  });
});
