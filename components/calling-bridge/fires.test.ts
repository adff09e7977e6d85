// The events of HubSpot's messages are derived from the table of messages; their lines in the doc comment cannot be.
import { readFile } from '@web/test-runner-commands';
import { expect } from '@open-wc/testing';
import { eventName, inboundMessages } from '../../src/index.js';

describe('the doc comment of <hs-calling-bridge>', () => {
  it('has a line for the event of every message of HubSpot’s', async () => {
    const source = (await readFile({ path: './calling-bridge.ts' })) ?? '';
    const missing = [...inboundMessages.keys()]
      .filter((type) => !source.includes(` * @fires ${eventName(type)} - `))
      .map((type) => `${type}: “@fires ${eventName(type)} - …”`);
    expect(missing, 'components/calling-bridge/calling-bridge.ts lacks').to.deep.equal([]);
  });
});
