import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app';

// With `?late`, the elements are loaded at the first click: what the app has set by then counts all the same.
const loadElements = () => import('./elements');
if (new URLSearchParams(location.search).has('late')) {
  document.addEventListener('click', loadElements, { once: true });
} else {
  await loadElements();
}

await bootstrapApplication(App);
