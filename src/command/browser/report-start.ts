/** Runs in the page around the widget: tells the command whether the widget has started. */

// This script runs before that of the element, so that no event is missed.
const host = document.querySelector('hs-calling-host');

/** The detail of the element's `hs-host-start`. */
interface Start {
  readonly ok: boolean;
  readonly code?: string;
  readonly message?: string;
}

let blocked: string | undefined;

// The policy of this page refuses every other origin in the frame. The address that was refused is reported.
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
    // The command has ended.
  }
}

export {};
