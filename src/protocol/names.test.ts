import { expect } from '@open-wc/testing';
import { messages, type MessageType } from './messages.js';
import { constantsOf, eventName, handlerName } from './names.js';
import { golden } from './testing/messages.golden.js';

const types = Object.keys(messages) as MessageType[];

describe('names', () => {
  // The golden picture holds them written out: the compiler checks them against the types, this against the functions.
  Object.entries(golden).forEach(([type, { event, handler }]) => {
    it(`calls ${type} ${event} and ${handler}`, () => {
      expect([eventName(type), handlerName(type)]).to.deep.equal([event, handler]);
    });
  });

  it('gives no two messages one name', () => {
    expect([new Set(types.map(eventName)).size, new Set(types.map(handlerName)).size]).to.deep.equal([
      types.length,
      types.length,
    ]);
  });

  it('keeps names literal for the compiler', () => {
    const event: 'hs-dial-number' = eventName('DIAL_NUMBER');
    const handler: 'onDialNumber' = handlerName('DIAL_NUMBER');
    expect([event, handler]).to.deep.equal(['hs-dial-number', 'onDialNumber']);
  });

  it('names every message by itself, the way the official SDK does', () => {
    const constants = constantsOf(messages);
    const dialNumber: 'DIAL_NUMBER' = constants.DIAL_NUMBER;
    expect(dialNumber).to.equal('DIAL_NUMBER');
    expect(Object.entries(constants)).to.deep.equal(Object.keys(messages).map((type) => [type, type]));
  });
});
