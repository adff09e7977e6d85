import { expect } from '@open-wc/testing';
import { defaultRecords, findByNumber, findRecord, isSameNumber, objectTypes } from './records.js';

const idsOf = (number: string) => findByNumber(defaultRecords, number).map(({ objectId }) => objectId);

describe('records', () => {
  it('are found by a number however it is written', () => {
    expect(idsOf('+44 20 7946 0958')).to.deep.equal([102]);
    expect(idsOf('+12025550170')).to.deep.equal([104, 201]);
    expect(idsOf('+12025550199')).to.deep.equal([]);
  });

  it('are found by id and type together', () => {
    expect(findRecord(defaultRecords, { objectId: 201, objectTypeId: '0-2' })?.name).to.equal(
      'Example Instruments',
    );
    expect(findRecord(defaultRecords, { objectId: 201, objectTypeId: '0-1' })).to.equal(undefined);
  });

  it('are of every type that HubSpot has a word for, deals too', () => {
    const types = new Set(defaultRecords.map(({ objectTypeId }) => objectTypes[objectTypeId]));
    expect([...types]).to.include.members(['CONTACT', 'COMPANY', 'DEAL', 'TICKET']);
  });

  it('have numbers that dial the same, or not', () => {
    expect(isSameNumber('+1 (202) 555-0170', '+12025550170')).to.equal(true);
    expect(isSameNumber('+12025550170', '+12025550171')).to.equal(false);
  });
});
