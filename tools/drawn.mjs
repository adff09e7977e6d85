// A page that a server has drawn, with every element: its markup, and the script that takes it over. Needs `npm run build`.
import { build } from 'esbuild';
import { ELEMENT_ENTRIES, PACKAGE } from './published.mjs';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';

/** The markup of the page, drawn in a process of its own: there the package is loaded without a document. */
export async function drawnMarkup() {
  const { ok, output } = await run(process.execPath, ['tools/draw-on-server.mjs'], { isQuiet: true });
  if (!ok) throw new Error(output);
  return output;
}

/** An app of Lit loads Lit's own support for what a server has drawn, before Lit. */
const APP = `
  import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
  import './tools/an-app.mjs';`;

/** The script of the page, for browsers. */
export async function drawnScript({ hasApp }) {
  const elements = ELEMENT_ENTRIES.map(([entry]) => `import '${PACKAGE.name}/${entry}';`);
  const { outputFiles } = await build({
    stdin: { contents: [hasApp ? APP : '', ...elements].join('\n'), resolveDir: ROOT },
    bundle: true,
    format: 'esm',
    external: ['jssip'],
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
