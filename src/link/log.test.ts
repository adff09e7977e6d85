import { expect } from '@open-wc/testing';
import { logCallId, logProblem } from './log.js';
import { dial, FakeWidget, sync } from './testing/fake-widget.js';

/** What is written to the console while the action runs. */
function written(action: () => void): readonly unknown[][] {
  const lines: unknown[][] = [];
  const { log } = console;
  console.log = (...line: unknown[]) => lines.push(line);
  try {
    action();
  } finally {
    console.log = log;
  }
  return lines;
}

function talk(debug?: boolean): void {
  const widget = new FakeWidget(debug === undefined ? {} : { debug });
  widget.window.receive(sync);
  widget.link.send({ type: 'INITIALIZED', data: { isLoggedIn: true } });
  widget.window.receive(dial);
  widget.window.receive({ type: 'CALL_12025550001', messageId: 1 });
}

describe('the log', () => {
  it('has a line for each message, both ways, numbers masked', () => {
    expect(written(() => talk(true))).to.deep.equal([
      ['[hs-calling] from HubSpot SYNC {}'],
      ['[hs-calling] to HubSpot INITIALIZED {"isLoggedIn":true}'],
      ['[hs-calling] from HubSpot DIAL_NUMBER {"phoneNumber":"+1•••••0001"}'],
      ['[hs-calling] from HubSpot CALL_•••••0001 {}'],
      [
        '[hs-calling] to HubSpot ERROR {"type":"UNKNOWN_MESSAGE_TYPE","data":{"originalMessage":{"type":"CALL_•••••0001","messageId":1}}}',
      ],
    ]);
  });

  [false, undefined].forEach((debug) => {
    it(`has none with debug ${String(debug)}`, () => {
      expect(written(() => talk(debug))).to.deep.equal([]);
    });
  });

  it('names the call of an id: a number as it is, a text masked', () => {
    expect(
      written(() => {
        logCallId('CALL_ENDED', 12025550001, 'call a');
        logCallId('CALL_ENDED', 'to +12025550001', 'no call');
      }),
    ).to.deep.equal([
      ['[hs-calling] callId 12025550001 of CALL_ENDED names call a'],
      ['[hs-calling] callId to +1•••••0001 of CALL_ENDED names no call'],
    ]);
  });

  it('names a problem and where it was, if that is known', () => {
    expect(
      written(() => {
        logProblem('BAD_DATA', 'https://app.hubspot.com', undefined, 'END_CALL.x');
        logProblem('NOT_READY');
      }),
    ).to.deep.equal([
      ['[hs-calling] BAD_DATA https://app.hubspot.com END_CALL.x'],
      ['[hs-calling] NOT_READY'],
    ]);
  });
});
