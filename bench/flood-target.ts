/** The page that is flooded: with our bridge, which rejects every message of the flood, or with no listener at all. */
import { CallingBridge } from '../src/index.js';

const { parent: host } = window;
const tell = (word: string) => host.postMessage(word, location.origin);

if (new URLSearchParams(location.search).has('bridge')) {
  const bridge = new CallingBridge({ allowedOrigins: [location.origin] });
  const rejected = { count: 0, notices: 0 };
  bridge.addEventListener('hs-rejected', ({ detail }) => {
    rejected.count = detail.count;
    rejected.notices += 1;
  });
  Object.assign(window, { rejected });
  bridge.connect();
  void bridge.whenReady().then(() => tell('target is there'));
  host.postMessage('say SYNC', location.origin);
} else {
  tell('target is there');
}
