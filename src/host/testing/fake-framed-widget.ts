/**
 * A fake widget on a page of its own, for tests to put into a frame. Its address says what it does:
 *
 * - `?silent`: answers nothing
 * - `?acknowledges`: answers SYNC, and sends no INITIALIZED
 * - `?mumbles`: sends an INITIALIZED that is not valid
 * - `?height=…`: asks for this height
 * - `?to=…`: goes on to this address
 * - `?speaks`: sends something at once, to a page of its own origin
 */
const parameters = new URLSearchParams(location.search);

window.addEventListener('message', ({ data, origin }: MessageEvent<{ readonly type?: unknown }>) => {
  if (data.type !== 'SYNC' || parameters.has('silent')) return;
  const say = (message: object) => window.parent.postMessage(message, origin);
  say({ ...data, type: 'SYNC_ACK' });
  const sizeInfo = { height: parameters.get('height') };
  const payload = parameters.has('mumbles') ? 'logged in' : { isLoggedIn: true, sizeInfo };
  if (!parameters.has('acknowledges')) say({ type: 'INITIALIZED', messageId: '1', data: payload });
});
const to = parameters.get('to');
if (to !== null) location.replace(to);
if (parameters.has('speaks')) window.parent.postMessage({ type: 'HELLO', messageId: '1' }, location.origin);
