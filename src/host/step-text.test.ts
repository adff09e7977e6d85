import { expect } from '@open-wc/testing';
import { describeStep } from './step-text.js';
import type { ScenarioStep } from './scenario.js';

const texts: readonly (readonly [ScenarioStep, string])[] = [
  [{ host: 'dial', record: 101 }, 'HubSpot asks to dial'],
  [{ host: 'dial', record: 101, refused: 'in-call' }, 'HubSpot asks to dial: refused, in-call'],
  [{ host: 'send', type: 'X' }, 'HubSpot says X'],
  [{ host: 'remount' }, 'The page around the widget starts anew'],
  [{ widget: 'call', number: '+12025550101' }, 'Call +12025550101 in the widget.'],
  [{ widget: 'resize', width: 300, height: 400 }, 'Have the widget ask for a size of 300 × 400 px.'],
  [
    { expect: 'CALL_ENDED', data: { callEndStatus: 'BUSY' } },
    'The widget says CALL_ENDED with {"callEndStatus":"BUSY"}',
  ],
  [{ expect: 'SYNC', from: 'host' }, 'HubSpot says SYNC'],
  [{ never: 'ERROR' }, 'From here on the widget does not say ERROR'],
  [{ says: 'INITIALIZED', times: 1 }, 'In all, the widget says INITIALIZED 1 times'],
  [{ log: [{ isCompleted: true }] }, 'The call log is [{"isCompleted":true}]'],
  [{ state: { isLoggedIn: true } }, 'The host is {"isLoggedIn":true}'],
];

describe('a step in words', () => {
  for (const [step, text] of texts) {
    it(text, () => {
      expect(describeStep(step)).to.equal(text);
    });
  }
});
