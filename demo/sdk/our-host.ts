/** Our host around the widget that the address names. */
import { startHost } from '../../src/host/index.js';
import { part } from '../page.js';
import { show, widgetUrl, type Heard } from './traffic.js';

const heard: Heard[] = [];
const host = await startHost({ widgetUrl, container: part('#frame', HTMLElement), delayMs: 5 });

show({
  get heard() {
    return [
      ...heard,
      ...host.transcript
        .filter(({ direction }) => direction === 'to-host')
        .map(({ message }) => message as Heard),
    ];
  },
  say(type, data) {
    host.sendMessage({ type, data });
  },
});
