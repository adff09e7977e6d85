/**
 * Lit's `@property` and `@state`, for TypeScript's decorators only. Lit's own also work as standard decorators, which adds
 * a kilobyte to every bundle.
 */
import type { LitElement, PropertyDeclaration } from 'lit';

/** A public property. It is an attribute too, unless `attribute` is false. */
export function property(options?: PropertyDeclaration) {
  return (prototype: LitElement, name: string): void => {
    (prototype.constructor as typeof LitElement).createProperty(name, options);
  };
}

/** Internal state of an element: it is rendered again when the value changes. */
export function state() {
  return property({ state: true });
}
