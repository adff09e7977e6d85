/** Both ends of the connection between HubSpot and a widget: the handshake, and messages between two windows. */
export * from './clock.js';
export type { Envelope } from './envelope.js';
export * from './frame-permissions.js';
export * from './host-link.js';
export { logCallId } from './log.js';
export { maskNumbers } from './mask.js';
export type { PageLock } from './page-lock.js';
export * from './profile.js';
export type { Rejection } from './rejections.js';
export * from './widget-link.js';
export type * from './widget-link-observer.js';
export type * from './widget-link-options.js';
export { createId, windowWire, type WindowWireOptions } from './window-wire.js';
export type * from './wire.js';
