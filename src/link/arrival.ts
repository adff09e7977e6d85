/** A message as it arrives, before anything is known of it. */

/** The part of a `MessageEvent` that the gates look at. */
export interface Arrival {
  /** The window that sent it; null when that window is gone. */
  readonly source: unknown;
  /** The sender's origin, as the browser says; `null` as text when it is opaque. */
  readonly origin: string;
  readonly data: unknown;
}
