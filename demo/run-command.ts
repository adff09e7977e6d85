/** Starts the built `hs-calling-host` for the end-to-end tests. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';

const bin = fileURLToPath(new URL('../dist/src/command/hs-calling-host.js', import.meta.url));
const element = fileURLToPath(new URL('../cdn/hs-calling-host.min.js', import.meta.url));

/** A command that runs. */
export interface Command {
  /** Where its page is, as it has printed it. */
  readonly address: string;
  /** All that it has printed so far. */
  readonly printed: () => string;
  /** Does as Ctrl+C. The exit code. */
  readonly end: () => Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Starts it around a widget; resolves when it has said where to look. */
export async function runCommand(widget: string, ...options: string[]): Promise<Command> {
  if (!existsSync(bin) || !existsSync(element)) throw new Error('The command is not built: npm run build');
  const child = spawn(process.execPath, [bin, widget, '--no-open', ...options]);
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  const opening = /^Open +(\S+)$/m;
  await expect.poll(() => output).toMatch(opening);
  return {
    address: opening.exec(output)?.[1] ?? '',
    printed: () => output,
    end: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** Ends those that a test has left. */
export function endCommands(): void {
  for (const child of running) child.kill('SIGKILL');
}
