/** The number to dial stands in the field that older hosts used. */
import { changeDialNumber, type Fault } from '../fault.js';

export const oldNumberField: Fault = {
  wrong: 'DIAL_NUMBER has phone_number instead of phoneNumber.',
  right: 'Reads either.',
  sendInstead: changeDialNumber(({ phoneNumber, ...rest }) => ({ ...rest, phone_number: phoneNumber })),
};
