/** The CRM's records. All made up; the numbers are from ranges that regulators keep free for fiction. */
import { dialableNumber } from '../src/index.js';

/** One number of a record. */
export interface PhoneNumber {
  readonly label: string;
  /** As the CRM stores and sends it. */
  readonly number: string;
  /** As the CRM shows it. */
  readonly shown: string;
  readonly countryCode: string;
}

export interface CrmRecord {
  readonly objectId: number;
  /** `0-1` contact, `0-2` company. */
  readonly objectTypeId: '0-1' | '0-2';
  readonly name: string;
  /** What is special about calling it. */
  readonly hint: string;
  readonly phones: readonly PhoneNumber[];
}

const us = (label: string, shown: string, number = shown.replaceAll(/[ -]/g, '')): PhoneNumber => ({
  label,
  number,
  shown,
  countryCode: 'US',
});

export const records: readonly CrmRecord[] = [
  {
    objectId: 101,
    objectTypeId: '0-1',
    name: 'Erin Example',
    hint: 'Has two numbers',
    phones: [us('Mobile', '+1 202-555-0101'), us('Office', '+1 202-555-0102')],
  },
  {
    objectId: 102,
    objectTypeId: '0-1',
    name: 'Sam Sample',
    hint: 'Lives in London',
    phones: [{ label: 'Mobile', number: '+442079460958', shown: '+44 20 7946 0958', countryCode: 'GB' }],
  },
  {
    objectId: 103,
    objectTypeId: '0-1',
    name: 'Tess Testcase',
    hint: 'Has an extension',
    phones: [us('Office', '+1 202-555-0123 x45', '+12025550123 ext. 45')],
  },
  {
    objectId: 104,
    objectTypeId: '0-1',
    name: 'Bo Busytone',
    hint: 'Is always busy',
    phones: [us('Mobile', '+1 202-555-0199')],
  },
  {
    objectId: 105,
    objectTypeId: '0-1',
    name: 'Bea Backsoon',
    hint: 'Hangs up after 3 s',
    phones: [us('Mobile', '+1 202-555-0188')],
  },
  {
    objectId: 201,
    objectTypeId: '0-2',
    name: 'Example Instruments',
    hint: 'Switchboard',
    // Stored as it was typed, like many in a real CRM.
    phones: [us('Main', '+1 202-555-0170', '+1 (202) 555-0170')],
  },
];

/** The records that carry a number, however it is written. */
export function findByNumber(number: string): CrmRecord[] {
  return records.filter(({ phones }) => phones.some((phone) => isSame(phone.number, number)));
}

/** A number as the CRM shows it; one it does not know stays as it is. */
export function shownNumber(number: string): string {
  const phone = records.flatMap(({ phones }) => phones).find((one) => isSame(one.number, number));
  return phone?.shown ?? number;
}

function isSame(one: string, other: string): boolean {
  return dialableNumber(one) === dialableNumber(other);
}

/** The record with this id. */
export function findRecord(objectId: number, objectTypeId: string): CrmRecord | undefined {
  return records.find((record) => record.objectId === objectId && record.objectTypeId === objectTypeId);
}
