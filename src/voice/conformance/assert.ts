/** What the checks of this folder hold something to be, and how they say that it is not. */

/** A check has failed. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}

/** Fails unless something is true. */
export function assert(isTrue: boolean, otherwise: string): asserts isTrue {
  if (!isTrue) throw new CheckFailed(otherwise);
}

/** Fails unless two values are the same when written down. */
export function assertSame(got: unknown, wanted: unknown, what: string): void {
  const [is, should] = [JSON.stringify(got), JSON.stringify(wanted)];
  assert(is === should, `${what}: should be ${should}, is ${is}`);
}
