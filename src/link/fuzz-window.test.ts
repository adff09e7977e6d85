// The same messages as in fuzz.test.ts, posted by a real frame.
import { expect } from '@open-wc/testing';
import { FramedWidget } from './testing/fake-framed-widget.js';
import { fuzzed, messageKinds } from './testing/fake-messages.js';
import { faultOf } from './testing/fake-siege.js';

const seed = 2;

describe('a link over real windows', () => {
  it(`stands 10,000 messages of every kind, seed ${String(seed)}`, async function () {
    this.timeout(60_000);
    const uncaught: unknown[] = [];
    const note = (event: ErrorEvent) => uncaught.push(event.message);
    window.addEventListener('error', note);
    const widget = await FramedWidget.open();
    for (let i = 0; i < 10_000; i += 1) {
      const kind = messageKinds[i % messageKinds.length] ?? messageKinds[0];
      widget.host.say(fuzzed(kind, seed, i));
    }
    await widget.settled();
    widget.close();
    window.removeEventListener('error', note);
    const delivered = [...widget.received, ...widget.unknown];
    expect(delivered.length).to.be.greaterThan(1000);
    expect([delivered.filter((message) => faultOf(message) !== undefined), uncaught]).to.deep.equal([[], []]);
  });
});
