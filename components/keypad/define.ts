import { HsKeypad } from './keypad.js';

HsKeypad.define();

export { HsKeypad };
