/**
 * The elements in React's templates: `import type {} from 'hs-calling-elements/types/react'` in one file of the app. React
 * 19 sets properties and listens (`onhs-call-request`); React 18 writes attributes only, so there it is only these that are
 * known. Needs `@types/react` 18.3 or newer.
 */
import type * as React from 'react';
import type { Attributes, Elements, Listeners, PropertiesAndAttributes } from './elements.js';

/** React 19 is the first that has this function. */
type IsOld = typeof React extends { useActionState: unknown } ? false : true;

// React 18 writes `className` of a custom element as an attribute of that name.
type Common<E> = React.RefAttributes<E> & { class?: string | undefined } & (IsOld extends true
    ? Omit<React.HTMLAttributes<E>, 'className'>
    : React.HTMLAttributes<E>);

type Own<E> = IsOld extends true ? Attributes<E> : PropertiesAndAttributes<E> & Listeners<'on', E>;

type Props<E> = Own<E> & Omit<Common<E>, keyof Own<E>>;

type OurElements = { [Tag in keyof Elements]: Props<Elements[Tag]> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends OurElements {}
  }
}
