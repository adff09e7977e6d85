/** Adds the English words of all elements but the dialer, the keypad and the status. Each of those elements imports this. */
import { basicWords, furtherWords } from '../translations/en.js';
import { registerTranslation } from './localize.js';

const { $code, $name, $dir } = basicWords;

// The words are added to those that the language has already.
registerTranslation({ $code, $name, $dir, ...furtherWords });
