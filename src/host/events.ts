/** The events of a host that plays HubSpot. */
import type { AccountState, HostState } from './state.js';
import type { TranscriptEntry } from './transcript.js';

/** A message has passed, either way. */
export class HostMessageEvent extends Event {
  constructor(readonly entry: TranscriptEntry) {
    super('message');
  }
}

/** Something of an account has changed. */
export class AccountChangeEvent extends Event {
  constructor(
    readonly state: AccountState,
    readonly previous: AccountState,
    /** Whether another page has changed it. */
    readonly isFromElsewhere: boolean,
  ) {
    super('change');
  }
}

/** A message has passed in one of the frames of an account. */
export class AccountMessageEvent extends Event {
  constructor(
    readonly entry: TranscriptEntry,
    /** Whether the frame is in another page. */
    readonly isFromElsewhere: boolean,
  ) {
    super('message');
  }
}

/** The events of an account by name. */
export interface HubSpotAccountEventMap {
  message: AccountMessageEvent;
  change: AccountChangeEvent;
}

/** Something of the host's state has changed. */
export class HostChangeEvent extends Event {
  constructor(
    readonly state: HostState,
    readonly previous: HostState,
  ) {
    super('change');
  }
}

/** HubSpot's user is alerted. `text` is in words for people. */
export class HostAlertEvent extends Event {
  constructor(readonly text: string) {
    super('alert');
  }
}

/** While a scenario is played without a driver: a person is to do something in the widget. */
export class HostPromptEvent extends Event {
  constructor(
    /** What to do: `Press Answer in the widget.` */
    readonly instruction: string,
    /** The name of the action in `widgetActions`: `answer`. */
    readonly action: string,
    /** To be called when the person says that it is done. Needed only where no message of the widget shows it. */
    readonly done: () => void,
  ) {
    super('prompt');
  }
}

/** The events of a host by name. */
export interface HubSpotHostEventMap {
  message: HostMessageEvent;
  change: HostChangeEvent;
  alert: HostAlertEvent;
  prompt: HostPromptEvent;
  step: HostStepEvent;
}

/** A step of a scenario begins. */
export class HostStepEvent extends Event {
  constructor(
    /** The name of the scenario. */
    readonly scenario: string,
    /** Which step it is, from 0: the start of the widget, then those of the scenario, then the silence at the end. */
    readonly index: number,
    /** The step in words. */
    readonly text: string,
  ) {
    super('step');
  }
}
