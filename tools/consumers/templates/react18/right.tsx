import { useEffect, useRef } from 'react';
import 'hs-calling-elements';
import type { HsCallingBridge, HsDialer } from 'hs-calling-elements';
import type {} from 'hs-calling-elements/types/react';

// React 18 writes attributes only: objects and listeners are set by a ref.
export function Phone() {
  const bridge = useRef<HsCallingBridge>(null);
  const dialer = useRef<HsDialer>(null);
  useEffect(() => {
    bridge.current?.addEventListener('hs-call-request', (event) => {
      const number: string = event.detail.toNumber;
      event.refuse(number);
    });
  }, []);
  return (
    <hs-calling-bridge
      ref={bridge}
      id="bridge"
      class="phone"
      logged-in
      available={false}
      environment="qa"
      allowed-origins="https://crm.example"
      handshake-timeout={5000}
      onClick={() => bridge.current?.createCallId()}
    >
      <hs-sip-voice server="wss://sip.example.com" uri="sip:a@example.com" dtmf="info" />
      <hs-loopback-voice far-end="busy" rings-for="20" microphone="none" slot="voice" />
      <hs-dialer ref={dialer} auto-dial="false" value="+15551234567" tabIndex={0} aria-label="Dialer" />
      <hs-call-history recent for="bridge" key="history" />
      <hs-calling-widget shortcuts="false">
        <p slot="footer">Ours</p>
      </hs-calling-widget>
    </hs-calling-bridge>
  );
}
