/**
 * The elements in Svelte's templates: `import type {} from 'hs-calling-elements/types/svelte'` in one file of the app. Listeners
 * are named as the event: `onhs-call-request`, or `on:hs-call-request` as in Svelte 4.
 */
import type { HTMLAttributes } from 'svelte/elements';
import type { Elements, Listeners, PropertiesAndAttributes } from './elements.js';

type Own<E> = PropertiesAndAttributes<E> & Listeners<'on' | 'on:', E>;

type OurElements = {
  [Tag in keyof Elements]: Own<Elements[Tag]> & Omit<HTMLAttributes<Elements[Tag]>, keyof Own<Elements[Tag]>>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends OurElements {}
}
