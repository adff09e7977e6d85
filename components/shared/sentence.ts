/** How words become sentences, for the tables of all languages. */

/** A text that others wrote, as the end of a sentence: with a stop, unless it ends with one. */
export function stopped(text: string, stop = '.'): string {
  const end = text.trimEnd();
  return /[.!?…。！？؟]$/u.test(end) ? end : end + stop;
}

/** The words that a language uses with a number. `other` stands in for forms that it does not have. */
export function plural(
  lang: string,
  count: string,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string },
): string {
  return forms[new Intl.PluralRules(lang).select(Number(count))] ?? forms.other;
}
