import { judgeScenes } from './fake-scenes-axe.js';

judgeScenes({ lang: 'en', scheme: 'light' });
judgeScenes({ lang: 'ar', scheme: 'dark' });
