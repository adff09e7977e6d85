/** A frame of this origin that says whatever a test wants, to this window: a real sender for a real port. */

export interface SpeakingFrame {
  readonly view: Window;
  /** Posts it to this window, as the frame. */
  say(data: unknown, transfer?: readonly Transferable[]): void;
  /** Posts it so many times to this window, with ids that begin so and end in a number. */
  flood(amount: number, message: object, prefix: string): void;
  remove(): void;
}

const page = `<!doctype html><script>
  const say = (data, transfer) => parent.postMessage(data, '*', transfer);
  const flood = (amount, message, prefix) => {
    for (let i = 0; i < amount; i += 1) parent.postMessage({ ...message, messageId: prefix + i }, '*');
  };
</script>`;

/** Opens one and waits until it can speak. */
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
  const run = (name: string, ...given: unknown[]) => {
    // Its own function: the browser names the frame as the sender.
    const speak = (view as unknown as { eval: (code: string) => (...all: unknown[]) => void }).eval(name);
    speak(...given);
  };
  return {
    view,
    say: (data, transfer = []) => run('say', data, transfer),
    flood: (amount, message, prefix) => run('flood', amount, message, prefix),
    remove: () => frame.remove(),
  };
}
