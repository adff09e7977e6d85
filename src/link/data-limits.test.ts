// Very large data, given to the link on a fake window: browsers refuse to post some of it.
import { expect } from '@open-wc/testing';
import { nested } from './testing/fake-values.js';
import { dial, FakeWidget } from './testing/fake-widget.js';
import { RecentMessages } from './recent-messages.js';

describe('data that is too much', () => {
  const tooMuch = {
    '5,000 levels': nested(5000),
    '5,000 lists': Array.from({ length: 5000 }).reduce<unknown>((inner) => [inner], 'end'),
    '100,000 holes': Object.assign([], { length: 100_000 }),
    '100,000 fields': Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [i, i])),
  };
  Object.entries(tooMuch).forEach(([name, data]) => {
    ['SET_CALL_STATE', 'NEW_IN_2030', 'SYNC'].forEach((type) => {
      it(`${name} in ${type}: the link goes on`, function () {
        this.timeout(30_000);
        const widget = FakeWidget.initialized();
        widget.window.advance(300);
        widget.window.receive({ type, messageId: 'case', data });
        widget.window.receive(dial);
        expect(widget.received.at(-1)?.type).to.equal('DIAL_NUMBER');
      });
    });
  });

  it('four billion holes are compared with nothing', () => {
    const recent = new RecentMessages();
    const message = { type: 'END_CALL', messageId: 1, data: Object.assign([], { length: 2 ** 32 - 1 }) };
    expect([recent.add(message), recent.add(message)]).to.deep.equal([true, true]);
  });
});
