/** What the elements say, in the language of the page around them. */
import { LocalizeController, registerTranslation, update, type Translation } from '@shoelace-style/localize';
import type { LitElement } from 'lit';
import type { CallEndStatus, CallQuality, ErrorCode, MicrophoneTrouble } from '../../src/index.js';
import type { Notice } from '../calling-widget/notices.js';
import { en } from '../translations/en.js';

/** Problems that a person is told of in words of their own. */
export type ToldProblem = Extract<
  ErrorCode,
  | 'NOT_FRAMED'
  | 'OPAQUE_ORIGIN'
  | 'DUPLICATE_BRIDGE'
  | 'INVALID_CONFIG'
  | 'FOREIGN_ANCESTOR'
  | 'SYNC_TIMEOUT'
  | 'HOST_SILENT'
  | 'NO_BRIDGE'
>;

/** Everything that is ever said. */
export interface Terms
  extends
    Translation,
    Record<
      | `end.${CallEndStatus}`
      | `problem.${ToldProblem}`
      | `microphone.${MicrophoneTrouble}`
      | `quality.${CallQuality['level']}`
      | Notice,
      string
    > {
  phoneNumber: string;
  call: string;
  calling: string;
  callFrom: string;
  deleteDigit: string;
  enterNumber: string;
  callNotStarted: string;
  keypad: string;
  star: string;
  pound: string;
  zeroHint: string;
  callTime: string;
  holdTime: string;
  ready: string;
  dialing: (who: string) => string;
  ringingOut: string;
  incoming: string;
  incomingFrom: (who: string) => string;
  connected: string;
  onHold: string;
  heldByOther: string;
  reconnecting: string;
  phoneConnecting: string;
  phoneUnreachable: string;
  phoneFailed: string;
  ended: (duration: string) => string;
  callControls: string;
  mute: string;
  hold: string;
  record: string;
  transfer: string;
  endCall: string;
  transferTo: string;
  transferNow: string;
  askFirst: string;
  handOver: string;
  merge: string;
  resume: string;
  transferFailed: string;
  requestFailed: string;
  answer: string;
  holdAndAnswer: string;
  decline: string;
  silence: string;
  calledNumber: string;
  whoIsIt: string;
  open: string;
  openRecord: (who: string) => string;
  notes: string;
  outcome: string;
  /** Beside a label, with the brackets of the language. */
  required: string;
  noOutcome: string;
  chooseOutcome: string;
  save: string;
  saving: string;
  /** Stands before a number. */
  saveAndCall: string;
  skip: string;
  logIn: string;
  logOut: string;
  devices: string;
  input: string;
  output: string;
  ringer: string;
  ringerVolume: string;
  systemDevice: string;
  device: string;
  try: string;
  /** The name of the button, which begins with what it shows: `try`. */
  tryDevice: (use: string) => string;
  deviceFailed: string;
  settings: string;
  close: string;
  availability: string;
  available: string;
  unavailable: string;
  later: string;
  saved: string;
  savingFailed: (reason?: string) => string;
  transferred: string;
  unknownCaller: string;
  connecting: string;
  stillConnecting: string;
  disconnected: string;
  tryAgain: string;
  reconnected: string;
}

registerTranslation(en);

export { registerTranslation };

/** The library watches `<html>` only; the language of any other element may change too. */
let watching: MutationObserver | undefined;

function watchLanguages(): MutationObserver {
  const observer = new MutationObserver(update);
  observer.observe(document, { attributeFilter: ['lang'], subtree: true });
  return observer;
}

/** Finds the words; the language is that of the nearest element with a `lang`, English where it has no table. */
export class Localize extends LocalizeController<Terms> {
  readonly #element: LitElement;

  constructor(host: LitElement) {
    super(host);
    this.#element = host;
  }

  override hostConnected(): void {
    super.hostConnected();
    watching ??= watchLanguages();
  }

  /** The language of the words, and so of the figures among them. */
  override lang(): string {
    const lang = this.#wanted().replaceAll('_', '-');
    return this.exists('$code', { lang }) ? lang : en.$code;
  }

  #wanted(): string {
    for (let node: Element | null = this.#element; node; node = parentAcrossShadow(node)) {
      const lang = node.getAttribute('lang');
      if (lang !== null) return lang;
    }
    return super.lang();
  }

  /** A duration in words: “2 minutes, 14 seconds”. */
  duration(ms: number): string {
    const seconds = Math.floor(ms / 1000);
    const parts = [
      [Math.floor(seconds / 3600), 'hour'],
      [Math.floor(seconds / 60) % 60, 'minute'],
      [seconds % 60, 'second'],
    ] as const;
    const said = parts.filter(([count, unit]) => count > 0 || (unit === 'second' && seconds === 0));
    return new Intl.ListFormat(this.lang(), { type: 'unit' }).format(
      said.map(([count, unit]) => this.number(count, { style: 'unit', unit, unitDisplay: 'long' })),
    );
  }
}

/** The element around this one as a person sees it: slots and shadow roots are no borders. */
export function parentAcrossShadow(node: Element): Element | null {
  if (node.assignedSlot) return node.assignedSlot;
  if (node.parentElement) return node.parentElement;
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** A duration on a clock: `0:07`, `1:02:14`. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
