// Every element in jsdom.
import { JSDOM } from 'jsdom';
import { describeIn, PAGE_URL } from './pretended-browser.mjs';

describeIn('jsdom', () => {
  const options = { url: PAGE_URL, runScripts: 'outside-only', pretendToBeVisual: true };
  const { window } = new JSDOM('<!doctype html><html lang="en"><body></body></html>', options);
  return { window, runScript: (code) => window.eval(code) };
});
