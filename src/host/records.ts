/** The records of the CRM as plain data, and how to find one. */
import { dialableNumber } from '../numbers/index.js';
import { objectTypeIds } from '../protocol/index.js';

/** One number of a record. */
export interface CrmPhone {
  /** What kind of number it is: `Mobile`. Default: none. */
  readonly label?: string;
  /** The number as the CRM stores and sends it. */
  readonly number: string;
  /** The country in two letters. Default: `US`. */
  readonly countryCode?: string;
}

/** A record that can be called. */
export interface CrmRecord {
  readonly objectId: number;
  /** `0-1` contact, `0-2` company, `0-3` deal, `0-5` ticket, `2-…` a custom object. */
  readonly objectTypeId: string;
  /** For a contact, the first name and then the last name. */
  readonly name: string;
  readonly email?: string;
  /** What is special about the record, for people. Default: nothing. */
  readonly note?: string;
  readonly phones: readonly CrmPhone[];
}

/** What names a record: an objectId alone is unique among records of one type only. */
export type RecordCoordinates = Pick<CrmRecord, 'objectId' | 'objectTypeId'>;

/** What HubSpot calls a record, by its objectTypeId. A custom object has no such word. */
export const objectTypes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(objectTypeIds).map(([name, objectTypeId]) => [objectTypeId, name]),
);

/** Some records of each kind. All are made up; the numbers are from ranges that are reserved for fiction. */
export const defaultRecords: readonly CrmRecord[] = [
  {
    objectId: 101,
    objectTypeId: '0-1',
    name: 'Erin Example',
    email: 'erin@example.com',
    phones: [
      { label: 'Mobile', number: '+12025550101' },
      { label: 'Office', number: '+12025550102' },
    ],
  },
  {
    objectId: 102,
    objectTypeId: '0-1',
    name: 'Sam Sample',
    email: 'sam@example.org',
    phones: [{ label: 'Mobile', number: '+442079460958', countryCode: 'GB' }],
  },
  {
    objectId: 103,
    objectTypeId: '0-1',
    name: 'Tess Testcase',
    phones: [{ label: 'Office', number: '+12025550123 ext. 45' }],
  },
  // These two share a number: a caller with that number may be either.
  {
    objectId: 104,
    objectTypeId: '0-1',
    name: 'Bo Both',
    phones: [{ label: 'Switchboard', number: '+12025550170' }],
  },
  {
    objectId: 201,
    objectTypeId: '0-2',
    name: 'Example Instruments',
    phones: [{ label: 'Switchboard', number: '+1 (202) 555-0170' }],
  },
  {
    objectId: 202,
    objectTypeId: '0-2',
    name: 'Sample & Sons',
    phones: [{ label: 'Main', number: '+12025550180' }],
  },
  {
    objectId: 301,
    objectTypeId: '2-4711',
    name: 'Boat “Prototype”',
    phones: [{ label: 'Owner', number: '+12025550131' }],
  },
  {
    objectId: 501,
    objectTypeId: '0-3',
    name: 'Deal: forty headsets',
    phones: [{ label: 'Buyer', number: '+12025550151' }],
  },
  {
    objectId: 401,
    objectTypeId: '0-5',
    name: 'Ticket: no dial tone',
    phones: [{ label: 'Reporter', number: '+12025550141' }],
  },
];

/** The records that have a number, however it is written. */
export function findByNumber(records: readonly CrmRecord[], number: string): readonly CrmRecord[] {
  const wanted = dialable(number);
  return records.filter(({ phones }) => phones.some((phone) => dialable(phone.number) === wanted));
}

/** The record with this id and type. Undefined if there is none. */
export function findRecord(
  records: readonly CrmRecord[],
  { objectId, objectTypeId }: RecordCoordinates,
): CrmRecord | undefined {
  return records.find((record) => record.objectId === objectId && record.objectTypeId === objectTypeId);
}

/** Whether two numbers are the same number, however they are written. */
export function isSameNumber(one: string, other: string): boolean {
  return dialable(one) === dialable(other);
}

// No number is that long: to read one of a hostile widget's would take its time again for every message.
const maxNumberLength = 100;
const dialable = (number: string) => (number.length > maxNumberLength ? number : dialableNumber(number));
