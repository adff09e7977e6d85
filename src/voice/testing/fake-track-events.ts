/** Gives a track events that a test can raise: Firefox delivers none that a script dispatches on a track of its own. */
export function withEvents(track: MediaStreamTrack): MediaStreamTrack {
  const events = new EventTarget();
  return Object.assign(track, {
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
    dispatchEvent: events.dispatchEvent.bind(events),
  });
}
