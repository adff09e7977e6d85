// Every element as a server draws it, where there is no document: `@lit-labs/ssr` makes declarative shadow DOM of it.
/* global customElements */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { LitElementRenderer, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { PACKAGE, registerEveryElement, TAGS } from './published.mjs';

await registerEveryElement();
await import(`${PACKAGE.name}/translations/de`);

const troubles = [];
for (const level of ['warn', 'error']) console[level] = (...words) => troubles.push(words.join(' '));

/** The markup with what a server draws of it, without styles and Lit's own marks. Fails if anything is said on the console. */
async function drawn(strings, ...values) {
  const markup = await collectResult(render(html(strings, ...values)));
  assert.deepEqual(troubles.splice(0), []);
  return markup.replaceAll(/<style>.*?<\/style>/gs, '').replaceAll(/<!--.*?-->/gs, '');
}

/** The same of markup that is not written here, such as that of a tag of a table. */
const drawnFrom = (markup) => drawn(Object.assign([markup], { raw: [markup] }));

const SHADOW = /<template shadowroot="open" shadowrootmode="open"/;

/** Each attribute of an element, with a value that it may have. */
function attributesOf(tag) {
  const { elementProperties } = customElements.get(tag);
  return [...elementProperties]
    .filter(([, { attribute }]) => attribute !== false)
    .map(([name, { attribute, type }]) => {
      const value = type === Boolean ? '' : type === Number ? '1' : type === Object ? '{}' : 'answer';
      return `${typeof attribute === 'string' ? attribute : name.toLowerCase()}="${value}"`;
    });
}

describe('a server draws', () => {
  for (const tag of TAGS) {
    test(`<${tag}>`, async () => {
      assert.match(await drawnFrom(`<${tag}></${tag}>`), SHADOW);
    });

    test(`<${tag}> with each of its attributes`, async () => {
      for (const attribute of attributesOf(tag)) {
        assert.match(await drawnFrom(`<${tag} ${attribute}></${tag}>`), SHADOW, attribute);
      }
    });

    test(`<${tag}> in a bridge, with content of the app`, async () => {
      const inner = `<${tag} lang="de"><form slot="login-form"></form>text</${tag}>`;
      const markup = await drawnFrom(`<hs-calling-bridge logged-in>${inner}</hs-calling-bridge>`);
      assert.ok(markup.split(SHADOW).length > 2);
      assert.ok(markup.includes(`text</${tag}>`));
    });
  }

  test('the words of the language that the element has', async () => {
    assert.match(await drawn`<hs-dialer lang="de"></hs-dialer>`, /Telefonnummer/);
    assert.match(await drawn`<hs-dialer lang="xx"></hs-dialer>`, /Phone number/);
  });

  test('what shows as soon as the bridge around it connects', async () => {
    const markup = await drawn`<hs-calling-bridge logged-in
      ><p><hs-availability></hs-availability><hs-calling-widget></hs-calling-widget></p
    ></hs-calling-bridge>`;
    assert.match(markup, /part="choice"/);
    assert.match(markup, /part="skeleton"/);
    assert.doesNotMatch(await drawn`<hs-availability></hs-availability>`, /part="choice"/);
  });

  test('what an app gives an element', async () => {
    const queue = [{ phoneNumber: '+12025550101' }];
    assert.match(await drawn`<hs-dialer value=${'+12025550101'}></hs-dialer>`, /value="\+1 \(202\)/);
    assert.match(await drawn`<hs-calling-widget .queue=${queue}></hs-calling-widget>`, /<hs-call-queue/);
    assert.match(await drawn`<hs-call-queue .queue=${queue}></hs-call-queue>`, SHADOW);
  });

  test('the elements in an element', async () => {
    const markup = await drawn`<hs-calling-widget></hs-calling-widget>`;
    for (const tag of ['hs-availability', 'hs-call-status', 'hs-dialer', 'hs-keypad', 'hs-wrap-up']) {
      assert.match(markup, new RegExp(`<${tag}[^>]*><template shadowroot`));
    }
  });
});

describe('where the server tells elements that they are in a page', () => {
  for (const tag of TAGS) {
    test(`<${tag}> does nothing but draw`, async () => {
      LitElementRenderer.renderOptions.push(() => ({ connectedCallback: true }));
      try {
        assert.match(await drawnFrom(`<${tag}></${tag}>`), SHADOW);
      } finally {
        LitElementRenderer.renderOptions.pop();
      }
    });
  }
});
