import { expect } from '@open-wc/testing';
import { connected } from '../bridge/testing/fake-hubspot.js';
import type { Sight } from './ringer.js';
import { watchSight, type SightWatch } from './sight.js';

interface Activation {
  userActivation: { hasBeenActive: boolean } | undefined;
}

/** A document in a window, which a test shows, hides and touches. */
class FakeDocument extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  readonly #navigator: Activation = { userActivation: { hasBeenActive: false } };
  readonly defaultView = Object.assign(new EventTarget(), { navigator: this.#navigator });

  show(visibilityState: DocumentVisibilityState): void {
    this.visibilityState = visibilityState;
    this.dispatchEvent(new Event('visibilitychange'));
  }

  touch(type: string): void {
    const { userActivation } = this.defaultView.navigator;
    if (userActivation) userActivation.hasBeenActive = true;
    this.defaultView.dispatchEvent(new Event(type));
  }
}

describe('watchSight', () => {
  let page: FakeDocument;
  let now: number;
  let changes: Sight[];
  let watch: SightWatch;

  const start = () => {
    const hubspot = connected();
    changes = [];
    watch = watchSight(page as unknown as Document, hubspot.bridge, (sight) => changes.push(sight), {
      now: () => now,
    });
    return hubspot;
  };

  beforeEach(() => {
    page = new FakeDocument();
    now = 1000;
  });

  it('knows a page in sight at once, and tells nothing', () => {
    start();
    expect(watch.sight).to.deep.equal({ isShown: true, shownAt: 1000, canPlay: false });
    expect(changes).to.deep.equal([]);
  });

  it('knows a page that was never in sight', () => {
    page.visibilityState = 'hidden';
    start();
    expect(watch.sight).to.deep.equal({ isShown: false, shownAt: 0, canPlay: false });
  });

  it('tells when the page is hidden, and when it is in sight again', () => {
    start();
    now = 2000;
    page.show('hidden');
    expect(changes).to.deep.equal([{ isShown: false, shownAt: 1000, canPlay: false }]);
    now = 3000;
    page.show('visible');
    expect(changes.at(-1)).to.deep.equal({ isShown: true, shownAt: 3000, canPlay: false });
    expect(watch.sight).to.equal(changes.at(-1));
  });

  it('tells when the user turns to it, but not while it is hidden', () => {
    start();
    now = 2000;
    page.defaultView.dispatchEvent(new Event('focus'));
    expect(changes.at(-1)?.shownAt).to.equal(2000);
    page.show('hidden');
    now = 3000;
    page.defaultView.dispatchEvent(new Event('focus'));
    expect(watch.sight.shownAt).to.equal(2000);
  });

  for (const [what, hidden] of [
    ['hidden', { isMinimized: false, isHidden: true }],
    ['minimised', { isMinimized: true, isHidden: false }],
  ] as const) {
    it(`is not in sight while HubSpot has ${what} the widget`, () => {
      const hubspot = start();
      hubspot.say('VISIBILITY_CHANGED', hidden);
      expect(changes.map(({ isShown }) => isShown)).to.deep.equal([false]);
      now = 4000;
      page.defaultView.dispatchEvent(new Event('focus'));
      expect(changes).to.have.length(1);
      hubspot.say('VISIBILITY_CHANGED', { isMinimized: false, isHidden: false });
      expect(changes.at(-1)).to.deep.equal({ isShown: true, shownAt: 4000, canPlay: false });
    });
  }

  for (const gesture of ['pointerdown', 'pointerup', 'touchend', 'keydown']) {
    it(`tells once that it can be heard, with the first gesture: ${gesture}`, () => {
      start();
      page.defaultView.dispatchEvent(new Event(gesture)); // one that the browser does not take for one
      expect(changes).to.deep.equal([]);
      page.touch(gesture);
      page.touch(gesture);
      expect(changes).to.deep.equal([{ isShown: true, shownAt: 1000, canPlay: true }]);
    });
  }

  it('takes a page of an older browser for one that is not heard', () => {
    page.defaultView.navigator.userActivation = undefined;
    start();
    expect(watch.sight.canPlay).to.equal(false);
  });

  it('tells nothing where nothing changes', () => {
    const hubspot = start();
    page.show('visible');
    hubspot.say('VISIBILITY_CHANGED', { isMinimized: false, isHidden: false });
    hubspot.bridge.setDialIntent({ phoneNumber: '+12025550123', countryCode: undefined, party: undefined });
    expect(changes).to.deep.equal([]);
  });

  it('tells nothing after its end', () => {
    const hubspot = start();
    watch.stop();
    page.show('hidden');
    page.touch('keydown');
    hubspot.say('VISIBILITY_CHANGED', { isMinimized: true, isHidden: false });
    expect(changes).to.deep.equal([]);
  });

  it('knows the real page', () => {
    const { bridge } = connected();
    const real = watchSight(document, bridge, () => undefined);
    expect(real.sight.isShown).to.equal(document.visibilityState === 'visible');
    expect(real.sight.canPlay).to.equal(navigator.userActivation.hasBeenActive);
    real.stop();
  });
});
