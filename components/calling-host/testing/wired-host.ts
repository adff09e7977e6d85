/** A host with a fake widget at the other end of a fake wire: it shakes hands, and sends what a test wants. */
import { HubSpotHost } from '../../../src/host/index.js';
import { createWire, hostOrigin, widgetOrigin } from '../../../src/host/testing/fake-wire.js';

export interface WiredHost {
  readonly host: HubSpotHost;
  /** The types of the messages that the widget has got, without SYNC. */
  readonly told: readonly string[];
  /** Has the widget send a message. Resolves when the host has got it. */
  readonly say: (type: string, data?: unknown) => Promise<void>;
}

/** Connects the two. Resolves when the host has got INITIALIZED. */
export async function startWiredHost(): Promise<WiredHost> {
  const ends = createWire();
  // Messages do not get lost on the wire, so one SYNC is enough however busy the page is, and tests can count them.
  const host = new HubSpotHost(
    { wire: ends.host, clock: ends.host },
    { widgetOrigin, delayMs: 0, syncIntervalMs: 2000 },
  );
  const told: string[] = [];
  const post = (message: object) => {
    ends.widget.post(message, hostOrigin);
  };
  const say = async (type: string, data?: unknown) => {
    const heard = new Promise((resolve) => {
      host.addEventListener('message', resolve, { once: true });
    });
    post({ type, messageId: ends.widget.createId(), ...(data !== undefined && { data }) });
    await heard;
  };
  ends.widget.listen(({ data }) => {
    const message = data as { readonly type: string };
    if (message.type !== 'SYNC') told.push(message.type);
    else {
      post({ ...message, type: 'SYNC_ACK' });
      void say('INITIALIZED', { isLoggedIn: true, isAvailable: true });
    }
  });
  const ready = host.waitFor('INITIALIZED');
  host.connect();
  await ready;
  return { host, told, say };
}
