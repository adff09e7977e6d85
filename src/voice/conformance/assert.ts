/** The assertions of the conformance checks: no test runner is needed for them. */

/** A check has failed; the message says what was wrong and what would be right. */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed';
}

/** Fails with the words of `otherwise` unless something is true. */
export function assert(isTrue: boolean, otherwise: string): asserts isTrue {
  if (!isTrue) throw new CheckFailed(otherwise);
}

/** Fails unless two values are the same when written as JSON. `what` names the value. */
export function assertSame(got: unknown, wanted: unknown, what: string): void {
  const [is, should] = [JSON.stringify(got), JSON.stringify(wanted)];
  assert(is === should, `${what}: should be ${should}, is ${is}`);
}
