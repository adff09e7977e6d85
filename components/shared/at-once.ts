/**
 * What a page has loaded already when it loads more: whatever is loaded later imports this file. So bundlers keep all of it
 * together, instead of cutting out a small file for each thing that is shared. Nothing more is loaded by it.
 */
export * from '../../src/bridge/calling-bridge.js';
export * from '../../src/numbers/index.js';
export * from './announcer.js';
export * from './answer-within.js';
export * from './bridge-controller.js';
export * from './call-news.js';
export * from './call-words.js';
export * from './duration.js';
export * from './field.styles.js';
export * from './hs-element.js';
export * from './icon.js';
export * from './icon-button.js';
export * from './icons.js';
export * from './microphone-words.js';
export * from './notification-right.js';
export { openRecord } from './open-record.js';
export * from './panel.styles.js';
export * from './part-element.js';
export * from './phone-number.js';
export * from './shared.styles.js';
export * from './talked-for.js';
export * from './timer.js';
export * from './who.styles.js';
export * from './who.js';
