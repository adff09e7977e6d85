'use client';
import { useState } from 'react';
import { hubSpotCallOutcomes } from 'hs-calling-elements';
import 'hs-calling-elements/voice/loopback';
import type {} from 'hs-calling-elements/types/react';

/** The phone, and below it what the page has heard. */
export default function Phone() {
  const [heard, setHeard] = useState<readonly string[]>([]);
  return (
    <>
      <hs-calling-bridge
        logged-in
        available
        onhs-call-request={({ detail }) => setHeard((all) => [...all, detail.toNumber])}
      >
        <hs-loopback-voice rings-for="100" />
        <hs-calling-widget outcomes={hubSpotCallOutcomes} />
      </hs-calling-bridge>
      <output>{heard.join()}</output>
    </>
  );
}
