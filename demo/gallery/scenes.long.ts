// Every scene in all languages and both colour schemes: `npm run test:axe`.
import { languages } from '../../components/translations/testing/languages.js';
import { checkScenes } from './scenes-axe.js';

for (const terms of languages) {
  checkScenes({ terms, scheme: 'light' });
  checkScenes({ terms, scheme: 'dark' });
}
