/** The official SDK as the host: it makes the frame and shakes hands; this page sends what HubSpot would send. */
import CallingExtensions, { type EventHandlers } from '@hubspot/calling-extensions-sdk';
import type { InboundType, MessageData, OutboundType } from '../src/index.js';
import { MessageList } from './message-list.js';
import { part } from './page.js';

const messages = new MessageList(part('#messages', HTMLElement), part('#no-messages', HTMLElement));
const parameters = new URLSearchParams(location.search);
const speed = parameters.get('speed');
const { widgetOrigin = '' } = part('#frame', HTMLElement).dataset;
/** `?widget=http://127.0.0.1:5173/`: a widget at another port of this machine. Default: that of the demo. */
const widget =
  parameters.get('widget') ??
  `${widgetOrigin}/demo/widget.html${speed === null ? '' : `?speed=${encodeURIComponent(speed)}`}`;

let lastEngagementId = 7000;

const handlers: Partial<EventHandlers> = {
  onReady: () => {
    part('#widget-state', HTMLElement).textContent = 'Ready';
  },
  // The SDK has no handlers for the messages of a widget: all of them come here.
  defaultEventHandler: (
    _data: unknown,
    message: { readonly type: OutboundType; readonly data?: unknown },
  ) => {
    messages.add('from widget', message);
    answer(message);
  },
};

const extensions = new CallingExtensions({
  debugMode: false,
  iFrameOptions: {
    src: widget,
    width: '400',
    height: '650',
    hostElementSelector: '#frame',
  },
  // Its type asks for all twenty handlers; it works with some of them.
  eventHandlers: handlers as EventHandlers,
});
part('#frame iframe', HTMLIFrameElement).title = 'Calling widget';

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-type]')) {
  button.addEventListener('click', () => {
    const { type = '', number } = button.dataset;
    say(type, dataOf(type, number));
  });
}
part('#clear', HTMLButtonElement).addEventListener('click', () => messages.clear());

function say(type: InboundType | (string & {}), data?: object): void {
  // The types of the SDK let `data` be left out, but not be undefined.
  const message = data === undefined ? { type } : { type, data };
  messages.add('to widget', message);
  extensions.sendMessage(message);
}

function answer({ type, data }: { readonly type: OutboundType; readonly data?: unknown }): void {
  const alert = part('#alert', HTMLElement);
  if (type === 'OUTGOING_CALL_STARTED') {
    lastEngagementId += 1;
    const engagementId = lastEngagementId;
    setTimeout(() => say('CREATE_ENGAGEMENT_SUCCEEDED', { engagementId }), 50);
  } else if (type === 'CALL_COMPLETED') {
    const { engagementId } = data as MessageData<'CALL_COMPLETED'>;
    say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId });
  } else if (type === 'ERROR') {
    const error = data as MessageData<'ERROR'>;
    alert.textContent = `The phone reports: ${error?.message ?? error?.type ?? 'an error'}`;
  }
}

function dataOf(type: string, number: string | undefined): object | undefined {
  switch (type) {
    case 'DIAL_NUMBER':
      return {
        phoneNumber: number,
        countryCode: 'US',
        calleeInfo: { calleeId: 101, calleeObjectTypeId: '0-1' },
        objectId: 101,
        objectType: 'CONTACT',
        portalId: 1_234_567,
        ownerId: 22,
        startTimestamp: Date.now(),
      };
    case 'VISIBILITY_CHANGED':
      return { isMinimized: true, isHidden: false };
    default:
      return undefined;
  }
}
