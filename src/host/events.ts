/** What the host tells its owner while it plays HubSpot. */
import type { HostState } from './state.js';
import type { TranscriptEntry } from './transcript.js';

/** A message passed, either way. */
export class HostMessageEvent extends Event {
  constructor(readonly entry: TranscriptEntry) {
    super('message');
  }
}

/** Something is different now. */
export class HostChangeEvent extends Event {
  constructor(
    readonly state: HostState,
    readonly previous: HostState,
  ) {
    super('change');
  }
}

/** The user is told something at once, in words. */
export class HostAlertEvent extends Event {
  constructor(readonly text: string) {
    super('alert');
  }
}

/** A person is to do something in the widget. */
export class HostPromptEvent extends Event {
  constructor(
    /** What to do: `Press Answer in the widget.` */
    readonly instruction: string,
    /** The action, by its name in `widgetActions`. */
    readonly action: string,
    /** Where nothing is heard of the widget by which it could be known: the person says that it is done. */
    readonly done: () => void,
  ) {
    super('prompt');
  }
}

/** The events of a host, by name. */
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
    readonly scenario: string,
    /** Its place, from 0. */
    readonly index: number,
    /** What it is about, in words. */
    readonly text: string,
  ) {
    super('step');
  }
}
