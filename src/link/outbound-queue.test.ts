import { expect } from '@open-wc/testing';
import { outboundMessages } from '../protocol/index.js';
import { OutboundQueue } from './outbound-queue.js';

const queued = (...types: string[]) => {
  const queue = new OutboundQueue(outboundMessages);
  types.forEach((type, messageId) => queue.add({ type, messageId }));
  return queue;
};
const typesOf = (queue: OutboundQueue) => Array.from(queue.takeAll(), ({ type }) => type);

describe('OutboundQueue', () => {
  it('hands out everything, oldest first, once', () => {
    const queue = queued('CALL_DATA', 'CALL_ANSWERED', 'ERROR');
    expect([typesOf(queue), queue.size]).to.deep.equal([['CALL_DATA', 'CALL_ANSWERED', 'ERROR'], 0]);
  });

  it('hands out the oldest', () => {
    const queue = queued('CALL_DATA', 'CALL_ANSWERED');
    const all = queue.takeAll();
    const next = () => all.next().value?.type;
    expect([next(), next(), next()]).to.deep.equal(['CALL_DATA', 'CALL_ANSWERED', undefined]);
  });

  it('hands out what is added meanwhile as well', () => {
    const queue = queued('CALL_DATA');
    const types: string[] = [];
    for (const { type } of queue.takeAll()) {
      types.push(type);
      if (type === 'CALL_DATA') queue.add({ type: 'CALL_ANSWERED', messageId: 0 });
    }
    expect(types).to.deep.equal(['CALL_DATA', 'CALL_ANSWERED']);
  });

  it('hands out INITIALIZED first, and of several the last', () => {
    const queue = queued('CALL_DATA', 'INITIALIZED', 'INITIALIZED');
    expect([queue.hasInitialized, queue.size]).to.deep.equal([true, 1]);
    const all = Array.from(queue.takeAll(), ({ type, messageId }) => [type, messageId]);
    expect(all).to.deep.equal([
      ['INITIALIZED', 2],
      ['CALL_DATA', 0],
    ]);
    expect(queue.hasInitialized).to.equal(false);
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
    [
      ['NEW_IN_2030', 'LOGGED_IN', 'LOGGED_OUT'],
      ['NEW_IN_2030', 'LOGGED_OUT'],
    ],
  ];
  collapses.forEach(([given, wanted]) => {
    it(`keeps ${wanted.join(', ')} of ${given.join(', ')}`, () => {
      expect(typesOf(queued(...given))).to.deep.equal(wanted);
    });
  });

  it('has room for 256', () => {
    const queue = queued(...Array.from({ length: 255 }, () => 'CALL_DATA'));
    const add = (type: string) => queue.add({ type, messageId: 0 });
    expect([add('LOGGED_IN'), add('CALL_DATA'), add('USER_AVAILABLE'), queue.size]).to.deep.equal([
      true,
      false,
      false,
      256,
    ]);
  });

  it('takes a newer message about a state even when it is full', () => {
    const queue = queued('LOGGED_IN', ...Array.from({ length: 255 }, () => 'CALL_DATA'));
    expect([queue.add({ type: 'LOGGED_OUT', messageId: 0 }), typesOf(queue).at(-1)]).to.deep.equal([
      true,
      'LOGGED_OUT',
    ]);
  });
});
