/** Every state that a person can meet, and how a bridge gets there. */
import { connected, FakeHubSpot } from '../src/bridge/fake-hubspot.js';
import type { BridgeSettings } from '../src/index.js';
import { CallControl } from '../src/voice/index.js';
import { FakeVoice, type FakeSession } from '../src/voice/fake-voice.js';

/** A bridge without HubSpot and a phone without a line, to be brought into a state. */
export class Scene {
  readonly hubspot: FakeHubSpot;
  readonly voice = new FakeVoice();

  constructor(settings: BridgeSettings = { loggedIn: true, available: true }, hubspot = atHubSpot(settings)) {
    this.hubspot = hubspot;
    new CallControl(hubspot.bridge, this.voice);
    void this.voice.connect();
  }

  /** HubSpot asks to dial, and it is dialled. */
  async dial(toNumber = '+12025550101'): Promise<FakeSession> {
    const { bridge } = this.hubspot;
    bridge.request('hs-call-request', { toNumber, fromNumber: undefined, party: { name: 'Erin Example' } });
    await settled();
    const session = this.voice.sessions.at(-1);
    if (!session) throw new Error('The phone did not dial.');
    this.hubspot.createEngagement(7);
    return session;
  }

  async talk(toNumber?: string): Promise<FakeSession> {
    const session = await this.dial(toNumber);
    session.change('state', 'active');
    this.hubspot.port.advance(talked);
    return session;
  }

  ring(): FakeSession {
    return this.voice.ring({ number: '+442079460958' }, '+12025550160');
  }

  find(...names: readonly string[]): void {
    this.hubspot.say('CALLER_ID_MATCH_SUCCEEDED', {
      callerIdMatches: names.map((name, i) => ({
        callerIdType: 'COMPANY',
        name,
        objectCoordinates: { portalId: 1, objectId: i + 1, objectTypeId: '0-2' },
      })),
    });
  }
}

/** How long they have talked, in ms. */
const talked = 134_000;

// As long ago as they have talked since.
const port = () => ({ now: Date.now() - talked });

function atHubSpot(settings: BridgeSettings): FakeHubSpot {
  return connected(settings, undefined, port());
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** HubSpot has not answered, or cannot. */
function alone(hasPeer: boolean): Scene {
  const hubspot = new FakeHubSpot({ loggedIn: true }, undefined, { hasPeer });
  hubspot.bridge.connect();
  return new Scene({}, hubspot);
}

const plain = () => new Scene();

/** A state: how it starts, and what happens then. */
export interface Screen {
  readonly name: string;
  readonly start?: () => Scene;
  readonly then?: (scene: Scene) => unknown;
}

export const screens: readonly Screen[] = [
  { name: 'Waiting for HubSpot', start: () => alone(true) },
  { name: 'Opened outside HubSpot', start: () => alone(false) },
  { name: 'Log in', start: () => new Scene({ loggedIn: false }) },
  { name: 'Ready' },
  {
    name: 'A number from HubSpot',
    then: ({ hubspot }) => hubspot.say('DIAL_NUMBER', { phoneNumber: '+12025550101' }),
  },
  { name: 'Dialling', then: (scene) => scene.dial() },
  { name: 'Ringing', then: async (scene) => (await scene.dial()).change('state', 'ringing') },
  { name: 'Microphone refused', then: async (scene) => (await scene.dial()).change('microphone', 'denied') },
  { name: 'Incoming', then: (scene) => scene.ring() },
  {
    name: 'Incoming, several records',
    then: (scene) => {
      scene.ring();
      scene.find('Example Instruments', 'Sample & Sons');
    },
  },
  { name: 'In a call', then: (scene) => scene.talk() },
  { name: 'On hold', then: async (scene) => (await scene.talk()).changeHold('local', true) },
  { name: 'Reconnecting', then: async (scene) => (await scene.talk()).change('state', 'reconnecting') },
  {
    name: 'A second call comes in',
    then: async (scene) => {
      await scene.talk();
      scene.ring();
    },
  },
  {
    name: 'Two calls',
    then: async (scene) => {
      await scene.talk();
      await scene.talk('+12025550103');
    },
  },
  { name: 'After a call', then: async (scene) => (await scene.talk()).over('hung-up') },
  { name: 'Nobody answered', then: async (scene) => (await scene.dial()).over('no-answer') },
  {
    name: 'HubSpot could not save it',
    then: async (scene) => {
      (await scene.talk()).over('hung-up');
      scene.hubspot.bridge.callCompleted();
      scene.hubspot.say('UPDATE_ENGAGEMENT_FAILED', { error: { message: 'No permission.' } });
    },
  },
  {
    name: 'HubSpot could not open a record',
    then: ({ hubspot }) =>
      hubspot.say('NAVIGATE_TO_RECORD_FAILED', {
        objectCoordinates: { portalId: 1, objectId: 2, objectTypeId: '0-1' },
      }),
  },
];

/** The scene of a screen, on which its elements can be put, and what brings it about. */
export function setUp({ start = plain, then }: Screen): {
  readonly scene: Scene;
  readonly play: () => Promise<void>;
} {
  const scene = start();
  return {
    scene,
    play: async () => {
      await settled();
      await then?.(scene);
      await settled();
    },
  };
}
