import CallingExtensions, { Constants, type EventHandlers } from '../../src/sdk/index.js';

// A widget as it is written for the official SDK, types and all. The two files like this differ in the import only.

const status = document.querySelector('#status');
const endButton = document.querySelector('button');
const nobody = () => undefined;
let call: { externalCallId: string; engagementId: number } | undefined;

const eventHandlers: EventHandlers = {
  onReady: () => {
    extensions.initialized({ isLoggedIn: true });
    show('Ready');
  },
  onDialNumber: (data: { phoneNumber: string }) => {
    call = { externalCallId: crypto.randomUUID(), engagementId: 0 };
    show(`Calling ${data.phoneNumber}`);
    extensions.outgoingCall({
      externalCallId: call.externalCallId,
      toNumber: data.phoneNumber,
      fromNumber: '+12025550160',
      callStartTime: Date.now(),
      createEngagement: true,
    });
  },
  onCreateEngagementSucceeded: (data: { engagementId: number }) => {
    if (!call) return;
    call.engagementId = data.engagementId;
    extensions.callAnswered({ externalCallId: call.externalCallId });
    show('Connected');
  },
  onUpdateEngagementSucceeded: () => show('Saved'),
  onVisibilityChanged: (data: { isMinimized: boolean }) => show(data.isMinimized ? 'Minimised' : 'Shown'),
  onEndCall: () => end(),
  onCallerIdMatchFailed: nobody,
  onCallerIdMatchSucceeded: nobody,
  onCreateEngagementFailed: nobody,
  onEngagementCreated: nobody,
  onInitiateCallIdFailed: nobody,
  onInitiateCallIdSucceeded: nobody,
  onNavigateToRecordFailed: nobody,
  onPublishToChannelFailed: nobody,
  onPublishToChannelSucceeded: nobody,
  onFinalizeEngagementFailed: nobody,
  onFinalizeEngagementSucceeded: nobody,
  onSetCallState: nobody,
  onSetWidgetUrlFailed: nobody,
  onUpdateEngagementFailed: nobody,
  onFailed: nobody,
  defaultEventHandler: nobody,
};

const extensions = new CallingExtensions({ debugMode: false, eventHandlers });
endButton?.addEventListener('click', end);

function end(): void {
  if (!call) return;
  const { externalCallId, engagementId } = call;
  extensions.callEnded({ ...call, callEndStatus: 'COMPLETED' });
  extensions.callCompleted({
    externalCallId,
    engagementId,
    hideWidget: false,
    engagementProperties: {
      hs_timestamp: String(Date.now()),
      hs_call_status: Constants.callStatus.INTERNAL_COMPLETED,
    },
  });
  call = undefined;
}

function show(text: string): void {
  if (status) status.textContent = text;
}
