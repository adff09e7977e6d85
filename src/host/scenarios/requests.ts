import type { Scenario } from '../scenario.js';

export const requests: Scenario = {
  name: 'requests',
  shows: 'What a widget may ask at any time: another size, an alert, another address.',
  official: {
    passes: true,
    because: 'The app says resizeWidget, sendError and setWidgetUrl.',
  },
  steps: [
    { widget: 'resize', width: 360, height: 480 },
    { expect: 'RESIZE_WIDGET', data: { width: 360, height: 480 } },
    { state: { size: { width: 360, height: 480 } } },
    { widget: 'reportError', message: 'The line is out of order.' },
    { expect: 'ERROR', data: { message: 'The line is out of order.' } },
    { state: { alert: { $matches: 'The line is out of order' } } },
    { widget: 'tellUrl', url: 'https://phone.example/next' },
    { expect: 'SET_WIDGET_URL', data: { iFrameUrl: 'https://phone.example/next' } },
    { state: { widgetUrl: 'https://phone.example/next' } },
  ],
};
