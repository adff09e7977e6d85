/** Names that are derived from a message's type: `DIAL_NUMBER` → `hs-dial-number`, `onDialNumber`. */

type Kebab<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Lowercase<Head>}-${Kebab<Tail>}`
  : Lowercase<S>;

type Pascal<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Capitalize<Lowercase<Head>>}${Pascal<Tail>}`
  : Capitalize<Lowercase<S>>;

/** The name of the DOM event of a message. */
export type EventName<T extends string> = `hs-${Kebab<T>}`;
/** The name of the official SDK's handler for a message. */
export type HandlerName<T extends string> = `on${Pascal<T>}`;

/** `DIAL_NUMBER` → `hs-dial-number`. */
export function eventName<T extends string>(type: T): EventName<T> {
  return `hs-${type.toLowerCase().replaceAll('_', '-')}` as EventName<T>;
}

/** `DIAL_NUMBER` → `onDialNumber`. */
export function handlerName<T extends string>(type: T): HandlerName<T> {
  const name = `on_${type}`.toLowerCase();
  return name.replaceAll(/_(.)/g, (_, first: string) => first.toUpperCase()) as HandlerName<T>;
}

/** `{ DIAL_NUMBER: 'DIAL_NUMBER', … }`: constants as the official SDK has them. */
export function constantsOf<T extends string>(table: Readonly<Record<T, unknown>>): { readonly [K in T]: K } {
  return Object.fromEntries(Object.keys(table).map((type) => [type, type])) as { [K in T]: K };
}
