import { expect, fixture, html } from '@open-wc/testing';
import { connected, prevent } from '../../src/bridge/testing/fake-hubspot.js';
import type { HsLogin } from './define.js';
import './define.js';

async function login(content: unknown = '') {
  const hubspot = connected({ loggedIn: false });
  const element = await fixture<HsLogin>(html`<hs-login .bridge=${hubspot.bridge}>${content}</hs-login>`);
  await element.updateComplete;
  return { hubspot, element };
}

const form = html`<form>
  <label for="user">User</label><input id="user" autocomplete="username" /><button>Go</button>
</form>`;

const ownButton = ({ shadowRoot }: HsLogin) => shadowRoot?.querySelector('button');

describe('<hs-login>', () => {
  it('takes no room once the user is logged in', async () => {
    const { hubspot, element } = await login();
    expect(getComputedStyle(element).display).to.equal('block');
    hubspot.bridge.userLoggedIn();
    await element.updateComplete;
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('has a button where the app has no form, and tells HubSpot', async () => {
    const { hubspot, element } = await login();
    ownButton(element)?.click();
    expect(hubspot.types).to.deep.equal(['LOGGED_IN']);
  });

  it('takes the submission of the app’s form, and loads no page', async () => {
    const { hubspot, element } = await login(form);
    expect(ownButton(element)).to.equal(null);
    element.querySelector('button')?.click();
    expect(hubspot.types).to.deep.equal(['LOGGED_IN']);
  });

  it('waits for the app that asks its server first', async () => {
    const { hubspot, element } = await login(form);
    prevent(element, 'hs-log-in-request');
    element.querySelector('button')?.click();
    expect(hubspot.types).to.deep.equal([]);
    element.error = 'Wrong password.';
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('[role=alert]')?.textContent).to.equal('Wrong password.');
    await expect(element).to.be.accessible();
  });

  it('puts the focus into the first field', async () => {
    const { element } = await login(form);
    element.focus();
    expect(document.activeElement?.id).to.equal('user');
  });

  it('is accessible', async () => {
    await expect((await login()).element).to.be.accessible();
    await expect((await login(form)).element).to.be.accessible();
  });
});
