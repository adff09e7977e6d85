/**
 * The telephone network behind the widgets of the demo. A user has one line, in whatever frame it is: what comes over it is
 * done in the frame that carries the calls, wherever it was asked for.
 */
import type { HsCallingBridge } from '../components/index.js';
import { mayCarryCalls } from '../src/index.js';
import { createId } from '../src/link/index.js';
import type { Orders, Told } from './orders.js';

/** What one frame tells the others: what comes over the line, or without `type` that it was done. */
interface News {
  readonly user: string;
  readonly id: string;
  readonly type?: string;
  readonly data: Told;
}

/** How many ms something on the line waits for a frame that carries calls. */
const patienceMs = 5000;

/** The same orders: each is done in the frame of the user that carries the calls, once there is one. */
export function networkOf(bridge: HsCallingBridge, orders: Orders): Orders {
  const channel = new BroadcastChannel('hs-demo-network');
  /** What nobody has done yet. */
  const waiting = new Map<string, News>();
  const user = () => {
    const { portalId, userId } = bridge.getState().host ?? {};
    return `${String(portalId)}/${String(userId)}`;
  };
  const doWaiting = () => {
    if (!mayCarryCalls(bridge.getState())) return;
    for (const { id, type = '', data } of [...waiting.values()]) {
      waiting.delete(id);
      const done: News = { user: user(), id, data: {} };
      channel.postMessage(done);
      void orders[type]?.(data);
    }
  };
  const take = (news: News) => {
    waiting.set(news.id, news);
    setTimeout(() => waiting.delete(news.id), patienceMs);
    doWaiting();
  };
  channel.addEventListener('message', ({ data: news }: MessageEvent<News>) => {
    if (news.user !== user()) return;
    if (news.type === undefined) waiting.delete(news.id);
    else take(news);
  });
  bridge.subscribe(doWaiting);
  const tell = (type: string) => (data: Told) => {
    const news: News = { user: user(), id: createId(), type, data };
    channel.postMessage(news);
    take(news);
  };
  return Object.fromEntries(Object.keys(orders).map((type) => [type, tell(type)]));
}
