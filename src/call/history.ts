/** The calls of this session: a line for each, from its start on, with how it ended. Nothing of it outlives the page or its user. */
import { isLive, otherNumber, talkTime, type Call } from './call.js';
import { isSameNumber } from './number-text.js';
import type { PastCall } from './past-call.js';
import type { WidgetState } from './state.js';

/** How many calls are held. */
const maxHistory = 100;

/**
 * The state with the calls that changed in its history. Each call gets its line when it starts: one that goes on when its
 * user has gone is no business of the next one. A consultation has none.
 */
export function foldHistory(now: WidgetState, before: WidgetState): WidgetState {
  if (now.calls === before.calls) return now;
  let { history } = now;
  for (const call of now.calls) {
    const was = before.calls.find(({ externalCallId }) => externalCallId === call.externalCallId);
    const isNoted = history.some(({ id }) => id === call.externalCallId);
    if (call === was || call.internal || (was && !isNoted)) continue;
    const line = lineOf(call);
    history = isNoted
      ? history.map((other) => (other.id === line.id ? line : other))
      : [...history, line].slice(-maxHistory);
  }
  return history === now.history ? now : { ...now, history };
}

function lineOf(call: Call): PastCall {
  const { externalCallId: id, direction, party, createdAt, endedAt, phase, answeredElsewhere } = call;
  const endStatus =
    phase === 'transferred' ? 'TRANSFERRED' : answeredElsewhere ? 'ANSWERED_ELSEWHERE' : call.endStatus;
  return {
    id,
    direction,
    phoneNumber: otherNumber(call),
    party,
    startedAt: createdAt,
    endedAt,
    durationMs: endedAt === undefined ? 0 : talkTime(call, endedAt),
    endStatus: isLive(call) ? undefined : (endStatus ?? 'COMPLETED'),
  };
}

/** The calls of this session that have ended, latest first. */
export function pastCalls({ history }: WidgetState): readonly PastCall[] {
  return history.filter(({ endStatus }) => endStatus !== undefined).reverse();
}

/** Somebody called, and nobody answered. One that the user declined is not missed. */
export const isMissed = ({ direction, endStatus }: PastCall): boolean =>
  direction === 'inbound' && endStatus === 'MISSED';

/**
 * The calls that were missed since the user last looked into the history, latest first. One after which they have talked to,
 * or called, the same number is not among them.
 *
 * @param since - Epoch ms. Default: when the user last looked.
 */
export function missedCalls(state: WidgetState, since = state.historySeenAt): readonly PastCall[] {
  const all = state.history;
  return all
    .filter(
      (call, at) =>
        isMissed(call) &&
        (call.endedAt ?? call.startedAt) > since &&
        !all.slice(at + 1).some((later) => isReturned(call, later)),
    )
    .reverse();
}

function isReturned(missed: PastCall, later: PastCall): boolean {
  const isThere = later.direction === 'outbound' || later.durationMs > 0;
  return isThere && isSameNumber(missed.phoneNumber ?? '', later.phoneNumber ?? '');
}
