/** The calls beside the one on the line: who is in each, and for how long it has been on hold. */
import { html, nothing } from 'lit';
import type { Call, WidgetState } from '../../src/index.js';
import { phaseText } from '../shared/call-words.js';
import type { Localize } from '../shared/localize.js';
import { timer } from '../shared/timer.js';
import { avatar, whoIs } from '../shared/who.js';

export function waitingBeside(call: Call, state: WidgetState | undefined): readonly Call[] {
  return state?.calls.filter((other) => other !== call && other.phase === 'active') ?? [];
}

export function waitingCall(call: Call, localize: Localize) {
  const { heldAt } = call;
  return html`
    ${avatar(call)}
    <div>
      <p class="waits">
        ${phaseText(call, localize)}
        ${heldAt === undefined ? nothing : timer('hold-timer', localize.term('holdTime'), Date.now() - heldAt)}
      </p>
      <p part="party">${whoIs(call, localize)}</p>
    </div>
  `;
}
