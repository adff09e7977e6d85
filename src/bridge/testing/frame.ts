/** Pages of a tab, each with a bridge: for tests of what goes from one page to the next. */
import type { VoiceStatus } from '../../call/index.js';
import type { BridgeSettings } from '../settings.js';
import type { BridgeVoice, VoiceReports } from '../voice.js';
import { FakeHubSpot, type Heard } from './fake-hubspot.js';
import { FakePage, type FakeTab } from './fake-tab.js';

export const toNumber = '+12025550101';
export const a = { externalCallId: 'a' };
export const b = { externalCallId: 'b' };

/** A page with a bridge, in a frame of a tab. */
export class Frame extends FakeHubSpot {
  readonly page: FakePage;

  constructor(tab: FakeTab, settings: BridgeSettings = {}, sync: object | false = {}) {
    const page = new FakePage(tab);
    super(settings, undefined, {}, page);
    this.page = page;
    this.bridge.connect();
    if (sync) this.sync({ ...sync });
  }

  /** An outbound call is answered, ten seconds after the frame's start. */
  talk(call = a, engagementId = 7): void {
    this.bridge.outgoingCall({ ...call, toNumber });
    this.createEngagement(engagementId);
    this.window.advance(10_000);
    this.bridge.callAnswered(call);
  }

  said(type: string): readonly Heard['data'][] {
    return this.heard.filter((message) => message.type === type).map(({ data }) => data);
  }
}

/** Gives a page a voice that is ready. Whether it can `restore` calls after a reload, the test says; it does nothing else. */
export function giveVoice(
  { bridge }: FakeHubSpot,
  restore: boolean,
  does: Partial<Pick<BridgeVoice, 'restore' | 'endCalls'>> = {},
): VoiceReports {
  const line = bridge.useVoice({
    carryOut: () => Promise.resolve(undefined),
    endCalls: () => undefined,
    ...does,
  });
  const capabilities = { restore } as VoiceStatus['capabilities'];
  line.update({ state: 'ready', capabilities, problem: undefined });
  return line;
}

/** Call `a`, as a page before has stored it. */
export const storedCall = {
  portalId: 100,
  userId: 1,
  leftAt: 5,
  isLasting: false,
  call: {
    ...a,
    direction: 'inbound',
    phase: 'active',
    awaitsEngagement: false,
    engagement: {},
    matches: [],
    awaitsMatches: false,
    createdAt: 1,
    answeredElsewhere: false,
  },
};

export const properties = (data: unknown) =>
  (data as { engagementProperties: Record<string, string> }).engagementProperties;

/** Waits until a new page has taken the calls of the one before. */
export const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A frame that has taken the calls of the page before. */
export async function openFrame(...given: ConstructorParameters<typeof Frame>): Promise<Frame> {
  const frame = new Frame(...given);
  await settled();
  return frame;
}
