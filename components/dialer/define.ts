// The dialer contains a keypad.
import '../keypad/define.js';
import { HsDialer } from './dialer.js';

HsDialer.define();

export { HsDialer };
