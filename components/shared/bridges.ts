/** The list of all bridges on the page. All copies of this package that are loaded on a page share it. */
import type { WindowResult } from '../../src/frames/calling-window.js';
import type { CallingBridge, VoiceProvider } from '../../src/index.js';

/** What an element needs of a bridge: `<hs-calling-bridge>` has it, and so has a bare `CallingBridge`. */
export type Bridge = EventTarget &
  Pick<
    CallingBridge,
    | 'getState'
    | 'subscribe'
    | 'request'
    | 'carryOut'
    | 'retry'
    | 'updateCall'
    | 'keepsDraft'
    | 'lookUpParty'
    | 'markHistorySeen'
    | 'expectWrapUp'
    | 'hasWrapUp'
    | 'chooseFromNumber'
    | 'setDialIntent'
    | 'resizeWidget'
  > & {
    readonly voice?: VoiceProvider | undefined;
    /** Opens the calling window; only `<hs-calling-bridge>` can. */
    readonly openCallingWindow?: (() => WindowResult) | undefined;
  };

interface Registry {
  readonly bridges: Set<Element & Bridge>;
  readonly watchers: Set<() => void>;
}

const key = Symbol.for('hs-calling-elements.bridges');

function registry(): Registry {
  const page = globalThis as { [key]?: Registry | undefined };
  page[key] ??= { bridges: new Set(), watchers: new Set() };
  return page[key];
}

/** Adds a bridge to the list. The returned function removes it. */
export function addBridge(bridge: Element & Bridge): () => void {
  const { bridges, watchers } = registry();
  const notify = () => {
    for (const watcher of [...watchers]) watcher();
  };
  bridges.add(bridge);
  notify();
  return () => {
    bridges.delete(bridge);
    notify();
  };
}

/** Calls back whenever a bridge is added or removed. The returned function ends that. */
export function watchBridges(watcher: () => void): () => void {
  const { watchers } = registry();
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Whether an element is a bridge on the page. */
export function isBridge(element: Element): element is Element & Bridge {
  return registry().bridges.has(element as Element & Bridge);
}

/** All bridges in a document, in the order in which they were added. */
export function bridgesIn(page: Document): readonly Bridge[] {
  return [...registry().bridges].filter((bridge) => bridge.ownerDocument === page);
}
