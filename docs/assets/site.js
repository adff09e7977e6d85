// What every page can do with script: choose light or dark, copy code, and close the menu. All of it can be missing.
const root = document.documentElement;
const button = document.querySelector('#scheme');
const isDark = () =>
  getComputedStyle(root).colorScheme === 'dark' ||
  (!root.dataset.scheme && matchMedia('(prefers-color-scheme: dark)').matches);

function choose(scheme) {
  if (scheme) root.dataset.scheme = scheme;
  for (const frame of document.querySelectorAll('iframe')) {
    const page = frame.contentDocument?.documentElement;
    if (page && scheme) page.style.colorScheme = scheme;
  }
  button.textContent = isDark() ? 'Light' : 'Dark';
}

function stored() {
  try {
    return localStorage.getItem('scheme') ?? undefined;
  } catch {
    return undefined; // A browser may refuse to keep anything.
  }
}

button.hidden = false;
choose(stored());
button.addEventListener('click', () => {
  const scheme = isDark() ? 'light' : 'dark';
  try {
    localStorage.setItem('scheme', scheme);
  } catch {
    // It counts for this page then.
  }
  choose(scheme);
});

for (const figure of document.querySelectorAll('figure.code')) {
  if (!navigator.clipboard) break;
  const copy = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'copy',
    textContent: 'Copy',
  });
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(figure.querySelector('code').textContent);
    copy.textContent = 'Copied';
    setTimeout(() => (copy.textContent = 'Copy'), 2000);
  });
  figure.append(copy);
}

const menu = document.querySelector('#menu');
menu.addEventListener('click', ({ target }) => {
  if (target.closest('a') && menu.matches(':popover-open')) menu.hidePopover();
});
// The page that is open is in sight in the menu, with those around it.
const current = menu.querySelector('[aria-current]');
const showCurrent = () => {
  if (current) menu.scrollTop = current.offsetTop - menu.clientHeight / 2;
};
menu.addEventListener('toggle', showCurrent);
showCurrent();
