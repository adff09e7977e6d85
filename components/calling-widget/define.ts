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

// Loaded when there is a call, a list, or another frame to show in them.
HsCallingWidget.later.history = () => import('../call-history/define.js');
HsCallingWidget.later.queue = () => import('../call-queue/define.js');
HsCallingWidget.later.window = () => import('../calling-window/define.js');

HsCallingWidget.define();

export { HsCallingWidget };
