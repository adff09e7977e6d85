import { judgeScenes } from './scenes-axe.js';

judgeScenes({ lang: 'en', scheme: 'light' });
judgeScenes({ lang: 'ar', scheme: 'dark' });
