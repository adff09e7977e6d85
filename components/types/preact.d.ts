/**
 * The elements in Preact's templates: `import type {} from 'hs-calling-elements/types/preact'` in one file of the app.
 * Listeners are named as the event: `onhs-call-request`.
 */
import type { JSX as PreactJSX, ClassAttributes } from 'preact';
import type { Elements, Listeners, PropertiesAndAttributes } from './elements.js';

type Own<E> = PropertiesAndAttributes<E> & Listeners<'on', E>;

type Common<E extends EventTarget> = PreactJSX.HTMLAttributes<E> & ClassAttributes<E>;

type OurElements = {
  [Tag in keyof Elements]: Own<Elements[Tag]> & Omit<Common<Elements[Tag]>, keyof Own<Elements[Tag]>>;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends OurElements {}
  }
}
