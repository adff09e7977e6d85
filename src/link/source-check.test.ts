import { expect } from '@open-wc/testing';
import { dial, FakeWidget, sync } from './fake-widget.js';

const elsewhere = { name: 'another window' };
const hubSpot = 'https://app.hubspot.com';

describe('the source check', () => {
  it('tells once of a trusted origin in another window, and lets it in no more than others', () => {
    const widget = FakeWidget.initialized();
    for (const messageId of ['a', 'b']) {
      widget.port.receive({ ...dial, messageId }, { source: elsewhere, origin: hubSpot });
    }
    expect(widget.received).to.deep.equal([]);
    expect(widget.errors.map(({ code }) => code)).to.deep.equal(['BAD_SOURCE']);
    expect(widget.errors[0]?.message).to.contain(`${hubSpot}, which is trusted`);
  });

  it('says nothing of strangers in other windows', () => {
    const widget = FakeWidget.initialized();
    widget.port.receive(dial, { source: elsewhere, origin: 'https://evil.example' });
    expect(widget.errors).to.deep.equal([]);
  });

  describe('by origin', () => {
    it('lets any window of a trusted origin in, and answers that window', () => {
      const widget = new FakeWidget({ sourceCheck: 'origin' });
      widget.port.receive(sync, { source: elsewhere, origin: hubSpot });
      widget.port.receive(dial, { source: elsewhere, origin: hubSpot });
      expect(widget.received).to.have.length(1);
      expect(widget.port.peer).to.equal(elsewhere);
      expect(widget.port.posted[0]?.targetOrigin).to.equal(hubSpot);
    });

    it('lets nobody else in', () => {
      const widget = new FakeWidget({ sourceCheck: 'origin' });
      widget.port.receive(sync, { source: elsewhere, origin: 'https://evil.example' });
      expect(widget.port.posted).to.deep.equal([]);
      expect(widget.ready).to.deep.equal([]);
    });
  });
});
