// Whether the code in the guides is true: TypeScript reads what is script, with the types of the built package; a browser
// loads what is HTML. The start guides are followed as well, and what needs a framework's compiler is tried there.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transform } from 'esbuild';
import ts from 'typescript';
import { ROOT } from '../../tools/root.mjs';
import { blocksOf, markdownFiles } from './guides.mjs';
import { serve } from './serve.mjs';

const OPTIONS = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  noEmit: true,
  skipLibCheck: true,
  strict: true,
  allowJs: true,
};

/** As an editor reads a page's script: nothing is declared, and `querySelector` finds what is there. */
const SCRIPT = {
  ...OPTIONS,
  checkJs: true,
  noImplicitAny: false,
  strictNullChecks: false,
  useUnknownInCatchVariables: false,
};

/** A page's script says `target.value` without telling which element it is. */
const isOfThePage = (text) => /does not exist on type '(?:EventTarget|Element)'/.test(text);

/** Packages that the guides tell to install, and that are not here. */
const isElsewhere = (text) => /^Cannot find module '(?!hs-calling-elements|\.)/.test(text);

function check(blocks, options, folder) {
  const places = new Map();
  for (const [index, { code, language, place, file }] of blocks.entries()) {
    // Files of one guide import each other.
    const path = join(folder, file ?? `${index}.${language}`);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, `${code}\nexport {};\n`);
    places.set(path, place);
  }
  const program = ts.createProgram([...places.keys(), join(folder, 'snippets.d.ts')], options);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, start, messageText }) => {
      const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      const text = ts.flattenDiagnosticMessageText(messageText, ' ');
      return { text, where: `${places.get(file?.fileName) ?? file?.fileName}, line ${line} of the code` };
    })
    .filter(({ text }) => !isOfThePage(text) && !isElsewhere(text))
    .map(({ text, where }) => `${where}: ${text}`);
}

function must(problems) {
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

export async function codeChecks({ browser, attempt }) {
  const files = await markdownFiles();
  const blocks = (await Promise.all(files.map(blocksOf))).flat();
  const of = (...languages) => blocks.filter(({ language }) => languages.includes(language));
  const isFollowed = ({ place, file }) => file && place.startsWith('start/');

  const folder = mkdtempSync(join(tmpdir(), 'hs-calling-code-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(ROOT, join(folder, 'node_modules/hs-calling-elements'));
  copyFileSync(join(import.meta.dirname, 'snippets.d.ts'), join(folder, 'snippets.d.ts'));
  try {
    await attempt('the scripts of the guides', () => {
      const scripts = of('js').filter((block) => !isFollowed(block) && !block.elsewhere);
      must(check(scripts, SCRIPT, folder));
      return `${scripts.length} compiled`;
    });
    await attempt('the TypeScript of the guides', () => {
      const scripts = of('ts').filter((block) => !isFollowed(block) && !block.elsewhere);
      must(check(scripts, OPTIONS, folder));
      return `${scripts.length} compiled`;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }

  await attempt('what is tried elsewhere, or needs an engine or a framework that is not here', async () => {
    const scripts = [...of('jsx', 'tsx'), ...of('js', 'ts').filter(({ elsewhere }) => elsewhere)];
    for (const { code, language, place } of scripts) {
      await transform(code, { loader: language, jsx: 'preserve' }).catch(({ message }) => {
        throw new Error(`${place}: ${message}`);
      });
    }
    return `${scripts.length} parsed`;
  });

  await attempt('the HTML of the guides', async () => {
    const pages = of('html').filter((block) => !isFollowed(block) && !block.elsewhere);
    const server = await serve(ROOT, {
      // Each snippet in a page of its own, as the guides tell: with every element, framed by nobody.
      page: (index) =>
        pages[index] &&
        `<!doctype html><html lang="en"><title>Code</title><link rel="icon" href="data:,">
        <script type="module" src="/cdn/hs-calling-elements.min.js"></script>
        <script type="module" src="/cdn/hs-loopback-voice.min.js"></script>
        <script type="module" src="/cdn/hs-sip-voice.min.js"></script><body>${pages[index].code}`,
    });
    const page = await browser.newPage();
    const trouble = [];
    page.on('pageerror', ({ message }) => trouble.push(message));
    page.on('console', (message) => {
      // The server of the example is nobody's.
      if (message.type() === 'error' && !/WebSocket/.test(message.text())) trouble.push(message.text());
    });
    try {
      for (const [index, { place }] of pages.entries()) {
        const before = trouble.length;
        await page.goto(`${server.address}page/${index}`);
        await page.evaluate(() => customElements.whenDefined('hs-calling-bridge').then(() => undefined));
        const strangers = await page.evaluate(() =>
          [...document.querySelectorAll(':not(:defined)')].map(
            ({ localName }) => `<${localName}> is no element`,
          ),
        );
        trouble.push(...strangers);
        if (trouble.length > before) trouble[before] = `${place}: ${trouble[before]}`;
      }
    } finally {
      await page.close();
      await server.close();
    }
    must(trouble);
    return `${pages.length} loaded`;
  });
}
