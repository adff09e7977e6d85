/** The controls of a call beside the End button: which there are, and which are shown. */
import {
  callingError,
  maskNumbers,
  raise,
  type VoiceCapabilities,
  type VoiceStatus,
} from '../../src/index.js';
import { hold, keypad, mute, record, transfer, unmuted, voicemail } from '../shared/icons.js';

/** Each control, in the order shown, and the capability that the voice needs for it. */
const capabilityOf = {
  mute: 'mute',
  hold: 'hold',
  keypad: 'dtmf',
  record: 'recording',
  transfer: 'blindTransfer',
  voicemail: 'voicemailDrop',
} as const satisfies Record<string, keyof VoiceCapabilities>;

export type Control = keyof typeof capabilityOf;

/** The icon of each control: while it is off, and while it is on. */
export const iconOf = {
  mute: { off: unmuted, on: mute },
  hold: { off: hold, on: hold },
  keypad: { off: keypad, on: keypad },
  record: { off: record, on: record },
  transfer: { off: transfer, on: transfer },
  voicemail: { off: voicemail, on: voicemail },
} satisfies Record<Control, unknown>;

/** The controls that switch something on or off, and the property of the call that tells whether it is on. */
export const flagOf = { mute: 'muted', hold: 'held', record: 'recording' } as const;

/** The controls that open a panel above them. */
export type Panel = Exclude<Control, keyof typeof flagOf>;

export const isPanel = (name: Control): name is Panel => !(name in flagOf);

/** What is shown without a voice: an app with a phone of its own is taken to have these, unless it says otherwise. */
const controlsWithoutVoice: readonly string[] = ['mute', 'hold', 'keypad'];

/**
 * The controls to show: those that are wanted and that the voice is capable of.
 *
 * @param wanted - Names separated by spaces. Undefined: all that the voice is capable of.
 * @param voice - Undefined if there is none.
 */
export function shownControls(
  wanted: string | undefined,
  voice: Pick<VoiceStatus, 'capabilities' | 'messages'> | undefined,
): readonly Control[] {
  const names = wanted?.split(/\s+/) ?? (voice ? undefined : controlsWithoutVoice);
  const can = (name: Control) =>
    voice
      ? voice.capabilities[capabilityOf[name]] && (name !== 'voicemail' || !!voice.messages?.length)
      : name !== 'voicemail';
  return (Object.keys(capabilityOf) as Control[]).filter(
    (name) => (names?.includes(name) ?? true) && can(name),
  );
}

/** Tells of a name in `wanted` that is no control's. */
export function checkControls(element: HTMLElement, wanted = ''): void {
  const wrong = wanted.split(/\s+/).find((name) => name && !Object.hasOwn(capabilityOf, name));
  if (wrong === undefined) return;
  const got = `controls “${maskNumbers(wrong)}”, not of ${Object.keys(capabilityOf).join(' ')}`;
  raise(element, 'hs-error', callingError('INVALID_CONFIG', got, false));
}
