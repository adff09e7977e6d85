import { useState } from 'react';
import type { HsCallingBridge, HsCallingWidget, QueuedCall } from 'hs-calling-elements';
import { directory, outcomes, resolveParty } from './people';

const title = 'Phone';

// React looks for a property before it sets one, and a class that is loaded later has none yet: a ref sets it in any case.
const setResolveParty = (bridge: HsCallingBridge | null) => {
  if (bridge) bridge.resolveParty = resolveParty;
};
const setPeople = (widget: HsCallingWidget | null) => {
  if (widget) Object.assign(widget, { directory, outcomes });
};

interface Props {
  autoDial: boolean;
  queue: readonly QueuedCall[];
  route: string;
  widgetKey: number;
  onHappened: (event: string) => void;
}

export function Phone({ autoDial, queue, route, widgetKey, onHappened }: Props) {
  const [isLoggedIn, setLoggedIn] = useState(true);

  return (
    <>
      <h1>{title}</h1>
      <hs-calling-bridge
        ref={setResolveParty}
        allowed-origins="http://localhost:9026 http://localhost:8000"
        logged-in={isLoggedIn}
        available={true}
        onhs-connection-change={({ detail }) => onHappened(`connection ${detail.connection}`)}
        onhs-call-change={({ detail }) => onHappened(`call ${detail.call?.phase}`)}
        onhs-log-in-request={({ type }) => {
          setLoggedIn(true);
          onHappened(type);
        }}
        onhs-log-out-request={({ type }) => {
          setLoggedIn(false);
          onHappened(type);
        }}
      >
        <hs-loopback-voice rings-for="500" />
        {route === '#/contacts' ? (
          <p>The bridge stands around the pages: a call goes on while this one is shown.</p>
        ) : (
          <hs-calling-widget key={widgetKey} ref={setPeople} auto-dial={autoDial} queue={queue} />
        )}
      </hs-calling-bridge>
    </>
  );
}
