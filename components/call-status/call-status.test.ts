import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { MessageInput } from '../../src/index.js';
import { collect, connected, FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import { capabilities, problemOf, VoiceError } from '../../src/voice/index.js';
import { FakeVoice } from '../../src/voice/testing/fake-voice.js';
import type { HsCallStatus } from './call-status.js';
import { forgetAnnouncements } from '../testing/announcements.js';
import './define.js';

const number = '+12025550123';
const spoken = '+ 1 2 0 2 5 5 5 0 1 2 3';

const textOf = (status: HsCallStatus, part: string) =>
  status.shadowRoot?.querySelector(`[part=${part}]`)?.textContent.trim().replaceAll(/\s+/g, ' ');

const said = (urgency: string) => document.querySelector(`[data-hs-live=${urgency}]`)?.textContent;

async function statusOn(hubSpot: FakeHubSpot): Promise<HsCallStatus> {
  return fixture<HsCallStatus>(html`<hs-call-status .bridge=${hubSpot.bridge}></hs-call-status>`);
}

function outgoing(hubSpot: FakeHubSpot, data: MessageInput<'OUTGOING_CALL_STARTED'> = {}): string {
  const externalCallId = hubSpot.bridge.createCallId() + Math.random().toString();
  hubSpot.bridge.sendMessage({
    type: 'OUTGOING_CALL_STARTED',
    data: { externalCallId, toNumber: number, ...data },
  });
  return externalCallId;
}

/** Every state: its name, how it is reached, its text, and what is announced. */
const states: readonly [
  name: string,
  reach: (hubSpot: FakeHubSpot) => void,
  status: string,
  said?: string,
][] = [
  ['ready', () => undefined, 'Ready to call'],
  ['dialling', (it) => outgoing(it), 'Calling…', `Calling ${spoken}`],
  [
    'ringing',
    (it) => {
      outgoing(it);
      it.bridge.callRinging();
    },
    'Ringing',
    'Ringing',
  ],
  [
    'connecting the sound',
    (it) => {
      outgoing(it);
      it.bridge.callRinging();
      it.bridge.updateCall({ connecting: true });
    },
    'Connecting sound…',
    'Connecting sound…',
  ],
  [
    'connecting the sound of a call that never rang',
    (it) => {
      outgoing(it);
      it.bridge.updateCall({ connecting: true });
    },
    'Connecting sound…',
    'Connecting sound…',
  ],
  [
    'connecting the sound of an inbound call',
    (it) => {
      it.bridge.incomingCall({ externalCallId: 'in', fromNumber: number, toNumber: '+12025550100' });
      it.bridge.updateCall({ connecting: true });
    },
    'Connecting sound…',
    'Connecting sound…',
  ],
  [
    'answered elsewhere',
    (it) => {
      it.bridge.incomingCall({ externalCallId: 'in', fromNumber: number, toNumber: '+12025550100' });
      it.bridge.updateCall({ answeredElsewhere: true });
      it.bridge.callEnded({ callEndStatus: 'CANCELED' });
    },
    'Answered elsewhere',
    'Answered elsewhere',
  ],
  [
    'in a call',
    (it) => {
      outgoing(it);
      it.bridge.callAnswered();
    },
    'Connected',
    'Connected',
  ],
  [
    'on hold',
    (it) => {
      outgoing(it);
      it.bridge.callAnswered();
      it.bridge.updateCall({ held: true });
    },
    'On hold',
    'On hold',
  ],
  [
    'held by the other end',
    (it) => {
      outgoing(it);
      it.bridge.callAnswered();
      it.bridge.updateCall({ heldByOther: true });
    },
    'On hold at the other end',
    'On hold at the other end',
  ],
  [
    'reconnecting',
    (it) => {
      outgoing(it);
      it.bridge.callAnswered();
      it.bridge.updateCall({ reconnecting: true });
    },
    'Connection lost. Reconnecting…',
  ],
  [
    'ended',
    (it) => {
      outgoing(it);
      it.bridge.callAnswered();
      it.window.advance(134_000);
      it.bridge.callEnded();
    },
    'Call ended',
    'Call ended, 2 minutes, 14 seconds',
  ],
  [
    'busy',
    (it) => {
      outgoing(it);
      it.bridge.callEnded({ callEndStatus: 'BUSY' });
    },
    'Busy',
    'Busy',
  ],
  [
    'saved',
    (it) => {
      outgoing(it, { createEngagement: false });
      it.bridge.callEnded();
      it.bridge.callCompleted();
    },
    'Call saved',
    'Call saved',
  ],
  [
    'transferred',
    (it) => {
      outgoing(it);
      it.bridge.callAnswered();
      it.bridge.callTransferred();
    },
    'Call transferred',
    'Call transferred',
  ],
];

describe('<hs-call-status>', () => {
  beforeEach(forgetAnnouncements);

  it('does not call the line good while the microphone is lost', async () => {
    const hubSpot = connected();
    const element = await statusOn(hubSpot);
    outgoing(hubSpot);
    hubSpot.bridge.callAnswered();
    const quality = { level: 4, mos: 4.3, jitter: 1, loss: 0, roundTrip: 20 } as const;
    hubSpot.bridge.updateCall({ quality });
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.contain('Good line');
    hubSpot.bridge.updateCall({ quality, microphone: 'missing' });
    await element.updateComplete;
    expect(element.shadowRoot?.textContent)
      .to.contain('No microphone was found')
      .and.to.contain('Try again')
      .and.not.to.contain('Good line');
  });

  for (const [name, reach, status, speech] of states) {
    describe(name, () => {
      let hubSpot: FakeHubSpot;
      let element: HsCallStatus;

      beforeEach(async () => {
        hubSpot = connected();
        element = await statusOn(hubSpot);
        reach(hubSpot);
        await element.updateComplete;
      });

      it(`says “${status}”`, () => {
        expect(textOf(element, 'status')).to.match(new RegExp(`^${status}`));
      });

      it('is accessible', async () => {
        await expect(element).to.be.accessible();
      });

      if (speech) {
        it('is told to screen readers', async () => {
          await waitUntil(() => said('polite') === speech, speech, { timeout: 3000 });
        });
      }
    });
  }

  it('shows an incoming call and interrupts for it', async () => {
    const hubSpot = connected();
    const status = await statusOn(hubSpot);
    hubSpot.bridge.incomingCall({ externalCallId: 'in', fromNumber: number, toNumber: '+12025550100' });
    await status.updateComplete;
    expect(textOf(status, 'status')).to.contain('Incoming call');
    expect(textOf(status, 'party')).to.contain('+1 (202) 555-0123');
    expect(said('assertive')).to.equal(`Incoming call from ${spoken}`);
    await expect(status).to.be.accessible();
  });

  it('shows the name once there is one, and the number with it', async () => {
    const hubSpot = connected();
    const status = await statusOn(hubSpot);
    outgoing(hubSpot);
    hubSpot.bridge.updateCall({ party: { name: 'Example Bakery' } });
    await status.updateComplete;
    expect(textOf(status, 'party')).to.equal('Example Bakery');
    expect(textOf(status, 'number')).to.contain('+1 (202) 555-0123');
  });

  it('shows nothing of one call in the next', async () => {
    const hubSpot = connected();
    const status = await statusOn(hubSpot);
    outgoing(hubSpot);
    hubSpot.bridge.updateCall({ party: { name: 'Example Bakery' } });
    hubSpot.bridge.callAnswered();
    hubSpot.window.advance(5000);
    hubSpot.bridge.callCompleted();
    hubSpot.bridge.incomingCall({ fromNumber: '+12025550199', toNumber: '+12025550100' });
    await status.updateComplete;
    expect(textOf(status, 'base')).to.not.contain('Example Bakery');
  });

  it('shows no time of a call that nobody answered', async () => {
    const hubSpot = connected();
    const status = await statusOn(hubSpot);
    outgoing(hubSpot);
    hubSpot.bridge.callEnded({ callEndStatus: 'NO_ANSWER' });
    await status.updateComplete;
    expect(textOf(status, 'timer')).to.equal(undefined);
  });

  it('counts talk, not ringing', async () => {
    const hubSpot = connected();
    const status = await statusOn(hubSpot);
    outgoing(hubSpot);
    hubSpot.window.advance(30_000);
    hubSpot.bridge.callAnswered();
    hubSpot.window.advance(7000);
    hubSpot.bridge.callEnded();
    await status.updateComplete;
    expect(textOf(status, 'timer')).to.equal('0:07');
  });

  it('counts from when it is held, and says so with an icon and a name', async () => {
    const hubSpot = connected();
    const status = await statusOn(hubSpot);
    const shown = () => {
      const timers = [...(status.shadowRoot?.querySelectorAll('[role=timer]') ?? [])].map((timer) =>
        [timer.getAttribute('aria-label'), timer.textContent].join(' '),
      );
      const icon = status.shadowRoot?.querySelector('[part=status] [part=icon]');
      return [...timers, icon !== null];
    };
    const at = Date.now();
    const times = { createdAt: at - 90_000, answeredAt: at - 60_000 };
    hubSpot.bridge.restoreCall({ externalCallId: 'a', direction: 'outbound', phase: 'active', ...times });
    await status.updateComplete;
    expect(shown()).to.deep.equal(['Call time 1:00', false]);
    const held = { held: true, heldAt: at - 5000 };
    hubSpot.bridge.restoreCall({
      externalCallId: 'b',
      direction: 'outbound',
      phase: 'active',
      ...times,
      ...held,
    });
    hubSpot.bridge.focusCall('b');
    await status.updateComplete;
    expect(shown()).to.deep.equal(['Call time 1:00', 'Hold time 0:05', true]);
    hubSpot.bridge.updateCall({ externalCallId: 'b', held: false });
    await status.updateComplete;
    expect(shown()).to.deep.equal(['Call time 1:00', false]);
  });

  describe('after the clock of the computer was set back', () => {
    const later = Date.now() + 3_600_000;
    for (const [what, call] of [
      ['a call that rings', { phase: 'ringing', createdAt: later }],
      ['talk', { phase: 'active', createdAt: later, answeredAt: later }],
      ['a hold', { phase: 'active', createdAt: later, answeredAt: later, held: true, heldAt: later }],
    ] as const) {
      it(`shows no time below zero: ${what}`, async () => {
        const hubSpot = connected();
        const status = await statusOn(hubSpot);
        hubSpot.bridge.restoreCall({ externalCallId: 'a', direction: 'outbound', ...call });
        await status.updateComplete;
        expect(textOf(status, 'timer')).to.equal('0:00');
      });
    }
  });

  it('lets the time run without telling it', async () => {
    const hubSpot = new FakeHubSpot();
    const status = await statusOn(hubSpot);
    hubSpot.bridge.restoreCall({ externalCallId: 'a', direction: 'outbound', createdAt: Date.now() });
    await waitUntil(() => textOf(status, 'timer') === '0:02', 'the timer runs', { timeout: 4000 });
    const timer = status.shadowRoot?.querySelector('[part=timer]');
    expect(timer?.getAttribute('role')).to.equal('timer');
    expect(timer?.getAttribute('aria-live')).to.equal('off');
  });

  it('has states for style sheets', async () => {
    const hubSpot = connected();
    const status = await statusOn(hubSpot);
    const states = () => ['live', 'in-call', 'problem'].map((name) => status.matches(`:state(${name})`));
    expect(states()).to.deep.equal([false, false, false]);
    outgoing(hubSpot);
    await status.updateComplete;
    expect(states()).to.deep.equal([true, false, false]);
    hubSpot.bridge.callAnswered();
    await status.updateComplete;
    expect(states()).to.deep.equal([true, true, false]);
  });

  describe('says what is in the way', () => {
    const problems: readonly [name: string, hubSpot: () => FakeHubSpot, text: string][] = [
      ['outside HubSpot', () => new FakeHubSpot({}, undefined, { hasPeer: false }), 'works inside HubSpot'],
      ['in a sandbox', () => new FakeHubSpot({}, undefined, { origin: 'null' }), 'sandbox'],
      ['beside another bridge', () => new FakeHubSpot({}, undefined, { grantsLock: false }), 'Another phone'],
      ['with a bad setting', () => new FakeHubSpot({ allowedOrigins: ['*'] }), 'not set up correctly'],
    ];
    for (const [name, make, text] of problems) {
      it(name, async () => {
        const hubSpot = make();
        const status = await statusOn(hubSpot);
        hubSpot.bridge.connect();
        hubSpot.window.advance(0);
        await status.updateComplete;
        expect(textOf(status, 'detail')).to.contain(text);
        expect(status.matches(':state(problem)')).to.equal(true);
        await expect(status).to.be.accessible();
      });
    }

    it('when HubSpot leaves a call unanswered, with the call kept, and that it is back', async () => {
      const hubSpot = connected();
      const status = await statusOn(hubSpot);
      outgoing(hubSpot);
      hubSpot.bridge.callAnswered();
      hubSpot.window.advance(10_000);
      await status.updateComplete;
      expect(textOf(status, 'status')).to.contain('Connected');
      expect(textOf(status, 'detail')).to.contain('Your call goes on');
      await waitUntil(() => said('assertive')?.includes('Your call goes on'), 'told', { timeout: 3000 });
      await expect(status).to.be.accessible();
      hubSpot.createEngagement(7);
      await status.updateComplete;
      expect(textOf(status, 'detail')).to.equal(undefined);
      await waitUntil(() => said('polite') === 'Connected to HubSpot again', 'told', { timeout: 3000 });
    });

    it('and tries again when it is asked to', async () => {
      const hubSpot = new FakeHubSpot({ handshakeTimeout: 100 });
      const status = await statusOn(hubSpot);
      hubSpot.bridge.connect();
      hubSpot.window.advance(100);
      await status.updateComplete;
      status.shadowRoot?.querySelector<HTMLButtonElement>('[part=retry-button]')?.click();
      await status.updateComplete;
      expect(textOf(status, 'status')).to.equal('Connecting to HubSpot…');
    });

    it('while HubSpot is silent, and recovers', async () => {
      const hubSpot = new FakeHubSpot();
      const status = await statusOn(hubSpot);
      hubSpot.bridge.connect();
      await status.updateComplete;
      expect(textOf(status, 'status')).to.equal('Connecting to HubSpot…');
      hubSpot.window.advance(30_000);
      await status.updateComplete;
      expect(textOf(status, 'detail')).to.contain('does not answer');
      hubSpot.sync();
      await status.updateComplete;
      expect(textOf(status, 'status')).to.equal('Ready to call');
    });
  });

  describe('a microphone that is not heard', () => {
    const troubles = ['waiting', 'dismissed', 'denied', 'blocked', 'missing', 'in-use'] as const;
    const told = new Set<string | undefined>();
    for (const microphone of troubles) {
      it(`${microphone}: says what to do, aloud and at once`, async () => {
        const hubSpot = connected();
        const element = await statusOn(hubSpot);
        outgoing(hubSpot);
        hubSpot.bridge.updateCall({ microphone });
        await element.updateComplete;
        const detail = textOf(element, 'detail');
        await waitUntil(() => said('assertive') === detail, 'told', { timeout: 3000 });
        expect(told.has(detail)).to.equal(false);
        told.add(detail);
        const mayRetry = element.shadowRoot?.querySelector('[part=retry-button]') !== null;
        expect(mayRetry).to.equal(microphone !== 'waiting');
        await expect(element).to.be.accessible();
      });
    }

    it('is asked for again', async () => {
      const hubSpot = connected();
      const element = await statusOn(hubSpot);
      const externalCallId = outgoing(hubSpot);
      hubSpot.bridge.updateCall({ microphone: 'denied' });
      await element.updateComplete;
      const requests = collect(element, 'hs-microphone-request');
      element.shadowRoot?.querySelector<HTMLElement>('[part=retry-button]')?.click();
      expect(requests).to.deep.equal([{ externalCallId }]);
    });
  });

  describe('the phone', () => {
    const problem = problemOf(new VoiceError('PHONE_UNREACHABLE'));
    const cases = [
      ['offline', undefined, 'Connecting the phone…'],
      ['connecting', undefined, 'Connecting the phone…'],
      ['connecting', problem, 'The phone cannot connect yet. It keeps trying.'],
      ['failed', problem, 'The phone cannot connect. Ask your administrator.'],
      ['ready', undefined, 'Ready to call'],
    ] as const;
    for (const [phone, trouble, text] of cases) {
      it(`${phone}${trouble ? ', with a problem' : ''}: “${text}”`, async () => {
        const hubSpot = connected();
        const element = await statusOn(hubSpot);
        hubSpot.bridge
          .useVoice({ carryOut: () => Promise.resolve(undefined), endCalls: () => undefined })
          .update({ state: phone, capabilities: capabilities(), problem: trouble });
        await element.updateComplete;
        expect(textOf(element, 'status')).to.equal(text);
      });
    }

    it('that cannot connect is told at once, and can be tried again', async () => {
      const hubSpot = connected();
      const voice = new FakeVoice();
      let tries = 0;
      voice.connect = () => {
        tries += 1;
        return Promise.reject(new VoiceError('PHONE_UNREACHABLE'));
      };
      const element = await statusOn(hubSpot);
      Object.assign(hubSpot.bridge, { voice });
      const line = hubSpot.bridge.useVoice({
        carryOut: () => Promise.resolve(undefined),
        endCalls: () => undefined,
      });
      line.update({ state: 'failed', capabilities: capabilities(), problem });
      await element.updateComplete;
      await waitUntil(() => said('assertive')?.includes('The phone cannot connect.'), 'told', {
        timeout: 3000,
      });
      await expect(element).to.be.accessible();
      element.shadowRoot?.querySelector<HTMLElement>('[part=retry-button]')?.click();
      expect(tries).to.equal(1);
      line.update({ state: 'ready', capabilities: capabilities(), problem: undefined });
      await element.updateComplete;
      await waitUntil(() => said('polite') === 'Ready to call', 'told', { timeout: 3000 });
      expect(element.shadowRoot?.querySelector('[part=retry-button]')).to.equal(null);
    });
  });
});
