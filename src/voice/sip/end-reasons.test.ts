import { expect } from '@open-wc/testing';
import { endOf } from './end-reasons.js';
import type { SipMessage } from './engine.js';

const message = (parts: { status?: number; phrase?: string; reason?: string; reasons?: string[] }) =>
  ({
    ...(parts.status !== undefined && { status_code: parts.status }),
    ...(parts.phrase !== undefined && { reason_phrase: parts.phrase }),
    getHeader: (name: string) => (name === 'reason' ? parts.reason : undefined),
    ...(parts.reasons && { getHeaders: (name: string) => (name === 'reason' ? parts.reasons : []) }),
  }) as unknown as SipMessage;

describe('the end of a SIP call', () => {
  for (const [status, reason] of [
    [403, 'declined'],
    [404, 'not-found'],
    [408, 'no-answer'],
    [410, 'not-found'],
    [480, 'no-answer'],
    [484, 'not-found'],
    [486, 'busy'],
    [487, 'canceled'],
    [488, 'failed'],
    [500, 'network'],
    [503, 'network'],
    [600, 'busy'],
    [603, 'declined'],
    [604, 'not-found'],
  ] as const) {
    it(`is ${reason} with ${status}`, () => {
      const end = endOf({ originator: 'remote', message: message({ status }), cause: 'anything' });
      expect(end).to.include({ reason, code: status });
    });
  }

  it('keeps the words of the server', () => {
    const busy = message({ status: 486, phrase: 'Busy Here' });
    const end = endOf({ originator: 'remote', message: busy, cause: 'Busy' });
    expect(end).to.deep.equal({ reason: 'busy', by: 'remote', code: 486, text: 'Busy Here' });
  });

  for (const [cause, originator, reason, by] of [
    ['Terminated', 'remote', 'hung-up', 'remote'],
    ['Terminated', 'local', 'hung-up', 'local'],
    ['Canceled', 'remote', 'canceled', 'remote'],
    ['No Answer', 'local', 'no-answer', 'local'],
    ['Connection Error', 'local', 'network', 'system'],
    ['Request Timeout', 'system', 'network', 'system'],
    ['RTP Timeout', 'local', 'network', 'system'],
    ['WebRTC Error', 'local', 'failed', 'local'],
  ] as const) {
    it(`is ${reason} by ${by} with ${cause} by ${originator}`, () => {
      expect(endOf({ originator, message: null, cause })).to.include({ reason, by });
    });
  }

  it('is answered-elsewhere when the CANCEL says so', () => {
    const cancel = message({ reason: 'SIP;cause=200;text="Call completed elsewhere"' });
    const end = endOf({ originator: 'remote', message: cancel, cause: 'Canceled' });
    expect(end).to.deep.equal({
      reason: 'answered-elsewhere',
      by: 'remote',
      code: 200,
      text: 'Call completed elsewhere',
    });
  });

  it('leaves the reasons of other protocols alone', () => {
    const bye = message({ reason: 'Q.850;cause=16;text="Normal call clearing"' });
    const end = endOf({ originator: 'remote', message: bye, cause: 'Terminated' });
    expect(end).to.include({ reason: 'hung-up', code: undefined });
  });

  for (const reasons of [
    ['SIP;cause=200'],
    [' sip ; text="a;b, c" ; cause = 200 '],
    ['Q.850;cause=26'],
    ['q.850 ;cause=26;text="Non-selected user clearing"'],
    ['Q.850;cause=16', 'SIP;cause=200;text="Call completed elsewhere"'],
    ['Q.850;cause=16;text="Normal, call clearing",SIP;cause=200'],
    ['SIP;cause=487;text="ORIGINATOR_CANCEL", Q.850;cause=26'],
    ['nonsense', '', 'Q.850;cause=26'],
    ['SIP;text="she said \\"no, cause\\"";cause=200'],
  ]) {
    for (const cause of ['Canceled', 'Terminated']) {
      it(`is answered-elsewhere when it is ${cause} with ${reasons.join(' and ')}`, () => {
        const end = endOf({ originator: 'remote', message: message({ reasons }), cause });
        expect(end).to.include({ reason: 'answered-elsewhere', by: 'remote' });
      });
    }
  }

  for (const reasons of [
    [],
    ['SIP;cause=487'],
    ['SIP;cause=2000'],
    ['Q.850;cause=200'],
    ['SIP;cause=26'],
    ['Q.850;cause=16;text="SIP;cause=200"'],
    ['Q.850;cause=16;text="a,SIP;cause=200"'],
    ['X;cause=200'],
    ['SIP;because=200'],
    ['<'.repeat(8000)],
    ['SIP' + ';cause = '.repeat(8000)],
  ]) {
    it(`is canceled with ${(reasons[0] ?? 'nothing').slice(0, 40)}`, () => {
      const end = endOf({ originator: 'remote', message: message({ reasons }), cause: 'Canceled' });
      expect(end).to.include({ reason: 'canceled', by: 'remote' });
    });
  }
});
