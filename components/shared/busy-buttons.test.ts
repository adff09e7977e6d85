import { expect, fixture, html } from '@open-wc/testing';
import { collect, connected, type FakeHubSpot } from '../../src/bridge/testing/fake-hubspot.js';
import '../call-controls/define.js';
import '../call-status/define.js';
import '../calling-widget/define.js';
import '../dialer/define.js';
import '../incoming-call/define.js';
import '../keypad/define.js';
import '../wrap-up/define.js';

const customer = '+12025550101';
const other = '+12025550102';
const ours = '+12025550100';
const a = { externalCallId: 'a' };
const b = { externalCallId: 'b' };

/** A bridge whose calls are on a phone of the app, and two elements of each kind on it. */
async function page(hubspot: FakeHubSpot) {
  const { bridge } = hubspot;
  return fixture<HTMLElement>(html`
    <div>
      <hs-dialer .bridge=${bridge} value=${customer}></hs-dialer>
      <hs-dialer .bridge=${bridge} value=${customer}></hs-dialer>
      <hs-call-controls .bridge=${bridge} controls="mute hold record keypad transfer"></hs-call-controls>
      <hs-call-controls .bridge=${bridge} controls="mute hold record keypad transfer"></hs-call-controls>
      <hs-incoming-call .bridge=${bridge}></hs-incoming-call>
      <hs-incoming-call .bridge=${bridge}></hs-incoming-call>
    </div>
  `);
}

function inCall(): FakeHubSpot {
  const hubspot = connected({ engagement: 'app', loggedIn: true, available: true });
  hubspot.bridge.outgoingCall({ ...a, toNumber: customer });
  hubspot.bridge.callAnswered(a);
  return hubspot;
}

function ringing(): FakeHubSpot {
  const hubspot = connected({ engagement: 'app', loggedIn: true, available: true });
  hubspot.bridge.incomingCall({ ...a, fromNumber: customer, toNumber: ours });
  return hubspot;
}

/** The buttons of a name, one in each of two elements of a kind. */
const buttons = (box: HTMLElement, element: string, selector: string) =>
  [...box.querySelectorAll(element)].map((each) => {
    const button = each.shadowRoot?.querySelector<HTMLButtonElement>(selector);
    if (!button) throw new Error(`No ${selector} in <${element}>.`);
    return button;
  });

const turn = () => new Promise((resolve) => setTimeout(resolve));

interface Case {
  readonly name: string;
  readonly start: () => FakeHubSpot;
  readonly element: string;
  readonly selector: string;
  readonly done: (hubspot: FakeHubSpot) => unknown;
}

const cases: readonly Case[] = [
  {
    name: 'Call',
    start: () => connected({ engagement: 'app', loggedIn: true, available: true }),
    element: 'hs-dialer',
    selector: '[part=call-button]',
    done: ({ bridge }) => bridge.outgoingCall({ toNumber: customer }),
  },
  ...(
    [
      ['mute', 'muted'],
      ['hold', 'held'],
      ['record', 'recording'],
    ] as const
  ).map(([control, flag]) => ({
    name: control,
    start: inCall,
    element: 'hs-call-controls',
    selector: `[name=${control}]`,
    done: ({ bridge }: FakeHubSpot) => bridge.updateCall({ ...a, [flag]: true }),
  })),
  {
    name: 'End',
    start: inCall,
    element: 'hs-call-controls',
    selector: '[part=end-button]',
    done: ({ bridge }) => bridge.callEnded(a),
  },
  {
    name: 'Answer',
    start: ringing,
    element: 'hs-incoming-call',
    selector: '[part=answer-button]',
    done: ({ bridge }) => bridge.callAnswered(a),
  },
  {
    name: 'Decline',
    start: ringing,
    element: 'hs-incoming-call',
    selector: '[part=decline-button]',
    done: ({ bridge }) => bridge.callEnded({ ...a, callEndStatus: 'REJECTED' }),
  },
];

const requests = ['call', 'mute', 'hold', 'record', 'hang-up', 'answer', 'decline'];

/** What happens meanwhile, and does not make true what was asked. */
const meanwhile: readonly (readonly [string, (hubspot: FakeHubSpot) => unknown])[] = [
  [
    'a note is typed',
    ({ bridge }) => bridge.getState().focus && bridge.updateCall({ engagement: { notes: 'n' } }),
  ],
  ['another call rings', ({ bridge }) => bridge.incomingCall({ ...b, fromNumber: other, toNumber: ours })],
  ['HubSpot asks to dial', (hubspot) => hubspot.say('DIAL_NUMBER', { phoneNumber: other })],
  ['nothing more happens for four seconds', ({ window }) => window.advance(4000)],
];

describe('a button whose request is pending', () => {
  for (const { name, start, element, selector, done } of cases) {
    it(`is busy in every element on the same call, till it is done: ${name}`, async () => {
      const hubspot = start();
      const box = await page(hubspot);
      const pair = buttons(box, element, selector);
      pair[0]?.click();
      await turn();
      expect(pair.map((button) => button.getAttribute('aria-disabled'))).to.deep.equal(['true', 'true']);
      done(hubspot);
      await turn();
      const after = pair.map(
        (button) => button.isConnected && button.getAttribute('aria-disabled') === 'true',
      );
      expect(after).to.deep.equal([false, false]);
    });

    it(`is free at once when the app does it in its listener: ${name}`, async () => {
      const hubspot = start();
      const box = await page(hubspot);
      const listen = () => {
        done(hubspot);
      };
      for (const type of requests) box.addEventListener(`hs-${type}-request`, listen);
      const [button] = buttons(box, element, selector);
      button?.click();
      await turn();
      expect(button?.isConnected && button.getAttribute('aria-disabled') === 'true').to.equal(false);
      expect(hubspot.bridge.getState().pending).to.deep.equal([]);
    });

    it(`cannot be pressed in the other element meanwhile: ${name}`, async () => {
      const hubspot = start();
      const box = await page(hubspot);
      const asked: string[] = [];
      const listen = ({ type }: Event) => asked.push(type);
      for (const type of requests) {
        box.addEventListener(`hs-${type}-request`, listen);
      }
      for (const button of buttons(box, element, selector)) button.click();
      await turn();
      expect(asked).to.have.length(1);
    });

    for (const [event, happens] of meanwhile) {
      it(`stays busy when ${event}: ${name}`, async () => {
        const hubspot = start();
        const box = await page(hubspot);
        const [button] = buttons(box, element, selector);
        button?.click();
        happens(hubspot);
        await turn();
        expect(button?.getAttribute('aria-disabled')).to.equal('true');
      });
    }
  }

  it('says in one element only that it did not work: in the one that was pressed', async () => {
    const hubspot = inCall();
    const box = await page(hubspot);
    buttons(box, 'hs-call-controls', '[name=mute]')[0]?.click();
    hubspot.window.advance(5000);
    await turn();
    const errors = [...box.querySelectorAll('hs-call-controls')].map((each) =>
      each.shadowRoot?.querySelector('[part=error]')?.textContent.trim(),
    );
    expect(errors).to.deep.equal(['That did not work. Try again.', '']);
  });

  it('keeps “Save and call” from starting a second call beside the one that is being started', async () => {
    const hubspot = inCall();
    hubspot.bridge.callEnded(a);
    const box = await fixture<HTMLElement>(html`
      <div>
        <hs-dialer .bridge=${hubspot.bridge} value=${customer}></hs-dialer>
        <hs-wrap-up .bridge=${hubspot.bridge} next-number=${other}></hs-wrap-up>
      </div>
    `);
    const asked = collect(box, 'hs-call-request');
    const press = (element: string, part: string) =>
      box.querySelector(element)?.shadowRoot?.querySelector<HTMLButtonElement>(`[part=${part}]`)?.click();
    press('hs-dialer', 'call-button');
    press('hs-wrap-up', 'next-button');
    expect(asked.map(({ toNumber }) => toNumber)).to.deep.equal([customer]);
  });

  it('says nothing of the next request in an element that had asked for the one that was done at once', async () => {
    const hubspot = inCall();
    const box = await page(hubspot);
    const [first] = buttons(box, 'hs-call-controls', '[name=mute]');
    const listen = () => {
      hubspot.bridge.updateCall({ ...a, muted: true });
    };
    box.addEventListener('hs-mute-request', listen, { once: true });
    first?.click();
    hubspot.bridge.request('hs-mute-request', { ...a, muted: false });
    hubspot.window.advance(5000);
    await turn();
    const error = box.querySelector('hs-call-controls')?.shadowRoot?.querySelector('[part=error]');
    expect(error?.textContent.trim()).to.equal('');
  });

  it('keeps no one from ending the call', async () => {
    const hubspot = inCall();
    const box = await page(hubspot);
    const asked = collect(box, 'hs-hang-up-request');
    buttons(box, 'hs-call-controls', '[name=mute]')[0]?.click();
    buttons(box, 'hs-call-controls', '[part=end-button]')[0]?.click();
    expect(asked).to.deep.equal([a]);
  });
});

describe('the keypad during two calls', () => {
  /** They talk in the first call; the second has ended and is not finished. */
  async function twoCalls() {
    const hubspot = inCall();
    hubspot.bridge.outgoingCall({ ...b, toNumber: other });
    hubspot.bridge.callAnswered(b);
    hubspot.bridge.callEnded(b);
    const controls = await fixture<HTMLElement>(
      html`<hs-call-controls .bridge=${hubspot.bridge} controls="keypad"></hs-call-controls>`,
    );
    controls.shadowRoot?.querySelector<HTMLButtonElement>('[name=keypad]')?.click();
    await turn();
    const pad = controls.shadowRoot?.querySelector('hs-keypad');
    await pad?.updateComplete;
    const press = async (at: number) => {
      pad?.shadowRoot?.querySelectorAll('button')[at]?.click();
      await turn();
    };
    const sent = () => controls.shadowRoot?.querySelector('[part=digits]')?.textContent;
    return { hubspot, controls, press, sent };
  }

  it('sends its tones to the call that the controls are for', async () => {
    const { controls, press, sent } = await twoCalls();
    const asked = collect(controls, 'hs-dtmf-request');
    await press(0);
    await press(4);
    expect(asked).to.deep.equal([
      { ...a, digits: '1' },
      { ...a, digits: '5' },
    ]);
    expect(sent()).to.equal('15');
  });

  it('shows nothing as sent when the app prevents it', async () => {
    const { controls, press, sent } = await twoCalls();
    controls.addEventListener('hs-dtmf-request', (event) => {
      event.preventDefault();
    });
    await press(0);
    expect(sent()).to.equal('');
  });

  it('shows nothing of one call in the next', async () => {
    const { hubspot, controls, press, sent } = await twoCalls();
    await press(0);
    expect(sent()).to.equal('1');
    hubspot.bridge.incomingCall({ externalCallId: 'c', fromNumber: other, toNumber: ours });
    hubspot.bridge.callAnswered({ externalCallId: 'c' });
    expect(hubspot.bridge.getState().focus).to.equal('c');
    await turn();
    expect(sent()).to.equal(undefined);
    controls.shadowRoot?.querySelector<HTMLButtonElement>('[name=keypad]')?.click();
    await turn();
    expect(sent()).to.equal('');
  });

  it('alone on the page sends to the call on the line, too', async () => {
    const { hubspot } = await twoCalls();
    const pad = await fixture<HTMLElement>(html`<hs-keypad .bridge=${hubspot.bridge}></hs-keypad>`);
    const asked = collect(pad, 'hs-dtmf-request');
    pad.shadowRoot?.querySelector('button')?.click();
    expect(asked).to.deep.equal([{ ...a, digits: '1' }]);
  });
});

describe('a call that is handed down to a part', () => {
  it('is the one that the controls and the status are about, whichever is in focus', async () => {
    const hubspot = inCall();
    hubspot.bridge.outgoingCall({ ...b, toNumber: other });
    hubspot.bridge.callAnswered(b);
    const box = await fixture<HTMLElement>(html`
      <div>
        <hs-call-controls .bridge=${hubspot.bridge} external-call-id="a"></hs-call-controls>
        <hs-call-status .bridge=${hubspot.bridge} external-call-id="a"></hs-call-status>
      </div>
    `);
    const asked = collect(box, 'hs-hang-up-request');
    box
      .querySelector('hs-call-controls')
      ?.shadowRoot?.querySelector<HTMLButtonElement>('[part=end-button]')
      ?.click();
    expect(asked).to.deep.equal([a]);
    const shown = box.querySelector('hs-call-status')?.shadowRoot?.querySelector('[part=party]')?.textContent;
    expect(shown).to.contain('555-0101').and.not.contain('555-0102');
  });

  it('takes no room in the controls once it is over', async () => {
    const hubspot = inCall();
    hubspot.bridge.outgoingCall({ ...b, toNumber: other });
    hubspot.bridge.callEnded(a);
    const controls = await fixture<HTMLElement>(
      html`<hs-call-controls .bridge=${hubspot.bridge} external-call-id="a"></hs-call-controls>`,
    );
    expect(getComputedStyle(controls).display).to.equal('none');
  });

  it('is the same in every part of the widget: the card shows the call that End ends', async () => {
    const hubspot = inCall();
    hubspot.bridge.outgoingCall({ ...b, toNumber: other });
    hubspot.bridge.callAnswered(b);
    hubspot.bridge.callEnded(b);
    const widget = await fixture<HTMLElement>(
      html`<hs-calling-widget .bridge=${hubspot.bridge}></hs-calling-widget>`,
    );
    await turn();
    const part = (element: string) => widget.shadowRoot?.querySelector(element)?.shadowRoot;
    const asked = collect(widget, 'hs-hang-up-request');
    part('hs-call-controls')?.querySelector<HTMLButtonElement>('[part=end-button]')?.click();
    expect(asked).to.deep.equal([a]);
    const shown = part('hs-call-status')?.querySelector('[part=party]')?.textContent;
    expect(shown).to.contain('555-0101').and.not.contain('555-0102');
  });
});

describe('“Save and call”', () => {
  const written = '(202) 555-0102';

  async function finished(number: string, intent: string) {
    const hubspot = inCall();
    const wrapUp = await fixture<HTMLElement>(
      html`<hs-wrap-up .bridge=${hubspot.bridge} next-number=${number}></hs-wrap-up>`,
    );
    hubspot.bridge.callEnded(a);
    hubspot.say('DIAL_NUMBER', {
      phoneNumber: intent,
      calleeInfo: { calleeId: 51, calleeObjectTypeId: '0-1' },
    });
    await turn();
    const asked = collect(wrapUp, 'hs-call-request');
    wrapUp.shadowRoot?.querySelector<HTMLButtonElement>('[part=next-button]')?.click();
    return asked;
  }

  it('asks for a number as it is dialled, however it was written', async () => {
    const [request] = await finished(written, other);
    expect(request?.toNumber).to.equal('2025550102');
  });

  for (const [number, dialled] of [
    ['tel:+1-202-555-0102', '+12025550102'],
    [' +1 202.555.0102 ', '+12025550102'],
    ['+1 202 555 0102 ext. 5', '+1 202 555 0102 ext. 5'],
  ] as const) {
    it(`asks for ${dialled} when the next number is “${number}”`, async () => {
      expect((await finished(number, other))[0]?.toNumber).to.equal(dialled);
    });
  }

  it('is not offered where nothing is left to dial', async () => {
    const hubspot = inCall();
    const wrapUp = await fixture<HTMLElement>(
      html`<hs-wrap-up .bridge=${hubspot.bridge} next-number=" "></hs-wrap-up>`,
    );
    hubspot.bridge.callEnded(a);
    await turn();
    expect(wrapUp.shadowRoot?.querySelector('[part=next-button]')).to.equal(null);
  });

  it('knows whom HubSpot asked to call, however the two numbers are written', async () => {
    const [request] = await finished(written, other);
    expect(request?.party).to.deep.equal({ objectId: 51, objectTypeId: '0-1' });
  });

  it('takes nobody else for the one that HubSpot asked to call', async () => {
    const [request] = await finished('+12025550109', other);
    expect(request?.party).to.equal(undefined);
  });
});
