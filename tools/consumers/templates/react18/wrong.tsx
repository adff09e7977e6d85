import { useRef } from 'react';
import type {} from 'hs-calling-elements/types/react';

// One mistake a line: a compiler tells of one in an element.
export function Phone() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <hs-calling-bridge loggedIn /> {/* wrong: React 18 sets no properties */}
      <hs-calling-bridge className="phone" /> {/* wrong: React 18 writes it as it stands */}
      <hs-calling-bridge environment="stage" /> {/* wrong: value */}
      <hs-calling-bridge logged-in="maybe" /> {/* wrong: value */}
      <hs-calling-bridge handshake-timeout="soon" /> {/* wrong: value */}
      <hs-calling-bridge resolveParty={() => ({ name: '' })} /> {/* wrong: React 18 sets no properties */}
      <hs-calling-bridge connectionState="connected" /> {/* wrong: nobody sets it */}
      <hs-calling-bridge ref={input} /> {/* wrong: ref */}
      <hs-dialer autodial /> {/* wrong: attribute */}
      <hs-dialer auto-dial={1} /> {/* wrong: value */}
      <hs-dialer value={5} /> {/* wrong: value */}
      <hs-dialer bridge="bridge" /> {/* wrong: React 18 sets no properties */}
      <hs-sip-voice dtmf="inband" /> {/* wrong: value */}
      <hs-sip-voice credentials={{ password: '' }} /> {/* wrong: React 18 sets no properties */}
      <hs-loopback-voice far-end="gone" /> {/* wrong: value */}
      <hs-dailer /> {/* wrong: tag */}
    </>
  );
}
