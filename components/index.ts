/**
 * Registers every element except those that have entries of their own: those with a voice, the simulated host, and the
 * history and the queue of calls, and what tells of the calling window, which the phone loads when they are first needed.
 */
import './availability/define.js';
import './call-controls/define.js';
import './call-status/define.js';
import './calling-bridge/define.js';
import './calling-widget/define.js';
import './device-settings/define.js';
import './dialer/define.js';
import './from-number/define.js';
import './incoming-call/define.js';
import './keypad/define.js';
import './login/define.js';
import './wrap-up/define.js';

export * from './registered-classes.js';
