// A dialer has a keypad in it.
import '../keypad/define.js';
import { HsDialer } from './dialer.js';

HsDialer.define();

export { HsDialer };
