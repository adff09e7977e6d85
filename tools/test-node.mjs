// `npm run test:node`: the tests that run in Node, among them those of what is published. Needs `npm run build` before.
//
//   npm run test:node -- src/command/probe.node-test.mjs     one file
import { createWriteStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { junit, spec as Spec } from 'node:test/reporters';
import { reportAndCount } from './junit.mjs';
import { ROOT } from './root.mjs';

function findTests() {
  return ['src', 'tools'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true })
      .filter((file) => file.endsWith('.node-test.mjs'))
      .map((file) => join(ROOT, folder, file)),
  );
}

const named = process.argv.slice(2);
const events = run({ files: named.length > 0 ? named : findTests(), concurrency: true });
events.on('test:fail', () => (process.exitCode = 1));
events.compose(new Spec()).pipe(process.stdout);
events.compose(junit).pipe(createWriteStream(reportAndCount('node')));
