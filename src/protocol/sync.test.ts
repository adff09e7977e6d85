import { expect } from '@open-wc/testing';
import { isSameContext, readContext, type HostContext } from './sync.js';

const nothing: HostContext = {
  portalId: undefined,
  userId: undefined,
  ownerId: undefined,
  engagementId: undefined,
  iframeLocation: undefined,
  usesCallingWindow: undefined,
  hostUrl: undefined,
};
const everything: HostContext = {
  portalId: 62515,
  userId: 2,
  ownerId: 3,
  engagementId: 4,
  iframeLocation: 'remote',
  usesCallingWindow: true,
  hostUrl: 'https://app.hubspot.com',
};

const odd: readonly (readonly [Record<string, unknown>, Partial<HostContext>])[] = [
  [{}, {}],
  [{ portalId: '62515' }, { portalId: 62515 }],
  [{ portalId: null }, {}],
  [{ portalId: 'mine' }, {}],
  [{ portalId: 1.5 }, {}],
  [{ portalId: '9007199254740993' }, {}],
  [{ portalId: Symbol.iterator }, {}],
  [{ portalId: { toString: 1 } }, {}],
  [{ portalId: 1, userId: [2] }, { portalId: 1 }],
  [{ engagementId: 0 }, { engagementId: 0 }],
  [{ iframeLocation: 7, ownerId: 3 }, { ownerId: 3 }],
  [{ usesCallingWindow: 'true' }, {}],
  [{ usesCallingWindow: false }, { usesCallingWindow: false }],
  [{ hostUrl: ['https://app.hubspot.com'] }, {}],
  [{ hostUrl: 'not an address' }, { hostUrl: 'not an address' }],
];

describe('readContext', () => {
  it('reads everything there is', () => {
    expect(readContext({ ...everything })).to.deep.equal(everything);
  });

  it('takes nothing else over', () => {
    expect(readContext({ ...everything, type: 'SYNC', messageId: 's1', debugMode: true })).to.deep.equal(
      everything,
    );
  });

  odd.forEach(([sync, context], index) => {
    it(`reads odd fields as missing, case ${String(index + 1)}`, () => {
      expect(readContext(sync)).to.deep.equal({ ...nothing, ...context });
    });
  });
});

describe('isSameContext', () => {
  it('holds for equal contexts', () => {
    expect(isSameContext(everything, { ...everything })).to.equal(true);
  });

  (Object.keys(nothing) as (keyof HostContext)[]).forEach((key) => {
    it(`sees that ${key} changed`, () => {
      expect(isSameContext(everything, { ...everything, [key]: undefined })).to.equal(false);
    });
  });
});
