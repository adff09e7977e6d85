import { expect } from '@open-wc/testing';
import { expectLog, findScenario, startFrames, summary, type HubSpotFrames } from '../index.js';

const widgetUrl = new URL('./our-tags.html', import.meta.url).href;

describe('a widget of tags in two tabs and a calling window', function () {
  this.timeout(30_000);
  let frames: HubSpotFrames;

  const press = (frame: string, button: string, notes?: string) => {
    frames.frame(frame).sendMessage({ type: 'TEST_PRESS', data: { button, notes } });
  };

  beforeEach(async () => {
    frames = await startFrames({ widgetUrl, frames: ['window', 'tab 1', 'tab 2'] });
  });
  afterEach(() => frames.stop());

  it('has one call, whatever frame is used or closed', async () => {
    frames.frame('tab 2').dial(101);
    const { data } = await frames.waitFor('OUTGOING_CALL_STARTED', { toNumber: '+12025550101' });
    await frames.waitFor('CALL_ANSWERED', { externalCallId: data.externalCallId });
    await frames.close('tab 2');
    press('tab 1', 'hang-up');
    await frames.waitFor('CALL_ENDED', { callEndStatus: 'COMPLETED' });
    press('window', 'save', 'Wants the blue one.');
    await expectLog(frames, [{ record: { objectId: 101 }, body: 'Wants the blue one.', isCompleted: true }]);
    expect(frames.findings).to.deep.equal([]);
  });

  it('plays a whole story', async () => {
    const result = await frames.run(findScenario('frames-dial'), {
      driver: (frame) => ({
        takeDial: () => undefined, // it calls by itself
        hangUp: () => press(frame, 'hang-up'),
        skip: () => press(frame, 'save'),
      }),
    });
    expect(summary(result)).to.equal('frames-dial: passed');
  });
});
