// `npm run host -- https://localhost:9025/`: the command of this package, from a checkout.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './root.mjs';

const bin = join(ROOT, 'dist/src/command/hs-calling-host.js');
if (existsSync(bin)) await import(pathToFileURL(bin).href);
else {
  console.error('hs-calling-host: not built yet. Run: npm ci && npm run build');
  process.exitCode = 1;
}
