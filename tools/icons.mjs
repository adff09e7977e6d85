// Writes components/shared/icons.ts from the icon package: only the shapes we draw, as Lit templates.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const icons = {
  phone: 'phone',
  deleteDigit: 'delete',
  mute: 'mic-off',
  hold: 'pause',
  keypad: 'grip',
  record: 'circle-dot',
  transfer: 'phone-forwarded',
  end: 'phone-off',
  silence: 'bell-off',
  settings: 'settings',
  logOut: 'log-out',
};

const root = fileURLToPath(new URL('..', import.meta.url));
const source = path.join(root, 'node_modules/lucide-static/icons');

const lines = await Promise.all(
  Object.entries(icons).map(async ([name, file]) => {
    const text = await readFile(path.join(source, `${file}.svg`), 'utf8');
    const shapes = /<svg[^>]*>([\s\S]*)<\/svg>/
      .exec(text)?.[1]
      .trim()
      .replaceAll(/\s*\n\s*/g, '');
    return `  ${name}: svg\`${shapes}\`,`;
  }),
);

await writeFile(
  path.join(root, 'components/shared/icons.ts'),
  `// Made by tools/icons.mjs from lucide-static (ISC licence). Do not edit.
import { svg } from 'lit';

export const shapes = {
${lines.join('\n')}
};
`,
);
