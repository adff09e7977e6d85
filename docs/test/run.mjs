// `npm run test:docs`: whether the documentation is true.
//
//   npm run test:docs                        everything: the pages, the code in them, and every start guide, followed
//   npm run test:docs -- links code          links, headings, and every piece of code; half a minute
//   npm run test:docs -- pages               the pages in a browser: console, axe, widths, examples, search; some minutes
//   npm run test:docs -- start               every start guide; minutes, and needs the npm registry
//   npm run test:docs -- vue svelte          these guides
//   npm run test:docs -- vue --packed x.tgz  with a package that is packed already
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, requireChromium } from '../../tools/browsers.mjs';
import { countsLine } from '../../tools/counts.mjs';
import { buildDocs } from '../../tools/docs.mjs';
import { ROOT } from '../../tools/root.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { packed: { type: 'string' } },
});

let passed = 0;
let failed = 0;

async function attempt(name, action) {
  const startedAt = Date.now();
  try {
    const said = await action();
    passed += 1;
    console.log(
      `ok      ${name}${said ? `: ${said}` : ''} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`,
    );
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.message.trim().replaceAll(/^/gm, '        ')}`);
  }
}

/** The package as npm would publish it, and the same unpacked. */
function pack(folder) {
  if (!values.packed) {
    execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
      cwd: ROOT,
    });
  }
  const packed = values.packed
    ? resolve(values.packed)
    : join(
        folder,
        readdirSync(folder).find((file) => file.endsWith('.tgz')),
      );
  execFileSync('tar', ['--extract', '--file', packed, '--directory', folder]);
  return { packed, unpacked: join(folder, 'package') };
}

const site = await buildDocs();
// What follows needs the packages of the documentation, which are there only now.
const { startGuides } = await import('./guides.mjs');
const { follow } = await import('./follow.mjs');
const { linkChecks } = await import('./links.mjs');
const { pageChecks } = await import('./pages.mjs');
const { codeChecks } = await import('./code.mjs');

const guides = await startGuides();
const names = ['links', 'pages', 'code', 'start', ...guides.map(({ name }) => name)];
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`Not known: ${unknown.join(', ')}. Known are ${names.join(', ')}.`);
  process.exit(1);
}
const isWanted = (...one) => positionals.length === 0 || one.some((name) => positionals.includes(name));

const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
const folder = mkdtempSync(join(tmpdir(), 'hs-calling-docs-'));
try {
  if (isWanted('links')) await linkChecks({ site, attempt });
  if (isWanted('pages')) await pageChecks({ site, browser, attempt });
  if (isWanted('code')) await codeChecks({ browser, attempt });
  const wanted = guides.filter(({ name }) => isWanted('start', name));
  if (wanted.length > 0) {
    const surroundings = { ...pack(folder), browser };
    for (const guide of wanted) await attempt(`the guide “${guide.name}”`, () => follow(guide, surroundings));
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\n${countsLine({ passed, failed, skipped: 0 })}`);
process.exitCode = failed > 0 ? 1 : 0;
