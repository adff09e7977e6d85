/** A page of HubSpot's with the SIP widget in its frame, as the tests drive it. */
import { expect, type Frame, type Page } from '@playwright/test';
import type { HsCallingBridge } from '../../components/index.js';
import type { HsSipVoice } from '../../components/sip-voice/sip-voice.js';
import type { SessionEnd } from '../../src/voice/index.js';
import { expectSilence, expectSound, type Flow } from '../e2e-sound.js';
import type { Passed } from './host.js';
import type { OpenedMedia } from './media-spy.js';

/** What was noted of a session. */
export interface Watched {
  readonly id: string;
  readonly states: string[];
  readonly hold: string;
  readonly end: SessionEnd | undefined;
}

/** The widget's window, with what `#watch` and `spyOnMedia` have put there. */
interface Watching extends Window {
  watched: Map<string, { states: string[]; end?: SessionEnd }>;
  seen: OpenedMedia;
}

export class VoicePage {
  constructor(readonly page: Page) {}

  /** The widget's window. */
  get frame(): Frame {
    const frame = this.page.frames().find((one) => new URL(one.url()).pathname === '/demo/sip/widget.html');
    if (!frame) throw new Error('There is no widget.');
    return frame;
  }

  /** Opens the page, and waits until the voice is in a state. */
  async open(attributes: Readonly<Record<string, string>>, state = 'ready'): Promise<void> {
    await this.page.goto(`/demo/sip/host.html?${new URLSearchParams(attributes).toString()}`);
    await expect
      .poll(() => this.voiceStatus().catch(() => undefined), { intervals: [50] })
      .toMatchObject({ state });
    await this.#watch();
    await this.expectSaid('INITIALIZED');
  }

  /** The state and the problem of the voice. */
  voiceStatus(): Promise<{ state: string; problem: string | undefined; message: string | undefined }> {
    return this.frame.locator('hs-sip-voice').evaluate(({ provider }: HsSipVoice) => ({
      state: provider.state,
      problem: provider.problem?.code,
      message: provider.problem?.message,
    }));
  }

  async expectVoice(state: string, problem?: string, timeout = 15_000): Promise<void> {
    await expect
      .poll(() => this.voiceStatus(), { intervals: [50], timeout })
      .toMatchObject({ state, problem });
  }

  /** Raises a request, as an element does. */
  request(name: `hs-${string}-request`, detail: object): Promise<void> {
    return this.frame.locator('hs-calling-bridge').evaluate(
      (bridge: HsCallingBridge, [type, given]) => {
        bridge.request(type as 'hs-call-request', given as never);
      },
      [name, detail] as const,
    );
  }

  /** Calls, and resolves with the id of the call as soon as there is one. */
  async call(toNumber: string): Promise<string> {
    const before = await this.calls();
    await this.request('hs-call-request', { toNumber });
    return this.newCall(before.length);
  }

  /** Waits until there is one more call than `known`, inbound or outbound, and gives its id. */
  async newCall(known = 0): Promise<string> {
    await expect.poll(async () => (await this.calls()).length, { intervals: [20] }).toBeGreaterThan(known);
    const id = (await this.calls())[known]?.id;
    if (id === undefined) throw new Error('There is no call.');
    return id;
  }

  /** Every session so far, oldest first. */
  calls(): Promise<Watched[]> {
    return this.frame.locator('hs-sip-voice').evaluate(({ provider }: HsSipVoice) => {
      const { watched } = window as unknown as Watching;
      return [...watched].map(([id, { states, end }]) => ({
        id,
        states,
        end,
        hold: provider.sessions.find((session) => session.id === id)?.hold ?? 'none',
      }));
    });
  }

  async watched(id: string): Promise<Watched> {
    const found = (await this.calls()).find((call) => call.id === id);
    if (!found) throw new Error(`There is no call ${id}.`);
    return found;
  }

  async expectState(id: string, state: string, timeout = 10_000): Promise<void> {
    const last = async () => (await this.watched(id)).states.at(-1);
    await expect.poll(last, { message: state, intervals: [20], timeout }).toBe(state);
  }

  async expectHold(id: string, hold: string): Promise<void> {
    await expect.poll(async () => (await this.watched(id)).hold, { intervals: [20] }).toBe(hold);
  }

  async expectEnd(id: string, end: Partial<SessionEnd>, timeout = 10_000): Promise<void> {
    await expect
      .poll(async () => (await this.watched(id)).end, { message: 'end', intervals: [20], timeout })
      .toMatchObject(end);
  }

  /** Calls a method of a session. Gives `done`, or the code of the error. */
  async ask(id: string, method: 'setHeld' | 'setMuted' | 'sendDigits' | 'transfer', given: unknown) {
    return this.frame.locator('hs-sip-voice').evaluate(
      async ({ provider }: HsSipVoice, [callId, name, value]) => {
        const session = provider.sessions.find((one) => one.id === callId);
        try {
          await (session as unknown as Record<string, (value: unknown) => Promise<void>>)[name]?.(value);
          return 'done';
        } catch (error) {
          return (error as { code?: string }).code ?? String(error);
        }
      },
      [id, method, given] as const,
    );
  }

  mutedAndHold(id: string): Promise<{ muted: boolean; hold: string } | undefined> {
    return this.frame.locator('hs-sip-voice').evaluate(({ provider }: HsSipVoice, callId) => {
      const session = provider.sessions.find((one) => one.id === callId);
      return session && { muted: session.muted, hold: session.hold };
    }, id);
  }

  /** From now on it is noted whether any live microphone track is enabled, at each frame. */
  async watchMicrophone(): Promise<void> {
    await this.frame.evaluate(() => {
      const { seen } = window as unknown as Watching;
      seen.wasOpen = false;
      const look = () => {
        seen.wasOpen ||= seen.tracks.some((track) => track.readyState === 'live' && track.enabled);
        requestAnimationFrame(look);
      };
      look();
    });
  }

  /** Whether the microphone was open since `watchMicrophone`. */
  hasSentSound(): Promise<boolean> {
    return this.frame.evaluate(() => (window as unknown as Watching).seen.wasOpen);
  }

  /** The microphone's trouble in a call. */
  microphone(id: string): Promise<string | undefined> {
    return this.frame
      .locator('hs-sip-voice')
      .evaluate(
        ({ provider }: HsSipVoice, callId) => provider.sessions.find((one) => one.id === callId)?.microphone,
        id,
      );
  }

  /** From now on `getUserMedia` rejects with an error of this name; undefined: it opens the microphone. */
  async setMicrophone(refusal: string | undefined): Promise<void> {
    await this.frame.evaluate((name) => {
      (window as unknown as Watching).seen.refusal = name;
    }, refusal);
  }

  /** Waits until sound has passed both ways since now. Gives what has passed. */
  expectSound(packets?: number): Promise<Flow> {
    return expectSound(this.frame, -1, packets);
  }

  /** Waits until nothing is heard any more. */
  expectSilence(): Promise<void> {
    return expectSilence(this.frame);
  }

  /** The direction of the sound that both ends have negotiated. */
  direction(): Promise<string | null | undefined> {
    return this.frame.evaluate(
      () => (window as unknown as Watching).seen.connections.at(-1)?.getTransceivers()[0]?.currentDirection,
    );
  }

  /** Presses a number in HubSpot. */
  async hubSpotDials(phoneNumber: string): Promise<void> {
    await this.page.evaluate((number) => {
      const { hubspot } = window as unknown as { hubspot: { dial(record: number, number: string): void } };
      hubspot.dial(101, number);
    }, phoneNumber);
  }

  /** Waits until no track is live and no connection open. */
  async expectReleased(): Promise<void> {
    const left = () =>
      this.frame.evaluate(() => {
        const { connections, tracks } = (window as unknown as Watching).seen;
        return {
          connections: connections.filter(({ signalingState }) => signalingState !== 'closed').length,
          tracks: tracks.filter(({ readyState }) => readyState === 'live').length,
        };
      });
    await expect.poll(left, { intervals: [20] }).toEqual({ connections: 0, tracks: 0 });
  }

  /** Every message between HubSpot and the widget so far. */
  messages(): Promise<Passed[]> {
    return this.page.evaluate(() => (window as unknown as { messages: Passed[] }).messages);
  }

  /** Waits until the last message of a type has this data. */
  async expectSaid(type: string, data: Record<string, unknown> = {}): Promise<void> {
    const said = async () => (await this.messages()).findLast((message) => message.type === type)?.data;
    await expect.poll(said, { message: type, intervals: [20] }).toMatchObject(data);
  }

  /** How often the widget has said a message. */
  async timesSaid(type: string): Promise<number> {
    return (await this.messages()).filter((message) => message.type === type).length;
  }

  // Sessions are found when the bridge changes a call: inbound and outbound ones alike.
  async #watch(): Promise<void> {
    await this.frame.locator('hs-calling-bridge').evaluate((bridge: HsCallingBridge) => {
      const voice = document.querySelector('hs-sip-voice');
      const watched: Watching['watched'] = new Map();
      Object.assign(window, { watched });
      bridge.addEventListener('hs-call-change', () => {
        for (const session of voice?.provider.sessions ?? []) {
          if (watched.has(session.id)) continue;
          const entry: { states: string[]; end?: SessionEnd } = { states: [session.state] };
          watched.set(session.id, entry);
          session.addEventListener('statechange', () => entry.states.push(session.state));
          session.addEventListener('ended', ({ end }) => (entry.end = end));
        }
      });
    });
  }
}
