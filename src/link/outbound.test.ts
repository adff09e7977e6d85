import { expect } from '@open-wc/testing';
import { outboundCases } from './testing/fake-outbound.js';
import { nested } from './testing/fake-values.js';
import { FakeWidget, sync } from './testing/fake-widget.js';

describe('what a link is given to send', () => {
  outboundCases.forEach(([name, sends, make]) => {
    it(`${sends ? 'sends' : 'refuses'} ${name}, and goes on`, () => {
      const widget = FakeWidget.initialized();
      const result = widget.link.send({ type: 'CALL_DATA', data: make() });
      widget.link.send({ type: 'LOGGED_IN' });
      expect(widget.window.types.slice(2)).to.deep.equal(sends ? ['CALL_DATA', 'LOGGED_IN'] : ['LOGGED_IN']);
      expect(result.ok ? [] : [result.error.code]).to.deep.equal(sends ? [] : ['NOT_CLONEABLE']);
      expect(widget.codes).to.deep.equal(sends ? [] : ['NOT_CLONEABLE']);
    });

    it(`${sends ? 'keeps' : 'refuses'} ${name} before HubSpot is there`, () => {
      const widget = new FakeWidget();
      widget.link.send({ type: 'INITIALIZED' });
      widget.link.send({ type: 'CALL_DATA', data: make() });
      widget.window.receive(sync);
      expect(widget.window.types.includes('CALL_DATA')).to.equal(sends);
    });
  });

  it('takes 20,000 levels as the browser does, and goes on', () => {
    const widget = FakeWidget.initialized();
    const { ok } = widget.link.send({ type: 'CALL_DATA', data: nested(20_000) });
    widget.link.send({ type: 'LOGGED_IN' });
    expect(widget.window.types.slice(2)).to.deep.equal(ok ? ['CALL_DATA', 'LOGGED_IN'] : ['LOGGED_IN']);
  });

  it('refuses what is wrong outside the payload, too', () => {
    const widget = FakeWidget.initialized();
    const odd = { type: 'CALL_DATA', also: () => undefined };
    expect(widget.link.send(odd).ok).to.equal(false);
    expect(widget.window.types).to.deep.equal(['SYNC_ACK', 'INITIALIZED']);
  });
});

describe('10,000 messages before HubSpot is there', () => {
  function crowd(): { readonly widget: FakeWidget; readonly taken: number[] } {
    const widget = new FakeWidget();
    const taken: number[] = [];
    for (let data = 0; data < 10_000; data += 1) {
      if (widget.link.send({ type: 'CALL_DATA', data }).ok) taken.push(data);
    }
    return { widget, taken };
  }

  it('are 256 that wait, and QUEUE_FULL for each of the others', () => {
    const { widget, taken } = crowd();
    expect(taken.length).to.equal(256);
    expect(widget.codes.length).to.equal(10_000 - 256);
    expect(new Set(widget.codes)).to.deep.equal(new Set(['QUEUE_FULL']));
  });

  it('leave in order when it comes, each with an id of its own', () => {
    const { widget, taken } = crowd();
    widget.window.receive(sync);
    widget.link.send({ type: 'INITIALIZED' });
    const sent = widget.window.posted.slice(2).map(({ message }) => message);
    expect(sent.map(({ data }) => data)).to.deep.equal(taken);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).to.equal(256);
  });

  it('take one place when they tell of one state', () => {
    const widget = new FakeWidget();
    for (let width = 0; width < 10_000; width += 1) {
      widget.link.send({ type: 'RESIZE_WIDGET', data: { width, height: 600 } });
    }
    widget.window.receive(sync);
    widget.link.send({ type: 'INITIALIZED' });
    expect(widget.window.types.slice(2)).to.deep.equal(['RESIZE_WIDGET']);
    expect([widget.window.last('RESIZE_WIDGET')?.['data'], widget.codes]).to.deep.equal([
      { width: 9999, height: 600 },
      [],
    ]);
  });
});
