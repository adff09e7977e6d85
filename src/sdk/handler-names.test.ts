import { expect } from '@open-wc/testing';
import { messageHandlerNames } from './constants.js';
import { warnOfUnknownHandlers } from './handler-names.js';

/** What is written to the console of these handlers. */
function warnings(handlers: object): readonly unknown[] {
  const lines: unknown[] = [];
  const { warn } = console;
  console.warn = (line: unknown) => lines.push(line);
  try {
    warnOfUnknownHandlers(handlers);
  } finally {
    console.warn = warn;
  }
  return lines;
}

const nothing = () => undefined;

describe('a handler whose name does not exist', () => {
  const meant: Readonly<Record<string, string>> = {
    onDialNumbers: 'onDialNumber',
    ondialnumber: 'onDialNumber',
    OnReady: 'onReady',
    onEndCal: 'onEndCall',
    onCreateEngagementSuccess: 'onCreateEngagementSucceeded',
    onUpdateEngagementFail: 'onUpdateEngagementFailed',
    onEngagementCreatedFailed: 'onCreateEngagementFailed',
    defaultHandler: 'defaultEventHandler',
    onVisibilityChange: 'onVisibilityChanged',
  };
  Object.entries(meant).forEach(([name, right]) => {
    it(`is named, with ${right} for ${name}`, () => {
      expect(warnings({ [name]: nothing })).to.deep.equal([
        `[hs-calling] There is no handler “${name}”. Did you mean “${right}”?`,
      ]);
    });
  });

  it('is named for each of several, among good ones', () => {
    expect(
      warnings({ onReady: nothing, onDial: nothing, onEndCall: nothing, onEnd: nothing }),
    ).to.have.length(2);
  });

  it('is none of the names that exist, nor the older FAILED', () => {
    const names = [...Object.values(messageHandlerNames), 'defaultEventHandler', 'FAILED'];
    expect(warnings(Object.fromEntries(names.map((name) => [name, nothing])))).to.deep.equal([]);
  });

  it('is nothing that is no function', () => {
    expect(warnings({ onDial: undefined, options: {}, name: 'phone' })).to.deep.equal([]);
  });
});
