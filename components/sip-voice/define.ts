import { HsSipVoice } from './sip-voice.js';

HsSipVoice.define();

export * from './sip-voice.js';
