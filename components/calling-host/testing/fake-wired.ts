/** A host whose widget is a few lines at the other end of a wire: it shakes hands, and says what the test wants. */
import { HubSpotHost } from '../../../src/host/index.js';
import { hostOrigin, createWire, widgetOrigin } from '../../../src/host/testing/fake-wire.js';

export interface Wired {
  readonly host: HubSpotHost;
  /** Types of what the widget was told, but for SYNC. */
  readonly told: readonly string[];
  /** The widget says it. Resolves when the host has heard it. */
  readonly say: (type: string, data?: unknown) => Promise<void>;
}

/** Connects the two. Resolves when the widget is initialised. */
export async function wire(): Promise<Wired> {
  const ends = createWire();
  // The wire loses nothing: however busy the page is, one SYNC is enough, and tests can count them.
  const host = new HubSpotHost(ends.host, { widgetOrigin, delayMs: 0, syncIntervalMs: 2000 });
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
