/** What a person meets, scene by scene: to be looked at, and for tests of the words in it and the room they take. */
import { connected, FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import type { FakeWindowOptions } from '../../src/link/testing/fake-window.js';
import type { BridgeSettings, MicrophoneTrouble } from '../../src/index.js';
import { FakeVoice, type FakeSession } from '../../src/voice/testing/fake-voice.js';
import {
  CallControl,
  TypedEventTarget,
  VoiceError,
  type DeviceUse,
  type VoiceDevices,
  type VoiceDevicesEventMap,
} from '../../src/voice/index.js';
import type { HsElement } from '../../components/shared/hs-element.js';
import '../../components/calling-widget/define.js';

/** What stands in the elements and is nobody's translation: names and the like. */
export const given = {
  caller: 'Ada Example',
  companies: ['Example Ltd', 'Sample Inc'],
  device: 'Headset',
  outcome: 'Left voicemail',
  label: 'Main',
  reason: 'Quota',
} as const;

type Tag = {
  [K in keyof HTMLElementTagNameMap]: HTMLElementTagNameMap[K] extends HsElement ? K : never;
}[keyof HTMLElementTagNameMap];

class Devices extends TypedEventTarget<VoiceDevicesEventMap> implements VoiceDevices {
  inputs = [{ id: 'm1', label: given.device }];
  // A browser hides the names until the microphone was allowed.
  outputs = [{ id: 's1', label: '' }];
  input = '';
  output = '';
  ringer = '';
  ringerVolume = 0.6;

  refresh(): Promise<void> {
    return Promise.resolve();
  }

  choose(use: DeviceUse): Promise<void> {
    return Promise.reject(new VoiceError('DEVICE_MISSING', use));
  }

  setRingerVolume(volume: number): void {
    this.ringerVolume = volume;
  }
}

class Phone extends FakeVoice {
  readonly devices = new Devices();
  readonly fromNumbers = [{ number: '+12025550160', label: given.label }, { number: '+442079460123' }];

  constructor() {
    super({ devices: true, fromNumbers: true });
  }
}

/** A turn for everything that has been asked for. */
export const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Everything in an element that a selector matches, in all shadow roots. */
export function findAll(root: ParentNode, selector: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot ? findAll(element.shadowRoot, selector) : []),
  ]);
}

/** An element, the phone it shows, and the HubSpot around it. */
export class Scene {
  readonly phone = new Phone();
  readonly element: HsElement;

  constructor(
    readonly box: HTMLElement,
    tag: Tag,
    readonly hubspot: FakeHubSpot,
  ) {
    new CallControl(hubspot.bridge, this.phone);
    this.element = Object.assign(document.createElement(tag), {
      bridge: Object.assign(hubspot.bridge, { voice: this.phone }),
      outcomes: [{ id: 'voicemail', label: given.outcome }],
      outcomeRequired: true,
      keepTitle: true,
    });
    box.append(this.element);
  }

  /** Calls, as far as it rings. */
  async call(toNumber = '+12025550101'): Promise<FakeSession> {
    this.hubspot.bridge.request('hs-call-request', { toNumber, fromNumber: undefined, party: undefined });
    await settled();
    const session = this.phone.sessions.at(-1);
    if (!session) throw new Error('Nobody is called.');
    return session;
  }

  /** Calls, and is answered. */
  async talk(toNumber?: string): Promise<FakeSession> {
    const session = await this.call(toNumber);
    this.hubspot.createEngagement(7);
    session.change('state', 'active');
    this.hubspot.port.advance(talked);
    await settled();
    return session;
  }

  /** Talks for a while, until the other end hangs up. */
  async end(): Promise<void> {
    const session = await this.talk();
    this.hubspot.port.advance(3_734_000 - talked);
    session.over('hung-up');
    await settled();
  }

  async press(selector: string): Promise<void> {
    findAll(this.box, selector)[0]?.click();
    await settled();
  }

  async choose(selector: string, value: string): Promise<void> {
    const list = findAll(this.box, selector)[0];
    Object.assign(list ?? {}, { value });
    list?.dispatchEvent(new Event('change'));
    await settled();
  }

  /** HubSpot has found records with the caller's number. */
  async match(): Promise<void> {
    this.hubspot.say('CALLER_ID_MATCH_SUCCEEDED', {
      callerIdMatches: given.companies.map((name, i) => ({
        callerIdType: 'COMPANY',
        name,
        objectCoordinates: { portalId: 1, objectId: i + 1, objectTypeId: '0-2' },
      })),
    });
    await settled();
  }
}

interface Direction {
  readonly tag?: Tag;
  readonly hubspot?: (port: FakeWindowOptions) => FakeHubSpot;
  readonly play?: (scene: Scene) => unknown;
}

const ours = '+12025550160';

/** How long a talk has lasted, in ms. */
export const talked = 134_000;

/** A HubSpot that is not there, in one way or another. */
const without = (settings: BridgeSettings, absence: FakeWindowOptions = {}) => ({
  hubspot: (port: FakeWindowOptions) => {
    const hubspot = new FakeHubSpot({ loggedIn: true, ...settings }, undefined, { ...port, ...absence });
    hubspot.bridge.connect();
    return hubspot;
  },
});

const troubles: readonly MicrophoneTrouble[] = [
  'waiting',
  'dismissed',
  'denied',
  'blocked',
  'missing',
  'in-use',
];

/** Each scene: which element, how HubSpot is, what happens. Nothing said: a whole widget that is ready. */
export const scenes: Readonly<Record<string, Direction>> = {
  ready: {},
  'a dialer': {
    tag: 'hs-dialer',
    play: ({ element }) => Object.assign(element, { value: '+12025550123', fromNumber: ours }),
  },
  'no number': { play: (scene) => scene.press('[part=call-button]') },
  'a call that nobody starts': {
    hubspot: (port) => connected({ loggedIn: true }, undefined, port),
    play: async (scene) => {
      scene.phone.refusal = new VoiceError('PHONE_OFFLINE');
      Object.assign(findAll(scene.box, 'hs-dialer')[0] ?? {}, { value: '+12025550123' });
      await settled();
      await scene.press('[part=call-button]');
    },
  },
  'a dialer that asks': {
    tag: 'hs-dialer',
    play: async (scene) => {
      Object.assign(scene.element, { value: '+12025550123', bridge: connected().bridge });
      await settled();
      await scene.press('[part=call-button]');
    },
  },
  'logged out': { hubspot: (port) => connected({ loggedIn: false }, undefined, port) },
  'device settings': { play: (scene) => scene.press('[part=settings-button]') },
  'a device that fails': {
    tag: 'hs-device-settings',
    play: (scene) => scene.choose('#output', 's1'),
  },

  calling: { play: (scene) => scene.call() },
  ringing: { play: async (scene) => (await scene.call()).change('state', 'ringing') },
  'in a call': { play: (scene) => scene.talk() },
  'muted and recorded': {
    play: async (scene) => {
      const session = await scene.talk();
      session.change('muted', true);
      session.change('recording', true);
    },
  },
  ...Object.fromEntries(
    ([4, 3, 2, 1] as const).map((level) => [
      `line quality ${String(level)}`,
      {
        play: async (scene: Scene) =>
          (await scene.talk()).change('quality', { level, mos: level, jitter: 9, loss: 0, roundTrip: 40 }),
      },
    ]),
  ),
  'call controls': {
    tag: 'hs-call-controls',
    play: async (scene) => {
      (await scene.talk()).changeHold('local', true);
      await scene.press('[name=keypad]');
    },
  },
  transfer: {
    play: async (scene) => {
      await scene.talk();
      await scene.press('[name=transfer]');
    },
  },
  'a transfer that fails': {
    play: async (scene) => {
      (await scene.talk()).refusal = new VoiceError('TRANSFER_FAILED');
      await scene.press('[name=transfer]');
      Object.assign(findAll(scene.box, '#to')[0] ?? {}, { value: '+12025550103' });
      await scene.press('[value=now]');
    },
  },
  'a hold that fails': {
    play: async (scene) => {
      (await scene.talk()).refusal = new VoiceError('PHONE_FAILED');
      await scene.press('[name=hold]');
    },
  },
  consultation: {
    play: async (scene) => {
      await scene.talk();
      await scene.press('[name=transfer]');
      Object.assign(findAll(scene.box, '#to')[0] ?? {}, { value: '+12025550103' });
      await scene.press('[value=ask]');
      scene.phone.sessions.at(-1)?.change('state', 'active');
    },
  },
  transferred: { play: async (scene) => (await scene.talk()).transfer('+12025550103') },
  held: { play: async (scene) => (await scene.talk()).changeHold('local', true) },
  'held by the other end': { play: async (scene) => (await scene.talk()).changeHold('remote', true) },
  'connection lost': { play: async (scene) => (await scene.talk()).change('state', 'reconnecting') },
  ...Object.fromEntries(
    troubles.map((trouble) => [
      `microphone ${trouble}`,
      { play: async (scene: Scene) => (await scene.call()).change('microphone', trouble) },
    ]),
  ),
  'on hold to the end': {
    play: async (scene) => {
      await scene.talk();
      await scene.choose('[part=choice]', 'later');
    },
  },

  incoming: { play: ({ phone }) => phone.ring({ number: '+12025550102', name: given.caller }, ours) },
  'incoming, hidden number': { play: ({ phone }) => phone.ring({ number: '' }, ours) },
  'incoming, two matches': {
    tag: 'hs-incoming-call',
    play: async (scene) => {
      scene.phone.ring({ number: '+12025550102' }, ours);
      await scene.match();
    },
  },
  'a second caller': {
    play: async (scene) => {
      await scene.talk();
      scene.phone.ring({ number: '+12025550103', name: given.caller }, ours);
    },
  },

  'wrap-up': {
    play: async (scene) => {
      await scene.end();
      await scene.press('[part=save-button]');
    },
  },
  'wrap-up with a next number': {
    tag: 'hs-wrap-up',
    play: async (scene) => {
      Object.assign(scene.element, { nextNumber: '+442079460123' });
      await scene.end();
    },
  },
  saving: {
    // HubSpot takes its time to make the record.
    play: async (scene) => {
      scene.hubspot.bridge.outgoingCall({ toNumber: '+12025550101' });
      scene.hubspot.bridge.callAnswered();
      scene.hubspot.bridge.callEnded();
      await settled();
      await scene.press('[part=skip-button]');
    },
  },
  saved: {
    tag: 'hs-call-status',
    play: async (scene) => {
      await scene.end();
      scene.hubspot.say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 });
    },
  },
  'saving failed': {
    play: async (scene) => {
      await scene.end();
      await scene.press('[part=skip-button]');
      scene.hubspot.say('UPDATE_ENGAGEMENT_FAILED', { error: { message: given.reason } });
    },
  },
  'saving failed, nobody knows why': {
    play: async (scene) => {
      await scene.end();
      await scene.press('[part=skip-button]');
      scene.hubspot.say('UPDATE_ENGAGEMENT_FAILED', {});
    },
  },
  ...Object.fromEntries(
    (['busy', 'failed', 'declined', 'no-answer', 'canceled'] as const).map((reason) => [
      `the end: ${reason}`,
      { play: async (scene: Scene) => (await scene.call()).over(reason) },
    ]),
  ),
  'a caller too many': {
    play: async (scene) => {
      await scene.talk();
      scene.phone.capabilities.multipleCalls = false;
      scene.phone.ring();
    },
  },
  missed: { play: ({ phone }) => phone.ring().over('canceled') },

  ...Object.fromEntries(
    [
      'CREATE_ENGAGEMENT_FAILED',
      'NAVIGATE_TO_RECORD_FAILED',
      'FINALIZE_ENGAGEMENT_FAILED',
      'PUBLISH_TO_CHANNEL_FAILED',
      'CALLER_ID_MATCH_FAILED',
    ].map((type) => [type, { play: ({ hubspot }: Scene) => hubspot.say(type, {}) }]),
  ),

  'the phone connects': { play: ({ phone }) => phone.changeState('connecting') },
  'the phone does not connect': {
    play: ({ phone }) => phone.changeState('connecting', new VoiceError('PHONE_OFFLINE')),
  },
  'the phone fails': { play: ({ phone }) => phone.changeState('failed', new VoiceError('PHONE_CONFIG')) },
  'waiting for HubSpot': without({}),
  'not inside HubSpot': without({}, { hasPeer: false }),
  'in a sandbox': without({}, { origin: 'null' }),
  'set up wrongly': without({ handshakeTimeout: -1 }),
  'one phone too many': without({}, { grantsLock: false }),
  'in a page of others': without(
    { strictAncestors: true },
    { ancestorOrigins: ['https://elsewhere.example'] },
  ),
  'HubSpot does not answer': {
    ...without({}),
    play: ({ hubspot }) => hubspot.port.advance(31_000),
  },
  'HubSpot answers after all': {
    ...without({}),
    play: async ({ hubspot }) => {
      hubspot.port.advance(31_000);
      await settled();
      hubspot.sync();
    },
  },
  'HubSpot falls silent': {
    play: async (scene) => {
      await scene.call();
      scene.hubspot.port.advance(11_000);
    },
  },
};

/** Plays a scene in a box of the page. In it they have talked for `talked` ms since `port.now`. */
export async function play(name: string, box: HTMLElement, port: FakeWindowOptions = {}): Promise<Scene> {
  const { tag = 'hs-calling-widget', hubspot = ready, play: happen } = scenes[name] ?? unknown(name);
  const scene = new Scene(box, tag, hubspot(port));
  scene.phone.changeState('ready');
  await settled();
  await happen?.(scene);
  await settled();
  return scene;
}

const ready = (port: FakeWindowOptions) => connected({ loggedIn: true, available: true }, undefined, port);

function unknown(name: string): never {
  throw new Error(`There is no scene “${name}”.`);
}
