/** How an element finds its bridge. */
import { bridgesIn, isBridge, type Bridge } from './bridges.js';
import { findOnServer, isOnServer } from './on-server.js';
import { parentAcrossShadow } from './tree.js';

/** An element that may say which bridge it belongs to. */
export interface BridgeUser extends Element {
  /** The bridge itself. */
  readonly bridge?: Bridge | undefined;
  /** The id of a bridge in the same document or shadow root. */
  readonly for?: string | undefined;
}

/**
 * The bridge of an element, by the first of these rules that applies:
 *
 * 1. its `bridge` property
 * 2. the bridge whose id is its `for`; if there is none, it has no bridge
 * 3. the nearest bridge around it, across shadow roots
 * 4. the only bridge in the document
 */
export function findBridge(element: BridgeUser): Bridge | undefined {
  if (element.bridge) return element.bridge;
  if (isOnServer) return findOnServer(element);
  if (element.for) {
    const root = element.getRootNode() as Document | ShadowRoot;
    const named = root.getElementById(element.for);
    return named && isBridge(named) ? named : undefined;
  }
  for (let parent = parentAcrossShadow(element); parent; parent = parentAcrossShadow(parent)) {
    if (isBridge(parent)) return parent;
  }
  const [first, second] = bridgesIn(element.ownerDocument);
  return second ? undefined : first;
}

/** Whether a bubbling event of an element passes the bridge on its way up. */
export function isInside(element: Element, bridge: Bridge): boolean {
  for (let node: Element | null = element; node; node = parentAcrossShadow(node)) {
    if ((node as EventTarget) === bridge) return true;
  }
  return false;
}
