// All languages, both schemes: `npm run test:axe`.
import { judgeScenes } from './scenes-axe.js';

for (const lang of ['en', 'de', 'fr', 'es', 'ja', 'ar']) {
  judgeScenes({ lang, scheme: 'light' });
  judgeScenes({ lang, scheme: 'dark' });
}
