/** A widget for tests: `<hs-calling-widget>`, and a form with what a widget may ask of HubSpot and has no button for. */
import { HsCallingBridge } from '../components/index.js';
import { HsLoopbackVoice } from '../components/loopback-voice/define.js';
import { part } from './page.js';
import { useTools } from './testing-tools.js';

const bridge = part('hs-calling-bridge', HsCallingBridge);
const voice = part('hs-loopback-voice', HsLoopbackVoice);
voice.fromNumbers = [{ number: '+12025550160', label: 'Main' }];
voice.provider.configure({ speed: Number(new URLSearchParams(location.search).get('speed') ?? 1) });

useTools({
  resizeWidget: (size) => bridge.resizeWidget(size),
  sendError: (error) => bridge.sendError(error),
  setWidgetUrl: (address) => bridge.setWidgetUrl(address),
  finalize: () => bridge.finalizeEngagement(),
});
