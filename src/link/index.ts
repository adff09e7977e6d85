/** Both ends of the handshake over a window. */
export type { Envelope } from './envelope.js';
export * from './host-link.js';
export { maskNumbers } from './mask.js';
export type { Arrival, Claim, Port } from './port.js';
export type { Rejection } from './rejections.js';
export * from './widget-link.js';
export * from './window-port.js';
