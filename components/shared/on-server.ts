/** A server draws elements without a document. There they find their bridge by an event, since nothing else tells who is around. */
import type { Bridge } from './bridges.js';

export const isOnServer = typeof document === 'undefined';

const question = 'hs-find-bridge';

interface Answer {
  bridge?: Bridge;
}

/** The bridge around an element. */
export function findOnServer(element: EventTarget): Bridge | undefined {
  const detail: Answer = {};
  element.dispatchEvent(new CustomEvent(question, { detail, bubbles: true, composed: true }));
  return detail.bridge;
}

/** Has a bridge be found by the elements inside. */
export function answerOnServer(bridge: Bridge): void {
  bridge.addEventListener(question, (event) => {
    (event as CustomEvent<Answer>).detail.bridge ??= bridge;
  });
}
