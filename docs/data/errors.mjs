// The error codes, from the doc comments where the codes are.
import { readFile } from 'node:fs/promises';

const ENTRY = /\/\*\*\s*\*\s*When: ([\s\S]*?)\s*\*\s*Do: ([\s\S]*?)\s*\*\/\s*'?([A-Z_]+)(?:'|: '(.*)'),/g;

const sentence = (text) =>
  text.replaceAll(/\s*\n\s*\*\s*/g, ' ').replace(/^./, (letter) => letter.toUpperCase());

async function codesIn(file) {
  const source = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8');
  return [...source.matchAll(ENTRY)].map(([, when, what, code, text]) => ({
    code,
    text,
    when: sentence(when),
    do: sentence(what),
  }));
}

const [bridge, voice] = await Promise.all(
  ['src/protocol/errors.ts', 'src/voice/voice-error.ts'].map((file) => codesIn(file)),
);

export default { bridge, voice };
