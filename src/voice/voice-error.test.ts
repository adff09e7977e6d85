import { expect } from '@open-wc/testing';
import { problemOf, VoiceError } from './voice-error.js';

describe('VoiceError', () => {
  it('says what is wrong, and with what value', () => {
    expect(new VoiceError('PHONE_CONFIG', 'server').message).to.equal(
      'A setting of the phone cannot be used. Got: server',
    );
    expect(new VoiceError('PHONE_OFFLINE').message).to.equal('The phone is not connected.');
  });

  it('says whether the voice is of use, and whether trying again may help', () => {
    const of = (code: VoiceError['code']) => {
      const { fatal, recoverable } = new VoiceError(code);
      return [fatal, recoverable];
    };
    expect(of('ENGINE_MISSING')).to.deep.equal([true, false]);
    expect(of('MICROPHONE_DENIED')).to.deep.equal([false, true]);
    expect(of('BAD_DIGITS')).to.deep.equal([false, false]);
  });

  it('takes anything that was thrown', () => {
    const own = new VoiceError('BAD_NUMBER');
    expect(VoiceError.from(own)).to.equal(own);
    const cause = new TypeError('oops');
    const taken = VoiceError.from(cause);
    expect([taken.code, taken.cause]).to.deep.equal(['PHONE_FAILED', cause]);
    expect(taken.message).to.contain('TypeError oops');
    expect(VoiceError.from('oops').message).to.contain('oops');
  });

  it('becomes plain data', () => {
    const { message } = new VoiceError('NOT_POSSIBLE', 'ended');
    const problem = problemOf(new VoiceError('NOT_POSSIBLE', 'ended'), 'hs-hold-request');
    expect(structuredClone(problem)).to.deep.equal({
      code: 'NOT_POSSIBLE',
      message,
      fatal: false,
      request: 'hs-hold-request',
    });
    expect('request' in problemOf(new VoiceError('NOT_POSSIBLE'))).to.equal(false);
  });

  it('names no phone number, whatever an engine says', () => {
    const problem = problemOf(new Error('no route to sip:+12025550123@sip.example.com'));
    expect(problem.message).to.contain('no route to').and.not.contain('2025550123');
  });

  it('is known also where it is of another copy of this code', () => {
    const foreign = Object.assign(new Error('far'), { name: 'VoiceError', code: 'PHONE_BUSY', fatal: false });
    expect(problemOf(foreign)).to.deep.equal({ code: 'PHONE_BUSY', message: 'far', fatal: false });
  });
});
