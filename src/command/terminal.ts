/** Writes lines for a person. They are coloured on a terminal only. */
import type { Finding } from './findings.js';

/** Where lines go: `process.stdout`, or anything like it. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

type Environment = Readonly<Record<string, string | undefined>>;

const colours = { good: 32, bad: 31, note: 33, quiet: 2 } as const;

/** Width of the first column, in characters. */
const firstColumnWidth = 12;

/** Longer text is cut off, in characters. */
const maxTextLength = 2000;

/** Writes to an output, and knows whether it may use colours. */
export class Terminal {
  readonly #output: Output;
  readonly #isColoured: boolean;

  constructor(output: Output, env: Environment) {
    this.#output = output;
    this.#isColoured = isTerminal(output) && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  }

  line(text = ''): void {
    this.#output.write(`${text}\n`);
  }

  /** A line with a word in the first column. */
  say(word: string, text: string, colour: keyof typeof colours = 'quiet'): void {
    this.line(`${this.#paint(word.padEnd(firstColumnWidth), colour)}${plain(text)}`);
  }

  /** One finding: what is wrong, and below it what to do. */
  finding({ what, todo, trouble, isNote }: Finding): void {
    this.say(isNote ? 'Note' : 'Problem', `${what} [${trouble}]`, isNote ? 'note' : 'bad');
    for (const text of todo) this.line(`${' '.repeat(firstColumnWidth)}${plain(text)}`);
  }

  #paint(text: string, colour: keyof typeof colours): string {
    return this.#isColoured ? `\x1b[${String(colours[colour])}m${text}\x1b[0m` : text;
  }
}

/** Whether the output is a terminal, and not a file or a pipe. */
export function isTerminal(output: Output): boolean {
  return output.isTTY === true;
}

// The text may come from servers and pages: control and direction characters must not reach the terminal.
function plain(text: string): string {
  const shown = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
  return shown.length > maxTextLength ? `${shown.slice(0, maxTextLength)}…` : shown;
}
