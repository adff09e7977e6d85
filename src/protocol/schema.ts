/**
 * The few of valibot's building blocks that payloads are made of, in a fifth of its bytes: every page loads them.
 * The types are valibot's, and what is built here can be given to valibot's functions.
 */
import type * as valibot from 'valibot';

export type { GenericSchema, InferInput, InferOutput, LooseObjectSchema, ObjectEntries } from 'valibot';

/** What is known of a value: the place at fault, if there is one, with the outermost name first. */
interface Reading {
  value: unknown;
  typed?: boolean;
  issues?: [{ path?: { readonly key: string | number }[] }];
}

type Fields = Record<string | number, unknown>;

interface Step {
  '~run'(reading: Reading): Reading;
}

const step = (run: Step['~run']): Step => ({ '~run': run });

function wrong(reading: Reading): Reading {
  reading.issues = [{}];
  return reading;
}

const check = (isRight: (value: unknown) => boolean): Step =>
  step((reading) => {
    reading.typed = isRight(reading.value);
    return reading.typed ? reading : wrong(reading);
  });

// No field of a prototype, and none that would become one.
const namesIn = (value: unknown) =>
  Object.keys(value as object).filter((name) => !['__proto__', 'prototype', 'constructor'].includes(name));

/** Reads each of these fields, until something is wrong, and puts them into `whole`. */
function inside(
  reading: Reading,
  whole: Fields | unknown[],
  names: Iterable<string | number>,
  of: (name: string | number) => Step | undefined,
): Reading {
  const value = reading.value as Fields;
  const target = whole as Fields;
  for (const key of names) {
    const inner = of(key)?.['~run']({ value: value[key] });
    if (inner?.issues) {
      reading.issues = [{ path: [{ key }, ...(inner.issues[0].path ?? [])] }];
      return reading;
    }
    if (key in value) target[key] = inner ? inner.value : value[key];
  }
  reading.typed = true;
  reading.value = whole;
  return reading;
}

/** Any text. */
export const string = (() => check((value) => typeof value === 'string')) as unknown as typeof valibot.string;

/** True or false. */
export const boolean = (() =>
  check((value) => typeof value === 'boolean')) as unknown as typeof valibot.boolean;

/** Anything at all. */
export const unknown = (() => check(() => true)) as unknown as typeof valibot.unknown;

/** What the function says yes to. */
export const custom = check as unknown as typeof valibot.custom;

/** The value, changed. */
export const transform = ((change: (value: unknown) => unknown) =>
  step((reading) => {
    reading.value = change(reading.value);
    return reading;
  })) as unknown as typeof valibot.transform;

/** One after the other, until something is wrong. */
export const pipe = ((...steps: readonly Step[]) =>
  step((reading) => {
    for (const next of steps) if (!reading.issues) next['~run'](reading);
    return reading;
  })) as unknown as typeof valibot.pipe;

/** Nothing, or what fits. */
export const nullish = ((inner: Step) =>
  step((reading) => {
    reading.typed = true;
    return (reading.value ?? undefined) === undefined ? reading : inner['~run'](reading);
  })) as unknown as typeof valibot.nullish;

/** These fields, and others as they come. Only for what is an object. */
export const looseObject = ((entries: Readonly<Record<string, Step>>) =>
  step((reading) =>
    inside(reading, {}, new Set([...Object.keys(entries), ...namesIn(reading.value)]), (name) =>
      Object.hasOwn(entries, name) ? entries[name] : undefined,
    ),
  )) as unknown as typeof valibot.looseObject;

/** Any fields, each of which fits. Only for what is an object. */
export const record = ((_: Step, each: Step) =>
  step((reading) =>
    inside(reading, {}, namesIn(reading.value), () => each),
  )) as unknown as typeof valibot.record;

/** A list, each of which fits. */
export const array = ((each: Step) =>
  step((reading) =>
    Array.isArray(reading.value)
      ? // By number, so that holes are looked at too; lazily, for there may be a billion.
        inside(reading, [], reading.value.keys(), () => each)
      : wrong(reading),
  )) as unknown as typeof valibot.array;

/** Reads a value: what it is, or the first thing that is wrong with it. */
export const safeParse = ((schema: Step, value: unknown) => {
  const reading = schema['~run']({ value });
  return { success: !reading.issues, output: reading.value, issues: reading.issues };
}) as unknown as typeof valibot.safeParse;
