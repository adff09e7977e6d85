// An element of an app of Lit that draws one of ours: on the server and in the browser it has to be the same.
/* global customElements */
import { html, LitElement } from 'lit';

customElements.define(
  'an-app',
  class extends LitElement {
    render() {
      return html`<p>An app</p>
        <hs-dialer></hs-dialer>`;
    }
  },
);
