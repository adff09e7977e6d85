// `npm run demo:vue` and so on: builds and installs what is missing, and starts the framework's own dev server with the
// simulated HubSpot around it, at another origin.
//
//   npm run demo:vue -- --host-port 9030      where HubSpot is played; the demo itself trusts port 9026
//   npm run demo:vue -- --widget-port 5173    where the dev server listens; default: any free port
//   npm run demo:vue -- --root folder         demos that were copied there, and are installed
import { parseArgs } from 'node:util';
import { FRAMEWORKS, ensureBuilt, ensureInstalled, folderOf, startDemo } from './frameworks.mjs';
import { freePort } from './free-port.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'host-port': { type: 'string' }, 'widget-port': { type: 'string' }, root: { type: 'string' } },
});
const [name] = positionals;

try {
  if (!Object.hasOwn(FRAMEWORKS, name ?? '')) {
    throw new Error(`There is no demo “${name}”; there are ${Object.keys(FRAMEWORKS).join(', ')}.`);
  }
  const folder = folderOf(name, values.root);
  if (values.root === undefined) {
    await ensureBuilt();
    await ensureInstalled(folder);
  }
  process.exitCode = await startDemo(folder, {
    widgetPort: values['widget-port'] ?? (await freePort()),
    hostPort: values['host-port'],
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
