/** A plain host: shakes hands with the widget of the address, and counts messages each way. */

const asked = new URLSearchParams(location.search);
const amount = Number(asked.get('amount') ?? 10_000);

interface Wire {
  readonly type: string;
  readonly messageId: string;
  readonly data?: unknown;
}

/** Resolves when so many messages of a type have arrived. */
const arrived = (type: string, count: number) =>
  new Promise<void>((resolve) => {
    let left = count;
    window.addEventListener('message', function listen({ data }: MessageEvent<Wire>) {
      if (data.type !== type) return;
      left -= 1;
      if (left > 0) return;
      window.removeEventListener('message', listen);
      resolve();
    });
  });

/** How long something takes, in ms. */
async function timed(act: () => void, done: Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  act();
  await done;
  return performance.now() - startedAt;
}

async function shakeHands() {
  const frame = document.createElement('iframe');
  frame.src = `./handshake-widget.html?${asked.toString()}`;
  let ids = 0;
  const post = (type: string, data?: unknown) => {
    ids += 1;
    frame.contentWindow?.postMessage({ type, messageId: `host-${ids}`, data }, location.origin);
  };
  const sync = () =>
    frame.contentWindow?.postMessage(
      { type: 'SYNC', messageId: 'sync', hostUrl: location.origin, portalId: 1, userId: 2, ownerId: 3 },
      location.origin,
    );

  // The widget's script says when it begins to run: how long its page took to load is not asked.
  const isAnswered = arrived('SYNC_ACK', 1);
  const isReady = arrived('INITIALIZED', 1);
  const script = arrived('script started', 1);
  document.body.append(frame);
  await script;
  const startedAt = performance.now();
  const every = setInterval(sync, 1);
  await isAnswered;
  const handshake = performance.now() - startedAt;
  clearInterval(every);
  await isReady;

  const toWidget = await timed(
    () => {
      for (let i = 0; i < amount; i += 1) post('DIAL_NUMBER', { phoneNumber: `+1202555${i}`, objectId: i });
    },
    arrived('CALL_DATA', 1),
  );
  const toHost = await timed(() => post('END_CALL'), arrived('CALL_DATA', amount));
  return { handshake, toWidget: (amount / toWidget) * 1000, toHost: (amount / toHost) * 1000 };
}

Object.assign(window, { shakeHands });

export {};
