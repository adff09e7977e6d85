import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type {} from 'hs-calling-elements/types/react';
import { App } from './App';
import './style.css';

// With `?late`, the elements are loaded at the first click: what the app has set by then counts all the same.
const loadElements = () => import('./elements');
if (new URLSearchParams(location.search).has('late')) {
  document.addEventListener('click', loadElements, { once: true });
} else {
  await loadElements();
}

createRoot(document.querySelector('#app') as HTMLElement).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
