import { expect } from '@open-wc/testing';
import { expectLog } from './expect-log.js';
import { FakePhone } from './testing/fake-phone.js';

let phone: FakePhone;
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'It resolved.',
    (error: unknown) => String(error),
  );

describe('expectLog', () => {
  beforeEach(async () => {
    phone = await new FakePhone().start();
  });
  afterEach(() => phone.stop());

  it('holds at once for a log that is so', async () => {
    expect(await expectLog(phone.host, [], { timeout: 0 })).to.deep.equal([]);
  });

  it('waits until it is so', async () => {
    const waiting = expectLog(phone.host, [{ isGhost: true }]);
    await phone.talk();
    await phone.driver.hangUp({});
    expect((await waiting)[0]).to.include({ isGhost: true, status: 'COMPLETED' });
  });

  it('names the first place that does not fit', async () => {
    await phone.talk();
    const wrong = [{ number: '+12025550101', phase: 'ended' }];
    expect(await problemOf(expectLog(phone.host, wrong, { timeout: 5 }))).to.equal(
      'WaitError: The call log did not come to be so within 5 ms: 0.phase is "active", should be "ended".',
    );
  });

  it('says so when the host is stopped', async () => {
    const waiting = problemOf(expectLog(phone.host, [{}]));
    phone.host.stop();
    expect(await waiting).to.contain('The host was stopped.');
  });
});
