/** Takes the fields that were left out of a payload also out of the message as it was sent. */
import type { Place } from '../protocol/index.js';
import type { Envelope } from './envelope.js';

/** Changes the message. `odd` names the places in the order in which they were read. */
export function takeOut(message: Envelope, odd: readonly Place[]): void {
  // From the last to the first: what is taken out of a list moves those behind it.
  for (const [, ...names] of [...odd].reverse()) {
    const path = ['data', ...names];
    const last = path.pop() ?? '';
    const holder = path.reduce<object>((inner, name) => Object(Reflect.get(inner, name)) as object, message);
    if (Array.isArray(holder)) holder.splice(Number(last), 1);
    else Reflect.deleteProperty(holder, last);
  }
}
