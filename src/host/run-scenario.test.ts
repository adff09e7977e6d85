import { expect } from '@open-wc/testing';
import type { FaultName } from './faults/index.js';
import type { Scenario } from './scenario.js';
import { scenarios } from './scenarios/index.js';
import { FakeWidget } from './testing/fake-widget.js';

let widget: FakeWidget;

async function start(...faults: FaultName[]): Promise<FakeWidget> {
  widget = await new FakeWidget({ faults }).start();
  return widget;
}

describe('a scenario that is run', () => {
  afterEach(() => widget.stop());

  const story = (steps: Scenario['steps']): Scenario => ({
    name: 'story',
    shows: '',
    official: { passes: true, because: '' },
    steps,
  });
  const play = (steps: Scenario['steps'], options = {}) =>
    widget.host.run(story(steps), { driver: widget.driver, timeoutMs: 500, silenceMs: 5, ...options });
  const failure = async (steps: Scenario['steps'], options = {}) =>
    (await play(steps, options)).steps.find(({ status }) => status === 'failed');

  it('tells which step failed and why, and reaches no other', async () => {
    await start();
    const { ok, steps } = await play([{ expect: 'CALL_ENDED' }, { host: 'endCall' }]);
    expect(ok).to.equal(false);
    expect(steps.map(({ status }) => status)).to.deep.equal([
      'passed',
      'failed',
      'not-reached',
      'not-reached',
    ]);
    expect(steps[1]?.why).to.equal('It did not come within 500 ms. Nothing came.');
  });

  it('fails for what must never come, and for what comes too often', async () => {
    await start();
    const forbidden = await failure([
      { never: 'USER_UNAVAILABLE' },
      { widget: 'goUnavailable' },
      { expect: 'USER_UNAVAILABLE' },
    ]);
    expect(forbidden?.why).to.equal('USER_UNAVAILABLE came 1 times, not 0.');
    const tooFew = await failure([{ says: 'INITIALIZED', times: 2 }]);
    expect(tooFew?.why).to.equal('INITIALIZED came 1 times, not 2.');
  });

  it('fails when the host refuses, the log is other, or the driver fails', async () => {
    await start();
    expect((await failure([{ host: 'dial', record: 101, refused: 'in-call' }]))?.why).to.equal(
      'The number was dialled.',
    );
    expect((await failure([{ log: [{}] }]))?.why).to.contain('The call log did not come to be so');
    const driver = { hangUp: () => Promise.reject(new Error('No button.')) };
    expect((await failure([{ widget: 'hangUp' }], { driver }))?.why).to.equal('No button.');
  });

  it('asks a person where there is no driver', async () => {
    await start();
    const asked: string[] = [];
    widget.host.addEventListener('prompt', ({ instruction, done }) => {
      asked.push(instruction);
      done();
    });
    const { ok } = await play([{ widget: 'logOut' }], { driver: {} });
    expect([ok, asked]).to.deep.equal([true, ['Log out of the widget.']]);
  });

  it('is given up by its signal, and plays one at a time', async () => {
    await start();
    const controller = new AbortController();
    const running = play([{ expect: 'CALL_ENDED' }], { signal: controller.signal, timeoutMs: 5000 });
    const second = await play([]);
    expect(second.steps[0]?.why).to.equal('Another scenario is being played.');
    controller.abort();
    const given = (await running).steps.find(({ status }) => status === 'failed');
    expect(given?.why).to.equal('The scenario was given up.');
  });

  it('brings back the faults and records that were there before', async () => {
    await start('match-failed');
    const { records } = widget.host.state;
    const busy = scenarios.find(({ name }) => name === 'handshake');
    if (busy) await widget.host.run({ ...busy, records: [] }, { driver: widget.driver, silenceMs: 5 });
    expect(widget.host.state.faults).to.deep.equal(['match-failed']);
    expect(widget.host.state.records).to.equal(records);
  });
});
