/**
 * Lit's `@property` and `@state` for TypeScript's decorators. The same call as Lit's own, which also serve standard
 * decorators: that would be a kilobyte in every bundle.
 */
import type { LitElement, PropertyDeclaration } from 'lit';

/** A public property; unless `attribute` is false, an attribute too. */
export function property(options?: PropertyDeclaration) {
  return (prototype: LitElement, name: string): void => {
    (prototype.constructor as typeof LitElement).createProperty(name, options);
  };
}

/** A property of the element's own: a change renders it anew. */
export function state() {
  return property({ state: true });
}
