// Runs a command of the project's own dependencies, or of Node, and waits for its end.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './root.mjs';

/**
 * Shows the output as it comes.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to the present one
 * @returns {Promise<{ ok: boolean, output: string }>} the output of both streams, without colours
 */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const PATH = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env, PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (chunk) => {
        output += chunk;
        process[stream].write(chunk);
      });
    }
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve({ ok: false, output });
    });
    child.once('close', (code, signal) => {
      if (code !== 0) console.error(`${command} ended with ${signal ?? `code ${code}`}.`);
      resolve({ ok: code === 0, output: stripVTControlCharacters(output) });
    });
  });
}
