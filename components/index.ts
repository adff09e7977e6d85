/** Registers every element. */
import './call-controls/define.js';
import './call-status/define.js';
import './calling-bridge/define.js';
import './dialer/define.js';
import './incoming-call/define.js';
import './keypad/define.js';

export * from './classes.js';
