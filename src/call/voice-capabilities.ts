/** What a voice can do, by the names of what it can. */
import type { VoiceCapabilities } from './voice.js';

const noCapabilities: VoiceCapabilities = {
  inbound: false,
  multipleCalls: false,
  mute: false,
  hold: false,
  dtmf: false,
  recording: false,
  blindTransfer: false,
  attendedTransfer: false,
  merge: false,
  silence: false,
  voicemailDrop: false,
  devices: false,
  fromNumbers: false,
  preCallCheck: false,
  quality: false,
  restore: false,
};

/** Capabilities of a provider: those that are named, and no others. */
export function capabilities(...names: readonly (keyof VoiceCapabilities)[]): VoiceCapabilities {
  return { ...noCapabilities, ...Object.fromEntries(names.map((name) => [name, true])) };
}
