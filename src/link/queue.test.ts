import { expect } from '@open-wc/testing';
import { outboundMessages } from '../protocol/index.js';
import { WaitingMessages } from './queue.js';

const waiting = (...types: string[]) => {
  const queue = new WaitingMessages(outboundMessages);
  types.forEach((type, messageId) => queue.add({ type, messageId }));
  return queue;
};
const typesOf = (queue: WaitingMessages) => queue.takeAll().map(({ type }) => type);

describe('WaitingMessages', () => {
  it('hands out everything, oldest first, once', () => {
    const queue = waiting('CALL_DATA', 'CALL_ANSWERED', 'ERROR');
    expect([typesOf(queue), queue.size]).to.deep.equal([['CALL_DATA', 'CALL_ANSWERED', 'ERROR'], 0]);
  });

  it('hands out the oldest', () => {
    const queue = waiting('CALL_DATA', 'CALL_ANSWERED');
    expect([queue.take()?.type, queue.take()?.type, queue.take()]).to.deep.equal([
      'CALL_DATA',
      'CALL_ANSWERED',
      undefined,
    ]);
  });

  const collapses: readonly (readonly [readonly string[], readonly string[]])[] = [
    [['LOGGED_IN', 'LOGGED_OUT'], ['LOGGED_OUT']],
    [
      ['USER_AVAILABLE', 'CALL_DATA', 'USER_UNAVAILABLE', 'USER_AVAILABLE'],
      ['CALL_DATA', 'USER_AVAILABLE'],
    ],
    [
      ['RESIZE_WIDGET', 'RESIZE_WIDGET', 'SET_WIDGET_URL', 'SET_WIDGET_URL'],
      ['RESIZE_WIDGET', 'SET_WIDGET_URL'],
    ],
    [
      ['LOGGED_IN', 'USER_AVAILABLE'],
      ['LOGGED_IN', 'USER_AVAILABLE'],
    ],
    [
      ['CALL_DATA', 'CALL_DATA'],
      ['CALL_DATA', 'CALL_DATA'],
    ],
    [
      ['NEW_IN_2030', 'NEW_IN_2030', 'constructor'],
      ['NEW_IN_2030', 'NEW_IN_2030', 'constructor'],
    ],
  ];
  collapses.forEach(([given, wanted]) => {
    it(`keeps ${wanted.join(', ')} of ${given.join(', ')}`, () => {
      expect(typesOf(waiting(...given))).to.deep.equal(wanted);
    });
  });

  it('has room for 256', () => {
    const queue = waiting(...Array.from({ length: 255 }, () => 'CALL_DATA'));
    const add = (type: string) => queue.add({ type, messageId: 0 });
    expect([add('LOGGED_IN'), add('CALL_DATA'), add('USER_AVAILABLE'), queue.size]).to.deep.equal([
      true,
      false,
      false,
      256,
    ]);
  });

  it('takes a newer word on a state even when it is full', () => {
    const queue = waiting('LOGGED_IN', ...Array.from({ length: 255 }, () => 'CALL_DATA'));
    expect([queue.add({ type: 'LOGGED_OUT', messageId: 0 }), typesOf(queue).at(-1)]).to.deep.equal([
      true,
      'LOGGED_OUT',
    ]);
  });
});
