// What Stryker is given: a runner of the unit tests in pages of a real browser, and which changes say nothing.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, relative, sep } from 'node:path';
import { declareClassPlugin, declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { openPages } from './pages.mjs';

/** How long each test may take beside a change: some seconds, and more for one that takes long by itself. */
const LEAST_MS = 2_000;
const TIMES = 5;

/** What the run without a change found, for all processes that Stryker starts. */
const unchangedPath = () => process.env.MUTATE_UNCHANGED;

const fileOf = (id) => id.slice(0, id.indexOf(': '));
const titleOf = (id) => id.slice(id.indexOf(': ') + 2);

/** Adds up how often each change was come by. */
function addTo(sum, counts) {
  for (const [mutant, count] of Object.entries(counts)) sum[mutant] = (sum[mutant] ?? 0) + count;
}

class PagesRunner {
  #pages;
  #unchanged;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    // Ended with Ctrl+C, Stryker leaves this process behind, and the process its browser.
    process.once('disconnect', () => process.exit());
    this.#pages = await openPages(process.cwd());
  }

  /** Runs every test without a change. One that fails by itself tells nothing about changes: it is left out, and named. */
  async dryRun({ testFiles = [] }) {
    const tests = new Map();
    const leftOut = [];
    const mutantCoverage = { static: {}, perTest: {} };
    for (const testFile of testFiles) {
      const file = relative(process.cwd(), testFile).split(sep).join('/');
      const result = await this.#pages.run(file);
      if (result === 'hangs') {
        leftOut.push(`${file}: does not end`);
        continue;
      }
      for (const { title, ms } of result.tests) {
        const id = `${file}: ${title}`;
        tests.set(id, { id, name: id, fileName: testFile, timeSpentMs: ms, status: TestStatus.Success });
      }
      for (const { title, message } of result.failures) {
        tests.delete(`${file}: ${title}`);
        leftOut.push(`${file}: ${title} (${message})`);
      }
      const { coverage = { static: {}, perTest: {} } } = result;
      addTo(mutantCoverage.static, coverage.static);
      for (const [id, counts] of Object.entries(coverage.perTest)) {
        if (tests.has(id)) addTo((mutantCoverage.perTest[id] ??= {}), counts);
      }
    }
    const times = Object.fromEntries([...tests].map(([id, { timeSpentMs }]) => [id, timeSpentMs]));
    writeFileSync(unchangedPath(), JSON.stringify({ times, leftOut }));
    return { status: DryRunStatus.Complete, tests: [...tests.values()], mutantCoverage };
  }

  async mutantRun({ testFilter, activeMutant, sandboxFileName, mutantActivation, hitLimit }) {
    this.#unchanged ??= JSON.parse(readFileSync(unchangedPath(), 'utf8'));
    const { times } = this.#unchanged;
    const byFile = new Map();
    for (const id of testFilter ?? Object.keys(times)) {
      byFile.set(fileOf(id), [...(byFile.get(fileOf(id)) ?? []), id]);
    }
    const msOf = (ids) => ids.reduce((sum, id) => sum + (times[id] ?? 0), 0);
    // The tests of the file itself first, then the quickest: that is where most changes are told.
    const own = basename(sandboxFileName, '.ts');
    const isOther = (file) => Number(!basename(file).startsWith(`${own}.`));
    const files = [...byFile].sort(
      ([a, ids], [b, more]) => isOther(a) - isOther(b) || msOf(ids) - msOf(more),
    );

    let nrOfTests = 0;
    for (const [file, ids] of files) {
      const slowestMs = Object.fromEntries(
        ids.map((id) => [titleOf(id), LEAST_MS + TIMES * (times[id] ?? 0)]),
      );
      const result = await this.#pages.run(file, {
        titles: ids.map(titleOf),
        slowestMs: { ...slowestMs, '': LEAST_MS + TIMES * msOf(ids) },
        shouldStop: true,
        mutant: activeMutant.id,
        isFromTheStart: mutantActivation === 'static',
        hitLimit,
      });
      if (result === 'hangs') return { status: MutantRunStatus.Timeout };
      const isTooOften = determineHitLimitReached(result.hitCount, hitLimit);
      if (isTooOften) return { status: MutantRunStatus.Timeout, reason: isTooOften.reason };
      const { tests, failures } = result;
      nrOfTests += tests.length + failures.length;
      if (failures.length > 0) {
        const [{ title, message }] = failures;
        const killedBy = [`${file}: ${title}`].filter((id) => id in times);
        return {
          status: MutantRunStatus.Killed,
          killedBy: killedBy.length > 0 ? killedBy : [ids[0]],
          failureMessage: message,
          nrOfTests,
        };
      }
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }

  async dispose() {
    await this.#pages?.close();
  }
}

const PROSE = /\p{L}\s+\S|\S\s+\p{L}/u;
const PLAIN = new Set(['Identifier', 'MemberExpression', 'CallExpression']);

/** Texts for people: to be told that one is worded otherwise is no finding. Names, codes and types are changed. */
const wording = {
  shouldIgnore({ node }) {
    if (node.type === 'StringLiteral' && PROSE.test(node.value)) return 'a text for people';
    if (node.type !== 'TemplateLiteral') return undefined;
    // A text that decides something in the middle is changed like all code.
    const isPlain = node.expressions.every(({ type }) => PLAIN.has(type));
    return isPlain && node.quasis.some(({ value }) => PROSE.test(value.raw))
      ? 'a text for people'
      : undefined;
  },
};

export const strykerPlugins = [
  declareClassPlugin(PluginKind.TestRunner, 'pages', PagesRunner),
  declareValuePlugin(PluginKind.Ignore, 'wording', wording),
];
