/** A frame of this origin that posts whatever a test wants to this window: a real sender for `windowWire`. */

export interface SpeakingFrame {
  readonly view: Window;
  /** Posts data to this window, from the frame. */
  say(data: unknown, transfer?: readonly Transferable[]): void;
  /** Posts a message `amount` times to this window. Its ids are `prefix` and a number. */
  flood(amount: number, message: object, prefix: string): void;
  remove(): void;
}

const page = `<!doctype html><script>
  const say = (data, transfer) => parent.postMessage(data, '*', transfer);
  const flood = (amount, message, prefix) => {
    for (let i = 0; i < amount; i += 1) parent.postMessage({ ...message, messageId: prefix + i }, '*');
  };
</script>`;

/** Opens such a frame and waits until it has loaded. */
export async function openFrame(): Promise<SpeakingFrame> {
  const frame = document.createElement('iframe');
  frame.srcdoc = page;
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  document.body.append(frame);
  await loaded;
  const view = frame.contentWindow;
  if (!view) throw new Error('The frame has no window.');
  const run = (name: string, ...args: unknown[]) => {
    // A function of the frame's own window, so that the browser names the frame as the sender.
    const speak = (view as unknown as { eval: (code: string) => (...all: unknown[]) => void }).eval(name);
    speak(...args);
  };
  return {
    view,
    say: (data, transfer = []) => run('say', data, transfer),
    flood: (amount, message, prefix) => run('flood', amount, message, prefix),
    remove: () => frame.remove(),
  };
}
