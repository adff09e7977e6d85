/** The calls beside the one on the line: who is in each, for how long it has been on hold, and what can be done with it. */
import { html, nothing } from 'lit';
import type { Call, RequestDetails, RequestName, WidgetState } from '../../src/index.js';
import type { BridgeController } from '../shared/bridge-controller.js';
import { phaseText } from '../shared/call-words.js';
import { icon } from '../shared/icon.js';
import { resume } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';
import { spokenWho, wordsFor } from '../shared/spoken-who.js';
import { timer } from '../shared/timer.js';
import { avatar, whoIs } from '../shared/who.js';

/** What the buttons need. */
export interface CallActions {
  readonly localize: Localize;
  readonly bridge: Pick<BridgeController, 'state' | 'isPending'>;
  readonly ask: <K extends RequestName>(name: K, detail: RequestDetails[K]) => void;
}

export function waitingBeside(call: Call, state: WidgetState | undefined): readonly Call[] {
  return state?.calls.filter((other) => other !== call && other.phase === 'active') ?? [];
}

/** A call that waits beside the one on the line. */
export function waitingCall(other: Call, call: Call, actions: CallActions) {
  const { localize, bridge, ask } = actions;
  const { externalCallId, heldAt } = other;
  const can = bridge.state?.voice?.capabilities;
  const mayTakeOver = call.internal && can?.attendedTransfer;
  const handOver = () => {
    const consultation = call.externalCallId;
    ask('hs-transfer-request', {
      externalCallId,
      toNumber: call.toNumber ?? '',
      attended: true,
      consultation,
    });
  };
  const merge = () => {
    ask('hs-merge-request', { externalCallId, other: call.externalCallId });
  };
  return html`
    <div part="other-call" class="who" role="group" aria-label=${spokenWho(other, localize)}>
      ${avatar(other)}
      <div>
        <p class="waits">
          ${phaseText(other, localize)}
          ${heldAt === undefined ? nothing : timer('hold-timer', localize.term('holdTime'), Date.now() - heldAt)}
        </p>
        <p part="party">${whoIs(other, localize)}</p>
      </div>
      ${resumeButton(other, actions, call.internal)}
      ${mayTakeOver ? actionButton('handOver', 'hs-transfer-request', other, handOver, actions) : nothing}
      ${can?.merge ? actionButton('merge', 'hs-merge-request', other, merge, actions) : nothing}
    </div>
  `;
}

/** @param isBack - Whether that leaves a consultation: then the button says whom it goes back to. Default: false. */
export function resumeButton(call: Call, actions: CallActions, isBack = false) {
  const goOn = () => {
    actions.ask('hs-hold-request', { externalCallId: call.externalCallId, held: false });
  };
  return actionButton(isBack ? 'backTo' : 'resume', 'hs-hold-request', call, goOn, actions);
}

function actionButton(
  key: 'backTo' | 'handOver' | 'merge' | 'resume',
  request: RequestName,
  call: Call,
  onClick: () => void,
  { localize, bridge }: CallActions,
) {
  const isBack = key === 'backTo';
  // A number is written so that it is not broken at a hyphen.
  const [before, after] = isBack ? localize.term(key, '\0').split('\0') : [localize.term(key)];
  return html`<button
    class="quiet"
    type="button"
    name=${isBack ? 'resume' : key}
    aria-label=${isBack ? nothing : wordsFor(call, localize.term(key), bridge.state, localize)}
    aria-disabled=${bridge.isPending(request, call.externalCallId) ? 'true' : nothing}
    @click=${onClick}
  >
    ${isBack || key === 'resume' ? icon(resume) : nothing}
    ${before}${isBack ? whoIs(call, localize) : nothing}${after}
  </button>`;
}
