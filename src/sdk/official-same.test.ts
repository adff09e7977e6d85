// The same traffic through the official class and ours has the same effects, apart from the table of differences.
import { expect } from '@open-wc/testing';
import { inboundMessages, messages, type InboundType, type MessageRecord } from '../protocol/index.js';
import { golden } from '../protocol/testing/messages.golden.js';
import { messageHandlerNames } from './constants.js';
import { Bench } from './testing/fake-bench.js';
import type { PageOptions } from './testing/fake-page.js';

// Without `onFailed`, which never fires in the official class.
const everyHandler = Object.values(messageHandlerNames).filter((name) => name !== 'onFailed');
const withDefault = [...everyHandler, 'defaultEventHandler'];
const number = '+12025550001';
const coordinates = { portalId: 1, objectId: 2, objectTypeId: '0-1' } as const;
const call = { externalCallId: 'c', fromNumber: '+12025550002', toNumber: number };

interface Older {
  publishToChannel(data: object): void;
}

interface Traffic {
  readonly name: string;
  readonly options?: Partial<PageOptions>;
  readonly play: (bench: Bench) => void | Promise<void>;
}

const wire = (type: string, data?: unknown, messageId: unknown = `test ${type}`) => ({
  type,
  messageId,
  ...(data === undefined ? {} : { data }),
});

const shaken = (play: Traffic['play']) => async (bench: Bench) => {
  await bench.shake();
  await play(bench);
};

// HubSpot's own ERROR, and what the official SDK does not know, are in the table of differences.
const common = ([...inboundMessages.keys()] as InboundType[]).filter(
  (type) => type !== 'ERROR' && !(messages[type] as MessageRecord).unofficial,
);

/** Calls of all methods: first those of a call, in order, then the rest. */
const methodCalls: readonly ((app: Bench['extensions']) => void)[] = [
  (app) => app.initialized({ isLoggedIn: true, isAvailable: true, sizeInfo: { width: 400, height: 600 } }),
  (app) => app.userLoggedIn(),
  (app) => app.userLoggedOut(),
  (app) => app.userAvailable(),
  (app) => app.userUnavailable(),
  (app) => app.outgoingCall({ ...call, createEngagement: true, callStartTime: 5 }),
  (app) => app.outgoingCall({ phoneNumber: number, createEngagement: true }),
  (app) => app.incomingCall({ ...call, createEngagement: true }),
  (app) => app.callAnswered({ externalCallId: 'c' }),
  (app) => app.callAnswered(),
  (app) => app.callTransferred({ externalCallId: 'c' }),
  (app) => app.callData([1, { two: 2 }]),
  (app) => app.callEnded({ externalCallId: 'c', engagementId: 9, callEndStatus: 'COMPLETED' }),
  (app) => app.callEnded(),
  (app) => app.callCompleted({ externalCallId: 'c', engagementId: 9, hideWidget: false }),
  (app) => app.callCompleted({ engagementId: 9, engagementProperties: { hs_call_body: 'Notes', own: 'x' } }),
  (app) => app.navigateToRecord({ objectCoordinates: coordinates, openIn: 'NEW_TAB' }),
  (app) => app.sendError({ message: 'No microphone' }),
  (app) => app.resizeWidget({ width: 400, height: 650 }),
  // Deprecated, so that the linter objects to a direct call.
  (app) => (app as unknown as Older).publishToChannel({ engagementId: 9, externalCallId: 'c' }),
  (app) => app.finalizeEngagement({ engagementId: 9, externalCallId: 'c' }),
  (app) => app.setWidgetUrl({ iFrameUrl: 'https://phone.example' }),
  (app) => app.sendMessage({ type: 'OF_OUR_OWN', data: { any: 'thing' } }),
  (app) => app.sendMessage({ type: 'NO_DATA' }),
  (app) => app.sendMessage({ type: 'MORE', messageId: 'test id', beside: 'data' } as { type: string }),
];

const traffic: readonly Traffic[] = [
  { name: 'the handshake', play: (bench) => bench.shake() },
  {
    name: 'a handshake during an inbound call',
    play: (bench) => bench.shake({ engagementId: '77', iframeLocation: 'window', usesCallingWindow: true }),
  },
  { name: 'a handshake that tells little', play: (bench) => bench.say({ type: 'SYNC', messageId: 'sync' }) },
  { name: 'a handshake with more', play: (bench) => bench.shake({ fromTheFuture: { deep: [1] } }) },
  { name: 'a debugging widget', options: { debugMode: true }, play: (bench) => bench.shake() },
  ...common.map((type) => ({
    name: `${type} and its handler`,
    play: shaken((bench) => bench.say(wire(type, golden[type].sent))),
  })),
  ...common.map((type) => ({
    name: `${type} and the default handler`,
    options: { handlers: ['defaultEventHandler'] },
    play: shaken((bench) => bench.say(wire(type, golden[type].sent))),
  })),
  {
    name: 'a failure and the old key of onFailed',
    options: { handlers: ['FAILED', 'onUpdateEngagementFailed'] },
    play: shaken((bench) => bench.say(wire('UPDATE_ENGAGEMENT_FAILED', { error: { message: 'No' } }))),
  },
  {
    name: 'ids that are text, and fields nobody knows',
    play: shaken((bench) =>
      bench.say(
        wire('DIAL_NUMBER', { phone_number: number, portalId: '62515', fromTheFuture: { deep: [1] } }),
        { ...wire('CREATE_ENGAGEMENT_SUCCEEDED', { engagementId: '7' }), beside: 'data' },
      ),
    ),
  },
  {
    name: 'numbers as ids of messages',
    play: shaken((bench) => bench.say(wire('END_CALL', undefined, 5), wire('END_CALL', undefined, 6))),
  },
  {
    name: 'two messages that share an id',
    play: shaken((bench) =>
      bench.say(
        wire('DIAL_NUMBER', { phoneNumber: number }, 'test'),
        wire('CREATE_ENGAGEMENT_SUCCEEDED', { engagementId: 7 }, 'test'),
      ),
    ),
  },
  {
    name: 'a message that nobody knows',
    play: shaken((bench) => bench.say(wire('NEW_IN_2030', { any: 'thing' }))),
  },
  {
    name: 'a failure that nobody knows',
    play: shaken((bench) => bench.say(wire('NEW_IN_2030_FAILED', { any: 'thing' }))),
  },
  {
    name: 'messages without type or id',
    play: shaken((bench) =>
      bench.say({ type: 'DIAL_NUMBER', data: {} }, { messageId: 'test' }, {}, 'text', 7),
    ),
  },
  ...methodCalls.map((say, index) => ({
    name: `saying ${String(index + 1)}: ${say.toString().slice(9, 60)}`,
    play: shaken((bench) => {
      say(bench.extensions);
      return bench.settled();
    }),
  })),
  {
    name: 'everything an app may say, at once',
    play: shaken((bench) => {
      for (const say of methodCalls) say(bench.extensions);
      return bench.settled();
    }),
  },
  {
    name: 'a reply to a message of the app',
    play: shaken(async (bench) => {
      bench.extensions.initialized({ isLoggedIn: true });
      await bench.settled();
      await bench.say(wire('DIAL_NUMBER', { phoneNumber: number }, bench.posts.at(-1)?.messageId));
    }),
  },
  {
    name: 'a reply that the app waits for',
    play: shaken(async (bench) => {
      const { iFrameManager } = bench.extensions;
      iFrameManager.sendMessage({ type: 'INITIALIZED' }, (reply: { data: unknown }) => {
        bench.page.handlerCalls.push({ handler: 'the callback', data: reply.data, event: undefined });
      });
      await bench.settled();
      const { messageId } = bench.posts.at(-1) ?? {};
      await bench.say(wire('ANSWER', { once: true }, messageId), wire('ANSWER', { twice: true }, messageId));
    }),
  },
  {
    name: 'removal',
    play: shaken(async (bench) => {
      bench.extensions.iFrameManager.remove();
      await bench.say(wire('DIAL_NUMBER', { phoneNumber: number }));
    }),
  },
  {
    name: 'a message given to it by hand',
    play: shaken((bench) =>
      bench.extensions.onMessageHandler({ type: 'DIAL_NUMBER', data: { phoneNumber: number } }),
    ),
  },
];

async function recordOf(sdk: PageOptions['sdk'], { options, play }: Traffic): Promise<Bench['record']> {
  const bench = await Bench.open({ sdk, handlers: withDefault, ...options });
  await play(bench);
  const { record } = bench;
  bench.close();
  return record;
}

describe('the official class and ours', () => {
  traffic.forEach((one) => {
    it(`do the same on ${one.name}`, async () => {
      const official = await recordOf('official', one);
      expect(await recordOf('ours', one)).to.deep.equal(official);
      // A comparison of two empty records would prove nothing.
      expect(JSON.stringify(official)).to.include('SYNC_ACK');
    });
  });
});
