/** Listens to the live regions as a screen reader does: for tests. */

/** Forgets what the tests before have announced, and what of it still waits. */
export function forgetAnnouncements(): void {
  for (const region of document.querySelectorAll('[data-hs-live]')) region.remove();
}

/** What is announced from now on, in its order. */
export function listen(): { readonly heard: string[]; readonly stop: () => void } {
  const heard: string[] = [];
  const observer = new MutationObserver((changes) => {
    const regions = new Set(changes.map(({ target }) => target as Element));
    for (const region of regions) {
      const urgency = region.getAttribute('data-hs-live');
      if (urgency && region.textContent) {
        heard.push(urgency === 'assertive' ? `${region.textContent}!` : region.textContent);
      }
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return {
    heard,
    stop: () => {
      observer.disconnect();
    },
  };
}
