/** What the controls of a call open: the keypad, the transfer, the recorded messages. */
import type { nothing } from 'lit';
import type { VoiceStatus, VoicemailMessage } from '../../src/index.js';
import type { Bridge } from '../shared/bridges.js';
import type { Localize } from '../shared/localize.js';
import type { KeyPress } from '../keypad/keypad.js';
import type { Panel } from './controls.js';
import { renderKeypad } from './dtmf-pad.js';
import type { Transfer, TransferForm } from './transfer-form.js';
import { renderVoicemailPanel } from './voicemail-panel.js';

export interface PanelOptions {
  readonly localize: Localize;
  readonly bridge: Bridge | undefined;
  readonly voice: VoiceStatus | undefined;
  /** The digits that were sent. */
  readonly digits: string;
  readonly transfer: TransferForm;
  /** How the consultation before failed, in words. */
  readonly problem: string | undefined;
  /** The value of `aria-disabled` while what was asked for in the panel is under way. */
  readonly isBusy: 'true' | typeof nothing;
  readonly onKeyPress: (event: CustomEvent<KeyPress>) => void;
  readonly onTransfer: (transfer: Transfer) => void;
  readonly onMessage: (message: VoicemailMessage) => void;
}

/** What gets the focus when a panel opens. */
export const firstIn: Readonly<Record<Panel, string>> = {
  keypad: 'hs-keypad',
  transfer: 'input',
  voicemail: '[part=voicemail] button',
};

export function renderPanel(panel: Panel, options: PanelOptions) {
  const { localize, bridge, voice, digits, isBusy, onKeyPress, onMessage, transfer } = options;
  if (panel === 'keypad') return renderKeypad(digits, bridge, onKeyPress);
  if (panel === 'voicemail')
    return renderVoicemailPanel({ localize, messages: voice?.messages ?? [], isBusy, onChoose: onMessage });
  const canAskFirst = voice?.capabilities.attendedTransfer ?? true;
  return transfer.render({ ...options, canAskFirst });
}
