import { spokenNumber } from './spoken-number.js';
import { checkEach } from './testing/check-each.js';

checkEach('spokenNumber', spokenNumber, [
  ['+1 (202) 555-0123', '+ 1 2 0 2 5 5 5 0 1 2 3'],
  ['*31#', '* 3 1 #'],
  ['110', '1 1 0'],
  ['030\u00A012.34', '0 3 0 1 2 3 4'],
  ['', ''],
]);
