// The README's table of where each flow, method and event of the official SDK is tested: complete, and true.
import { expect } from '@open-wc/testing';
import OfficialExtensions, { Constants } from '@hubspot/calling-extensions-sdk';
import { scenarios } from '../host/scenarios/index.js';

interface Place {
  readonly what: string;
  readonly kind: string;
  readonly name: string;
}

const read = async (file: string) => (await fetch(new URL(file, import.meta.url))).text();

async function places(): Promise<Place[]> {
  const rows = (await read('README.md')).matchAll(/^\| (.+?) +\| (scenario|test) `(.+)` +\|$/gm);
  return [...rows].map(([, what = '', kind = '', name = '']) => ({
    what: what.replaceAll('`', ''),
    kind,
    name,
  }));
}

const methods = Object.getOwnPropertyNames(OfficialExtensions.prototype).filter(
  (name) => name !== 'constructor',
);
const handlers = Object.values(Constants.messageHandlerNames);

/** Messages that a scenario names otherwise: by the step of the host’s user, or, for READY, by the SYNC before it. */
const steps: Readonly<Record<string, string>> = {
  READY: 'SYNC',
  DIAL_NUMBER: 'dial',
  END_CALL: 'endCall',
  VISIBILITY_CHANGED: 'minimise',
};

/** The type of the message that a method sends, or that a handler gets. */
function typeOf(name: string): string | undefined {
  const [type] = Object.entries(Constants.messageHandlerNames).find(([, handler]) => handler === name) ?? [];
  if (type !== undefined) return type;
  const said: string[] = [];
  const app = Object.assign(Object.create(OfficialExtensions.prototype) as Record<string, () => void>, {
    sendMessage: (message: { type: string }) => said.push(message.type),
  });
  if (methods.includes(name) && !/^on|^log|^sendM/.test(name)) app[name]?.();
  return said[0];
}

describe('the table of places in the README', () => {
  it('has each flow, method and event once, and nothing else', async () => {
    const named = (await places()).map(({ what }) => what);
    expect(named.sort()).to.deep.equal(
      ['the widget starts', 'an outbound call', ...methods, ...handlers, 'defaultEventHandler'].sort(),
    );
  });

  it('names scenarios that there are, with the message in them', async () => {
    const named = (await places()).filter(({ kind }) => kind === 'scenario');
    expect(named).to.not.be.empty;
    for (const { what, name } of named) {
      const scenario = scenarios.find((one) => one.name === name);
      expect(scenario?.name, what).to.equal(name);
      const type = typeOf(what);
      if (type === undefined) continue;
      const seen = steps[type] ?? type;
      expect(JSON.stringify(scenario), `${what} in ${name}`).to.include(`"${seen}"`);
    }
  });

  it('names tests that there are', async () => {
    const files = ['same', 'differences', 'host'].map((name) => read(`official-${name}.test.ts`));
    const sources = (await Promise.all(files)).join('\n');
    const named = (await places()).filter(({ kind }) => kind === 'test');
    expect(named).to.not.be.empty;
    for (const { name } of named) {
      const [, type = '', rest = ''] = /^([A-Z_]+)( .+)$/.exec(name) ?? [];
      const isMade = type in Constants.messageHandlerNames && sources.includes(`\${type}${rest}`);
      expect(isMade || sources.includes(`"${name}"`), name).to.equal(true);
    }
  });
});
