/** Voice: the contract of a provider, what ties it to a bridge, and what adapters are built of. */
export { capabilities } from '../call/voice-capabilities.js';
export * from './base-provider.js';
export * from './base-session.js';
export * from './call-audio.js';
export * from './call-control.js';
export * from './devices.js';
export * from './digits.js';
export { microphoneTroubleOf } from './microphone-trouble.js';
export * from './microphone.js';
export * from './provider.js';
export * from './quality.js';
export * from './session-sounds.js';
export * from './session.js';
export * from './sounds.js';
export * from './typed-events.js';
export * from './voice-error.js';
