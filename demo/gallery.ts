/** Shows every scene of the gallery; `?scene=ready` shows only one. `?lang=ar&scheme=dark&width=320` sets the lists above. */
import { languages } from '../components/translations/testing/languages.js';
import { talkTimeMs } from './gallery/scene.js';
import { play, scenes } from './gallery/scenes.js';
import { copyOf, part } from './page.js';

const form = part('form', HTMLFormElement);
const asked = new URLSearchParams(location.search);

function choose(name: string, apply: (value: string) => void): void {
  const list = part(`[name=${name}]`, HTMLSelectElement, form);
  const wanted = asked.get(name);
  if ([...list.options].some(({ value }) => value === wanted)) list.value = wanted ?? '';
  apply(list.value);
  list.addEventListener('change', () => apply(list.value));
}

const { documentElement: root } = document;
const list = part('[name=lang]', HTMLSelectElement, form);
for (const { $name, $code } of languages) list.add(new Option($name, $code));
choose('lang', (lang) => {
  root.lang = lang;
  root.dir = languages.find(({ $code }) => $code === lang)?.$dir ?? 'ltr';
});
choose('scheme', (scheme) => (root.style.colorScheme = scheme));
choose('width', (width) => root.style.setProperty('--width', `${width}px`));

const only = asked.get('scene');
for (const name of only === null ? Object.keys(scenes) : [only]) {
  const section = copyOf('screen');
  part('h2', HTMLElement, section).textContent = name.charAt(0).toUpperCase() + name.slice(1);
  part('main', HTMLElement).append(section);
  // One after the other, since each scene may move the focus.
  await play(name, part('.frame', HTMLElement, section), { now: Date.now() - talkTimeMs });
}
if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
scrollTo(0, 0);
root.dataset['ready'] = '';
