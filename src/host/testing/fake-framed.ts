/**
 * A widget of a few lines for tests to frame. `?silent` answers nothing, `?acknowledges` only SYNC, `?mumbles` with a
 * bad INITIALIZED, `?height=…` asks for that height. `?to=…` leads elsewhere, `?speaks` says something to a page of its own origin before it is asked.
 */
const parameters = new URLSearchParams(location.search);

window.addEventListener('message', ({ data, origin }: MessageEvent<{ readonly type?: unknown }>) => {
  if (data.type !== 'SYNC' || parameters.has('silent')) return;
  const say = (message: object) => window.parent.postMessage(message, origin);
  say({ ...data, type: 'SYNC_ACK' });
  const isLoggedIn = parameters.has('mumbles') ? 'perhaps' : true;
  const sizeInfo = { height: parameters.get('height') };
  if (!parameters.has('acknowledges'))
    say({ type: 'INITIALIZED', messageId: '1', data: { isLoggedIn, sizeInfo } });
});
const to = parameters.get('to');
if (to !== null) location.replace(to);
if (parameters.has('speaks')) window.parent.postMessage({ type: 'HELLO', messageId: '1' }, location.origin);
