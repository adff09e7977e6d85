// In the manner of a React app that was made with create-react-app.
import React, { useEffect, useMemo, useRef, useState } from 'react';
import CallingExtensions, {
  Constants,
  EventHandlers,
  OnCallEnded,
  Options,
} from '@hubspot/calling-extensions-sdk';

const { messageType, callEndStatus } = Constants;

type Handler = (...args: any[]) => void;

interface Props {
  onReady?: Function;
  initialNumber: string;
}

export const useCti = (initialize: (cti: CallingExtensions) => void) => {
  const [phoneNumber, setPhoneNumber] = useState('');
  const [engagementId, setEngagementId] = useState<number | null>(0);
  const [incomingContactName, setIncomingContactName] = useState<string>('');
  const defaultHandler: Handler = (event) => console.info('Event received', event);
  const cti = useMemo(() => {
    const eventHandlers = {
      onReady: (data: { engagementId?: number; portalId: number }) => {
        if (data.engagementId) setEngagementId(data.engagementId);
        initialize(cti);
      },
      onDialNumber: (data: any, rawEvent: any) => {
        setPhoneNumber(data.phoneNumber);
        console.log(rawEvent);
      },
      onEngagementCreated: (data: any) => setEngagementId(data.engagementId),
      onCreateEngagementSucceeded: (event: any) => setEngagementId(event.engagementId),
      onCallerIdMatchSucceeded: (data: any) => {
        const { callerIdMatches } = data;
        if (callerIdMatches.length) setIncomingContactName(callerIdMatches[0].firstName);
      },
      onCreateEngagementFailed: defaultHandler,
      onUpdateEngagementSucceeded: defaultHandler,
      onUpdateEngagementFailed: defaultHandler,
      onCallerIdMatchFailed: defaultHandler,
      onVisibilityChanged: defaultHandler,
      onEndCall: defaultHandler,
      onInitiateCallIdSucceeded: defaultHandler,
      onInitiateCallIdFailed: defaultHandler,
      onNavigateToRecordFailed: defaultHandler,
      onPublishToChannelSucceeded: defaultHandler,
      onPublishToChannelFailed: defaultHandler,
      onFinalizeEngagementSucceeded: defaultHandler,
      onFinalizeEngagementFailed: defaultHandler,
      onSetCallState: defaultHandler,
      onSetWidgetUrlFailed: defaultHandler,
      onFailed: defaultHandler,
      defaultEventHandler: defaultHandler,
    };
    const sdk: CallingExtensions = new CallingExtensions({
      debugMode: process.env.NODE_ENV !== 'production',
      eventHandlers,
    });
    return sdk;
  }, []);
  return { phoneNumber, engagementId, cti, incomingContactName, setEngagementId };
};

export default function App({ onReady, initialNumber }: Props) {
  const { cti, phoneNumber, engagementId } = useCti((ready) =>
    ready.initialized({ isLoggedIn: false, engagementId: 0 }),
  );
  const kept = useRef<CallingExtensions | null>(null);
  const [handlers] = useState<EventHandlers>(() => cti.options.eventHandlers);
  const [options, setOptions] = useState<Options>();
  useEffect(() => {
    kept.current = cti;
    setOptions(cti.options);
    handlers.onReady({ portalId: 1 });
    onReady?.(handlers);
  }, [cti, handlers, onReady]);
  const endCall = (data: Partial<OnCallEnded>) => {
    cti.callEnded({ externalCallId: '', engagementId: engagementId!, ...data });
    cti.callCompleted({
      externalCallId: '',
      engagementId: engagementId || undefined,
      hideWidget: false,
      engagementProperties: {
        hs_timestamp: Date.now(),
        hs_call_status: callEndStatus.INTERNAL_COMPLETED,
        hs_call_to_number: phoneNumber || initialNumber,
      },
    });
  };
  const handleCall = () =>
    kept.current?.outgoingCall({
      externalCallId: '',
      toNumber: phoneNumber,
      fromNumber: '',
      createEngagement: true,
    });
  return (
    <div title={messageType.DIAL_NUMBER + String(options?.debugMode)}>
      <button onClick={handleCall}>{phoneNumber}</button>
      <button onClick={() => endCall({ callEndStatus: 'COMPLETED' })}>End</button>
    </div>
  );
}

declare const process: { env: { NODE_ENV: string } };
