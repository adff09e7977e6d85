/** Inbound calls: known, unknown, several records, missed, declined, with another record opened and a reload. */
import type { Scenario } from '../scenario.js';

const call = { $as: 'call' };
const engagement = { $as: 'engagement' };
const ours = '+12025550160';

export const inboundKnown: Scenario = {
  name: 'inbound-known',
  shows: 'A contact calls, and is answered: one record matches.',
  official: { passes: true, because: 'The app says incomingCall and hears the match.' },
  steps: [
    { widget: 'receiveCall', from: '+442079460958', to: ours },
    {
      expect: 'INCOMING_CALL',
      data: { externalCallId: call, fromNumber: '+442079460958', toNumber: ours, createEngagement: true },
    },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    {
      expect: 'CALLER_ID_MATCH_SUCCEEDED',
      from: 'host',
      data: {
        callerIdMatches: [
          {
            callerIdType: 'CONTACT',
            firstName: 'Sam',
            lastName: 'Sample',
            email: 'sam@example.org',
            objectCoordinates: { objectId: 102, objectTypeId: '0-1', portalId: { $any: 'number' } },
          },
        ],
      },
    },
    { widget: 'answer' },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'COMPLETED' } },
    { widget: 'save', notes: 'Called back.' },
    {
      expect: 'CALL_COMPLETED',
      data: { engagementId: engagement, engagementProperties: { hs_call_direction: 'INBOUND' } },
    },
    {
      log: [{ direction: 'INBOUND', number: '+442079460958', record: { objectId: 102 }, isCompleted: true }],
    },
  ],
};

export const inboundUnknown: Scenario = {
  name: 'inbound-unknown',
  shows: 'Somebody calls whom the CRM does not know: no record matches.',
  official: { passes: true, because: 'The list of matches is empty; the app has to bear that.' },
  steps: [
    { widget: 'receiveCall', from: '+12025550155', to: ours },
    { expect: 'INCOMING_CALL', data: { externalCallId: call, fromNumber: '+12025550155' } },
    { expect: 'CALLER_ID_MATCH_SUCCEEDED', from: 'host', data: { callerIdMatches: { $length: 0 } } },
    { widget: 'answer' },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ record: undefined, number: '+12025550155', isCompleted: true }] },
  ],
};

export const inboundSeveral: Scenario = {
  name: 'inbound-several',
  shows: 'A number that a contact and a company share: the choice is the agent’s.',
  official: { passes: true, because: 'The app has to let the user choose.' },
  steps: [
    { widget: 'receiveCall', from: '+12025550170', to: ours },
    { expect: 'INCOMING_CALL', data: { externalCallId: call } },
    {
      expect: 'CALLER_ID_MATCH_SUCCEEDED',
      from: 'host',
      data: {
        callerIdMatches: [
          { callerIdType: 'CONTACT', firstName: 'Bo' },
          {
            callerIdType: 'COMPANY',
            name: 'Example Instruments',
            objectCoordinates: { objectTypeId: '0-2' },
          },
        ],
      },
    },
    { widget: 'answer' },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
    { never: 'NAVIGATE_TO_RECORD' },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ isCompleted: true }] },
  ],
};

export const inboundMissed: Scenario = {
  name: 'inbound-missed',
  shows: 'The caller gives up: missed, and completed so that no ghost stays in the log.',
  official: { passes: true, because: 'The app says MISSED, then callCompleted.' },
  steps: [
    { widget: 'receiveCall', from: '+442079460958', to: ours },
    { expect: 'INCOMING_CALL', data: { externalCallId: call } },
    { never: 'CALL_ANSWERED' },
    { widget: 'callerGivesUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'MISSED' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ status: 'MISSED', duration: 0, isCompleted: true }] },
  ],
};

export const inboundDeclined: Scenario = {
  name: 'inbound-declined',
  shows: 'The agent declines: rejected, and completed.',
  official: { passes: true, because: 'The app says REJECTED, then callCompleted.' },
  steps: [
    { widget: 'receiveCall', from: '+442079460958', to: ours },
    { expect: 'INCOMING_CALL', data: { externalCallId: call } },
    { never: 'CALL_ANSWERED' },
    { widget: 'decline' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'REJECTED' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call } },
    { log: [{ status: 'REJECTED', isCompleted: true }] },
  ],
};

export const inboundNavigation: Scenario = {
  name: 'inbound-navigation',
  shows:
    'The caller’s record is opened while it rings: the page is loaded anew, and the same call rings again.',
  official: { passes: true, because: 'The app has to find the call again by the engagementId of onReady.' },
  steps: [
    { widget: 'receiveCall', from: '+442079460958', to: ours },
    { expect: 'INCOMING_CALL', data: { externalCallId: call } },
    { expect: 'CREATE_ENGAGEMENT_SUCCEEDED', from: 'host', data: { engagementId: engagement } },
    { expect: 'CALLER_ID_MATCH_SUCCEEDED', from: 'host' },
    { widget: 'openRecord', objectId: 102, objectTypeId: '0-1' },
    {
      expect: 'NAVIGATE_TO_RECORD',
      data: { objectCoordinates: { objectId: 102, objectTypeId: '0-1', portalId: { $any: 'number' } } },
    },
    { state: { record: { objectId: 102 } } },
    { expect: 'SYNC', from: 'host', data: { engagementId: engagement } },
    { expect: 'INITIALIZED', data: { engagementId: engagement } },
    { widget: 'answer' },
    { expect: 'CALL_ANSWERED', data: { externalCallId: call } },
    { widget: 'hangUp' },
    { expect: 'CALL_ENDED', data: { externalCallId: call, callEndStatus: 'COMPLETED' } },
    { widget: 'skip' },
    { expect: 'CALL_COMPLETED', data: { externalCallId: call, engagementId: engagement } },
    { log: [{ engagementId: engagement, status: 'COMPLETED', isCompleted: true }] },
    { says: 'INCOMING_CALL', times: 1 },
  ],
};
