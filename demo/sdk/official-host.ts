/** The official SDK in its host's part, around the widget that the address names. This page says what HubSpot would. */
import CallingExtensions, { type EventHandlers } from '@hubspot/calling-extensions-sdk';
import { part } from '../page.js';
import { show, widgetUrl, type Heard } from './traffic.js';

const heard: Heard[] = [];
const answers: Readonly<Record<string, string>> = {
  OUTGOING_CALL_STARTED: 'CREATE_ENGAGEMENT_SUCCEEDED',
  CALL_COMPLETED: 'UPDATE_ENGAGEMENT_SUCCEEDED',
};
const say = (type: string, data?: object) => extensions.sendMessage(data ? { type, data } : { type });

const handlers: Partial<EventHandlers> = {
  onReady: () => undefined,
  // As a host the SDK has a name for no message of a widget: all of them end up here.
  defaultEventHandler: (_data: unknown, message: Heard) => {
    heard.push(message);
    const answer = answers[message.type];
    if (answer !== undefined) say(answer, { engagementId: 7001 });
  },
};

const extensions = new CallingExtensions({
  debugMode: false,
  iFrameOptions: { src: widgetUrl, width: '400', height: '600', hostElementSelector: '#frame' },
  // Typed as if all twenty were needed.
  eventHandlers: handlers as EventHandlers,
});
part('#frame iframe', HTMLIFrameElement).title = 'Widget';

show({ heard, say });
