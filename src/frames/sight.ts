/** Whether the user sees this frame, since when, and whether they would hear it. */
import type { CallingBridge } from '../bridge/index.js';
import { systemClock, type Clock } from '../link/index.js';
import type { Sight } from './ringer.js';

/** What is known of the sight of a frame, and followed. */
export interface SightWatch {
  /** What is true now. */
  readonly sight: Sight;
  /** Ends it. */
  stop(): void;
}

/** What may be the first gesture of a user in the page; which of them a browser takes for one differs. */
const gestures = ['pointerdown', 'pointerup', 'touchend', 'keydown'] as const;

/**
 * Follows how far the user sees a frame.
 *
 * @param page - The document of the frame.
 * @param bridge - Knows whether HubSpot has hidden or minimised the widget.
 * @param onChange - Called with what is true from now on, whenever that changes. Not called at once.
 */
export function watchSight(
  page: Document,
  bridge: Pick<CallingBridge, 'getState' | 'subscribe'>,
  onChange: (sight: Sight) => void,
  clock: Pick<Clock, 'now'> = systemClock,
): SightWatch {
  const view = page.defaultView;
  // Undefined in older browsers: there no frame is known to be heard.
  const activation: UserActivation | undefined = view?.navigator.userActivation;
  const isShown = () => {
    const { visibility } = bridge.getState();
    return page.visibilityState === 'visible' && !visibility?.isHidden && !visibility?.isMinimized;
  };
  const look = (before: Sight, isTurnedTo = false): Sight => {
    const now = isShown();
    const isNews = now && (isTurnedTo || !before.isShown);
    return {
      isShown: now,
      shownAt: isNews ? clock.now() : before.shownAt,
      canPlay: activation?.hasBeenActive ?? false,
    };
  };
  let sight = look({ isShown: false, shownAt: 0, canPlay: false });

  const lookAgain = (isTurnedTo = false) => {
    const now = look(sight, isTurnedTo);
    const names = ['isShown', 'shownAt', 'canPlay'] as const;
    if (names.every((name) => now[name] === sight[name])) return;
    sight = now;
    onChange(now);
  };

  const end = new AbortController();
  const { signal } = end;
  page.addEventListener('visibilitychange', () => lookAgain(), { signal });
  view?.addEventListener('focus', () => lookAgain(true), { signal });
  for (const type of gestures)
    view?.addEventListener(type, () => lookAgain(), { capture: true, passive: true, signal });
  const unsubscribe = bridge.subscribe((now, previous) => {
    if (previous && now.visibility !== previous.visibility) lookAgain();
  });
  return {
    get sight() {
      return sight;
    },
    stop() {
      end.abort();
      unsubscribe();
    },
  };
}
