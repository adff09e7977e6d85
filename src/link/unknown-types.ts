/** The answer to messages of unknown types: one for each type, so that two ends cannot answer each other for ever. */
import type { Envelope } from './envelope.js';

/** Types that are remembered and answered. A peer that invents ever new ones cannot fill the memory. */
const maxUnknownTypes = 256;

/** The `ERROR` that tells the sender that its message's type is unknown. */
export const unknownTypeError = (originalMessage: Envelope) => ({
  type: 'ERROR',
  data: { type: 'UNKNOWN_MESSAGE_TYPE', data: { originalMessage } },
});

/** Makes a function that tells of each message of an unknown type, by its type, whether an answer is due. */
export function answerOncePerType(): (type: string) => boolean {
  const answered = new Set<string>();
  return (type) => {
    if (answered.has(type) || answered.size >= maxUnknownTypes) return false;
    answered.add(type);
    return true;
  };
}
