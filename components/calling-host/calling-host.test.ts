import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import type { HsCallingHost } from './define.js';
import { HostFixture, widgetUrl } from './testing/host-fixture.js';

/** A number of Erin Example is called, and answered. */
async function talking(): Promise<HostFixture> {
  const hosted = await HostFixture.start(widgetUrl());
  const asked = oneEvent(hosted.bridge, 'hs-dial-number');
  await hosted.press('Call Erin Example, +1 (202) 555-0101');
  await asked;
  hosted.bridge.outgoingCall({ toNumber: '+12025550101' });
  await waitUntil(() => hosted.bridge.call?.engagementId !== undefined);
  hosted.bridge.callAnswered();
  await hosted.heard('CALL_ANSWERED');
  return hosted;
}

describe('<hs-calling-host>', function () {
  // Each test loads a widget, and axe takes its time.
  this.timeout(20_000);

  describe('starts a widget', () => {
    it('and says so', async () => {
      const hosted = await HostFixture.start(widgetUrl());
      expect(hosted.starts).to.deep.equal([{ ok: true }]);
      expect(hosted.text('#widget-state')).to.equal('Ready');
    });

    it('anew when it was taken out and put elsewhere', async () => {
      const hosted = await HostFixture.start(widgetUrl());
      const { element, host } = hosted;
      element.remove();
      expect([host.state.connection, element.host]).to.deep.equal(['idle', undefined]);
      document.body.append(element);
      await waitUntil(() => hosted.starts.length === 2, undefined, { timeout: 4000 });
      expect(element.host).not.to.equal(host);
      element.remove();
    });

    it('whose address is typed', async () => {
      const hosted = await HostFixture.start(widgetUrl('?logged-out'));
      expect(hosted.text('#widget-state')).to.equal('Logged out');
      hosted.part('#address', HTMLInputElement).value = widgetUrl();
      await hosted.press('Load');
      await waitUntil(() => hosted.text('#widget-state') === 'Ready', undefined, { timeout: 4000 });
      expect(hosted.element.src).to.equal(widgetUrl());
    });

    it('and without an address waits for one', async () => {
      const element = await fixture<HsCallingHost>(html`<hs-calling-host></hs-calling-host>`);
      expect(element.host).to.equal(undefined);
      expect(element.shadowRoot?.querySelector('.trouble')?.textContent).to.contain('Give the address');
    });
  });

  describe('tells what is wrong with a widget that does not start', () => {
    const cases = [
      ['BAD_URL', 'ftp://phone.example/', 100, 'an address with http or https'],
      ['NO_ACKNOWLEDGEMENT', widgetUrl('?silent'), 2500, 'allowed-origins'],
      ['NOT_INITIALIZED', widgetUrl('?manual'), 2500, 'INITIALIZED did not come'],
      // Browsers refuse to connect to this port.
      ['UNREACHABLE', 'http://localhost:9/', 300, 'Does its server run?'],
    ] as const;
    for (const [code, src, timeout, words] of cases) {
      it(code, async () => {
        const hosted = await HostFixture.start(src, timeout);
        const [start] = hosted.starts;
        expect(start).to.include({ ok: false, code });
        expect(hosted.text('.trouble')).to.contain(words);
        await expect(hosted.element).to.be.accessible();
      });
    }

    it('and takes it back when the widget comes late', async () => {
      const hosted = await HostFixture.start(widgetUrl('?manual'), 1500);
      hosted.bridge.initialized({ isLoggedIn: true });
      await waitUntil(() => hosted.starts.length === 2);
      await hosted.element.updateComplete;
      expect(hosted.starts[1]).to.deep.equal({ ok: true });
      expect(hosted.text('.trouble')).to.equal('');
    });
  });

  describe('calls', () => {
    it('a number that is pressed, and logs what became of it', async () => {
      const hosted = await talking();
      expect(hosted.bridge.call?.party).to.include({ objectId: 101 });
      expect(hosted.text('#widget-state')).to.equal('In a call');
      hosted.bridge.callEnded();
      hosted.bridge.callCompleted({
        engagementProperties: { hs_call_body: 'One<br><b>two</b>' },
        hideWidget: false,
      });
      await hosted.heard('CALL_COMPLETED');
      expect(hosted.text('.name')).to.contain('Erin Example');
      expect(hosted.text('.badge')).to.equal('Completed said COMPLETED, written COMPLETED');
      expect(hosted.find('.notes').textContent).to.equal('One\ntwo');
      expect(hosted.text('#widget-state')).to.equal('Ready');
    });

    it('nobody while one is under way, and says why until that is dismissed', async () => {
      const hosted = await talking();
      await hosted.press('Call Sam Sample');
      expect(hosted.text('#alert')).to.contain('A call is under way');
      await hosted.press('Dismiss');
      expect(hosted.text('#alert')).to.equal('');
      await hosted.press('Call Sam Sample');
      expect(hosted.text('#alert')).to.contain('A call is under way');
    });

    it('one number after the other', async () => {
      const hosted = await HostFixture.start(widgetUrl());
      await hosted.press('Start task queue');
      expect(hosted.text('.records .bar button')).to.match(/^Stop queue \(\d+ left\)$/);
      await hosted.press('Stop queue');
      expect(hosted.host.state.queue).to.deep.equal([]);
    });

    it('off when HubSpot hangs up', async () => {
      const hosted = await talking();
      let isAsked = false;
      hosted.bridge.addEventListener('hs-end-call', () => (isAsked = true));
      await hosted.press('Hang up');
      await waitUntil(() => isAsked);
    });
  });

  describe('logs of each call', () => {
    it('the status that was said and the one that was written', async () => {
      const hosted = await talking();
      hosted.bridge.callEnded();
      hosted.bridge.callCompleted({ hideWidget: false });
      await hosted.heard('CALL_COMPLETED');
      expect(hosted.text('.said-status')).to.equal('COMPLETED');
      expect(hosted.text('.written-status')).to.equal('COMPLETED');
      expect(hosted.element.shadowRoot?.querySelector('.disagreement')).to.equal(null);
    });

    it('in words, that the two disagree', async () => {
      const hosted = await talking();
      hosted.bridge.callEnded();
      hosted.bridge.callCompleted({
        engagementProperties: { hs_call_status: 'NO_ANSWER' },
        hideWidget: false,
      });
      await hosted.heard('CALL_COMPLETED');
      expect(hosted.text('.said-status')).to.equal('COMPLETED');
      expect(hosted.text('.written-status')).to.equal('NO_ANSWER');
      expect(hosted.text('.disagreement')).to.equal(
        'The two statuses disagree. After the callEndStatus COMPLETED, hs_call_status should be COMPLETED, not NO_ANSWER.',
      );
    });

    const ends = [
      ['BUSY', 'Busy', 'plain'],
      ['NO_ANSWER', 'No answer', 'plain'],
      ['CANCELED', 'Canceled', 'plain'],
      ['FAILED', 'Failed', 'wrong'],
    ] as const;
    for (const [callEndStatus, words, tone] of ends) {
      it(`in one badge what became of it: ${words}`, async () => {
        const hosted = await talking();
        hosted.bridge.callEnded({ callEndStatus });
        hosted.bridge.callCompleted({ hideWidget: false });
        await hosted.heard('CALL_COMPLETED');
        expect(hosted.text('.badge')).to.equal(`${words} said ${callEndStatus}, written ${callEndStatus}`);
        expect(hosted.find('.badge').dataset['tone']).to.equal(tone);
        expect(hosted.element.shadowRoot?.querySelectorAll('.badge')).to.have.length(1);
      });
    }

    const outcomes = [
      ['f240bbac-87c9-4f6e-bf70-924b57d47db7', 'outcome Connected'],
      ['our-own', 'outcome our-own'],
    ] as const;
    for (const [hs_call_disposition, words] of outcomes) {
      it(`in the badge the ${words}`, async () => {
        const hosted = await talking();
        hosted.bridge.callEnded();
        hosted.bridge.callCompleted({ engagementProperties: { hs_call_disposition }, hideWidget: false });
        await hosted.heard('CALL_COMPLETED');
        expect(hosted.text('.badge .outcome')).to.equal(words);
      });
    }

    it('that it was transferred', async () => {
      const hosted = await talking();
      hosted.bridge.callTransferred();
      await hosted.heard('CALL_TRANSFERRED');
      expect(hosted.text('.badge')).to.equal('Transferred said none, written none');
    });

    it('that it was never saved, and that one badge says so', async () => {
      const hosted = await talking();
      hosted.bridge.callEnded();
      await hosted.heard('CALL_ENDED');
      expect(hosted.text('.badge')).to.equal('Completed, not saved said COMPLETED, written none');
      expect(hosted.find('.badge').dataset['tone']).to.equal('wrong');
    });

    it('that nobody knows which of two statuses is right', async () => {
      const hosted = await talking();
      hosted.bridge.callEnded();
      hosted.bridge.callCompleted({ engagementProperties: { hs_call_status: 'BUSY' }, hideWidget: false });
      await hosted.heard('CALL_COMPLETED');
      expect(hosted.text('.badge')).to.equal('Statuses disagree said COMPLETED, written BUSY');
    });

    it('what is missing', async () => {
      const hosted = await talking();
      hosted.bridge.callEnded();
      await hosted.heard('CALL_ENDED');
      expect(hosted.text('.written-status')).to.equal('none');
    });
  });

  describe('rings without HubSpot where inbound calling is not supported', () => {
    const ring = async (hosted: HostFixture) => {
      hosted.host.mark();
      hosted.bridge.incomingCall({ fromNumber: '+12025550101', toNumber: '+12025550160' });
      await hosted.heard('INCOMING_CALL');
    };

    it('as the box says that is ticked or not', async () => {
      const hosted = await HostFixture.start(widgetUrl());
      const box = hosted.part('[name=supportsInboundCalling]', HTMLInputElement);
      expect([box.checked, hosted.element.supportsInboundCalling]).to.deep.equal([true, true]);
      box.click();
      expect(hosted.element.supportsInboundCalling).to.equal(false);
      await hosted.element.updateComplete;
      await ring(hosted);
      expect(hosted.bridge.call?.phase).to.equal('ringing');
      expect(hosted.text('#widget-state')).to.equal('Ready');
      hosted.bridge.callEnded();
      hosted.bridge.callCompleted({ engagementId: 77, hideWidget: false });
      await hosted.heard('CALL_COMPLETED');
      expect(hosted.text('.calls')).to.contain('No calls yet');
      await expect(hosted.element).to.be.accessible();
      box.click();
      await hosted.element.updateComplete;
      await ring(hosted);
      expect(hosted.text('#widget-state')).to.equal('In a call');
    });

    it('as the attribute says, also where HubSpot is played anew', async () => {
      const element = await fixture<HsCallingHost>(
        html`<hs-calling-host supports-inbound-calling="false" src=${widgetUrl()}></hs-calling-host>`,
      );
      expect(element.supportsInboundCalling).to.equal(false);
      expect(element.host?.state.supportsInboundCalling).to.equal(false);
      element.delay = 0;
      await element.updateComplete;
      expect(element.host?.state.supportsInboundCalling).to.equal(false);
      element.supportsInboundCalling = true;
      await element.updateComplete;
      expect(element.host?.state.supportsInboundCalling).to.equal(true);
    });
  });

  it('closes the widget as with the x of HubSpot, and then dials what a faulty queue has held back', async () => {
    const hosted = await HostFixture.start(widgetUrl());
    hosted.host.setFaults(['no-next-dial']);
    const asked = oneEvent(hosted.bridge, 'hs-dial-number');
    await hosted.press('Start task queue');
    await asked;
    const waiting = hosted.text('.records .bar button');
    hosted.bridge.outgoingCall({ toNumber: '+12025550101' });
    hosted.bridge.callAnswered();
    hosted.bridge.callEnded();
    hosted.bridge.callCompleted({ engagementId: 9001 });
    await hosted.host.waitFor('VISIBILITY_CHANGED', { isHidden: false }, { direction: 'to-widget' });
    await hosted.element.updateComplete;
    expect(hosted.text('.records .bar button')).to.equal(waiting);
    const askedAgain = oneEvent(hosted.bridge, 'hs-dial-number');
    hosted.find('#close').click();
    await askedAgain;
    expect(hosted.dialled).to.include({ phoneNumber: '+442079460958' });
    expect(hosted.frame.hidden).to.equal(false);
  });

  it('closes the widget, and brings it back', async () => {
    const hosted = await HostFixture.start(widgetUrl());
    hosted.find('#close').click();
    await waitUntil(() => hosted.bridge.getState().visibility?.isHidden);
    await hosted.element.updateComplete;
    expect([hosted.frame.hidden, hosted.text('#minimise')]).to.deep.equal([true, 'Open']);
    expect(hosted.find('#close').checkVisibility()).to.equal(false);
    await hosted.press('Open');
    expect(hosted.frame.hidden).to.equal(false);
  });

  describe('puts the widget', () => {
    const cases = [
      ['remote', 'remote', false],
      ['remote-beside-window', 'remote', true],
      ['window', 'window', true],
    ] as const;
    for (const [value, iframeLocation, usesCallingWindow] of cases) {
      it(`elsewhere: ${value}`, async () => {
        const hosted = await HostFixture.start(widgetUrl());
        scrollTo(0, 0);
        const before = hosted.frame.getBoundingClientRect();
        await hosted.choose('#place', value);
        await waitUntil(() => hosted.starts.length === 2, undefined, { timeout: 4000 });
        expect(hosted.bridge.hostContext).to.include({ iframeLocation, usesCallingWindow });
        expect(hosted.frame.getBoundingClientRect().top).not.to.equal(before.top);
        await expect(hosted.element).to.be.accessible();
      });
    }

    it('away and back by the button of the navigation bar, with the focus', async () => {
      const hosted = await HostFixture.start(widgetUrl());
      await hosted.choose('#place', 'remote');
      await waitUntil(() => hosted.starts.length === 2, undefined, { timeout: 4000 });
      await hosted.press('Phone');
      await aTimeout(0);
      expect(hosted.bridge.getState().visibility).to.deep.equal({ isMinimized: true, isHidden: false });
      expect(hosted.find('#widget-place').checkVisibility()).to.equal(false);
      expect(hosted.element.shadowRoot?.activeElement?.id).to.equal('remote');
      await hosted.press('Phone');
      await aTimeout(0);
      expect(hosted.element.shadowRoot?.activeElement?.id).to.equal('widget-place');
    });
  });

  it('follows the size that the widget asks for', async () => {
    const hosted = await HostFixture.start(widgetUrl());
    hosted.bridge.resizeWidget({ width: 300, height: 450 });
    await hosted.heard('RESIZE_WIDGET');
    expect([hosted.frame.clientWidth, hosted.frame.clientHeight]).to.deep.equal([300, 449]); // 450 with the border
  });

  it('gives the widget no more room than a frame can have, and no less than can be used', async () => {
    const hosted = await HostFixture.start(widgetUrl());
    hosted.bridge.resizeWidget({ width: 1e9, height: 1 });
    await hosted.heard('RESIZE_WIDGET');
    expect([hosted.frame.width, hosted.frame.height]).to.deep.equal(['5000', '50']);
  });

  for (const time of [1e300, -1e300, 'abc']) {
    it(`goes on drawing whatever times a widget tells: ${String(time)}`, async () => {
      const hosted = await HostFixture.start(widgetUrl());
      const say = async (type: string, data: object) => {
        const since = hosted.host.mark();
        const message = { type, messageId: `own ${type}`, data };
        (hosted.frame.contentWindow as unknown as { eval: (code: string) => void }).eval(
          `parent.postMessage(${JSON.stringify(message)}, '*')`,
        );
        await hosted.host.waitFor(type, undefined, { since });
        await hosted.element.updateComplete;
      };
      await say('OUTGOING_CALL_STARTED', {
        externalCallId: 'c',
        toNumber: '+12025550101',
        callStartTime: time,
      });
      await say('CALL_ENDED', { externalCallId: 'c', callEndStatus: 'COMPLETED' });
      const engagementProperties = { hs_timestamp: time, hs_call_duration: time, hs_call_body: 'Notes' };
      await say('CALL_COMPLETED', { externalCallId: 'd', engagementId: 5, engagementProperties });
      expect(hosted.element.shadowRoot?.querySelectorAll('.logged-call')).to.have.length(2);
      expect(hosted.text('.logged-call .notes')).to.equal('Notes');
      expect(hosted.text('.logged-call .duration')).to.equal('0:00');
    });
  }

  it('stays in use while a widget floods it with messages and calls', async () => {
    const hosted = await HostFixture.start(widgetUrl());
    const flood = `{
      const post = (type, data) => parent.postMessage({ type, messageId: type + Math.random(), data }, '*');
      const long = 'x'.repeat(20_000);
      for (let i = 0; i < 300; i += 1) {
        const externalCallId = 'flood' + i;
        post('OUTGOING_CALL_STARTED', { externalCallId, toNumber: '1'.repeat(50_000) });
        post('CALL_ENDED', { externalCallId, callEndStatus: 'COMPLETED' });
        const engagementProperties = { hs_call_body: long, hs_call_status: long };
        post('CALL_COMPLETED', { externalCallId, engagementId: i + 1, engagementProperties });
        post('ERROR', { message: long });
        post('CALL_DATA', { i });
      }
    }`;
    (hosted.frame.contentWindow as unknown as { eval: (code: string) => void }).eval(flood);
    await hosted.host.waitFor('CALL_DATA', { i: 299 }, { timeoutMs: 50_000 });
    const since = hosted.host.mark();
    hosted.host.remount();
    await hosted.host.waitFor('SYNC_ACK', undefined, { since });
    hosted.bridge.resizeWidget({ width: 333 });
    await hosted.host.waitFor('RESIZE_WIDGET', undefined, { since });
    await hosted.element.updateComplete;
    const root = hosted.element.shadowRoot;
    expect(root?.querySelectorAll('.logged-call')).to.have.length(50);
    expect(hosted.text('.more')).to.contain('250 older calls');
    expect(hosted.text('.logged-call .engagement')).to.equal('300');
    expect(root?.textContent.length).to.be.below(400_000);
    expect(hosted.text('#alert').length).to.be.below(2000);
    const inspector = root?.querySelector('hs-host-inspector');
    await inspector?.updateComplete;
    expect(inspector?.shadowRoot?.querySelectorAll('.type')).to.have.length(200);
    expect(inspector?.shadowRoot?.textContent.length).to.be.below(1_500_000);
  });

  it('opens a record: the page and the widget are loaded anew', async () => {
    const hosted = await HostFixture.start(widgetUrl());
    await hosted.press('Boat');
    await waitUntil(() => hosted.starts.length === 2, undefined, { timeout: 4000 });
    expect(hosted.text('.record[aria-current]')).to.contain('On view: object of type 2-4711 301');
  });

  it('shakes hands again with the same widget', async () => {
    const hosted = await HostFixture.start(widgetUrl());
    const { bridge } = hosted;
    await aTimeout(300); // a widget answers SYNC again only after a while
    await hosted.press('Re-mount host');
    await waitUntil(() => hosted.starts.length === 2, undefined, { timeout: 4000 });
    expect(hosted.bridge).to.equal(bridge);
  });

  describe('folds its test tools away', () => {
    const tools = ['simulation', 'messages', 'scenarios', 'faults'];
    const isOpen = (hosted: HostFixture, tool: string) =>
      hosted.part(`details.${tool}`, HTMLDetailsElement).open;

    it('at first, and leaves them as they are while all else is drawn anew', async () => {
      const hosted = await HostFixture.start(widgetUrl());
      expect(tools.filter((tool) => isOpen(hosted, tool))).to.deep.equal([]);
      hosted.find('.messages > summary').click();
      await hosted.press('Boat');
      await waitUntil(() => hosted.starts.length === 2, undefined, { timeout: 4000 });
      await hosted.element.updateComplete;
      expect(tools.filter((tool) => isOpen(hosted, tool))).to.deep.equal(['messages']);
    });

    it('and says meanwhile how many messages there are, and how many of them are invalid', async () => {
      const hosted = await HostFixture.start(widgetUrl());
      await waitUntil(() => hosted.text('.messages > summary') === 'Messages 3 so far');
      hosted.host.sendMessage({ type: 'NO_SUCH_MESSAGE' });
      await waitUntil(() => / so far, 1 invalid$/.test(hosted.text('.messages > summary')));
    });

    it('and is accessible with all of them unfolded', async () => {
      const hosted = await HostFixture.start(widgetUrl());
      for (const tool of tools) hosted.find(`.${tool} > summary`).click();
      await expect(hosted.element).to.be.accessible();
    });
  });

  it('does not move the phone when a call begins', async () => {
    const hosted = await HostFixture.start(widgetUrl());
    const before = hosted.frame.offsetTop;
    const asked = oneEvent(hosted.bridge, 'hs-dial-number');
    await hosted.press('Call Erin Example');
    await asked;
    hosted.bridge.outgoingCall({ toNumber: '+12025550101' });
    await hosted.heard('OUTGOING_CALL_STARTED');
    expect(hosted.find('#hang-up').checkVisibility()).to.equal(true);
    expect(hosted.frame.offsetTop).to.equal(before);
  });

  it('does wrong what is ticked', async () => {
    const hosted = await HostFixture.start(widgetUrl());
    hosted.find('.faults summary').click();
    hosted.find('[name=old-number-field]').click();
    hosted.find('[name=zero-object-id]').click();
    await hosted.element.updateComplete;
    expect(hosted.text('.faults summary')).to.equal('Faults 2 on');
    await hosted.press('Call Erin Example');
    expect(hosted.dialled).to.include({ phone_number: '+12025550101', objectId: 0 });
    await expect(hosted.element).to.be.accessible();
    hosted.find('[name=old-number-field]').click();
    expect(hosted.host.state.faults).to.deep.equal(['zero-object-id']);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible in a call and after it, ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      const hosted = await talking();
      await hosted.press('Call Sam Sample');
      await expect(hosted.element).to.be.accessible();
      hosted.bridge.callEnded({ callEndStatus: 'NO_ANSWER' });
      await hosted.heard('CALL_ENDED');
      await expect(hosted.element).to.be.accessible();
      hosted.bridge.callCompleted({
        engagementProperties: { hs_call_status: 'COMPLETED' },
        hideWidget: false,
      });
      await hosted.heard('CALL_COMPLETED');
      await expect(hosted.element).to.be.accessible();
      document.documentElement.style.colorScheme = '';
    });
  }
});
