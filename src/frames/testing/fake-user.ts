/** A user with several frames of a phone, and the HubSpot around them: for tests of what the frames make of a call. */
import type { Request, VoiceReports } from '../../bridge/index.js';
import { FakePage, FakeTab } from '../../bridge/testing/fake-tab.js';
import { FakeHubSpot, type Heard } from '../../bridge/testing/fake-hubspot.js';
import { isLive, mayCarryCalls, type NewCall, type VoiceStatus } from '../../call/index.js';
import { isRecord } from '../../protocol/index.js';
import { Frames } from '../frames.js';
import { FakeBrowser, type FrameOfBrowser } from './fake-browser.js';

// What is loaded for several frames is there.
await import('../meet.js');

/** Where a frame is. */
export interface FakePlace {
  readonly iframeLocation: 'widget' | 'remote' | 'window';
  readonly usesCallingWindow?: boolean;
}

/** What a frame is opened with. */
export interface FakeFrameOptions extends FakePlace {
  readonly userId?: number;
  readonly portalId?: number;
  /** The tab whose storage it has. Default: one of its own. */
  readonly tab?: FakeTab;
  /** Whether the user has a form to finish calls with. Default: true. */
  readonly wrapUp?: boolean;
  /** Whether the voice can restore calls. Default: false. */
  readonly restores?: boolean;
}

/** Lets what is due happen: as soon as a timer would, and without its delay. */
const turn = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });

/** Lets every frame do what it has to do. */
export const settled = async (): Promise<void> => {
  for (let turns = 0; turns < 12; turns += 1) await turn();
};

/** One frame, with a bridge and a voice that does at once what it is asked. */
export class FakeFrame {
  readonly page: FakePage;
  readonly hubspot: FakeHubSpot;
  readonly ports: FrameOfBrowser;
  /** What its voice was asked to do. */
  readonly asked: Request[] = [];
  /** What its voice was asked to hang up of a frame that has died. */
  readonly hungUp: unknown[] = [];
  readonly errors: string[] = [];
  readonly tab: FakeTab;
  readonly #user: FakeUser;
  /** How much it had said when it went: what it still does then reaches nobody. */
  #lastWord: number | undefined;
  #line: VoiceReports | undefined;

  constructor(user: FakeUser, options: FakeFrameOptions) {
    const { userId = 1, portalId = 100, wrapUp = true, restores = false, tab = user.openTab() } = options;
    const { iframeLocation, usesCallingWindow } = options;
    this.#user = user;
    this.tab = tab;
    this.page = new FakePage(tab);
    this.hubspot = new FakeHubSpot({ loggedIn: true, available: true, wrapUp }, undefined, {}, this.page);
    this.ports = user.browser.frame(this.hubspot.window);
    const { bridge } = this;
    bridge.addEventListener('hs-error', (event) => {
      this.errors.push((event as CustomEvent<{ code: string }>).detail.code);
    });
    const frames = new Frames(bridge, this.ports);
    frames.expect();
    bridge.subscribe((state) => {
      if (mayCarryCalls(state)) this.#line ??= this.#giveVoice(restores);
      else {
        this.#line?.release();
        this.#line = undefined;
      }
    });
    bridge.connect();
    this.hubspot.sync({
      userId,
      portalId,
      iframeLocation,
      usesCallingWindow,
      hostUrl: 'https://app.hubspot.com',
    });
  }

  get bridge() {
    return this.hubspot.bridge;
  }

  get state() {
    return this.bridge.getState();
  }

  get role() {
    return this.state.frame.role;
  }

  get isAlive(): boolean {
    return this.ports.isAlive;
  }

  /** What this frame has said to HubSpot, without the start. */
  get heard(): readonly Heard[] {
    return this.hubspot.heard.slice(0, this.#lastWord).filter(({ type }) => type !== 'INITIALIZED');
  }

  /** The tab is closed or navigates: the page hears of it. */
  close(): void {
    this.page.hide();
    this.kill();
  }

  /** The frame dies, and hears nothing of it. */
  kill(): void {
    this.#lastWord ??= this.hubspot.heard.length;
    this.page.end();
    this.ports.kill();
  }

  /** Somebody calls. */
  ring(externalCallId: string): void {
    this.bridge.incomingCall({ externalCallId, fromNumber: '+12025550102', toNumber: '+12025550100' });
  }

  #giveVoice(restores: boolean): VoiceReports {
    const line = this.bridge.useVoice({
      carryOut: (request) => {
        this.asked.push(request);
        if (this.isAlive) this.#carryOut(request);
        return Promise.resolve(undefined);
      },
      endCalls: () => {
        for (const call of this.state.calls) {
          if (isLive(call)) this.bridge.callEnded({ externalCallId: call.externalCallId });
        }
      },
      restore: (call: NewCall, _signal, voiceBefore) => {
        const isKnown = restores && Array.isArray(voiceBefore) && voiceBefore.includes(call.externalCallId);
        if (isKnown) this.bridge.restoreCall(call);
        return Promise.resolve(isKnown);
      },
      hangUpLeft: (voiceBefore) => this.hungUp.push(voiceBefore),
      kept: () => this.state.calls.filter(isLive).map(({ externalCallId }) => externalCallId),
    });
    const capabilities = { restore: restores, inbound: true } as VoiceStatus['capabilities'];
    line.update({ state: 'ready', capabilities, problem: undefined });
    return line;
  }

  #carryOut({ name, detail }: Request): void {
    const { bridge } = this;
    switch (name) {
      case 'hs-call-request':
        bridge.outgoingCall({ externalCallId: this.#user.createCallId(), toNumber: detail.toNumber });
        break;
      case 'hs-answer-request':
        bridge.callAnswered(detail);
        break;
      case 'hs-hang-up-request':
      case 'hs-decline-request':
        bridge.callEnded(detail);
        break;
      case 'hs-mute-request':
        bridge.updateCall(detail);
        break;
      default:
        break;
    }
  }
}

/** What HubSpot makes of a call. */
export interface LoggedCall {
  readonly externalCallId: string;
  /** How often each message of it has come. */
  readonly counts: Readonly<Record<string, number>>;
  /** The notes of the completion. */
  readonly notes: string | undefined;
}

export class FakeUser {
  readonly browser = new FakeBrowser();
  /** All frames that were ever opened. */
  readonly frames: FakeFrame[] = [];
  /** What its tabs have noted. */
  readonly #noted = new Set<string>();
  readonly #answered = new Map<FakeFrame, number>();
  #engagements = 0;
  #callIds = 0;

  createCallId(): string {
    this.#callIds += 1;
    return `call${String(this.#callIds)}`;
  }

  openTab(): FakeTab {
    return new FakeTab(undefined, this.#noted);
  }

  async open(options: FakeFrameOptions): Promise<FakeFrame> {
    const frame = new FakeFrame(this, options);
    this.frames.push(frame);
    await this.settle();
    return frame;
  }

  /** Everything that is due happens, and HubSpot answers. */
  async settle(): Promise<void> {
    await settled();
    if (this.#answer()) await this.settle();
  }

  /** Time passes, in every frame that lives. */
  async pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 500) {
      for (const frame of this.living) frame.hubspot.window.advance(Math.min(500, ms - passed));
      await this.settle();
    }
  }

  get living(): readonly FakeFrame[] {
    return this.frames.filter(({ isAlive }) => isAlive);
  }

  get owner(): FakeFrame | undefined {
    return this.living.find(({ role }) => role === 'owner');
  }

  /** The calls that HubSpot was told of by any frame, with what it was told. */
  get log(): readonly LoggedCall[] {
    const calls = new Map<string, { counts: Record<string, number>; notes: string | undefined }>();
    for (const { type, data } of this.frames.flatMap(({ heard }) => heard)) {
      const { externalCallId, engagementProperties } = (isRecord(data) ? data : {}) as {
        externalCallId?: string;
        engagementProperties?: Record<string, string>;
      };
      if (externalCallId === undefined) continue;
      const call = calls.get(externalCallId) ?? { counts: {}, notes: undefined };
      calls.set(externalCallId, call);
      call.counts[String(type)] = (call.counts[String(type)] ?? 0) + 1;
      call.notes = engagementProperties?.['hs_call_body'] ?? call.notes;
    }
    return Array.from(calls, ([externalCallId, call]) => ({ externalCallId, ...call }));
  }

  // HubSpot answers the frame that has spoken.
  #answer(): boolean {
    let hasAnswered = false;
    for (const frame of this.living) {
      const { heard } = frame;
      for (const { type, data } of heard.slice(this.#answered.get(frame) ?? 0)) {
        const { engagementId } = (data ?? {}) as { engagementId?: number };
        if (type === 'OUTGOING_CALL_STARTED' || type === 'INCOMING_CALL')
          frame.hubspot.createEngagement((this.#engagements += 1));
        if (type === 'CALL_COMPLETED' && engagementId !== undefined)
          frame.hubspot.say('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId });
        hasAnswered = true;
      }
      this.#answered.set(frame, heard.length);
    }
    return hasAnswered;
  }
}
