// An app of Next: built under strict TypeScript, served, and called with: as the guide has it, and drawn on the server too.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '../free-port.mjs';
import { checkPhone } from './in-browser.mjs';

/** Runs an action with the port at which `next start` serves the app. */
async function whileServed(folder, action) {
  const port = await freePort();
  const next = join(folder, 'node_modules/next/dist/bin/next');
  const server = spawn(process.execPath, [next, 'start', '--port', String(port), '--hostname', '127.0.0.1'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const ended = once(server, 'exit');
  try {
    while (server.exitCode === null && !(await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined))?.ok)
      await new Promise((resolve) => setTimeout(resolve, 100));
    await action(port);
  } finally {
    server.kill();
    await ended;
  }
}

/** How many listeners have heard of a call, and how many outcomes the widget was given. */
async function whatReactSet(widget) {
  const heard = (await widget.locator('output').innerText()) !== '';
  const outcomes = await widget
    .locator('hs-calling-widget')
    .evaluate((element) => element.outcomes?.length ?? 0);
  return { heard, outcomes: outcomes > 0 };
}

/** Throws unless React set what is expected. */
const mustBeSet = (isSet) => async (widget) => {
  const found = await whatReactSet(widget);
  if (found.heard !== isSet || found.outcomes !== isSet)
    throw new Error(`Listener and objects should be ${isSet ? 'set' : 'dropped'}: ${JSON.stringify(found)}.`);
};

export const NEXT_RUNS = [
  {
    name: 'built under strict TypeScript',
    async run(project) {
      const { ok, output } = await project.run(join(project.folder, 'node_modules/.bin/next'), ['build'], {
        NEXT_TELEMETRY_DISABLED: '1',
      });
      if (!ok) throw new Error(output);
    },
  },
  {
    name: 'a whole call, drawn in the browser only',
    run: ({ folder }) => whileServed(folder, (port) => checkPhone(port, '', mustBeSet(true))),
  },
  {
    // When this fails React hydrates more than the guides say.
    name: 'a whole call, drawn on the server; React drops listeners and objects',
    run: ({ folder }) => whileServed(folder, (port) => checkPhone(port, 'drawn', mustBeSet(false))),
  },
];
