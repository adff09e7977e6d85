/** Code that is loaded when it is first needed, once for the whole page. */
export class Later<Code> {
  /** Gets it: `() => import('./x.js')`. */
  fetch: () => Promise<Code>;
  /** Undefined until it is loaded. */
  code: Code | undefined;

  constructor(fetch: () => Promise<Code>) {
    this.fetch = fetch;
  }

  /** Loads it. Resolves with undefined if that fails; the next time it is tried again. */
  async load(): Promise<Code | undefined> {
    this.code ??= await this.fetch().catch(() => undefined);
    return this.code;
  }
}
