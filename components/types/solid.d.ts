/**
 * The elements in Solid's templates: `import type {} from 'hs-calling-elements/types/solid'` in one file of the app. A listener is
 * `on:hs-call-request`; `attr:`, `prop:` and `bool:` say how something is set.
 */
import type { JSX as SolidJSX } from 'solid-js';
import type { Attributes, Elements, Listeners, Properties, PropertiesAndAttributes } from './elements.js';

type Prefixed<Prefix extends string, Values> = {
  [Name in keyof Values & string as `${Prefix}:${Name}`]?: Values[Name];
};

type BooleanName<Values> = {
  [Name in keyof Values]-?: true extends Values[Name] ? Name : never;
}[keyof Values];

type Own<E> = PropertiesAndAttributes<E> &
  Listeners<'on:', E> &
  Prefixed<'attr', Attributes<E>> &
  Prefixed<'prop', Properties<E>> & {
    [Name in BooleanName<Attributes<E>> & string as `bool:${Name}`]?: boolean | undefined;
  };

type OurElements = {
  [Tag in keyof Elements]: Own<Elements[Tag]> &
    Omit<SolidJSX.HTMLAttributes<Elements[Tag]>, keyof Own<Elements[Tag]>>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends OurElements {}
  }
}
