// JsSIP as a module: it is CommonJS, which browsers do not import.
import { build } from 'esbuild';
import { ROOT } from './root.mjs';

/** A plugin of the dev server and of the test runner. */
export const jssipAsModule = {
  name: 'jssip-as-module',
  async serve({ path }) {
    if (!path.endsWith('/jssip/lib/JsSIP.js')) return undefined;
    const { outputFiles } = await build({
      absWorkingDir: ROOT,
      entryPoints: ['jssip'],
      bundle: true,
      format: 'esm',
      write: false,
    });
    return { body: outputFiles[0].text, type: 'js' };
  },
};
