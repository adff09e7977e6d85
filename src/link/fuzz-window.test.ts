// The same kinds of messages as in fuzz.test.ts, posted by a real frame.
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { FramedWidget } from './testing/fake-framed-widget.js';
import { anyMessage } from './testing/fake-messages.js';
import { faultOf } from './testing/fake-siege.js';

const seed = 2;

describe('a link over real windows', () => {
  it(`stands 10,000 messages of every kind, seed ${String(seed)}`, async function () {
    this.timeout(60_000);
    const uncaught: unknown[] = [];
    const note = (event: ErrorEvent) => uncaught.push(event.message);
    window.addEventListener('error', note);
    const widget = await FramedWidget.open();
    for (const message of fc.sample(anyMessage, { seed, numRuns: 10_000 })) widget.host.say(message);
    await widget.settled();
    widget.close();
    window.removeEventListener('error', note);
    const delivered = [...widget.received, ...widget.unknown];
    const faults = delivered.flatMap((message) => {
      const fault = faultOf(message);
      return fault === undefined ? [] : [`${fc.stringify(message).slice(0, 300)} ${fault}`];
    });
    expect(delivered.length).to.be.greaterThan(1000);
    expect([faults.slice(0, 10), uncaught]).to.deep.equal([[], []]);
  });
});
