/**
 * What a page has loaded already of a bridge when it loads more: whatever is loaded later imports this file. So bundlers keep
 * all of it together, instead of cutting out a file for what happens to be shared. Nothing more is loaded by it.
 */
export * from '../call/index.js';
export * from '../link/index.js';
export * from '../protocol/index.js';
export * from './announcements.js';
export * from './connection.js';
export * from './frame-reach.js';
export * from './inbox.js';
export * from './outbox.js';
export * from './page.js';
export * from './quiet-commands.js';
export * from './reply-watch.js';
export * from './request-desk.js';
export * from './requests.js';
export * from './settings.js';
export * from './when-ready.js';
