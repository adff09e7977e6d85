import { HsLoopbackVoice } from './loopback-voice.js';

HsLoopbackVoice.define();

export { HsLoopbackVoice };
