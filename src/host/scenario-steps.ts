/** Steps and values that several scenarios share. */
import type { ScenarioStep } from './scenario.js';

/** The app's id of the call: any at first, then always the same. */
export const call = { $as: 'call' };

/** HubSpot's id of the engagement: any at first, then always the same. */
export const engagement = { $as: 'engagement' };

/** The agent's own number. */
export const agentNumber = '+12025550160';

/** The first number of record 101, Erin Example. */
export const erinsNumber = '+12025550101';

/** The number of record 102, Sam Sample. */
export const samsNumber = '+442079460958';

/** The number of record 101 is pressed, and the widget calls it. */
export const callStarts: readonly ScenarioStep[] = [
  { host: 'dial', record: 101 },
  { widget: 'takeDial' },
  { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call } },
];

/** The same; HubSpot makes the engagement, and the far end answers. */
export const callIsAnswered: readonly ScenarioStep[] = [
  ...callStarts,
  { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
  { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
];

/** The far end answers, and the agent hangs up. */
export const answeredAndHungUp: readonly ScenarioStep[] = [
  { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
  { widget: 'hangUp' },
  { expect: 'CALL_ENDED', data: { externalCallId: call } },
];

/** The agent hangs up and completes the call without notes. */
export const hungUpAndCompleted: readonly ScenarioStep[] = [
  { widget: 'hangUp' },
  { expect: 'CALL_ENDED', data: { externalCallId: call } },
  { widget: 'skip' },
  { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement } },
];

/** A number that was pressed is called, answered, ended and completed; each is said once, and the log has it. */
export const oneCallToErin: readonly ScenarioStep[] = [
  { widget: 'takeDial' },
  { expect: 'OUTGOING_CALL_STARTED', data: { externalCallId: call, toNumber: erinsNumber } },
  ...answeredAndHungUp,
  { widget: 'skip' },
  { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: { $any: 'number' } } },
  { log: [{ number: erinsNumber, isCompleted: true }] },
  { says: 'OUTGOING_CALL_STARTED', times: 1 },
  { says: 'CALL_COMPLETED', times: 1 },
];

/** Sam Sample calls. */
export const samCalls: readonly ScenarioStep[] = [
  { widget: 'receiveCall', from: samsNumber, to: agentNumber },
  { expect: 'INCOMING_CALL', data: { externalCallId: call } },
];

/** The agent answers a call that rings, hangs up, and completes it without notes. */
export const answeredAndCompleted: readonly ScenarioStep[] = [
  { widget: 'answer' },
  ...answeredAndHungUp,
  { widget: 'skip' },
  { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
  { log: [{ isCompleted: true }] },
];

/** In all frames together, each message of a call is said once. */
export const eachOnce = (start: 'INCOMING_CALL' | 'OUTGOING_CALL_STARTED'): readonly ScenarioStep[] =>
  ([start, 'CALL_ANSWERED', 'CALL_ENDED', 'CALL_COMPLETED'] as const).map((says) => ({ says, times: 1 }));
