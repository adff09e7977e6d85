/** All languages, for tests and the gallery. Importing this file registers them. */
import type { Terms } from '../../shared/terms.js';
import { ar } from '../ar.js';
import { de } from '../de.js';
import { basicWords, furtherWords } from '../en.js';
import { es } from '../es.js';
import { fr } from '../fr.js';
import { ja } from '../ja.js';

/** All words of English, in one table like those of the other languages. */
export const en: Terms = { ...basicWords, ...furtherWords };

export const languages: readonly Terms[] = [en, de, fr, es, ja, ar];

/** All languages but English. */
export const translations = languages.filter((terms) => terms !== en);
