import { expect } from '@open-wc/testing';
import { PageLinks } from '../link/page-links.js';
import { warnOfSeveral, warnOfTag, warnOnce } from './warnings.js';

/** What is written to the console while the action runs. */
function written(action: () => void): readonly unknown[][] {
  const lines: unknown[][] = [];
  const { warn } = console;
  console.warn = (...line: unknown[]) => lines.push(line);
  try {
    action();
  } finally {
    console.warn = warn;
  }
  return lines;
}

const nothing = () => undefined;

describe('a warning of the drop-in', () => {
  it('is one line, once on a page', () => {
    const page = new PageLinks();
    const lines = written(() => {
      warnOnce(page, 'QUEUE_FULL', 'CALL_DATA');
      warnOnce(page, 'QUEUE_FULL', 'CALL_DATA');
      warnOnce(page, 'QUEUE_FULL', 'CALL_ENDED');
      warnOnce(new PageLinks(), 'QUEUE_FULL', 'CALL_DATA');
    });
    expect(lines).to.deep.equal([
      ['[hs-calling] QUEUE_FULL CALL_DATA'],
      ['[hs-calling] QUEUE_FULL CALL_ENDED'],
      ['[hs-calling] QUEUE_FULL CALL_DATA'],
    ]);
  });

  it('comes a hundred times at most', () => {
    const page = new PageLinks();
    const lines = written(() => {
      for (let i = 0; i < 1000; i += 1) warnOnce(page, 'BAD_DATA', `NEW_${String(i)}`);
    });
    expect([lines.length, lines.at(-1)]).to.deep.equal([100, ['[hs-calling] BAD_DATA NEW_99']]);
  });

  it('tells of several instances, not of one', () => {
    const page = new PageLinks();
    page.requestLock(true, nothing);
    expect(written(() => warnOfSeveral(page))).to.deep.equal([]);
    page.requestLock(true, nothing);
    expect(written(() => warnOfSeveral(page))[0]?.[0]).to.match(/^\[hs-calling\] Several CallingExtensions /);
  });

  it('tells of a tag that holds the page, and of no other problem', () => {
    const page = new PageLinks();
    expect(written(() => warnOfTag(page, 'SYNC_TIMEOUT'))).to.deep.equal([]);
    expect(written(() => warnOfTag(page, 'DUPLICATE_BRIDGE'))[0]?.[0]).to.include('<hs-calling-bridge>');
  });
});
