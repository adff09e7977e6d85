/** A whole phone between a HubSpot and a voice that are fakes: for tests of what is seen, heard and pressed in it. */
import { fixture, html } from '@open-wc/testing';
import { connected, type FakeHubSpot } from '../../../src/bridge/testing/fake-hubspot.js';
import { CallControl } from '../../../src/voice/index.js';
import { FakeVoice, type FakeSession } from '../../../src/voice/testing/fake-voice.js';
import { findSeen } from '../../testing/find-all.js';
import type { HsCallingWidget } from '../define.js';
import '../define.js';

/** Waits until what was started before has been done. */
export const settled = () => new Promise((resolve) => setTimeout(resolve));

/** Waits out the half second in which a screen that has just come takes no press. */
export const guarded = () => new Promise((resolve) => setTimeout(resolve, 600));

export interface Phone {
  readonly hubspot: FakeHubSpot;
  readonly voice: FakeVoice;
  /** Around the phone, with a field of the page beside it. */
  readonly box: HTMLElement;
  readonly element: HsCallingWidget;
}

/** A phone of a user who is available, with a voice that takes several calls. */
export async function phone(given: Partial<HsCallingWidget> = {}): Promise<Phone> {
  const hubspot = connected({ loggedIn: true, available: true });
  const voice = new FakeVoice();
  new CallControl(hubspot.bridge, voice);
  const box = await fixture<HTMLElement>(
    html`<div>
      <input aria-label="Of the page" />
      <hs-calling-widget .bridge=${hubspot.bridge}></hs-calling-widget>
    </div>`,
  );
  const element = box.querySelector('hs-calling-widget') as HsCallingWidget;
  Object.assign(element, given);
  await settled();
  return { hubspot, voice, box, element };
}

/** Starts a call and has it answered. */
export async function talk({ hubspot, voice }: Phone, toNumber = '+12025550101'): Promise<FakeSession> {
  hubspot.bridge.request('hs-call-request', { toNumber, fromNumber: undefined, party: undefined });
  await settled();
  const session = voice.sessions.at(-1);
  if (!session) throw new Error('Nobody is called.');
  hubspot.createEngagement(voice.sessions.length);
  session.change('state', 'active');
  await settled();
  return session;
}

/** Somebody calls. */
export async function ring({ hubspot, voice }: Phone, remote?: FakeSession['remote']): Promise<FakeSession> {
  const session = voice.ring(remote);
  hubspot.createEngagement(hubspot.bridge.getState().calls.length);
  await settled();
  return session;
}

/** What is in sight in the phone. */
export const seen = ({ box }: Phone, selector: string) => findSeen(box, selector);

/** Clicks the first of it. */
export async function click(scene: Phone, selector: string): Promise<void> {
  const [found] = seen(scene, selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  found.click();
  await settled();
}

/** The field for the notes, in the call or after it. */
export function notesField(scene: Phone): HTMLTextAreaElement {
  const [field] = seen(scene, '[part=notes]');
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('There is no field for notes.');
  return field;
}
