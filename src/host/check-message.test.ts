import { expect } from '@open-wc/testing';
import { checkMessage, type MessageDirection } from './check-message.js';

const reason = (direction: MessageDirection, message: unknown) => {
  const result = checkMessage(direction, message);
  return result.ok ? undefined : result.reason;
};
const message = (type: string, data?: unknown) => ({ type, messageId: '1', data });

describe('checkMessage', () => {
  it('takes what fits the protocol', () => {
    expect(reason('to-host', message('CALL_ANSWERED', { externalCallId: 'a' }))).to.equal(undefined);
    expect(reason('to-host', message('LOGGED_IN'))).to.equal(undefined);
    expect(reason('to-widget', message('DIAL_NUMBER', { phoneNumber: '1' }))).to.equal(undefined);
    expect(reason('to-widget', { type: 'SYNC', messageId: '1', portalId: 1 })).to.equal(undefined);
    expect(reason('to-host', { type: 'SYNC_ACK', messageId: '1', portalId: 1 })).to.equal(undefined);
  });

  it('says what is wrong, and never with the value', () => {
    expect(reason('to-host', 'hello')).to.contain('Not a message');
    expect(reason('to-host', { type: 'LOGGED_IN' })).to.contain('Not a message');
    expect(reason('to-host', message('DIAL_NUMBER', {}))).to.equal('DIAL_NUMBER goes the other way.');
    expect(reason('to-host', message('HELLO'))).to.equal('The protocol has no message HELLO.');
    expect(reason('to-host', message('constructor'))).to.equal('The protocol has no message constructor.');
    expect(reason('to-host', message('INCOMING_CALL', { toNumber: '+12025550199' }))).to.match(
      /fromNumber is missing or not what it should be/,
    );
    const bad = reason(
      'to-host',
      message('INCOMING_CALL', { toNumber: { is: '+12025550199' }, fromNumber: '1' }),
    );
    expect(bad).to.contain('toNumber');
    expect(bad).not.to.contain('0199');
  });

  it('has a word on a handshake with a field that cannot be read', () => {
    expect(reason('to-widget', { type: 'SYNC', messageId: '1', portalId: {} })).to.equal(
      'SYNC.portalId is not what it should be.',
    );
  });
});
