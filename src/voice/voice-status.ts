/** How a voice is, as the elements see it. */
import type { RingSettings, VoiceStatus } from '../call/index.js';
import type { VoiceProvider } from './provider.js';
import { problemOf } from './voice-error.js';

/** The events of a provider whose news stand in the bridge's state. */
const statusEvents = ['statechange', 'fromnumberschange', 'ringsilencechange', 'messageschange'] as const;

/** Tells now, and whenever something of it may have changed, until the returned function is called. */
export function followStatus(provider: VoiceProvider, tell: () => void): () => void {
  const { devices } = provider;
  for (const type of statusEvents) provider.addEventListener(type, tell);
  devices?.addEventListener('devicechange', tell);
  tell();
  return () => {
    for (const type of statusEvents) provider.removeEventListener(type, tell);
    devices?.removeEventListener('devicechange', tell);
  };
}

/** What the bridge is told of a provider. */
export function statusOf(provider: VoiceProvider): VoiceStatus {
  const { state, capabilities, problem, isRingSilent, messages, fromNumbers, devices } = provider;
  return {
    state,
    capabilities,
    problem: problem && problemOf(problem),
    ...(isRingSilent && { isRingSilent }),
    ...(provider.letRing && { ring: ringSettings(devices) }),
    ...(capabilities.voicemailDrop && messages?.length && { messages }),
    ...(fromNumbers?.length && { fromNumbers }),
  };
}

function ringSettings({ output = '', ringer = '', ringerVolume = 1 }: RingSettings = {}): RingSettings {
  return { output, ringer, ringerVolume };
}
