/** A bridge with HubSpot at the other end of a fake wire: for tests. */
import { FakeWindow, type FakeWindowOptions } from '../../link/testing/fake-window.js';
import { CallingBridge } from '../calling-bridge.js';
import type { EventDetails } from '../events.js';
import { browserPage, type Page } from '../page.js';
import { withCalls } from '../handover.js';
import type { BridgeSettings } from '../settings.js';

// Most tests are of a page that is there for a while: what it loads before there is a call is there.
await withCalls.load();

/** The browser's page, whose end is told only by a test: when the runner closes it, calls must not reach the next file. */
const testedPage: Page = {
  storage: browserPage.storage,
  watch(onLeave, onReturn) {
    const stop = new AbortController();
    const { signal } = stop;
    const leave = ({ isTrusted, persisted }: PageTransitionEvent) => {
      if (!isTrusted) onLeave(persisted);
    };
    window.addEventListener('pagehide', leave, { signal });
    window.addEventListener('pageshow', onReturn, { signal });
    return () => {
      stop.abort();
    };
  },
  guard: () => () => undefined,
};

/** What HubSpot has heard. */
export interface Heard {
  readonly type: unknown;
  readonly data: unknown;
}

export class FakeHubSpot {
  readonly window: FakeWindow;
  readonly bridge: CallingBridge;
  #ids = 0;

  constructor(
    settings: BridgeSettings = {},
    target?: EventTarget,
    window: FakeWindowOptions = {},
    page = testedPage,
  ) {
    this.window = new FakeWindow(window);
    this.bridge = new CallingBridge(settings, {
      wire: this.window,
      clock: this.window,
      ...(target && { target }),
      page,
    });
  }

  /** Everything said by the widget, without the handshake. */
  get heard(): readonly Heard[] {
    return this.window.posted
      .map(({ message }) => ({ type: message['type'], data: message['data'] }))
      .filter(({ type }) => type !== 'SYNC_ACK');
  }

  /** The types of it. */
  get types(): readonly unknown[] {
    return this.heard.map(({ type }) => type);
  }

  /** Shakes hands. */
  sync(fields: Readonly<Record<string, unknown>> = {}): void {
    this.window.receive({
      type: 'SYNC',
      messageId: this.#createId(),
      portalId: 100,
      userId: 1,
      ownerId: 2,
      ...fields,
    });
  }

  /** Says something to the widget. */
  say(type: string, data?: unknown): void {
    this.window.receive({ type, messageId: this.#createId(), data });
  }

  /** Makes the record that the oldest call waits for. */
  createEngagement(engagementId: number): void {
    this.say('CREATE_ENGAGEMENT_SUCCEEDED', { engagementId });
  }

  /** Forgets what it has heard so far. */
  forget(): void {
    this.window.posted.length = 0;
  }

  #createId(): string {
    this.#ids += 1;
    return `host-${String(this.#ids)}`;
  }
}

/** A bridge that has shaken hands and said INITIALIZED, which is forgotten. */
export function connected(
  settings?: BridgeSettings,
  target?: EventTarget,
  window?: FakeWindowOptions,
  page?: Page,
): FakeHubSpot {
  const hubspot = new FakeHubSpot(settings, target, window, page);
  hubspot.bridge.connect();
  hubspot.sync();
  hubspot.forget();
  return hubspot;
}

/** The details of all events of a name from now on. */
export function collect<K extends keyof EventDetails>(target: EventTarget, name: K): EventDetails[K][] {
  const details: EventDetails[K][] = [];
  target.addEventListener(name, (event) => details.push((event as CustomEvent<EventDetails[K]>).detail));
  return details;
}

/** The codes of all errors from now on. */
export function collectErrors(target: EventTarget): string[] {
  const codes: string[] = [];
  target.addEventListener('hs-error', (event) =>
    codes.push((event as CustomEvent<EventDetails['hs-error']>).detail.code),
  );
  return codes;
}

/** Prevents what follows from an event. */
export function prevent(target: EventTarget, name: keyof EventDetails): void {
  target.addEventListener(name, (event) => {
    event.preventDefault();
  });
}
