/** Runs in the page around the widget: tells the command how the start went. */

// The element has ears before its own script runs: this one comes first.
const host = document.querySelector('hs-calling-host');

/** As the element tells it. */
interface Start {
  readonly ok: boolean;
  readonly code?: string;
  readonly message?: string;
}

let blocked: string | undefined;

// The policy of this page lets the frame go to the widget's origin only.
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  if (effectiveDirective === 'frame-src') blocked = blockedURI;
});

host?.addEventListener('hs-host-start', (event) => {
  void report((event as CustomEvent<Start>).detail);
});

async function report({ ok, code = '', message = '' }: Start): Promise<void> {
  const start = ok
    ? { ok }
    : blocked === undefined
      ? { ok, code, message: message.slice(0, 1000) }
      : { ok, code: 'OTHER_ORIGIN', message: `The frame was to go to ${blocked.slice(0, 500)}` };
  try {
    await fetch('/report', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(start),
    });
  } catch {
    // The command has ended: nobody is there to be told.
  }
}

export {};
