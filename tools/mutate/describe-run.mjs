// What a run of changes comes to: each survivor with its place, how many they are, and the line of counts.
import { readFileSync } from 'node:fs';
import { countsLine } from '../counts.mjs';

const KILLED = new Set(['Killed', 'Timeout', 'RuntimeError']);
const SURVIVED = new Set(['Survived', 'NoCoverage']);

/** The text between two places. Lines and columns count from one. */
function between(text, { start, end }) {
  const lines = text.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join('\n');
}

const short = (text) => {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
};

/**
 * @param {readonly import('@stryker-mutator/api/core').MutantResult[]} mutants
 * @param {{ leftOut: readonly string[], below: number, read?: (file: string) => string }} options `leftOut` names tests
 *   that fail without a change; `below` is what the share of survivors has to stay under, in percent
 * @returns {{ text: string, isEnough: boolean }} it is not enough either if nothing could be changed
 */
export function describeRun(mutants, { leftOut, below, read = (file) => readFileSync(file, 'utf8') }) {
  const killed = mutants.filter(({ status }) => KILLED.has(status));
  const survivors = mutants.filter(({ status }) => SURVIVED.has(status));
  const all = killed.length + survivors.length;
  const percent = (100 * survivors.length) / all;
  const lines = survivors.map(({ fileName, location, replacement, status }) => {
    const { line, column } = location.start;
    const was = short(between(read(fileName), location));
    const note = status === 'NoCoverage' ? ' (no test comes here)' : '';
    return `${fileName}:${line}:${column}  ${was}  became  ${short(replacement) || 'nothing'}${note}`;
  });
  return {
    text: [
      ...lines,
      ...leftOut.map((test) => `Left out, it fails without a change: ${test}`),
      `${all === 0 ? 'Nothing' : `${percent.toFixed(1)} %`} of ${all} changes survived; less than ${below} % are wanted.`,
      countsLine({ passed: killed.length, failed: survivors.length, skipped: leftOut.length }),
    ].join('\n'),
    isEnough: percent < below,
  };
}
