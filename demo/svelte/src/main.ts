import { mount } from 'svelte';
import type {} from 'hs-calling-elements/types/svelte';
import App from './App.svelte';
import './style.css';

// With `?late`, the elements are loaded at the first click: what the app has set by then counts all the same.
const loadElements = () => import('./elements');
if (new URLSearchParams(location.search).has('late')) {
  document.addEventListener('click', loadElements, { once: true });
} else {
  await loadElements();
}

mount(App, { target: document.querySelector('#app') as HTMLElement });
