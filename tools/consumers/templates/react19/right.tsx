import { useRef } from 'react';
import 'hs-calling-elements';
import type { HsCallingBridge, HsDialer } from 'hs-calling-elements';
import type {} from 'hs-calling-elements/types/react';

export function Phone() {
  const bridge = useRef<HsCallingBridge>(null);
  const dialer = useRef<HsDialer>(null);
  return (
    <hs-calling-bridge
      ref={bridge}
      id="bridge"
      className="phone"
      logged-in
      available={false}
      environment="qa"
      allowed-origins="https://crm.example"
      handshake-timeout={5000}
      handshakeTimeout={5000}
      resolveParty={async ({ phoneNumber }) => ({ name: phoneNumber })}
      onhs-ready={(event) => event.detail.portalId}
      onhs-call-request={(event) => {
        const number: string = event.detail.toNumber;
        event.refuse(number);
        event.currentTarget.callEnded({ externalCallId: number });
      }}
      onClick={() => bridge.current?.createCallId()}
    >
      <hs-sip-voice
        server="wss://sip.example.com"
        uri="sip:a@example.com"
        dtmf="info"
        credentials={{ password: '' }}
      />
      <hs-loopback-voice far-end="busy" rings-for="20" microphone="none" slot="voice" />
      <hs-dialer ref={dialer} auto-dial="false" value="+15551234567" tabIndex={0} aria-label="Dialer" />
      <hs-keypad onhs-key-press={(event) => event.detail.key.length} style={{ inlineSize: '20rem' }} />
      <hs-call-queue
        queue={[{ phoneNumber: '+12025550101' }]}
        onhs-queue-change={({ detail }) => detail.position}
      />
      <hs-call-history recent for="bridge" key="history" />
      <hs-calling-widget
        shortcuts={false}
        availabilityReasons={[{ id: 'break', label: 'Break', available: false }]}
      >
        <p slot="footer">Ours</p>
      </hs-calling-widget>
      <hs-calling-host src="/widget" delay="10" />
    </hs-calling-bridge>
  );
}
