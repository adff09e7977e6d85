/** A number is to be dialled, and objectId is 0: the record is to be found in calleeInfo only. */
import { changeDialNumber, type Fault } from '../fault.js';
import { without } from '../without.js';

export const zeroObjectId: Fault = {
  wrong: 'DIAL_NUMBER has objectId 0, and no objectType: only calleeInfo names the record.',
  right: 'Dials, and takes the record from calleeInfo.',
  sendInstead: changeDialNumber((data) => ({ ...without(data, 'objectType', 'subjectId'), objectId: 0 })),
};
