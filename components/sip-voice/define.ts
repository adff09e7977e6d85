import { HsSipVoice } from './sip-voice.js';

HsSipVoice.define();

export { HsSipVoice };
