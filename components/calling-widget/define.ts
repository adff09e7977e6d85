// The widget contains all of these.
import '../availability/define.js';
import '../call-controls/define.js';
import '../call-status/define.js';
import '../device-settings/define.js';
import '../dialer/define.js';
import '../from-number/define.js';
import '../incoming-call/define.js';
import '../login/define.js';
import '../wrap-up/define.js';
import { HsCallingWidget } from './calling-widget.js';

// The history is loaded when there is a call to show in it.
HsCallingWidget.loadHistory = () => import('../call-history/define.js');

HsCallingWidget.define();

export { HsCallingWidget };
