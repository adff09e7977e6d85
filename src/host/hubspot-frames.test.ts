import { expect } from '@open-wc/testing';
import { frameScenarios } from './scenarios/frames/index.js';
import { findScenario } from './scenarios/index.js';
import { summary } from './scenario.js';
import { FakePhoneFrames } from './testing/fake-phone-frames.js';
import { FakeWidget } from './testing/fake-widget.js';

describe('a scenario in several frames', () => {
  for (const scenario of frameScenarios) {
    it(`${scenario.name} is passed by a phone that speaks from one frame`, async () => {
      const phone = new FakePhoneFrames();
      const result = await phone.frames.run(scenario, { driver: phone.driver, silenceMs: 20 });
      expect(summary(result)).to.equal(`${scenario.name}: passed`);
      expect(phone.frames.findings).to.deep.equal([]);
      phone.frames.stop();
    });
  }

  it('fails where two frames announce one call, and says so', async () => {
    const phone = new FakePhoneFrames();
    const scenario = findScenario('frames-inbound');
    const driver = (name: string) => ({
      ...phone.driver(name),
      async receiveCall(given: { readonly from: string; readonly to: string }) {
        phone.widget('tab 1').bridge.incomingCall({ fromNumber: given.from, toNumber: given.to });
        await phone.owner.driver.receiveCall(given);
      },
    });
    const result = await phone.frames.run(scenario, { driver, silenceMs: 20, timeoutMs: 500 });
    expect(result.ok).to.equal(false);
    expect(phone.frames.findings.map(({ kind }) => kind)).to.include('announced-twice');
    phone.frames.stop();
  });

  it('is not played on a single host, which says what it needs', async () => {
    const widget = await new FakeWidget().start();
    const result = await widget.host.run(findScenario('frames-dial'), { driver: widget.driver });
    expect(summary(result)).to.contain('needs several frames');
    widget.stop();
  });

  it('names the frames that there are, for one that is not there', async () => {
    const phone = new FakePhoneFrames();
    await phone.frames.open('tab 1');
    expect(() => phone.frames.frame('tab 7')).to.throw(RangeError, '“tab 7”; there are: tab 1.');
    phone.frames.stop();
  });

  it('leaves settings and records as they were', async () => {
    const phone = new FakePhoneFrames({ supportsInboundCalling: false });
    const before = phone.frames.state;
    await phone.frames.run(findScenario('frames-dial'), { driver: phone.driver, silenceMs: 20 });
    const { supportsInboundCalling, usesCallingWindow } = phone.frames.state;
    expect([supportsInboundCalling, usesCallingWindow]).to.deep.equal([false, before.usesCallingWindow]);
    phone.frames.stop();
  });
});
