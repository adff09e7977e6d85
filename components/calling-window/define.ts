import { HsCallingWindow } from './calling-window.js';

HsCallingWindow.define();

export { HsCallingWindow };
