import { expect } from '@open-wc/testing';
import { expectLog } from './expect-log.js';
import { FakeWidget } from './testing/fake-widget.js';

let widget: FakeWidget;
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'It resolved.',
    (error: unknown) => String(error),
  );

describe('expectLog', () => {
  beforeEach(async () => {
    widget = await new FakeWidget().start();
  });
  afterEach(() => widget.stop());

  it('holds at once for a log that is so', async () => {
    expect(await expectLog(widget.host, [], { timeoutMs: 0 })).to.deep.equal([]);
  });

  it('waits until it is so', async () => {
    const waiting = expectLog(widget.host, [{ isGhost: true }]);
    await widget.talk();
    await widget.driver.hangUp({});
    expect((await waiting)[0]).to.include({ isGhost: true, status: 'COMPLETED' });
  });

  it('names the first place that does not fit', async () => {
    await widget.talk();
    const wrong = [{ number: '+12025550101', phase: 'ended' }];
    expect(await problemOf(expectLog(widget.host, wrong, { timeoutMs: 5 }))).to.equal(
      'WaitError: The call log did not come to be so within 5 ms: 0.phase is "active", should be "ended".',
    );
  });

  it('says so when the host is stopped', async () => {
    const waiting = problemOf(expectLog(widget.host, [{}]));
    widget.host.stop();
    expect(await waiting).to.contain('The host was stopped.');
  });
});
