/** The settings of the phone that its parts are given. */
import type { PropertyDeclarations } from 'lit';
import type { AvailabilityReason } from '../availability/availability.js';
import type { Directory } from '../call-controls/read-people.js';
import type { LoadPage } from '../call-history/pages.js';
import type { QueuedCall } from '../call-queue/queue-view.js';
import { HsElement } from '../shared/hs-element.js';
import type { NoteTemplates } from '../wrap-up/note-template.js';
import type { Outcomes } from '../wrap-up/wrap-up.js';

export abstract class PhoneSettings extends HsElement {
  static override properties: PropertyDeclarations = {
    autoDial: { type: Boolean, attribute: 'auto-dial' },
    outcomes: { attribute: false },
    outcomeRequired: { type: Boolean, attribute: 'outcome-required' },
    noteTemplates: { attribute: false },
    loadPage: { attribute: false },
    directory: { attribute: false },
    availabilityReasons: { type: Array, attribute: 'availability-reasons' },
    afterCallWorkMs: { type: Number, attribute: 'after-call-work-ms' },
    queue: { attribute: false },
    queuePauseMs: { type: Number, attribute: 'queue-pause-ms' },
  };

  /** Whether a number that HubSpot asks to dial is called at once. Default: false, it is put into the dialer. */
  autoDial = false;

  /** The outcomes to choose from, in a call and after it: `[{ id, label }]`, or a function; see `<hs-wrap-up>`. Default: none. */
  outcomes: Outcomes = [];

  /** Whether an answered call can be saved only with an outcome. Default: false. */
  outcomeRequired = false;

  /** Texts to put into the notes of a call: `[{ label, text }]`, or texts only; see `<hs-wrap-up>`. Default: none. */
  noteTemplates: NoteTemplates = [];

  /** Loads earlier calls into the history; see `<hs-call-history>`. Default: none, it shows the calls of this session. */
  loadPage: LoadPage | undefined;

  /** Finds whom a call can be handed over to; see `<hs-call-controls>`. Default: none. */
  directory: Directory | undefined;

  /** Why the user takes calls or not: `[{ id, label, available }]`; see `<hs-availability>`. Default: none. */
  availabilityReasons: readonly AvailabilityReason[] = [];

  /** How long the user is unavailable after a call, in ms; see `<hs-availability>`. Default: 0, not at all. */
  afterCallWorkMs = 0;

  /** Whom to call, one after the other: `[{ phoneNumber, party }]`; see `<hs-call-queue>`. Default: nobody. */
  queue: readonly QueuedCall[] = [];

  /** Ms before the next of the queue is called by itself; see `<hs-call-queue>`. Default: none is. */
  queuePauseMs: number | undefined;
}
