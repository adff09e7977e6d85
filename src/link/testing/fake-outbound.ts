/** What an app may hand over to be sent, and whether a window can be sent it. */
class Contact {
  readonly #secret = 1;
  name = 'Erin';

  greet(): string {
    return `${this.name} ${String(this.#secret)}`;
  }
}

function cyclic(): object {
  const value: Record<string, unknown> = {};
  value['self'] = value;
  return value;
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

const throwing = {
  get phone(): string {
    throw new Error('No.');
  },
};

/** Name, whether it can be sent, and how to make it. */
export const outboundCases: readonly (readonly [name: string, sends: boolean, make: () => unknown])[] = [
  ['a function', false, () => () => undefined],
  ['a method', false, () => ({ call: (): void => undefined })],
  ['a class', false, () => Contact],
  ['a node', false, () => document.createElement('p')],
  ['a window', false, () => window],
  ['an event', false, () => new Event('x')],
  ['a symbol', false, () => Symbol('x')],
  ['a proxy of plain data', true, () => new Proxy({}, {})],
  ['a revoked proxy', false, revoked],
  ['a promise', false, () => Promise.resolve(1)],
  ['a WeakMap', false, () => new WeakMap()],
  ['a WeakRef', false, () => new WeakRef({})],
  ['a generator', false, () => [1].values()],
  ['a port', false, () => new MessageChannel().port1],
  ['a getter that throws', false, () => throwing],
  ['a circle', true, cyclic],
  ['a bigint', true, () => 2n ** 64n],
  ['a class instance', true, () => new Contact()],
  ['a Map', true, () => new Map([['a', 1]])],
  ['a Date', true, () => new Date(0)],
  ['an Error', true, () => new Error('x')],
  ['a list with holes', true, () => Object.assign([], { length: 9 })],
  ['10 MB of text', true, () => 'x'.repeat(10 * 2 ** 20)],
  ['10 MB of bytes', true, () => new Uint8Array(10 * 2 ** 20)],
  ['nothing', true, () => undefined],
  ['null', true, () => null],
  ['NaN', true, () => Number.NaN],
];
