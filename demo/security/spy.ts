/**
 * What the tests see of every window: an init script that tells them what it receives, what is dispatched in it and
 * what it sends to others. Runs in the page, before any script of the page.
 */

/** Something that happened in a window. */
export type Sighting = { readonly where: string; readonly at: number } & (
  | {
      /** A message came, whatever becomes of it. */
      readonly kind: 'message';
      readonly origin: string;
      readonly data: WireMessage;
    }
  | {
      /** An event of an element was dispatched. */
      readonly kind: 'event';
      readonly name: string;
      readonly detail: Readonly<Record<string, unknown>>;
    }
  | {
      /** A message was sent to the parent, or to a window that had sent one, for the eyes of `target` only. */
      readonly kind: 'sent';
      readonly type: unknown;
      readonly target: unknown;
      /** The origin that the other window has, as the browser says. */
      readonly trueOrigin: string | undefined;
    }
);

/** A message on the wire, as far as JSON can write it. */
export type WireMessage = Readonly<Record<string, unknown>> & {
  readonly type?: unknown;
  readonly messageId?: unknown;
  readonly data?: Readonly<Record<string, unknown>>;
};

type WithoutPlace<T> = T extends unknown ? Omit<T, 'where' | 'at'> : never;

export function spy(eventNames: readonly string[]): void {
  const { tellTest } = window as unknown as { tellTest: (sighting: Sighting) => void };
  const tell = (what: WithoutPlace<Sighting>) => {
    tellTest({ where: location.href, at: Date.now(), ...what });
  };
  const plain = (data: unknown): never => {
    try {
      return JSON.parse(JSON.stringify(data ?? {})) as never;
    } catch {
      return {} as never;
    }
  };

  window.addEventListener('message', ({ origin, data }) => {
    tell({ kind: 'message', origin, data: plain(data) });
  });
  for (const name of eventNames) {
    // Notices do not bubble, but on the way down they pass here too.
    window.addEventListener(
      name,
      (event) => {
        tell({ kind: 'event', name, detail: plain((event as CustomEvent).detail) });
      },
      true,
    );
  }

  // A window of another origin cannot be changed, so what stands for it is: everywhere, to remain the same window.
  const stands = new WeakMap<object, Window>();
  const watched = (to: Window, originOf: () => string | undefined): Window => {
    const known = stands.get(to);
    if (known) return known;
    const stand = new Proxy(to, {
      get(target, key) {
        if (key !== 'postMessage') return Reflect.get(target, key) as unknown;
        return (message: { readonly type?: unknown }, origin: unknown, ...rest: []) => {
          tell({ kind: 'sent', type: message.type, target: plain(origin), trueOrigin: originOf() });
          target.postMessage(message, origin as string, ...rest);
        };
      },
    });
    stands.set(to, stand);
    return stand;
  };

  const { parent } = window;
  if (parent === window) return;
  const parentStand = watched(parent, () => location.ancestorOrigins[0]);
  Object.defineProperty(window, 'parent', { get: () => parentStand, configurable: true });
  const source = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'source');
  Object.defineProperty(MessageEvent.prototype, 'source', {
    configurable: true,
    get(this: MessageEvent) {
      const from = source?.get?.call(this) as Window | null;
      const { origin } = this;
      return from === null || from === window ? from : watched(from, () => origin);
    },
  });
}
