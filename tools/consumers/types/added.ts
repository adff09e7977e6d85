// What is added to the official types: handlers that are optional and typed, and what HubSpot takes besides.
import CallingExtensions, {
  CallingExtensions as ByName,
  type AppExtensions,
  type AppHandlers,
} from 'hs-calling-elements/sdk';

const handlers: AppHandlers = { onVisibilityChanged: ({ isHidden }) => !isHidden };
const extensions: AppExtensions = new CallingExtensions({
  allowedOrigins: ['https://x.example'],
  onProblem: ({ code, detail }) => code === 'BAD_ORIGIN' && detail.trim(),
  eventHandlers: {
    ...handlers,
    onReady: ({ engagementId = 0 }) => engagementId.toFixed(),
    onDialNumber: ({ phoneNumber }, { messageId }) => phoneNumber.trim() + String(messageId),
    onCreateEngagementFailed: ({ error }) => error.message.trim(),
  },
});
extensions.initialized();
extensions.initialized({ isAvailable: true, sizeInfo: { width: 1, height: 2 } });
extensions.outgoingCall({ phoneNumber: '+15551234567' });
extensions.callEnded();
extensions.callEnded({ engagementId: '1' });
extensions.callCompleted({ engagementProperties: { own: 'x' } });
extensions.finalizeEngagement({ engagementId: 1 });
extensions.resizeWidget({ width: 1 });
extensions.destroy();
export const official: ByName = extensions;
export default class extends ByName {}
