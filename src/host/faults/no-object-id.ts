/** A number is to be dialled, and nothing says whose it is. */
import { changeDialNumber, type Fault } from '../fault.js';
import { without } from '../without.js';

export const noObjectId: Fault = {
  wrong: 'DIAL_NUMBER names no record: no objectId, objectType or calleeInfo.',
  right: 'Dials the number.',
  sendInstead: changeDialNumber((data) => without(data, 'objectId', 'objectType', 'calleeInfo', 'subjectId')),
};
