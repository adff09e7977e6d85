import type { Directory, Outcomes, QueuedCall } from 'hs-calling-elements';
import { hubSpotCallOutcomeIds, type ResolveParty } from 'hs-calling-elements/core';

// Whom this app knows. A real one asks its server.
const people = [
  { name: 'Erin Example', number: '+12025550101', company: 'Example Ltd' },
  { name: 'Tess Testcase', number: '+12025550123', company: 'Trial & Co' },
];

/** Says who is at the other end of a call. */
export const resolveParty: ResolveParty = async ({ phoneNumber }) =>
  people.find(({ number }) => number === phoneNumber);

/** Finds whom a call can be handed over to. */
export const directory: Directory = async (query) =>
  people.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()));

/** Whom to call, one after the other. */
export const callList: QueuedCall[] = people.map(({ name, number }) => ({
  phoneNumber: number,
  party: { name },
}));

/** What may come of a call. */
export const outcomes: Outcomes = [
  { id: hubSpotCallOutcomeIds.connected, label: 'Spoke with them' },
  { id: hubSpotCallOutcomeIds.leftVoicemail, label: 'Left a message' },
];
