/** What a host's page shows to the tests: what came from the widget, and what they may have said to it. */

/** A message of the widget. */
export interface Heard {
  readonly type: string;
  readonly data?: unknown;
}

/** The page's `host`. */
export interface PlayedHost {
  readonly heard: readonly Heard[];
  say(type: string, data?: object): void;
}

/** Where the widget of the address is. It is never of the host's own origin. */
export const widgetUrl = new URLSearchParams(location.search).get('widget') ?? '';

/** Shows it to the tests. */
export const show = (host: PlayedHost) => Object.assign(window, { host });
