import 'hs-calling-elements';
import type { HsCallingBridge, HsDialer } from 'hs-calling-elements';
import type {} from 'hs-calling-elements/types/solid';

export function Phone() {
  let bridge: HsCallingBridge | undefined;
  let dialer!: HsDialer;
  return (
    <hs-calling-bridge
      ref={bridge}
      id="bridge"
      class="phone"
      classList={{ busy: true }}
      logged-in
      available={false}
      attr:environment="qa"
      allowed-origins="https://crm.example"
      handshake-timeout={5000}
      prop:handshakeTimeout={5000}
      bool:debug={false}
      prop:resolveParty={async ({ phoneNumber }) => ({ name: phoneNumber })}
      on:hs-ready={(event) => event.detail.portalId}
      on:hs-call-request={(event) => {
        const number: string = event.detail.toNumber;
        event.refuse(number);
        event.currentTarget.callEnded({ externalCallId: number });
      }}
      onClick={() => bridge?.createCallId()}
    >
      <hs-sip-voice
        server="wss://sip.example.com"
        uri="sip:a@example.com"
        dtmf="info"
        credentials={{ password: '' }}
      />
      <hs-loopback-voice far-end="busy" rings-for="20" microphone="none" slot="voice" />
      <hs-dialer ref={dialer} auto-dial="false" value="+15551234567" tabIndex={0} aria-label="Dialer" />
      <hs-keypad on:hs-key-press={(event) => event.detail.key.length} style={{ 'inline-size': '20rem' }} />
      <hs-call-queue
        queue={[{ phoneNumber: '+12025550101' }]}
        on:hs-queue-change={({ detail }) => detail.position}
      />
      <hs-call-history recent for="bridge" />
      <hs-calling-widget
        shortcuts={false}
        availabilityReasons={[{ id: 'break', label: 'Break', available: false }]}
      >
        <p slot="footer">Ours</p>
      </hs-calling-widget>
    </hs-calling-bridge>
  );
}
