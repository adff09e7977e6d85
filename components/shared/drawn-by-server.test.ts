// What a server has drawn of an element is in its shadow root before the element is defined.
import { expect, fixture, html } from '@open-wc/testing';
import { css } from 'lit';
import { connected } from '../../src/bridge/testing/fake-hubspot.js';
import { everyElement, undefinedElement } from '../testing/every-element.js';
import { BaseElement } from './base-element.js';

const old = '<style>p { color: red }</style><p id="old">Drawn by a server</p>';

for (const element of everyElement) {
  describe(`<${element.tag}> that a server has drawn`, () => {
    it('is drawn anew as it would be without', async () => {
      const root = await fixture<HTMLElement>(html`<div></div>`);
      const [drawn, fresh] = [undefinedElement(element), new element()];
      drawn.attachShadow({ mode: 'open' }).innerHTML = old;
      const { bridge } = connected({ loggedIn: true });
      for (const each of [drawn, fresh]) {
        if ('bridge' in fresh) Object.assign(each, { bridge });
        root.append(each);
      }
      element.define(drawn.localName);
      await (drawn as unknown as typeof fresh).updateComplete;
      await fresh.updateComplete;
      const contentOf = ({ shadowRoot }: Element) =>
        shadowRoot?.innerHTML.replaceAll(/<!--.*?-->/gs, '').replaceAll(/ defer-hydration=""/g, '');
      expect(contentOf(drawn)).to.equal(contentOf(fresh));
      expect(drawn.shadowRoot?.adoptedStyleSheets).to.deep.equal(fresh.shadowRoot?.adoptedStyleSheets);
    });
  });
}

describe('an element whose styles cannot be read', () => {
  const original = Object.getOwnPropertyDescriptor(CSSStyleSheet.prototype, 'replaceSync') ?? {};

  afterEach(() => {
    Object.defineProperty(CSSStyleSheet.prototype, 'replaceSync', original);
  });

  it('is there without them', async () => {
    class Plain extends BaseElement {
      static override readonly tag = 'plain-element';
      static override styles = css`
        :host {
          color: green;
        }
      `;
      protected override render = () => html`<p>Here</p>`;
    }
    Plain.define();
    CSSStyleSheet.prototype.replaceSync = () => {
      throw new SyntaxError('Not a style');
    };
    const made = await fixture<Plain>(html`<plain-element></plain-element>`);
    expect(made.shadowRoot?.querySelector('p')?.textContent).to.equal('Here');
  });
});
