/** A bridge with a fake voice and a fake HubSpot, on which somebody makes calls: for tests. */
import type { RequestDetails, RequestName } from '../../bridge/index.js';
import { collectErrors, connected, type FakeHubSpot } from '../../bridge/testing/fake-hubspot.js';
import { focusedCall } from '../../call/index.js';
import { CallControl } from '../call-control.js';
import { FakeVoice, type FakeSession } from './fake-voice.js';

/** The number that is called. */
export const contact = '+12025550101';
/** The number that calls. */
export const ours = '+12025550100';

/** A bridge with a fake voice, connected to a fake HubSpot. */
export class Desk {
  readonly hubspot: FakeHubSpot;
  readonly voice: FakeVoice;
  readonly control: CallControl;
  readonly errors: string[];

  constructor(voice = new FakeVoice(), settings = {}) {
    this.hubspot = connected({ loggedIn: true, available: true, ...settings });
    this.voice = voice;
    this.control = new CallControl(this.bridge, this.voice, this.hubspot.window);
    void this.voice.connect();
    this.errors = collectErrors(this.bridge);
  }

  get bridge() {
    return this.hubspot.bridge;
  }

  get types() {
    return this.hubspot.types;
  }

  get call() {
    return focusedCall(this.bridge.getState());
  }

  /** The data of the last message of a type. */
  told(type: string) {
    return this.hubspot.heard.findLast((message) => message.type === type)?.data as Record<string, unknown>;
  }

  /** Raises a request, and waits until the voice has been asked to carry it out. */
  async request<K extends RequestName>(name: K, detail: RequestDetails[K]): Promise<void> {
    this.bridge.request(name, detail);
    await settled();
  }

  /** Starts an outbound call. */
  async dial(toNumber = contact): Promise<FakeSession> {
    await this.request('hs-call-request', { toNumber, fromNumber: undefined, party: undefined });
    return last(this.voice);
  }

  /** Starts an outbound call that is answered. */
  async talk(toNumber = contact): Promise<FakeSession> {
    const session = await this.dial(toNumber);
    session.change('state', 'active');
    return session;
  }
}

/** The newest session of a voice. */
export function last({ sessions }: FakeVoice): FakeSession {
  const session = sessions.at(-1);
  if (!session) throw new Error('There is no session.');
  return session;
}

/** Waits until the promises that a request goes through have settled. */
export const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Names a call in a request. */
export const which = ({ id: externalCallId }: FakeSession) => ({ externalCallId });
