import { expect } from '@open-wc/testing';
import { dial, FakeWidget, sync } from './testing/fake-widget.js';

const elsewhere = { name: 'another window' };
const hubSpot = 'https://app.hubspot.com';

describe('the source check', () => {
  it('tells once of a trusted origin in another window, and lets it in no more than others', () => {
    const widget = FakeWidget.initialized();
    for (const messageId of ['a', 'b']) {
      widget.window.receive({ ...dial, messageId }, { source: elsewhere, origin: hubSpot });
    }
    expect(widget.received).to.deep.equal([]);
    expect(widget.errors.map(({ code }) => code)).to.deep.equal(['BAD_SOURCE']);
    expect(widget.errors[0]?.message).to.contain(`${hubSpot}; source-check="origin"`);
  });

  it('says nothing of other faults of the host itself', () => {
    const widget = FakeWidget.initialized();
    for (const data of [null, { ...dial, data: 0 }, { ...dial, messageId: {} }]) widget.window.receive(data);
    expect([widget.codes, widget.turnedAway]).to.deep.equal([[], ['BAD_MESSAGE', 'BAD_DATA', 'BAD_MESSAGE']]);
  });

  it('says nothing of strangers in other windows', () => {
    const widget = FakeWidget.initialized();
    widget.window.receive(dial, { source: elsewhere, origin: 'https://evil.example' });
    expect(widget.errors).to.deep.equal([]);
  });

  describe('by origin', () => {
    it('lets any window of a trusted origin in, and answers that window', () => {
      const widget = new FakeWidget({ sourceCheck: 'origin' });
      widget.window.receive(sync, { source: elsewhere, origin: hubSpot });
      widget.window.receive(dial, { source: elsewhere, origin: hubSpot });
      expect(widget.received).to.have.length(1);
      widget.link.send({ type: 'INITIALIZED' });
      expect(widget.window.postedTo).to.deep.equal([elsewhere, elsewhere]);
      expect(widget.window.posted.map(({ targetOrigin }) => targetOrigin)).to.deep.equal([hubSpot, hubSpot]);
    });

    it('stays with the window it has answered when another says SYNC too soon', () => {
      const widget = new FakeWidget({ sourceCheck: 'origin' });
      widget.window.receive(sync, { source: elsewhere, origin: hubSpot });
      widget.window.receive(sync, { source: { name: 'a third window' }, origin: hubSpot });
      widget.link.send({ type: 'INITIALIZED' });
      expect(widget.window.postedTo).to.deep.equal([elsewhere, elsewhere]);
    });

    it('forgets the window with the link', () => {
      const widget = new FakeWidget({ sourceCheck: 'origin' });
      widget.window.receive(sync, { source: elsewhere, origin: hubSpot });
      widget.link.disconnect();
      const next = new FakeWidget({ sourceCheck: 'origin' }, widget.window);
      next.window.receive(sync);
      next.link.send({ type: 'INITIALIZED' });
      expect(next.window.postedTo.slice(1)).to.deep.equal([next.window.peer, next.window.peer]);
    });

    it('turns a window away that is gone: nobody could be answered', () => {
      const widget = new FakeWidget({ sourceCheck: 'origin' });
      widget.window.receive(sync, { source: null, origin: hubSpot });
      expect(widget.ready).to.deep.equal([]);
      expect(widget.turnedAway).to.deep.equal(['BAD_SOURCE']);
      expect(widget.codes).to.deep.equal([]);
    });

    it('lets nobody else in', () => {
      const widget = new FakeWidget({ sourceCheck: 'origin' });
      widget.window.receive(sync, { source: elsewhere, origin: 'https://evil.example' });
      expect(widget.window.posted).to.deep.equal([]);
      expect(widget.ready).to.deep.equal([]);
    });
  });
});
