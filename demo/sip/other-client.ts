/** A SIP client that is not ours: JsSIP alone. It answers every call, and calls whom a REFER names. */
import { loadEngine, type EngineCall } from '../../src/voice/sip/engine.js';

const query = new URLSearchParams(location.search);
const { UA, WebSocketInterface } = await loadEngine();
const agent = new UA({
  sockets: [new WebSocketInterface(query.get('server') ?? '')],
  uri: query.get('uri') ?? '',
  register: true,
  register_expires: 600,
  session_timers: false,
  no_answer_timeout: 60,
  connection_recovery_min_interval: 1,
  connection_recovery_max_interval: 2,
});

/** What JsSIP calls with a REFER that came in. */
type ReferListener = (event: { accept: (begun: undefined, options: object) => void }) => void;

agent.on('registered', () => document.body.append('registered'));
agent.on('newRTCSession', ({ originator, session }) => {
  if (originator === 'remote') void answer(session);
});
agent.start();

const media = async () => ({
  mediaStream: await navigator.mediaDevices.getUserMedia({ audio: true }),
  pcConfig: {},
});

async function answer(call: EngineCall): Promise<void> {
  (call.on as (name: 'refer', listener: ReferListener) => unknown).call(call, 'refer', ({ accept }) => {
    void media().then((options) => accept(undefined, options));
  });
  call.answer(await media());
}
