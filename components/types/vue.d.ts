/**
 * The elements in Vue's templates: `import type {} from 'hs-calling-elements/types/vue'` in one file of the app. `@hs-call-request`
 * listens. Objects and functions are properties, so they are bound by the property's name: `:resolveParty`. Vue's types take
 * `:resolve-party` for the same, but Vue makes it an attribute.
 * vue-tsc 3.3 checks nothing of an element with `//` in the text of an attribute: bind such a text, `:allowed-origins="origins"`.
 */
import type { AllowedComponentProps, HTMLAttributes, VNodeProps } from 'vue';
import type { AttributeValue, ElementEvents, Elements, Listener, Pascal, Properties } from './elements.js';

/** What a template writes: text for numbers and booleans too. */
type Written<Value> = Value | AttributeValue<Value>;

type Own<E> = {
  [Name in keyof Properties<E>]: Written<Properties<E>[Name]>;
} & {
  [data: `data${string}`]: unknown;
} & {
  [Name in keyof ElementEvents as `on${Pascal<Name>}`]?: Listener<Name, E>;
};

type Common = Omit<HTMLAttributes, keyof AllowedComponentProps> & VNodeProps & AllowedComponentProps;

/** A component as a template sees it; the element is what its `ref` is. */
type Component<E> = new () => E & { $props: Own<E> & Omit<Common, keyof Own<E>> };

type OurComponents = { [Tag in keyof Elements]: Component<Elements[Tag]> };

declare module 'vue' {
  interface GlobalComponents extends OurComponents {}
  // What an app puts into an element names its slot. Vue's own types leave the attribute out.
  interface HTMLAttributes {
    slot?: string | undefined;
  }
}
