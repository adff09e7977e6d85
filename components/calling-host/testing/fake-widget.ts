/**
 * A fake widget on a page of its own, for tests to put into a frame: a real bridge without a voice. Its address says what
 * it is like:
 *
 * - `?silent`: has no bridge, and answers nothing
 * - `?manual`: sends no INITIALIZED by itself
 * - `?logged-out`: the agent is not logged in
 */
import { HsCallingBridge } from '../../calling-bridge/define.js';

const parameters = new URLSearchParams(location.search);
if (!parameters.has('silent')) {
  const bridge = new HsCallingBridge();
  // What HubSpot makes of frames that do not keep together can be seen with it.
  bridge.separateFrames = true;
  bridge.allowedOrigins = location.origin;
  bridge.manual = parameters.has('manual');
  bridge.loggedIn = bridge.available = !parameters.has('logged-out');
  document.body.append(bridge);
}
