// The same messages as in fuzz.test.ts, posted by a real frame: a hundred or so at a time, because each answer takes its
// way through the browser.
import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { FramedWidget } from './testing/fake-framed-widget.js';
import { anyMessage } from './testing/fake-messages.js';
import { faultOf } from './testing/fake-siege.js';

const seed = 2;

describe('a link over real windows', () => {
  it(`stands 10,000 messages of every kind, seed ${String(seed)}`, async function () {
    this.timeout(60_000);
    const uncaught: string[] = [];
    const note = (event: ErrorEvent) => uncaught.push(event.message);
    window.addEventListener('error', note);
    const widget = await FramedWidget.open();
    let [sent, delivered] = [0, 0];
    const row = fc.array(anyMessage, { minLength: 1, maxLength: 250, size: 'max' });
    await fc.assert(
      fc.asyncProperty(row, async (messages) => {
        for (const message of messages) widget.host.say(message);
        await widget.settled();
        const heard = [...widget.received.splice(0), ...widget.unknown.splice(0)];
        const faults = heard.flatMap((message) => faultOf(message) ?? []);
        expect([...faults, ...uncaught.splice(0)]).to.deep.equal([]);
        sent += messages.length;
        delivered += heard.length;
      }),
      { seed, numRuns: 120 },
    );
    widget.close();
    window.removeEventListener('error', note);
    expect(sent).to.be.greaterThan(10_000);
    expect(delivered).to.be.greaterThan(1000);
  });
});
