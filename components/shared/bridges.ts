/** The bridges on a page, known to every element, also to those of another copy of this code. */
import type { CallingBridge, VoiceProvider } from '../../src/index.js';
import { parentAcrossShadow } from './localize.js';

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
    | 'expectWrapUp'
    | 'chooseFromNumber'
    | 'resizeWidget'
  > & { readonly voice?: VoiceProvider | undefined };

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

/** A bridge has come. The returned function takes it away. */
export function addBridge(bridge: Element & Bridge): () => void {
  const { bridges, watchers } = registry();
  const tell = () => {
    for (const watcher of [...watchers]) watcher();
  };
  bridges.add(bridge);
  tell();
  return () => {
    bridges.delete(bridge);
    tell();
  };
}

/** Calls back whenever a bridge comes or goes. */
export function watchBridges(watcher: () => void): () => void {
  const { watchers } = registry();
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Where an element says its bridge is. */
export interface BridgeChoice extends Element {
  readonly bridge?: Bridge | undefined;
  readonly for?: string | undefined;
}

/** The bridge of an element: its property, the id it names, the nearest around it, or the only one there is. */
export function findBridge(element: BridgeChoice): Bridge | undefined {
  if (element.bridge) return element.bridge;
  const { bridges } = registry();
  if (element.for) {
    const root = element.getRootNode() as Document | ShadowRoot;
    const named = root.getElementById(element.for) as (Element & Bridge) | null;
    return named && bridges.has(named) ? named : undefined;
  }
  for (let node = parentAcrossShadow(element); node; node = parentAcrossShadow(node)) {
    if (bridges.has(node as Element & Bridge)) return node as Element & Bridge;
  }
  const [only, another] = [...bridges].filter((bridge) => bridge.ownerDocument === element.ownerDocument);
  return another ? undefined : only;
}

/** Whether what an element dispatches reaches the bridge on its way up. */
export function isInside(element: Element, bridge: Bridge): boolean {
  for (let node: Element | null = element; node; node = parentAcrossShadow(node)) {
    if ((node as EventTarget) === bridge) return true;
  }
  return false;
}
