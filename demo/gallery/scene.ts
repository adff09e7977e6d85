/** One scene of the gallery: an element, the voice it shows, and the HubSpot around it. All of them are fakes. */
import { connected, FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import type { FakeWindowOptions } from '../../src/link/testing/fake-window.js';
import { FakeVoice, type FakeSession } from '../../src/voice/testing/fake-voice.js';
import {
  CallControl,
  TypedEventTarget,
  VoiceError,
  type DeviceUse,
  type VoiceDevices,
  type VoiceDevicesEventMap,
} from '../../src/voice/index.js';
import type { PartyAnswer } from '../../src/index.js';
import type { HsElement } from '../../components/shared/hs-element.js';
import { findAll } from '../../components/testing/find-all.js';
import '../../components/call-history/define.js';
import '../../components/call-queue/define.js';
import '../../components/calling-widget/define.js';

/** Texts in the scenes that are not translated: names, labels of the app and the like. */
export const given = {
  caller: 'Ada Example',
  companies: ['Example Ltd', 'Sample Inc'],
  device: 'Headset',
  outcome: 'Left voicemail',
  message: 'Call me back',
  label: 'Main',
  reason: 'Quota',
  pause: 'Coffee',
} as const;

type Tag = {
  [K in keyof HTMLElementTagNameMap]: HTMLElementTagNameMap[K] extends HsElement ? K : never;
}[keyof HTMLElementTagNameMap];

class FakeDevices extends TypedEventTarget<VoiceDevicesEventMap> implements VoiceDevices {
  inputs = [{ id: 'm1', label: given.device }];
  // Browsers hide the labels until the microphone has been allowed once.
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

  listen(onLevel: (level: number) => void): Promise<{ stop(): void }> {
    onLevel(0.4);
    return Promise.resolve({ stop: () => undefined });
  }

  setRingerVolume(volume: number): void {
    this.ringerVolume = volume;
  }
}

class SceneVoice extends FakeVoice {
  readonly devices = new FakeDevices();
  readonly fromNumbers = [{ number: '+12025550160', label: given.label }, { number: '+442079460123' }];

  constructor() {
    super({ devices: true, fromNumbers: true });
  }
}

/** A made-up picture of somebody. */
export const picture =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><path fill="#b9ccd9" d="M0 0h48v48H0z"/>' +
      '<g fill="#2f5d7c"><circle cx="24" cy="19" r="9"/><path d="M6 48a18 16 0 0 1 36 0z"/></g></svg>',
  );

/** A page about somebody. */
export const page = 'https://crm.example/people/1';

/** How long they have talked after `Scene.talk`, in ms. */
export const talkTimeMs = 134_000;

/** Waits until what was started before has been done. */
export const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Waits until something is there, for 3 s at most. */
export async function until(find: () => unknown): Promise<void> {
  for (const start = performance.now(); !find() && performance.now() - start < 3000;) await settled();
}

export class Scene {
  readonly voice = new SceneVoice();
  readonly element: HsElement;

  constructor(
    readonly box: HTMLElement,
    tag: Tag,
    readonly hubspot: FakeHubSpot,
  ) {
    new CallControl(hubspot.bridge, this.voice);
    this.element = Object.assign(document.createElement(tag), {
      bridge: Object.assign(hubspot.bridge, { voice: this.voice }),
      outcomes: [{ id: 'voicemail', label: given.outcome }],
      outcomeRequired: true,
      keepTitle: true,
    });
    box.append(this.element);
  }

  /** Starts a call. */
  async call(toNumber = '+12025550101'): Promise<FakeSession> {
    this.hubspot.bridge.request('hs-call-request', { toNumber, fromNumber: undefined, party: undefined });
    await settled();
    const session = this.voice.sessions.at(-1);
    if (!session) throw new Error('Nobody is called.');
    return session;
  }

  /** Starts a call, has it answered, and talks for `talkTimeMs`. */
  async talk(toNumber?: string): Promise<FakeSession> {
    const session = await this.call(toNumber);
    this.hubspot.createEngagement(7);
    session.change('state', 'active');
    this.hubspot.window.advance(talkTimeMs);
    await settled();
    return session;
  }

  /** Has a call of 1 hour, 2 minutes and 14 seconds, which the other end hangs up. */
  async end(): Promise<void> {
    const session = await this.talk();
    this.hubspot.window.advance(3_734_000 - talkTimeMs);
    session.over('hung-up');
    await settled();
  }

  /** Has the app know who everybody is, from now on. */
  know(answer: PartyAnswer = {}): void {
    this.hubspot.bridge.resolveParty = () => ({ name: given.caller, company: given.companies[0], ...answer });
  }

  /** Resolves once it is drawn who the latest call is with. */
  async known(): Promise<void> {
    const { bridge } = this.hubspot;
    await new Promise<void>((resolve) => {
      const stop = bridge.subscribe(({ calls }) => {
        if (!calls.at(-1)?.found) return;
        resolve();
        queueMicrotask(() => {
          stop();
        });
      });
    });
    await settled();
  }

  /** Has had calls before: one that was answered, one to a number that was busy, and one that was missed. */
  async past(): Promise<void> {
    const { bridge, window } = this.hubspot;
    for (const [id, minutes] of [
      ['talked', 12],
      ['busy', 2],
    ] as const) {
      bridge.outgoingCall({ externalCallId: id, toNumber: '+442079460123', createEngagement: false });
      if (id === 'talked') bridge.callAnswered({ externalCallId: id });
      window.advance(minutes * 60_000);
      bridge.callEnded({ externalCallId: id, callEndStatus: id === 'talked' ? 'COMPLETED' : 'BUSY' });
      bridge.callCompleted({ externalCallId: id });
    }
    this.voice.ring({ number: '+12025550102', name: given.caller }, ownNumber).over('canceled');
    await settled();
    await settled();
  }

  /** The first element that matches, once it is there: some parts are loaded when they are first needed. */
  async find(selector: string): Promise<HTMLElement> {
    await until(() => findAll(this.box, selector)[0]);
    const [found] = findAll(this.box, selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  }

  /** Clicks the first element that matches. */
  async press(selector: string): Promise<void> {
    (await this.find(selector)).click();
    await settled();
  }

  /** Chooses a value in the first list that matches. */
  async choose(selector: string, value: string): Promise<void> {
    const list = Object.assign(await this.find(selector), { value });
    list.dispatchEvent(new Event('change'));
    await settled();
  }

  /** HubSpot finds two companies with the caller's number. */
  async match(companies: readonly string[] = given.companies): Promise<void> {
    this.hubspot.say('CALLER_ID_MATCH_SUCCEEDED', {
      callerIdMatches: companies.map((name, i) => ({
        callerIdType: 'COMPANY',
        name,
        objectCoordinates: { portalId: 1, objectId: i + 1, objectTypeId: '0-2' },
      })),
    });
    await settled();
  }
}

/** How a scene comes about. */
export interface SceneSetup {
  /** The element that is shown. Default: a whole widget. */
  readonly tag?: Tag;
  /** The HubSpot around it. Default: one that is connected, with the user logged in and available. */
  readonly hubspot?: (window: FakeWindowOptions) => FakeHubSpot;
  /** What happens then. Default: nothing. */
  readonly play?: (scene: Scene) => unknown;
}

/** Scenes by their names. */
export type SceneSetups = Readonly<Record<string, SceneSetup>>;

/** The user's own number. */
export const ownNumber = '+12025550160';

/** A HubSpot that is connected, with the user logged in and available. */
export const ready = (window: FakeWindowOptions) =>
  connected({ loggedIn: true, available: true }, undefined, window);
