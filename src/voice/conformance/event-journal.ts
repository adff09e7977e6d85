/** Notes the events of a session, and finds those that break the rules of `VoiceSessionEventMap`. */
import { sessionEvents, stateOrder, type SessionState, type VoiceSession } from '../session.js';
import { assert, assertSame } from './assert.js';

/** Each event, and the property that must have changed when it fires. */
const properties = {
  ...(Object.fromEntries(Object.entries(sessionEvents).map(([property, event]) => [event, property])) as {
    readonly [Property in keyof typeof sessionEvents as (typeof sessionEvents)[Property]]: Property;
  }),
  ended: 'end',
} as const;

type EventName = keyof typeof properties;
type Snapshot = Record<(typeof properties)[EventName], unknown>;

export class EventJournal {
  readonly session: VoiceSession;
  /** The names of the events so far. */
  readonly events: EventName[] = [];
  /** The states so far, the first included. */
  readonly states: SessionState[];
  /** Broken rules, in words. */
  readonly #violations: string[] = [];
  /** The values as the events so far have told them. */
  #told: Snapshot;

  constructor(session: VoiceSession) {
    this.session = session;
    this.states = [session.state];
    this.#told = snapshot(session);
    for (const name of Object.keys(properties) as EventName[])
      session.addEventListener(name, (event: Event) => this.#note(name, event));
  }

  /** How often an event came. */
  count(name: EventName): number {
    return this.events.filter((each) => each === name).length;
  }

  /** Fails if a change was told too early, twice, not at all, or after the end. */
  verify(): void {
    assert(this.#violations.length === 0, this.#violations.join('; '));
    const now = snapshot(this.session);
    for (const [event, property] of Object.entries(properties))
      assert(
        now[property] === this.#told[property],
        `${property} became ${write(now[property])}, and no ${event} told of it`,
      );
    if (this.session.state !== 'ended') return;
    assertSame(this.events.slice(-2), ['statechange', 'ended'], 'the last two events');
    assertSame(this.count('ended'), 1, 'the number of `ended` events');
  }

  #note(name: EventName, event: Event): void {
    const { session } = this;
    const property = properties[name];
    const [before, now] = [this.#told[property], session[property]];
    if (this.count('ended') > 0) this.#violations.push(`${name} came after ended`);
    if (before === now) this.#violations.push(`${name} came while ${property} was ${write(now)} as before`);
    if (name === 'ended') this.#noteEnd(event);
    if (name === 'statechange') this.#noteState(session.state);
    this.#told = { ...this.#told, [property]: now };
    this.events.push(name);
  }

  #noteState(now: SessionState): void {
    const before = this.states.at(-1) ?? now;
    if (stateOrder[now] < stateOrder[before])
      this.#violations.push(`the state went back from ${before} to ${now}`);
    this.states.push(now);
  }

  #noteEnd(event: Event): void {
    const end = 'end' in event ? event.end : undefined;
    if (end === undefined || end !== this.session.end)
      this.#violations.push('ended did not carry the `end` of its session');
    if (this.session.state !== 'ended') this.#violations.push(`ended came in state ${this.session.state}`);
  }
}

function snapshot(session: VoiceSession): Snapshot {
  const { state, muted, hold, recording, microphone, quality, end } = session;
  return { state, muted, hold, recording, microphone, quality, end };
}

function write(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}
