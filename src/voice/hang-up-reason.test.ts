import { expect } from '@open-wc/testing';
import type { MicrophoneTrouble } from '../call/index.js';
import { hangUpReason } from './hang-up-reason.js';
import type { EndReason } from './session.js';

describe('hangUpReason', () => {
  for (const [direction, microphone, isAnswered, reason] of [
    ['outbound', undefined, true, 'hung-up'],
    ['inbound', undefined, true, 'hung-up'],
    ['outbound', undefined, false, 'canceled'],
    ['outbound', 'waiting', false, 'canceled'],
    ['outbound', 'denied', false, 'microphone'],
    ['outbound', 'missing', false, 'microphone'],
    ['inbound', undefined, false, 'declined'],
    ['inbound', 'denied', false, 'declined'],
  ] satisfies (readonly ['inbound' | 'outbound', MicrophoneTrouble | undefined, boolean, EndReason])[])
    it(`is ${reason}: ${direction}, ${isAnswered ? 'answered' : 'not answered'}, microphone ${microphone ?? 'fine'}`, () => {
      expect(hangUpReason({ direction, microphone }, isAnswered)).to.equal(reason);
    });
});
