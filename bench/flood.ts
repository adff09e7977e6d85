/** Plays HubSpot: frames the page that is flooded and a page of another origin that floods it, and measures the time. */

/** The options, from the query of the address. */
const asked = new URLSearchParams(location.search);
const strangerOrigin = `http://127.0.0.1:${location.port}`;

/** For how long the messages are held back, so that all of them are queued when the measurement starts. */
const holdMs = Number(asked.get('hold') ?? 0);

function frame(address: string): Window {
  const element = document.createElement('iframe');
  element.src = address;
  document.body.append(element);
  if (!element.contentWindow) throw new Error(`No window for ${address}.`);
  return element.contentWindow;
}

/** Resolves when the next message of this kind comes. */
const word = (kind: string) =>
  new Promise<void>((resolve) => {
    window.addEventListener('message', function listen({ data }: MessageEvent<unknown>) {
      if (data !== kind) return;
      window.removeEventListener('message', listen);
      resolve();
    });
  });

interface Result {
  /** How long the flood took, in ms. */
  readonly time: number;
  /** How many messages the bridge has rejected, as its last notice says. */
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
  if (holdMs > 0) {
    // This page and the target share a thread, the stranger has another.
    while (performance.now() - startedAt < holdMs);
    startedAt = performance.now();
  }
  await isOver;
  const time = performance.now() - startedAt;
  const { rejected } = target as Window & { readonly rejected?: { readonly count: number } };
  return { time, turnedAway: rejected?.count };
}

Object.assign(window, { flood });

export {};
