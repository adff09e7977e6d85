import { expect } from '@open-wc/testing';
import { isPending } from './pending.js';

describe('isPending', () => {
  const pending = [
    { requestId: 1, name: 'hs-mute-request', externalCallId: 'a' },
    { requestId: 2, name: 'hs-call-request', externalCallId: undefined },
  ] as const;

  it('is about this call, or about any', () => {
    const asked = ['a', 'b', undefined].map((id) => isPending({ pending }, 'hs-mute-request', id));
    expect(asked).to.deep.equal([true, false, true]);
    expect(isPending({ pending }, 'hs-call-request')).to.equal(true);
    expect(isPending({ pending }, 'hs-call-request', 'a')).to.equal(false);
    expect(isPending({ pending }, 'hs-hold-request')).to.equal(false);
    expect(isPending({ pending: [] }, 'hs-mute-request')).to.equal(false);
  });
});
