import { expect } from '@open-wc/testing';
import { expectLog, findScenario, startHost, summary, type FramedHost } from '../index.js';

// The server of the test runner has both names. For the browser they are two origins, like HubSpot's and a widget's.
const widgetUrl = new URL('./official-sdk.html', import.meta.url);
widgetUrl.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';

describe('a widget on the official SDK', function () {
  this.timeout(20_000);
  let host: FramedHost;

  const press = (button: string, notes?: string) => {
    host.sendMessage({ type: 'TEST_PRESS', data: { button, notes } });
  };

  beforeEach(async () => {
    host = await startHost({ widgetUrl: widgetUrl.href });
  });
  afterEach(() => host.stop());

  it('hangs up when HubSpot asks for it, and logs the call', async () => {
    host.dial(101);
    await host.waitFor('CALL_ANSWERED');
    host.endCall();
    await host.waitFor('CALL_ENDED', { callEndStatus: 'COMPLETED' });
    await expectLog(host, [{ number: '+12025550101', isGhost: true }]); // nobody has saved it yet
    press('save', 'Call again on Monday.');
    await expectLog(host, [{ body: 'Call again on Monday.', isCompleted: true, isGhost: false }]);
  });

  it('plays a queue of two calls', async () => {
    const result = await host.run(findScenario('task-queue'), {
      driver: {
        takeDial: () => undefined, // it calls by itself
        hangUp: () => press('hang-up'),
        skip: () => press('save'),
      },
    });
    expect(summary(result)).to.equal('task-queue: passed');
  });
});
