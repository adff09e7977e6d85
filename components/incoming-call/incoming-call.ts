/** `<hs-incoming-call>`: an inbound call that rings. */
import { html, nothing, type PropertyDeclarations } from 'lit';
import {
  callOffered,
  isOffered,
  isRingSilent,
  partyOf,
  type Call,
  type CallReference,
  type CallerIdMatch,
  type WidgetState,
} from '../../src/index.js';
import { announce } from '../shared/announcer.js';
import { BridgeController } from '../shared/bridge-controller.js';
import { announceCalls } from '../shared/call-news.js';
import type { CallNotification } from '../shared/call-notification.js';
import { spokenText } from '../shared/call-words.js';
import '../shared/further-words.js';
import { HsElement } from '../shared/hs-element.js';
import { icon } from '../shared/icon.js';
import { iconButton } from '../shared/icon-button.js';
import { end, phone, silence } from '../shared/icons.js';
import { phoneNumber } from '../shared/phone-number.js';
import { openRecord } from '../shared/open-record.js';
import { panelStyles } from '../shared/panel.styles.js';
import { sharedStyles } from '../shared/shared.styles.js';
import { wordsFor, writtenWho } from '../shared/spoken-who.js';
import { whoStyles } from '../shared/who.styles.js';
import { avatar, whoAndNumber } from '../shared/who.js';
import { incomingCallStyles } from './incoming-call.styles.js';

/** How many records are listed to choose from. */
const maxMatches = 12;

/**
 * An inbound call while it rings, also during another call: who calls, which of the user's numbers was called, and
 * buttons to answer, decline or silence it. If HubSpot finds several records with the caller's number, the user chooses
 * one. The element never takes the focus. While the tab is hidden, a call is shown as a notification of the system too, where
 * the user has allowed the page to do so.
 *
 * @tag hs-incoming-call
 * @fires hs-answer-request - Answer: `{ externalCallId }`. Cancelable.
 * @fires hs-decline-request - Decline: `{ externalCallId }`. Cancelable.
 * @fires hs-silence-request - Stop the ringing: `{ externalCallId }`. Cancelable.
 * @fires hs-navigate-request - Open the caller's record: `{ objectCoordinates }`. Cancelable.
 * @csspart base - Around everything.
 * @csspart title - The heading.
 * @csspart avatar - The picture or the initials.
 * @csspart party - Who calls: the name, or the number if there is no name.
 * @csspart number - The caller's number, if there is a name too; and the number that was called.
 * @csspart open-record - Opens their record, or the page about them, where HubSpot found no record.
 * @csspart match - Each record with the caller's number.
 * @csspart notice - Tells that the browser keeps the ring silent.
 * @csspart answer-button - Answers.
 * @csspart decline-button - Declines.
 * @csspart silence-button - Stops the ringing.
 * @cssstate open - A call rings. Otherwise the element is hidden.
 */
export class HsIncomingCall extends HsElement {
  static override readonly tag = 'hs-incoming-call';

  static override styles = [sharedStyles, panelStyles, whoStyles, incomingCallStyles];

  static override properties: PropertyDeclarations = {
    noNotifications: { type: Boolean, attribute: 'no-notifications' },
  };

  /** Whether a call is never shown as a notification of the system: the app has its own. Default: false. */
  noNotifications = false;

  #notification: CallNotification | undefined;

  readonly #bridge: BridgeController = new BridgeController(this, {
    select: (state) => [callOffered(state), state.calls, state.voice, state.frame, state.pending],
    follow: (now, previous) => {
      this.#follow(now, previous);
    },
  });

  /** Puts the focus on the heading: what is pressed there answers nothing. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[part=title]')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ownerDocument.addEventListener('visibilitychange', this.#notify);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener('visibilitychange', this.#notify);
    this.#notification?.show(undefined);
  }

  protected override willUpdate(): void {
    this.toggleOpen(this.#call !== undefined);
  }

  protected override render() {
    const call = this.#call;
    if (!call) return nothing;
    const { state } = this.#bridge;
    const { externalCallId } = call;
    const reference = { externalCallId };
    const isBusy = this.#isBusy(externalCallId);
    const isSecond = state?.calls.some(({ phase }) => phase === 'active') ?? false;
    // Over a call in front, that has the heading.
    const hasOwnHeading = state?.focus === externalCallId;
    const mayBeSilenced = (state?.voice?.capabilities.silence ?? true) && !call.silenced;
    return html`
      <section part="base" aria-labelledby="title">
        <p
          part="title"
          id="title"
          tabindex="-1"
          role=${hasOwnHeading ? 'heading' : nothing}
          aria-level=${hasOwnHeading ? '2' : nothing}
        >
          ${this.localize.term('incoming')}
        </p>
        ${this.#renderWho(call, mayBeSilenced)} ${this.#renderMatches(call)}
        ${state && isRingSilent(state) ? html`<p part="notice">${this.localize.term('ringSilent')}</p>` : nothing}
        <div class="buttons" ?data-second=${isSecond}>
          <button
            part="answer-button"
            class="main"
            type="button"
            aria-label=${this.#named(isSecond ? 'holdAndAnswer' : 'answer', call)}
            aria-disabled=${isBusy ? 'true' : nothing}
            @click=${() => this.#ask('hs-answer-request', reference)}
          >
            ${icon(phone)} ${this.localize.term(isSecond ? 'holdAndAnswer' : 'answer')}
          </button>
          <button
            part="decline-button"
            class="main danger"
            type="button"
            aria-label=${this.#named('decline', call)}
            aria-disabled=${isBusy ? 'true' : nothing}
            @click=${() => this.#ask('hs-decline-request', reference)}
          >
            ${icon(end)} ${this.localize.term('decline')}
          </button>
        </div>
      </section>
    `;
  }

  get #call(): Call | undefined {
    return callOffered(this.#bridge.state);
  }

  /** The call is being answered or declined, whoever pressed. */
  #isBusy(externalCallId: string): boolean {
    return (
      this.#bridge.isPending('hs-answer-request', externalCallId) ||
      this.#bridge.isPending('hs-decline-request', externalCallId)
    );
  }

  #ask(name: 'hs-answer-request' | 'hs-decline-request', call: CallReference): void {
    if (!this.#isBusy(call.externalCallId)) this.#bridge.ask(name, call);
  }

  #renderWho(call: Call, mayBeSilenced: boolean) {
    const called = call.toNumber;
    return html`
      <div class="who">
        ${avatar(call)}
        <div>
          ${whoAndNumber(call, this.localize)}
          ${called ? html`<p part="number">${this.localize.term('calledNumber')} ${phoneNumber(called, this.localize)}</p>` : nothing}
        </div>
        ${call.matches.length === 0 ? openRecord(call, this.#bridge, this.localize) : nothing}
        ${mayBeSilenced ? this.#renderSilence(call) : nothing}
      </div>
    `;
  }

  #renderMatches({ externalCallId, matches, party }: Call) {
    if (matches.length === 0) return nothing;
    const isChoice = matches.length > 1;
    const row = (match: CallerIdMatch) => {
      const who = partyOf(match);
      const { objectCoordinates } = match;
      const name = who.name ?? this.localize.term('unknownCaller');
      return html`<div part="match">
        ${
          isChoice
            ? html`<label
                ><input
                  type="radio"
                  name="match"
                  .checked=${party?.objectId === who.objectId}
                  @change=${() => this.#bridge.bridge?.updateCall({ externalCallId, party: who })}
                /><bdi>${name}</bdi></label
              >`
            : nothing
        }
        <button
          class="quiet"
          type="button"
          aria-label=${this.localize.term('openRecord', name)}
          @click=${() => this.#bridge.request('hs-navigate-request', { objectCoordinates })}
        >
          ${this.localize.term('open')}
        </button>
      </div>`;
    };
    return isChoice
      ? html`<fieldset>
          <legend>${this.localize.term('whoIsIt')}</legend>
          ${matches.slice(0, maxMatches).map(row)}
          ${
            matches.length > maxMatches
              ? html`<p>${this.localize.term('moreRecords', String(matches.length - maxMatches))}</p>`
              : nothing
          }
        </fieldset>`
      : matches.map(row);
  }

  /** The name of a button; with who calls, where there is more than one call. */
  #named(key: 'answer' | 'holdAndAnswer' | 'decline' | 'silence', call: Call): string {
    return wordsFor(call, this.localize.term(key), this.#bridge.state, this.localize);
  }

  #renderSilence(call: Call) {
    const { externalCallId } = call;
    return iconButton({
      part: 'silence-button',
      name: this.#named('silence', call),
      shape: silence,
      onClick: () => this.#bridge.request('hs-silence-request', { externalCallId }),
    });
  }

  #follow(now: WidgetState, previous: WidgetState | undefined): void {
    const call = callOffered(now);
    const wasToldFor = previous && isRingSilent(previous) ? callOffered(previous)?.externalCallId : undefined;
    if (call && isRingSilent(now) && call.externalCallId !== wasToldFor) {
      const occasion = `${call.externalCallId} silent`;
      announce(this.ownerDocument, this.localize.term('ringSilent'), occasion);
    }
    if (previous) announceCalls(this.ownerDocument, now, previous, this.localize, isOffered);
    void this.#notify();
  }

  readonly #notify = async (): Promise<void> => {
    const isWanted = () => this.isConnected && !this.noNotifications && this.#call !== undefined;
    // Of several frames of a user, the one that rings tells of it.
    const isToBeShown = () => isWanted() && this.ownerDocument.hidden && this.#bridge.state?.frame.rings;
    if (isToBeShown() && !this.#notification) {
      // Only now: most pages are seen when it rings.
      const { CallNotification } = await import('../shared/call-notification.js');
      this.#notification ??= new CallNotification();
    }
    const call = this.#call;
    if (!call || !isWanted()) this.#notification?.show(undefined);
    else if (isToBeShown()) {
      const words = spokenText(call, this.localize, { who: writtenWho(call, this.localize) });
      this.#notification?.show({ id: call.externalCallId, words });
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hs-incoming-call': HsIncomingCall;
  }
}
