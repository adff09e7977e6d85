/** The keyboard of the phone: its shortcuts, while the focus is inside, and their list. Loaded when they are first needed. */
import type { ReactiveController } from 'lit';
import { callOnLine, findCall, raise, type Call, type WidgetState } from '../../src/index.js';
import { announce } from '../shared/announcer.js';
import type { HsElement } from '../shared/hs-element.js';
import { keyboard, more } from '../shared/icons.js';
import type { Localize } from '../shared/localize.js';
import type { PressGuard } from '../shared/press-guard.js';
import type { MenuItem } from './header-menu.js';
import { HeaderPanel } from './header-panel.js';
import type * as List from './shortcut-list.js';
import type * as Code from './shortcuts.js';

/** The phone. */
interface Host extends HsElement {
  readonly shortcuts: Code.Shortcuts | false | undefined;
}

export class Keyboard extends HeaderPanel implements ReactiveController {
  readonly #host: Host;
  readonly #guard: PressGuard;
  readonly #state: () => WidgetState | undefined;
  #given: Host['shortcuts'];
  #code: typeof Code | undefined;
  #inUse: Code.ShortcutsInUse | undefined;
  #list: Awaited<ReturnType<typeof List.makeShortcutList>> | undefined;
  /** The call whose microphone a shortcut switches, as it was before. */
  #muting: Call | undefined;

  constructor(host: Host, guard: PressGuard, state: () => WidgetState | undefined) {
    // Escape goes back to the menu, which it was opened from.
    super(host, { part: 'menu-button', shape: more });
    this.#host = host;
    this.#guard = guard;
    this.#state = state;
    host.addController(this);
  }

  /** Whether there is any shortcut. */
  get isOn(): boolean {
    return this.#host.shortcuts !== false;
  }

  hostConnected(): void {
    this.#host.addEventListener('focusin', this.#onFocus);
    this.#host.addEventListener('keydown', this.#onKey);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('focusin', this.#onFocus);
    this.#host.removeEventListener('keydown', this.#onKey);
  }

  // What an app gives is read at once, so that it is told what is wrong.
  hostUpdate(): void {
    const { shortcuts } = this.#host;
    if (shortcuts === this.#given) return;
    this.#given = shortcuts;
    this.#inUse = undefined;
    this.isOpen = false;
    if (this.isOn) void this.#read();
  }

  /** What opens the list from the menu; nothing where all are off. */
  menuItems(localize: Localize): readonly MenuItem[] {
    const item = { part: 'shortcuts-button', shape: keyboard, words: localize.term('shortcuts') };
    return this.isOn ? [{ ...item, onPick: () => void this.#open() }] : [];
  }

  async #open(): Promise<void> {
    await this.#read();
    this.#list ??= await (await import('./shortcut-list.js')).makeShortcutList();
    this.isOpen = true;
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector<HTMLElement>('[part=shortcuts-title]')?.focus();
  }

  /** The list, while it is open. */
  renderList(localize: Localize) {
    const [inUse, phone, onClose] = [this.#inUse, this.#host.renderRoot, this.close];
    return this.render(() => inUse && this.#list?.({ inUse, localize, phone, onClose }));
  }

  /** To be called with each change: says that the microphone is off, or on again, where a shortcut did it. */
  follow(now: WidgetState, localize: Localize): void {
    const before = this.#muting;
    const call = findCall(now, before?.externalCallId);
    if (!before || call?.muted === before.muted) return;
    this.#muting = undefined;
    if (!call) return;
    const words = localize.term(call.muted ? 'muted' : 'notMuted');
    // Each time is news.
    announce(this.#host.ownerDocument, words, `${call.externalCallId} muted ${String(performance.now())}`);
  }

  async #read(): Promise<void> {
    this.#code ??= await import('./shortcuts.js');
    if (!this.isOn) return;
    this.#inUse ??= this.#code.readShortcuts(this.#given, (error) => {
      raise(this.#host, 'hs-error', error);
    });
  }

  // Who goes through the phone by Tab hears the shortcuts of its buttons.
  readonly #onFocus = async (): Promise<void> => {
    if (!this.isOn) return;
    await this.#read();
    if (this.#inUse) this.#code?.markButtons(this.#inUse, this.#host.renderRoot);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const hasModifier = event.ctrlKey || event.altKey || event.metaKey;
    if (!this.isOn || !hasModifier || event.defaultPrevented) return;
    // At once, where it can be: afterwards the browser has done with the key what it does.
    if (this.#inUse) this.#press(event);
    else
      void this.#read().then(() => {
        this.#press(event);
      });
  };

  #press(event: KeyboardEvent): void {
    const [code, inUse] = [this.#code, this.#inUse];
    const name = inUse && code?.shortcutPressed(event, inUse);
    const button = name && code?.buttonOf(name, this.#host.renderRoot);
    if (!button) return;
    event.preventDefault();
    const isBusy = button.matches(':disabled, [aria-disabled=true]');
    if (event.repeat || isBusy || !this.#guard.allows(event)) return;
    if (name === 'mute') this.#muting = callOnLine(this.#state());
    button.click();
  }
}
