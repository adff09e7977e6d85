import type { Scenario } from '../scenario.js';
import { callStarts, answeredAndHungUp } from '../scenario-steps.js';

export const widgetUrlFailed: Scenario = {
  name: 'widget-url-failed',
  shows: 'HubSpot cannot use the widget’s new address: it stays where it is and works.',
  official: { passes: true, because: 'The SDK hands it to onSetWidgetUrlFailed.' },
  faults: ['widget-url-failed'],
  steps: [
    { widget: 'tellUrl', url: 'https://phone.example/next' },
    { expect: 'SET_WIDGET_URL' },
    { expect: 'SET_WIDGET_URL_FAILED', from: 'host' },
    ...callStarts,
    ...answeredAndHungUp,
  ],
};
