/** The CRM's records. All made up; the numbers are from ranges that regulators keep free for fiction. */
import type { CrmRecord } from '../src/host/index.js';

export const records: readonly CrmRecord[] = [
  {
    objectId: 101,
    objectTypeId: '0-1',
    name: 'Erin Example',
    email: 'erin@example.com',
    note: 'Has two numbers',
    phones: [
      { label: 'Mobile', number: '+12025550101' },
      { label: 'Office', number: '+12025550102' },
    ],
  },
  {
    objectId: 102,
    objectTypeId: '0-1',
    name: 'Sam Sample',
    note: 'Lives in London',
    phones: [{ label: 'Mobile', number: '+442079460958', countryCode: 'GB' }],
  },
  {
    objectId: 103,
    objectTypeId: '0-1',
    name: 'Tess Testcase',
    note: 'Has an extension',
    phones: [{ label: 'Office', number: '+12025550123 ext. 45' }],
  },
  {
    objectId: 104,
    objectTypeId: '0-1',
    name: 'Bo Busytone',
    note: 'Is always busy',
    phones: [{ label: 'Mobile', number: '+12025550199' }],
  },
  {
    objectId: 105,
    objectTypeId: '0-1',
    name: 'Bea Backsoon',
    note: 'Hangs up after 3 s',
    phones: [{ label: 'Mobile', number: '+12025550188' }],
  },
  {
    objectId: 201,
    objectTypeId: '0-2',
    name: 'Example Instruments',
    note: 'Switchboard',
    // Stored as it was typed, like many in a real CRM.
    phones: [{ label: 'Main', number: '+1 (202) 555-0170' }],
  },
  {
    objectId: 401,
    objectTypeId: '0-5',
    name: 'No dial tone since Monday',
    note: 'Of the help desk',
    phones: [{ label: 'Reporter', number: '+12025550141' }],
  },
  {
    objectId: 301,
    objectTypeId: '2-4711',
    name: 'Boat “Prototype”',
    note: 'Has an owner',
    phones: [{ label: 'Owner', number: '+12025550131' }],
  },
];
