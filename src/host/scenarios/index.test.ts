import { expect } from '@open-wc/testing';
import { FakeWidget } from '../testing/fake-widget.js';
import { faultNames } from '../faults/index.js';
import { summary } from '../scenario.js';
import { findScenario, scenarios } from './index.js';

describe('scenarios', () => {
  for (const scenario of scenarios) {
    it(`${scenario.name}: a widget that does all this passes`, async () => {
      const widget = await new FakeWidget().start();
      const result = await widget.host.run(scenario, {
        driver: widget.driver,
        timeoutMs: 1500,
        silenceMs: 20,
      });
      widget.stop();
      expect(summary(result)).to.equal(`${scenario.name}: passed`);
    });
  }

  it('have names of their own, in kebab case', () => {
    const names = scenarios.map(({ name }) => name);
    expect(new Set(names).size).to.equal(names.length);
    for (const name of names) expect(name).to.match(/^[a-z]+(-[a-z]+)*$/);
  });

  it('have a file each, of their name', async () => {
    for (const { name } of scenarios) {
      expect((await fetch(new URL(`${name}.ts`, import.meta.url))).ok, name).to.equal(true);
    }
  });

  it('are plain data', () => {
    // They could be written to a file, but for `undefined`, which says of a field of the log that it has no value.
    expect(structuredClone(scenarios)).to.deep.equal(scenarios);
  });

  it('leave out no fault, and each fault has one of its name', () => {
    const covered = scenarios.flatMap(({ faults = [] }) => faults);
    expect([...covered].sort()).to.deep.equal([...faultNames].sort());
    for (const name of faultNames) expect(findScenario(name).faults).to.deep.equal([name]);
  });

  it('are found by name; for another name the error lists them', () => {
    expect(findScenario('transfer').name).to.equal('transfer');
    expect(() => findScenario('tranfser')).to.throw(
      RangeError,
      /“tranfser”.*there are: handshake|availability/,
    );
  });
});
