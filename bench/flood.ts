/** HubSpot's place in the flood: frames one target and a stranger of another origin, and takes the time. */

/** What is asked for in the address. */
const asked = new URLSearchParams(location.search);
const strangerOrigin = `http://127.0.0.1:${location.port}`;

/** Ms for which everything is held back, so that the whole flood is there when it is let in. */
const heldBack = Number(asked.get('hold') ?? 0);

function frame(address: string): Window {
  const element = document.createElement('iframe');
  element.src = address;
  document.body.append(element);
  if (!element.contentWindow) throw new Error(`No window for ${address}.`);
  return element.contentWindow;
}

/** Resolves with the next word of this kind. */
const word = (kind: string) =>
  new Promise<void>((resolve) => {
    window.addEventListener('message', function listen({ data }: MessageEvent<unknown>) {
      if (data !== kind) return;
      window.removeEventListener('message', listen);
      resolve();
    });
  });

interface Result {
  /** Ms until the flood was over. */
  readonly time: number;
  /** How many the bridge has turned away, as its last notice says. */
  readonly turnedAway: number | undefined;
}

async function flood(): Promise<Result> {
  const isThere = Promise.all([word('target is there'), word('stranger is there')]);
  const asksForSync = word('say SYNC');
  const target = frame(`./flood-target.html?${asked.toString()}`);
  void asksForSync.then(() =>
    target.postMessage({ type: 'SYNC', messageId: 'sync', portalId: 1 }, location.origin),
  );
  const stranger = frame(`${strangerOrigin}/bench/flood-stranger.html`);
  await isThere;
  const isOver = word('flood is over');
  let startedAt = performance.now();
  stranger.postMessage({ amount: Number(asked.get('amount')), kind: asked.get('kind') }, strangerOrigin);
  if (heldBack > 0) {
    // This page and the target share a thread, the stranger has another.
    while (performance.now() - startedAt < heldBack);
    startedAt = performance.now();
  }
  await isOver;
  const time = performance.now() - startedAt;
  const { rejected } = target as Window & { readonly rejected?: { readonly count: number } };
  return { time, turnedAway: rejected?.count };
}

Object.assign(window, { flood });

export {};
