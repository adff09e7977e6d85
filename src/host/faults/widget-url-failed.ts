/** HubSpot cannot take over the address that the widget says it has, and says so. */
import type { Fault } from '../fault.js';

export const widgetUrlFailed: Fault = {
  wrong: 'SET_WIDGET_URL_FAILED when the widget says its address.',
  right: 'Goes on at the address it has.',
  failsAt: 'set-widget-url',
};
