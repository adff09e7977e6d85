/** Lines for a person: plain, coloured on a terminal only. */
import type { Finding } from './findings.js';

/** Where lines go: `process.stdout`, or anything like it. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

type Environment = Readonly<Record<string, string | undefined>>;

const colours = { good: 32, bad: 31, note: 33, quiet: 2 } as const;

/** How a line begins. */
const width = 12;

/** Writes lines. */
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

  /** A line with a word before it. */
  say(word: string, text: string, colour: keyof typeof colours = 'quiet'): void {
    this.line(`${this.#paint(word.padEnd(width), colour)}${plain(text)}`);
  }

  /** What is wrong, and below it what to do. */
  finding({ what, todo, trouble, isNote }: Finding): void {
    this.say(isNote ? 'Note' : 'Problem', `${what} [${trouble}]`, isNote ? 'note' : 'bad');
    for (const text of todo) this.line(`${' '.repeat(width)}${plain(text)}`);
  }

  #paint(text: string, colour: keyof typeof colours): string {
    return this.#isColoured ? `\x1b[${String(colours[colour])}m${text}\x1b[0m` : text;
  }
}

/** Whether a person looks at it. */
export function isTerminal(output: Output): boolean {
  return output.isTTY === true;
}

// Servers and pages have their words in it: none of them may move the cursor, or turn the text around.
function plain(text: string): string {
  const most = 2000;
  const shown = text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
  return shown.length > most ? `${shown.slice(0, most)}…` : shown;
}
