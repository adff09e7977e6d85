/**
 * What templates know of the elements: derived from the elements themselves and from the table of their events, so that a
 * property or an event that is added is known in every framework at once. Types only: as a module it is empty.
 */
import type { LitElement } from 'lit';
import type { BaseElement } from '../shared/base-element.js';

// With a module, its tag and its events are in the tables of every HTML element.
export type { HsCallingHost } from '../calling-host/calling-host.js';
export type { HsLoopbackVoice } from '../loopback-voice/loopback-voice.js';
export type { HsElement } from '../registered-classes.js';
export type { HsSipVoice } from '../sip-voice/sip-voice.js';

/** The elements of this package, by their tags. */
export type Elements = {
  [
    Tag in keyof HTMLElementTagNameMap as HTMLElementTagNameMap[Tag] extends BaseElement ? Tag : never
  ]: HTMLElementTagNameMap[Tag];
};

/** The events of the elements, by their names. Most bubble, so a listener on any element may get one of a part of it. */
export type ElementEvents = {
  [
    Name in keyof HTMLElementEventMap as Name extends `hs-${string}` ? Name : never
  ]: HTMLElementEventMap[Name];
};

/** A listener on an element. */
export type Listener<Name extends keyof ElementEvents, E> =
  ((event: ElementEvents[Name] & { readonly currentTarget: E }) => void) | undefined;

/** Listeners of every event, by names that begin as the framework wants them. */
export type Listeners<Prefix extends string, E> = {
  [Name in keyof ElementEvents as `${Prefix}${Name}`]?: Listener<Name, E>;
};

/** Whether two types are the same to the letter: those that differ only in `readonly` are assignable to each other. */
type IsSame<A, B> =
  (<T>(value: T) => T extends A ? 1 : 2) extends <T>(value: T) => T extends B ? 1 : 2 ? true : false;

type IsWritable<E, Key extends keyof E> = IsSame<{ [K in Key]: E[K] }, { -readonly [K in Key]: E[K] }>;

type IsMethod<Value> = Value extends (...args: never[]) => unknown ? true : false;

/** The names of the properties that a page can set on an element, besides those of every HTML element. */
export type PropertyName<E> = {
  [Key in keyof E]: Key extends keyof LitElement
    ? never
    : IsMethod<E[Key]> extends true
      ? never
      : IsWritable<E, Key> extends true
        ? Key
        : never;
}[keyof E] &
  string;

/** `autoDial` as `auto-dial`. */
export type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Uncapitalize<First> ? First : `-${Uncapitalize<First>}`}${Kebab<Rest>}`
  : Name;

/** `hs-call-request` as `HsCallRequest`. */
export type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** What an attribute may be: text for a number, `""`, `"true"` and `"false"` for a boolean. */
export type AttributeValue<Value> = Value extends boolean
  ? Value | `${Value}` | (Value extends true ? '' : never)
  : Value extends number
    ? Value | `${number}`
    : Value extends string | undefined
      ? Value
      : never;

/** The names of the properties that are attributes too: what can be written as text. */
type TextName<E> = {
  [Key in PropertyName<E>]-?: [Extract<E[Key], string | number | boolean>] extends [never] ? never : Key;
}[PropertyName<E>];

/** The properties of an element: `autoDial`. */
export type Properties<E> = {
  [Key in PropertyName<E>]?: E[Key] | undefined;
};

/** The attributes of an element: `auto-dial`. */
export type Attributes<E> = {
  [Key in TextName<E> as Kebab<Key>]?: AttributeValue<E[Key]> | undefined;
};

/** Both: what is set by its name as a property where the element has one, and as an attribute otherwise. */
export type PropertiesAndAttributes<E> = Attributes<E> & Omit<Properties<E>, keyof Attributes<E>>;
