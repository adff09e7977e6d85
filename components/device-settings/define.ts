import { HsDeviceSettings } from './device-settings.js';

HsDeviceSettings.define();

export { HsDeviceSettings };
