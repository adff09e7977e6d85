/** A widget of tags alone; who the phone is, the address says: `?server=wss://…&uri=sip:…`, and attributes besides. */
import '../../components/index.js';
import { HsSipVoice } from '../../components/sip-voice/define.js';
import { part } from '../page.js';

const voice = part('hs-sip-voice', HsSipVoice);
for (const [name, value] of new URLSearchParams(location.search)) {
  // A page of one's own gets it from its server.
  if (name === 'password') voice.credentials = { password: value };
  else voice.setAttribute(name, value);
}
