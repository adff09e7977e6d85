/** A table of words as a translator, or a tool of theirs, may have spoilt it. */
import { en } from '../../components/translations/testing/languages.js';

/** What a translator, or a tool of theirs, may make of each text. */
export const spoilers: Readonly<Record<string, (text: string) => string | undefined>> = {
  missing: () => undefined,
  empty: () => '',
  marks: (text) => `<b onclick="alert(1)">${text}</b>`,
  turned: (text) => `\u202e\u2067${text}`,
  controls: (text) => `\0\r\n${text}\u2028`,
  'one long word': (text) => `${text}${'n'.repeat(60)}`,
  'twice as long': (text) => `${text} ${text}`,
  accents: (text) => text.replaceAll(/[a-z]/g, '$&\u0301\u0301'),
};

/** English, spoilt by these one after the other; undefined for a word that stays. */
export function spoilt(names: readonly (string | undefined)[]) {
  const words = Object.entries(en).map(([key, word], i) => {
    const spoil = spoilers[names[i % names.length] ?? ''] ?? ((text: string) => text);
    if (key.startsWith('$')) return [key, word] as const;
    if (typeof word === 'string') return [key, spoil(word)] as const;
    const say = word as (...given: unknown[]) => string;
    const isMissing = spoil('') === undefined;
    return [key, isMissing ? undefined : (...given: unknown[]) => spoil(say(...given)) ?? ''] as const;
  });
  const given = Object.fromEntries(words.filter(([, word]) => word !== undefined));
  return { ...given, $code: 'qaa', $name: 'Spoilt', $dir: 'ltr' } as unknown as typeof en;
}
