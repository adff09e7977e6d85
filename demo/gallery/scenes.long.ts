// Every scene in all languages and both colour schemes: `npm run test:axe`.
import { checkScenes } from './scenes-axe.js';

for (const lang of ['en', 'de', 'fr', 'es', 'ja', 'ar']) {
  checkScenes({ lang, scheme: 'light' });
  checkScenes({ lang, scheme: 'dark' });
}
