import { expect } from '@open-wc/testing';
import { callingErrorCodes } from './error-codes.js';
import { callingError } from './errors.js';

describe('callingError', () => {
  callingErrorCodes.forEach((code) => {
    it(`says what is wrong with ${code}`, () => {
      expect(callingError(code))
        .to.include({ code })
        .and.to.have.property('message')
        .that.matches(/^[A-Z].{10,}\.$/);
    });

    it(`adds what it got to ${code}`, () => {
      expect(callingError(code, 'this').message).to.equal(`${callingError(code).message} Got: this`);
    });
  });

  it('stops everything for four reasons only', () => {
    const fatal = callingErrorCodes.filter((code) => callingError(code).fatal);
    expect(fatal).to.have.members(['NOT_FRAMED', 'OPAQUE_ORIGIN', 'DUPLICATE_BRIDGE', 'INVALID_CONFIG']);
  });

  it('lets the caller say that it stops everything', () => {
    expect(callingError('FOREIGN_ANCESTOR', 'https://x.example', true).fatal).to.equal(true);
  });

  it('can be cloned', () => {
    const error = callingError('BAD_DATA', 'DIAL_NUMBER.phoneNumber');
    expect(structuredClone(error)).to.deep.equal(error);
  });
});
