import { createApp } from 'vue';
import type {} from 'hs-calling-elements/types/vue';
import App from './App.vue';
import './style.css';

// With `?late`, the elements are loaded at the first click: what the app has set by then counts all the same.
const loadElements = () => import('./elements');
if (new URLSearchParams(location.search).has('late')) {
  document.addEventListener('click', loadElements, { once: true });
} else {
  await loadElements();
}

createApp(App).mount('#app');
