// Every element in happy-dom.
import { Window } from 'happy-dom';
import { describeIn, PAGE_URL } from './pretended-browser.mjs';

describeIn('happy-dom', () => {
  const settings = { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true };
  const window = new Window({ url: PAGE_URL, settings });
  return { window, runScript: (code) => window.eval(code) };
});
