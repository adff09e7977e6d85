/** HubSpot's calling protocol as data: messages, names, origins, errors. */
export * from './error-codes.js';
export { callingError } from './errors.js';
export type { CallingError, CallingErrorCode, ErrorCode, RejectionCode } from './errors.js';
export type { CallEndStatus, CallerIdMatch, EngagementProperties, ObjectCoordinates } from './fields.js';
export { callEndStatuses, objectTypeIds, timeIn, unknownNumber } from './fields.js';
export * from './messages.js';
export * from './names.js';
export * from './origins.js';
export * from './parse.js';
export { isRecord, read } from './schema.js';
export type { Schema } from './schema.js';
export * from './sync.js';
