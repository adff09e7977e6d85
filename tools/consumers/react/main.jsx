// The four ways in which a component keeps its instance, none with a clean-up. StrictMode renders and mounts twice.
import React, { StrictMode, useEffect, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import CallingExtensions from 'hs-calling-elements/sdk';

function makeInstance(setNumber) {
  const extensions = new CallingExtensions({
    debugMode: false,
    eventHandlers: {
      onReady: () => extensions.initialized({ isLoggedIn: true }),
      onDialNumber: ({ phoneNumber }) => setNumber(phoneNumber),
    },
  });
  return extensions;
}

const hooks = {
  useMemo: (setNumber) => useMemo(() => makeInstance(setNumber), []),
  useState: (setNumber) => useState(() => makeInstance(setNumber))[0],
  useRef(setNumber) {
    const kept = useRef(null);
    kept.current ??= makeInstance(setNumber);
    return kept.current;
  },
  useEffect(setNumber) {
    const [extensions, setExtensions] = useState(null);
    useEffect(() => setExtensions(makeInstance(setNumber)), []);
    return extensions;
  },
};

function App({ useInstance }) {
  const [number, setNumber] = useState('');
  const extensions = useInstance(setNumber);
  const call = () =>
    extensions.outgoingCall({ externalCallId: 'call-1', toNumber: number, createEngagement: true });
  return (
    <>
      <p id="number">{number}</p>
      <button id="call" onClick={call}>
        Call
      </button>
    </>
  );
}

const useInstance = hooks[new URLSearchParams(location.search).get('hook')];
createRoot(document.body.appendChild(document.createElement('main'))).render(
  <StrictMode>
    <App useInstance={useInstance} />
  </StrictMode>,
);
