/** How a call gets from one moment to the next. */
import { unreachable } from './unreachable.js';
import type { CallEndStatus, CallerIdMatch } from '../protocol/index.js';
import { isLive, isOver, type Call, type EngagementDraft, type Party } from './call.js';

/** What an app may change about a call at any time. */
export interface CallChanges {
  readonly muted?: boolean;
  readonly held?: boolean;
  readonly recording?: boolean;
  readonly party?: Party;
  /** Merged into the draft. */
  readonly engagement?: EngagementDraft;
}

/** What can happen to one call. Times are epoch ms. */
export type CallHappening =
  | { readonly type: 'CALL_RINGING' }
  | { readonly type: 'CALL_ANSWERED'; readonly at: number }
  | { readonly type: 'CALL_ENDED'; readonly at: number; readonly endStatus: CallEndStatus | undefined }
  | { readonly type: 'CALL_TRANSFERRED'; readonly at: number }
  /** The user is done; the message waits for the engagement's id. */
  | { readonly type: 'CALL_COMPLETING' }
  | { readonly type: 'CALL_COMPLETED' }
  | { readonly type: 'CALL_FINALIZED' }
  | { readonly type: 'CALL_CHANGED'; readonly changes: CallChanges }
  | { readonly type: 'CREATE_ENGAGEMENT_SUCCEEDED'; readonly engagementId: number }
  | { readonly type: 'CREATE_ENGAGEMENT_FAILED'; readonly message: string | undefined }
  | { readonly type: 'UPDATE_ENGAGEMENT_SUCCEEDED' }
  | { readonly type: 'UPDATE_ENGAGEMENT_FAILED'; readonly message: string | undefined }
  | { readonly type: 'CALLER_ID_MATCH_SUCCEEDED'; readonly matches: readonly CallerIdMatch[] }
  | { readonly type: 'CALLER_ID_MATCH_FAILED' };

/** What a call is at this moment, and how it got there: one pure step. */
export function advance(call: Call, happened: CallHappening): Call {
  switch (happened.type) {
    case 'CALL_RINGING':
      return call.phase === 'dialing' ? { ...call, phase: 'ringing' } : call;
    case 'CALL_ANSWERED':
      return call.phase === 'dialing' || call.phase === 'ringing'
        ? { ...call, phase: 'active', answeredAt: happened.at }
        : call; // answered twice, or too late: nothing new
    case 'CALL_ENDED':
      return isLive(call)
        ? {
            ...call,
            ...atRest,
            phase: 'wrap-up',
            endedAt: happened.at,
            endStatus: happened.endStatus ?? usualEnd(call),
          }
        : call;
    case 'CALL_TRANSFERRED':
      return isLive(call) ? { ...call, ...atRest, phase: 'transferred', endedAt: happened.at } : call;
    case 'CALL_COMPLETING':
      return call.phase === 'wrap-up' && call.saving !== 'pending' ? { ...call, saving: 'pending' } : call;
    case 'CALL_COMPLETED':
      return call.phase === 'wrap-up'
        ? {
            ...call,
            phase: 'completed',
            awaitsEngagement: false,
            saving: call.engagementId === undefined ? 'none' : 'pending',
          }
        : call;
    case 'CALL_FINALIZED':
      return isLive(call) || call.finalized ? call : { ...call, finalized: true };
    case 'CALL_CHANGED':
      return isOver(call) ? call : change(call, happened.changes);
    case 'CREATE_ENGAGEMENT_SUCCEEDED':
      return call.engagementId === undefined
        ? { ...call, engagementId: happened.engagementId, awaitsEngagement: false }
        : call;
    case 'CREATE_ENGAGEMENT_FAILED':
      return call.awaitsEngagement ? { ...call, awaitsEngagement: false, failure: happened.message } : call;
    case 'UPDATE_ENGAGEMENT_SUCCEEDED':
      return call.phase === 'completed' && call.saving !== 'saved'
        ? { ...call, saving: 'saved', failure: undefined }
        : call;
    case 'UPDATE_ENGAGEMENT_FAILED':
      return call.phase === 'completed' ? { ...call, saving: 'failed', failure: happened.message } : call;
    case 'CALLER_ID_MATCH_SUCCEEDED':
      return isOver(call)
        ? call
        : {
            ...call,
            matches: happened.matches,
            awaitsMatches: false,
            party: call.party ?? onlyOne(happened.matches),
          };
    case 'CALLER_ID_MATCH_FAILED':
      return call.awaitsMatches ? { ...call, awaitsMatches: false } : call;
    default:
      return unreachable(happened);
  }
}

// A call that is over is neither muted nor held.
const atRest = { muted: false, held: false, recording: false } as const;

/** How a call ended when nobody said so. */
export function usualEnd({ phase, direction }: Call): CallEndStatus {
  if (phase === 'active') return 'COMPLETED';
  return direction === 'inbound' ? 'MISSED' : 'CANCELED';
}

function change(call: Call, { engagement, ...flags }: CallChanges): Call {
  const flagged = isLive(call) ? { ...call, ...flags } : { ...call, party: flags.party ?? call.party };
  if (!engagement) return flagged;
  const properties = { ...call.engagement.properties, ...engagement.properties };
  return { ...flagged, engagement: { ...call.engagement, ...engagement, properties } };
}

/** Several records for one number are a choice for the user, not for us. */
function onlyOne(matches: readonly CallerIdMatch[]): Party | undefined {
  const [match, another] = matches;
  if (!match || another) return undefined;
  const name = match.name ?? [match.firstName, match.lastName].filter(Boolean).join(' ');
  const { objectId, objectTypeId } = match.objectCoordinates;
  return { name: name === '' ? undefined : name, objectId, objectTypeId };
}
