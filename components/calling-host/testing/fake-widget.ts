/** A widget for tests to frame: a real bridge, and no phone. `?silent` has none; `?manual`, `?logged-out` as they say. */
import { HsCallingBridge } from '../../calling-bridge/define.js';

const parameters = new URLSearchParams(location.search);
if (!parameters.has('silent')) {
  const bridge = new HsCallingBridge();
  bridge.allowedOrigins = location.origin;
  bridge.manual = parameters.has('manual');
  bridge.loggedIn = bridge.available = !parameters.has('logged-out');
  document.body.append(bridge);
}
