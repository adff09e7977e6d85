/** Lets the reader change every token of the elements, and shows the effect. */
import { talkTimeMs } from './gallery/scene.js';
import { play } from './gallery/scenes.js';
import { copyOf, part } from './page.js';

/** The tokens, with their values in the light scheme. */
const tokens: Readonly<Record<string, string>> = {
  '--hs-color-text': '#1f2d3d',
  '--hs-color-text-quiet': '#52637a',
  '--hs-color-surface': '#ffffff',
  '--hs-color-raised': '#f4f7fa',
  '--hs-color-fill': '#e9eef4',
  '--hs-color-line': '#dbe3eb',
  '--hs-color-field-line': '#7a8da1',
  '--hs-color-accent': '#00758a',
  '--hs-color-accent-wash': '#e3f3f5',
  '--hs-color-on-accent': '#ffffff',
  '--hs-color-call': '#14804a',
  '--hs-color-call-text': '#0f6a3c',
  '--hs-color-call-wash': '#e6f5ec',
  '--hs-color-on-call': '#ffffff',
  '--hs-color-danger': '#c5283d',
  '--hs-color-danger-text': '#c5283d',
  '--hs-color-danger-wash': '#fdecee',
  '--hs-color-on-danger': '#ffffff',
  '--hs-color-warn': '#8a5300',
  '--hs-color-warn-wash': '#fff3dc',
  '--hs-radius': '8px',
  '--hs-space': '4px',
  '--hs-key-size': '56px',
  '--hs-font-size': '1rem',
  '--hs-font-family': '',
};

const presets: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  compact: { '--hs-space': '3px', '--hs-key-size': '44px', '--hs-font-size': '0.9375rem' },
  round: { '--hs-radius': '24px', '--hs-color-accent': '#6a3fb5', '--hs-color-call': '#6a3fb5' },
};

const form = part('#tokens', HTMLFormElement);
const { style } = document.documentElement;
const chosen = new Map<string, string>();

function apply(name: string, value: string): void {
  if (value === tokens[name] || value === '') chosen.delete(name);
  else chosen.set(name, value);
  style.setProperty(name, chosen.get(name) ?? '');
  const lines = [...chosen].map(([token, now]) => `  ${token}: ${now};`);
  part('#css', HTMLElement).textContent =
    lines.length > 0 ? `:root {\n${lines.join('\n')}\n}` : 'Nothing changed yet.';
}

for (const [name, value] of Object.entries(tokens)) {
  const row = copyOf('token');
  part('code', HTMLElement, row).textContent = name;
  const input = part('input', HTMLInputElement, row);
  input.type = value.startsWith('#') ? 'color' : 'text';
  input.name = name;
  input.value = value;
  input.addEventListener('input', () => apply(name, input.value));
  form.append(row);
  apply(name, value);
}

function set(values: Readonly<Record<string, string>>): void {
  for (const [name, usual] of Object.entries(tokens)) {
    const value = values[name] ?? usual;
    part(`[name="${name}"]`, HTMLInputElement, form).value = value;
    apply(name, value);
  }
}

for (const button of document.querySelectorAll<HTMLElement>('[data-preset]')) {
  button.addEventListener('click', () => set(presets[button.dataset['preset'] ?? ''] ?? {}));
}
part('#presets', HTMLFormElement).addEventListener('reset', () => set({}));

for (const name of ['ready', 'incoming', 'in a call', 'wrap-up']) {
  const section = copyOf('screen');
  part('h2', HTMLElement, section).textContent = name;
  part('main', HTMLElement).append(section);
  await play(name, part('.frame', HTMLElement, section), { now: Date.now() - talkTimeMs });
}
document.documentElement.dataset['ready'] = '';
