/** A fake wire: two ends without windows; what one posts arrives at the other a moment later. */
import { PageLinks, type Arrival, type Clock, type Wire } from '../../link/index.js';

export const hostOrigin = 'https://app.hubspot.com';
export const widgetOrigin = 'https://phone.example';

type Listener = (arrival: Arrival) => void;

/** How many ids were made: no two wires make the same. */
let ids = 0;

class WireEnd implements Wire, Clock {
  readonly hasPeer = true;
  readonly ancestorOrigins: readonly string[] = [];
  links = new PageLinks();
  readonly listeners = new Set<Listener>();
  other: WireEnd | undefined;
  /** Whether nothing that is posted arrives any more. */
  isCut = false;

  constructor(readonly origin: string) {}

  isPeer(source: unknown): boolean {
    return source === this.other;
  }

  post(message: object, targetOrigin: string): void {
    const { other } = this;
    // As between windows, nothing arrives that is posted to another origin than that of the other end.
    if (this.isCut || targetOrigin !== other?.origin) return;
    const data: unknown = structuredClone(message);
    setTimeout(() => {
      for (const listener of [...other.listeners]) listener({ source: this, origin: this.origin, data });
    });
  }

  listen(onArrival: Listener): () => void {
    this.listeners.add(onArrival);
    return () => this.listeners.delete(onArrival);
  }

  now(): number {
    return Date.now();
  }

  after(ms: number, action: () => void): () => void {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  }

  reportError(error: unknown): void {
    throw error;
  }

  createId(): string {
    ids += 1;
    return `${this.origin}-${String(ids)}`;
  }
}

/** A wire with an end for the host and an end for the widget. */
export function createWire(): { readonly host: WireEnd; readonly widget: WireEnd } {
  const host = new WireEnd(hostOrigin);
  const widget = new WireEnd(widgetOrigin);
  host.other = widget;
  widget.other = host;
  return { host, widget };
}
