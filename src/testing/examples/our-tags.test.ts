import { expect } from '@open-wc/testing';
import { expectLog, findScenario, startHost, summary, type FramedHost } from '../index.js';

// The server of the test runner has both names. For the browser they are two origins, like HubSpot's and a widget's.
const widgetUrl = new URL('./our-tags.html', import.meta.url);
widgetUrl.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';

describe('a widget of tags', function () {
  this.timeout(20_000);
  let host: FramedHost;

  const press = (button: string, notes?: string) => {
    host.sendMessage({ type: 'TEST_PRESS', data: { button, notes } });
  };

  beforeEach(async () => {
    host = await startHost({ widgetUrl: widgetUrl.href });
  });
  afterEach(() => host.stop());

  it('calls the number that is pressed in HubSpot, and logs the call', async () => {
    host.dial(101);
    const { data } = await host.waitFor('OUTGOING_CALL_STARTED', { toNumber: '+12025550101' });
    await host.waitFor('CALL_ANSWERED', { externalCallId: data.externalCallId });
    press('hang-up');
    await host.waitFor('CALL_ENDED', { callEndStatus: 'COMPLETED' });
    press('save', 'Wants the blue one.');
    await expectLog(host, [{ record: { objectId: 101 }, body: 'Wants the blue one.', isCompleted: true }]);
  });

  it('plays a whole story', async () => {
    const result = await host.run(findScenario('outbound-answered'), {
      driver: {
        takeDial: () => undefined, // it calls by itself
        hangUp: () => press('hang-up'),
        save: ({ notes }) => press('save', notes),
      },
    });
    expect(summary(result)).to.equal('outbound-answered: passed');
  });
});
