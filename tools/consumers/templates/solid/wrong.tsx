import type {} from 'hs-calling-elements/types/solid';

const onNumber = (event: CustomEvent<{ number: string }>) => event.detail.number;

// One mistake a line: a compiler tells of one in an element.
export function Phone() {
  let input!: HTMLInputElement;
  return (
    <>
      <hs-calling-bridge loggedin /> {/* wrong: attribute */}
      <hs-calling-bridge environment="stage" /> {/* wrong: value */}
      <hs-calling-bridge logged-in="maybe" /> {/* wrong: value */}
      <hs-calling-bridge handshake-timeout="soon" /> {/* wrong: value */}
      <hs-calling-bridge handshakeTimeout="5000" /> {/* wrong: a property is a number */}
      <hs-calling-bridge connectionState="connected" /> {/* wrong: nobody sets it */}
      <hs-calling-bridge on:hs-ready={(event) => event.detail.number} /> {/* wrong: event detail */}
      <hs-calling-bridge on:hs-call-request={onNumber} /> {/* wrong: event detail */}
      <hs-calling-bridge on:hs-call-request={(event) => event.currentTarget.value} /> {/* wrong: element */}
      <hs-calling-bridge ref={input} /> {/* wrong: ref */}
      <hs-keypad on:hs-key-press={(event) => event.detail.digit} /> {/* wrong: event detail */}
      <hs-call-queue on:hs-queue-change={(event) => event.detail.index} /> {/* wrong: event detail */}
      <hs-calling-host on:hs-host-start={(event) => event.detail.soon} /> {/* wrong: event detail */}
      <hs-dialer autoDail /> {/* wrong: property */}
      <hs-dialer auto-dial={1} /> {/* wrong: value */}
      <hs-dialer autoDial="maybe" /> {/* wrong: value */}
      <hs-dialer value={5} /> {/* wrong: value */}
      <hs-dialer bridge={input} /> {/* wrong: value */}
      <hs-sip-voice dtmf="inband" /> {/* wrong: value */}
      <hs-sip-voice credentials={{ user: 'a' }} /> {/* wrong: value */}
      <hs-loopback-voice far-end="gone" /> {/* wrong: value */}
      <hs-call-queue queue={['+12025550101']} /> {/* wrong: value */}
      <hs-dailer /> {/* wrong: tag */}
      <hs-calling-bridge attr:source-check="all" /> {/* wrong: value */}
      <hs-calling-bridge prop:handshakeTimeout="5000" /> {/* wrong: value */}
      <hs-calling-bridge bool:available="yes" /> {/* wrong: value */}
    </>
  );
}
