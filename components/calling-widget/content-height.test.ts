import { expect, fixture, html } from '@open-wc/testing';
import { ContentHeight } from './content-height.js';

/** Browsers tell a change of size between two frames. */
const drawn = async () => {
  for (let i = 0; i < 2; i += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
};

/** A box whose height is observed, and what was reported of it. */
async function observed() {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  const reported: number[] = [];
  const height = new ContentHeight((heightPx) => reported.push(heightPx));
  const resize = async (...heightsPx: readonly number[]) => {
    for (const heightPx of heightsPx) {
      box.style.height = `${String(heightPx)}px`;
      await drawn();
    }
  };
  await resize(100);
  height.observe(box);
  await drawn();
  return { box, height, reported, resize };
}

describe('the height that is reported', () => {
  it('is that of the element, once', async () => {
    const { reported, resize } = await observed();
    await resize(100, 240, 240, 90);
    expect(reported).to.deep.equal([100, 240, 90]);
  });

  it('is rounded up, so that nothing is cut off', async () => {
    const { reported, resize } = await observed();
    await resize(120.25);
    expect(reported).to.deep.equal([100, 121]);
  });

  it('does not follow changes of less than 4 px, up or down', async () => {
    const { reported, resize } = await observed();
    await resize(101, 103, 97, 100);
    expect(reported).to.deep.equal([100]);
  });

  for (const heightPx of [104, 96]) {
    it(`follows a change of 4 px: ${String(heightPx)}`, async () => {
      const { reported, resize } = await observed();
      await resize(heightPx);
      expect(reported).to.deep.equal([100, heightPx]);
    });
  }

  it('follows small changes once they add up', async () => {
    const { reported, resize } = await observed();
    await resize(102, 104, 106, 108);
    expect(reported).to.deep.equal([100, 104, 108]);
  });

  it('is none of an element that is hidden, and the same again is not new', async () => {
    const { box, reported } = await observed();
    for (const display of ['none', 'block']) {
      box.style.display = display;
      await drawn();
    }
    expect(reported).to.deep.equal([100]);
  });

  it('is that of the element observed last, or of none', async () => {
    const { box, height, reported, resize } = await observed();
    height.observe(box);
    await drawn();
    height.observe(undefined);
    await resize(300);
    expect(reported).to.deep.equal([100]);
  });
});
