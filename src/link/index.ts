/** Both ends of the connection between HubSpot and a widget: the handshake, and messages between two windows. */
export type * from './arrival.js';
export * from './clock.js';
export type { Envelope } from './envelope.js';
export * from './frame-permissions.js';
export { frameSide } from './frame-size.js';
export * from './host-link.js';
export type * from './link-source.js';
export { logCallId, logProblem } from './log.js';
export { maskNumbers } from './mask.js';
export { PageLinks, type KeptHandshake, type PageLock, type Sharer } from './page-links.js';
export * from './profile.js';
export type { Rejection } from './rejections.js';
export * from './widget-address.js';
export * from './widget-link.js';
export type * from './widget-link-observer.js';
export type * from './widget-link-options.js';
export { createId, windowWire, type WindowWireOptions } from './window-wire.js';
export type * from './wire.js';
