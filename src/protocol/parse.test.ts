import { expect } from '@open-wc/testing';
import { outboundMessages } from './messages.js';
import { parsePayload } from './parse.js';

const cases: readonly (readonly [string, unknown, unknown])[] = [
  [
    'CALL_ANSWERED',
    { externalCallId: 'c', more: 1 },
    { ok: true, data: { externalCallId: 'c', more: 1 }, odd: [] },
  ],
  ['FINALIZE_ENGAGEMENT', { engagementId: '7' }, { ok: true, data: { engagementId: 7 }, odd: [] }],
  ['CALL_ANSWERED', '+12025550001', { ok: false, at: 'CALL_ANSWERED' }],
  ['CALL_ANSWERED', { externalCallId: 7 }, { ok: true, data: { externalCallId: '7' }, odd: [] }],
  [
    'CALL_ANSWERED',
    { externalCallId: ['+12025550001'] },
    { ok: true, data: {}, odd: ['CALL_ANSWERED.externalCallId'] },
  ],
  [
    'NAVIGATE_TO_RECORD',
    { objectCoordinates: { portalId: 1, objectId: '+12025550001', objectTypeId: '0-1' } },
    { ok: false, at: 'NAVIGATE_TO_RECORD.objectCoordinates.objectId' },
  ],
];

describe('parsePayload', () => {
  cases.forEach(([type, data, wanted]) => {
    it(`reads ${type} ${JSON.stringify(data)}, or names the field and no value`, () => {
      const record = outboundMessages.get(type);
      expect(record && parsePayload(type, record, data)).to.deep.equal(wanted);
    });
  });
});
