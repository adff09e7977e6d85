import { HsLoopbackVoice } from './loopback-voice.js';

HsLoopbackVoice.define();

export * from './loopback-voice.js';
