import type { Scenario } from '../scenario.js';

export const handshake: Scenario = {
  name: 'handshake',
  shows: 'SYNC, SYNC_ACK, INITIALIZED: what HubSpot tells, and what it hears first.',
  official: { passes: true, because: 'The SDK answers SYNC; the app says initialized.' },
  steps: [
    { host: 'reload' },
    {
      expect: 'SYNC',
      from: 'host',
      data: {
        portalId: { $any: 'number' },
        userId: { $any: 'number' },
        ownerId: { $any: 'number' },
        iframeLocation: 'widget',
        usesCallingWindow: false,
        engagementId: { $absent: true },
      },
    },
    { expect: 'INITIALIZED', data: { isLoggedIn: true } },
    { state: { connection: 'initialized', isLoggedIn: true, isAvailable: true } },
  ],
};
