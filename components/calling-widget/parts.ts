/** The parts of the phone that an app can replace: our element for each, by the name of its slot. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Bridge } from '../shared/bridges.js';
import type { PhoneSettings } from './phone-settings.js';

/** What our elements are given. */
export interface PartSettings {
  readonly bridge: Bridge | undefined;
  /** The call on the line. */
  readonly externalCallId: string | undefined;
  /** The phone itself, with what the app has set. */
  readonly phone: PhoneSettings;
  /** There is a call to show under the keypad. */
  readonly hasRecent: boolean;
  /** What belongs into our element. */
  readonly content: unknown;
}

export type PartName =
  | 'incoming-call'
  | 'status'
  | 'call-controls'
  | 'login'
  | 'wrap-up'
  | 'from-number'
  | 'dialer'
  | 'settings'
  | 'call-history'
  | 'queue'
  | 'calling-window';

/** Our element for each part. */
export const ourParts: Readonly<Record<PartName, (given: PartSettings) => TemplateResult>> = {
  'incoming-call': ({ bridge }) => html`<hs-incoming-call .bridge=${bridge}></hs-incoming-call>`,
  status: ({ bridge, externalCallId }) =>
    html`<hs-call-status .bridge=${bridge} .externalCallId=${externalCallId}></hs-call-status>`,
  'call-controls': ({ bridge, externalCallId, phone, content }) =>
    html`<hs-call-controls .bridge=${bridge} .externalCallId=${externalCallId} .directory=${phone.directory}
      >${content}</hs-call-controls
    >`,
  login: ({ bridge }) => html`<hs-login .bridge=${bridge}><slot name="login-form"></slot></hs-login>`,
  'wrap-up': ({ bridge, phone }) =>
    html`<hs-wrap-up
      .bridge=${bridge}
      .outcomes=${phone.outcomes}
      .noteTemplates=${phone.noteTemplates}
      ?outcome-required=${phone.outcomeRequired}
      ><slot name="wrap-up-fields"></slot
    ></hs-wrap-up>`,
  'from-number': ({ bridge }) => html`<hs-from-number .bridge=${bridge}></hs-from-number>`,
  dialer: ({ bridge, phone, content, hasRecent }) =>
    html`<hs-dialer .bridge=${bridge} ?auto-dial=${phone.autoDial}
      ><div slot="from-number">${content}</div>
      ${
        hasRecent ? html`<hs-call-history slot="recent" recent .bridge=${bridge}></hs-call-history>` : nothing
      }</hs-dialer
    >`,
  'call-history': ({ bridge, phone }) =>
    html`<hs-call-history .bridge=${bridge} .loadPage=${phone.loadPage}></hs-call-history>`,
  queue: ({ bridge, phone }) =>
    html`<hs-call-queue
      .bridge=${bridge}
      .queue=${phone.queue}
      .pauseMs=${phone.queuePauseMs}
    ></hs-call-queue>`,
  'calling-window': ({ bridge }) => html`<hs-calling-window .bridge=${bridge}></hs-calling-window>`,
  settings: ({ bridge }) => html`<hs-device-settings .bridge=${bridge}></hs-device-settings>`,
};
