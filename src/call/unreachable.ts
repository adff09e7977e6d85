/** Makes the compiler refuse a switch that forgets a case. */
export function unreachable(value: never): never {
  throw new TypeError(`Not foreseen: ${JSON.stringify(value)}`);
}
