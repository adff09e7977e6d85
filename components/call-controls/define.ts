import '../keypad/define.js';
import { HsCallControls } from './call-controls.js';

HsCallControls.define();

export { HsCallControls };
