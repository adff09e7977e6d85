/** The loopback: a voice without a network, whose far end is in the same page. */
export type { FarEnd, FarEndEventMap } from './far-end.js';
export type { MicrophoneUse } from './loopback-media.js';
export type { LoopbackSession, LoopbackSessionOptions } from './loopback-session.js';
export { LoopbackVoice, wrongSetting, type LoopbackCaller, type LoopbackSettings } from './loopback-voice.js';
export type { FullScript, LoopbackScript, Span } from './script.js';
export type { StoredSession } from './stored-session.js';
