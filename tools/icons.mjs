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
  keyboard: 'keyboard',
  record: 'circle-dot',
  transfer: 'phone-forwarded',
  voicemail: 'voicemail',
  end: { file: 'phone', turn: 135 },
  silence: 'bell-off',
  settings: 'settings-2',
  logOut: 'log-out',
  more: 'ellipsis',
  close: 'x',
  person: 'user-round',
  unmuted: 'mic',
  resume: 'play',
  openRecord: 'external-link',
  history: 'history',
  missed: 'phone-missed',
  inbound: 'phone-incoming',
  outbound: 'phone-outgoing',
};

const root = fileURLToPath(new URL('..', import.meta.url));
const source = path.join(root, 'node_modules/lucide-static/icons');

const lines = await Promise.all(
  Object.entries(icons).map(async ([name, icon]) => {
    const { file, turn } = typeof icon === 'string' ? { file: icon } : icon;
    const text = await readFile(path.join(source, `${file}.svg`), 'utf8');
    const shapes = /<svg[^>]*>([\s\S]*)<\/svg>/
      .exec(text)?.[1]
      .trim()
      .replaceAll(/\s*\n\s*/g, '');
    // A glyph is turned around its middle: a handset that lies down ends a call.
    const drawn = turn ? `<g transform="rotate(${turn} 12 12)">${shapes}</g>` : shapes;
    return `export const ${name}: Shape = () => svg\`${drawn}\`;`;
  }),
);

await writeFile(
  path.join(root, 'components/shared/icons.ts'),
  `// Made by tools/icons.mjs from lucide-static (ISC licence: cdn/THIRD-PARTY-NOTICES.txt). Do not edit.
import { svg } from 'lit';

/** The lines of an icon. */
export type Shape = () => ReturnType<typeof svg>;

${lines.join('\n')}
`,
);
