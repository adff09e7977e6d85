import { expect } from '@open-wc/testing';
import { faults, scenarios } from './index.js';

describe('the README of this folder', () => {
  it('has every fault and every scenario, in the words of the code', async () => {
    const text = (await (await fetch('/src/testing/README.md')).text()).replaceAll(/ +/g, ' ');
    const missing = [
      ...Object.entries(faults).map(([name, { wrong, right }]) => `| \`${name}\` | ${wrong} | ${right} |`),
      ...scenarios.map(({ name, shows }) => `| \`${name}\` | ${shows} |`),
    ].filter((line) => !text.includes(line));
    expect(missing).to.deep.equal([]);
  });
});
