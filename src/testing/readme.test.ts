import { expect } from '@open-wc/testing';
import { faultNames, faults, frameScenarios, scenarios } from './index.js';

describe('the README of this folder', () => {
  let text: string;
  before(async () => {
    text = (await (await fetch('/src/testing/README.md')).text()).replaceAll(/ +/g, ' ');
  });

  /** The names in the first column of the table below a heading. */
  const namesBelow = (heading: string) => {
    const [section = ''] = text.split(`\n## ${heading}\n`)[1]?.split('\n## ') ?? [];
    return [...section.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  };

  it('has every fault and every scenario, in the words of the code', () => {
    const missing = [
      ...Object.entries(faults).map(([name, { wrong, right }]) => `| \`${name}\` | ${wrong} | ${right} |`),
      ...[...scenarios, ...frameScenarios].map(
        ({ name, shows, official: { passes, because } }) =>
          `| \`${name}\` | ${shows} | ${passes ? 'can' : 'cannot'} pass: ${because} |`,
      ),
    ].filter((line) => !text.includes(line));
    expect(missing).to.deep.equal([]);
  });

  it('has no fault and no scenario that is not in its table, and the same order', () => {
    expect(namesBelow('Faults')).to.deep.equal(faultNames);
    expect(namesBelow('Several frames')).to.deep.equal(frameScenarios.map(({ name }) => name));
    expect(namesBelow('Scenarios')).to.deep.equal(scenarios.map(({ name }) => name));
  });
});
