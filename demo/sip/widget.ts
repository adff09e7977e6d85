/** A widget of tags alone. The query of its address gives the attributes of the voice: `?server=wss://…&uri=sip:…`. */
import '../../components/index.js';
import { HsSipVoice } from '../../components/sip-voice/define.js';
import { part } from '../page.js';

const voice = part('hs-sip-voice', HsSipVoice);
for (const [name, value] of new URLSearchParams(location.search)) {
  // Only in a test: a real page gets the password from its own server.
  if (name === 'password') voice.credentials = { password: value };
  else voice.setAttribute(name, value);
}
