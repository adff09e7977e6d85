// The documentation's recipe for unit tests, run as it stands there.
import { expect } from '@open-wc/testing';
import CallingExtensions from '../sdk/index.js';

/** What the recipe's test gets from Jest or Vitest, and imports. */
interface Surroundings {
  CallingExtensions: typeof CallingExtensions;
  test: (name: string, run: () => void) => void;
  expect: (value: unknown) => { toEqual: (wanted: unknown) => void };
}

describe('the recipe for unit tests in the documentation', () => {
  const parent = Object.getOwnPropertyDescriptor(window, 'parent');
  let frames: readonly Element[];

  beforeEach(() => {
    frames = [...document.querySelectorAll('iframe')];
  });
  afterEach(() => {
    if (parent) Object.defineProperty(window, 'parent', parent);
    for (const frame of document.querySelectorAll('iframe')) if (!frames.includes(frame)) frame.remove();
  });

  it('passes', async () => {
    const guide = await (await fetch('/docs/pages/guides/servers-and-tests.md')).text();
    const [section = ''] = guide.split('\n## In unit tests\n')[1]?.split('\n## ') ?? [];
    const blocks = [...section.matchAll(/```js[^\n]*\n([\s\S]*?)```/g)].map(([, code = '']) => code);
    expect(blocks).to.have.length(2);
    const checks: unknown[] = [];
    const surroundings: Surroundings = {
      CallingExtensions,
      test: (_name, run) => run(),
      expect: (value) => ({
        toEqual(wanted) {
          checks.push(wanted);
          expect(value).to.deep.equal(wanted);
        },
      }),
    };
    Object.assign(window, { surroundings });
    const code = ['const { CallingExtensions, test, expect } = window.surroundings;', ...blocks]
      .join('\n')
      .replaceAll(/^import .*$/gm, '');
    const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
    await import(address);
    URL.revokeObjectURL(address);
    expect(checks).to.have.length(2);
  });
});
