import { checkScenes } from './scenes-axe.js';

checkScenes({ lang: 'en', scheme: 'light' });
checkScenes({ lang: 'ar', scheme: 'dark' });
