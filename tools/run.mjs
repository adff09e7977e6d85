// Runs a command of the project's own dependencies, or of Node, and waits for its end.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './root.mjs';

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, isQuiet?: boolean }} [options] `env` is added to the
 *   present one; `cwd` is the folder of the project unless said otherwise; a quiet command shows nothing of its output
 *   while it runs
 * @returns {Promise<{ ok: boolean, output: string }>} the output of both streams, without colours
 */
export function run(command, args, { env = {}, cwd = ROOT, isQuiet = false } = {}) {
  return new Promise((resolve) => {
    const PATH = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env, PATH },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const say = (stream, text) => {
      output += text;
      if (!isQuiet) stream.write(text);
    };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (chunk) => say(process[name], chunk));
    }
    const end = (ok) => resolve({ ok, output: stripVTControlCharacters(output) });
    child.once('error', (error) => {
      say(process.stderr, `${command}: ${error.message}\n`);
      end(false);
    });
    child.once('close', (code, signal) => {
      if (code !== 0) say(process.stderr, `${command} ended with ${signal ?? `code ${code}`}.\n`);
      end(code === 0);
    });
  });
}
