import { ar } from '../../components/translations/ar.js';
import { en } from '../../components/translations/testing/languages.js';
import { checkScenes } from './scenes-axe.js';

checkScenes({ terms: en, scheme: 'light' });
checkScenes({ terms: ar, scheme: 'dark' });
