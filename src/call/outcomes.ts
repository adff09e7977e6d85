/** The outcomes of a call: HubSpot's own, and which of them the end of a call suggests. */
import type { Call } from './call.js';
import { callStatusOf } from './call-end.js';

/** An outcome to choose from. */
export interface Outcome {
  /** The id of one of the account's call dispositions. */
  readonly id: string;
  /** The name that the user sees. */
  readonly label: string;
}

const defaults = {
  connected: { id: 'f240bbac-87c9-4f6e-bf70-924b57d47db7', label: 'Connected' },
  leftVoicemail: { id: 'b2cf5968-551e-4856-9783-52b3da59a7d0', label: 'Left voicemail' },
  noAnswer: { id: '73a0d17f-1163-4015-bdd5-ec830791da20', label: 'No answer' },
  busy: { id: '9d9162e7-6cf3-4944-bf63-4dff82258764', label: 'Busy' },
  leftLiveMessage: { id: 'a4c4c377-d246-4b32-a13b-75a56a4cd0ff', label: 'Left live message' },
  wrongNumber: { id: '17b47fee-58de-441e-a44c-c6300d46f273', label: 'Wrong number' },
} as const;

/** The names of HubSpot's outcomes. */
export type HubSpotCallOutcome = keyof typeof defaults;

/** The ids of HubSpot's outcomes, by their names. */
export const hubSpotCallOutcomeIds = Object.fromEntries(
  Object.entries(defaults).map(([name, { id }]) => [name, id]),
) as { readonly [Name in HubSpotCallOutcome]: (typeof defaults)[Name]['id'] };

/**
 * The six outcomes that every HubSpot account starts with. Their labels are HubSpot's English ones; an element shows them
 * in the language of the page. An account may have changed its list: then its own is the right one.
 */
export const hubSpotCallOutcomes: readonly Outcome[] = Object.values(defaults);

/** The name of an outcome of HubSpot's; undefined for any other, and for one that the account calls otherwise. */
export function hubSpotOutcomeOf({ id, label }: Outcome): HubSpotCallOutcome | undefined {
  const names = Object.keys(defaults) as HubSpotCallOutcome[];
  return names.find((name) => defaults[name].id === id && defaults[name].label === label);
}

/** The outcome that says the same as the status of the call's record. Who talked is asked what came of it. */
const suggestions: Readonly<Partial<Record<string, string>>> = {
  BUSY: defaults.busy.id,
  NO_ANSWER: defaults.noAnswer.id,
};

/**
 * The id of the outcome that is suggested for a call: the one that the app or its phone suggests, else the one that its end
 * says. Undefined if there is none, or if the user has decided already.
 */
export function suggestedOutcome(call: Call): string | undefined {
  const { outcome, suggestedOutcome: told } = call.engagement;
  if (outcome !== undefined) return undefined;
  const left = call.endReason === 'voicemail' ? defaults.leftVoicemail.id : undefined;
  return told ?? left ?? suggestions[callStatusOf(call) ?? ''];
}
