import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { HostPromptEvent, WidgetDriver } from '../../src/host/index.js';
import { allScenarios } from '../../src/host/scenarios/index.js';
import { HsHostScenarios } from './host-scenarios.js';
import { widgetUrl } from './testing/host-fixture.js';
import { startWiredHost } from './testing/wired-host.js';

HsHostScenarios.define();

async function createScenarios(driver?: WidgetDriver) {
  const wired = await startWiredHost();
  const prompts: (HostPromptEvent | null)[] = [];
  const onPrompt = ({ detail }: CustomEvent<HostPromptEvent | null>) => prompts.push(detail);
  const element = await fixture<HsHostScenarios>(
    html`<hs-host-scenarios
      .host=${wired.host}
      .driver=${driver}
      @hs-host-prompt=${onPrompt}
    ></hs-host-scenarios>`,
  );
  return { wired, element, prompts };
}

const all = (element: HsHostScenarios, selector: string) => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const verdict = (element: HsHostScenarios) => all(element, '.verdict')[0]?.textContent.trim();
const statuses = (element: HsHostScenarios) => all(element, 'li').map(({ dataset }) => dataset['status']);

async function choose(element: HsHostScenarios, name: string): Promise<void> {
  const [list] = all(element, 'select');
  if (!(list instanceof HTMLSelectElement)) throw new Error('There is no list of scenarios.');
  list.value = name;
  list.dispatchEvent(new Event('change'));
  await element.updateComplete;
}

async function press(element: HsHostScenarios): Promise<void> {
  all(element, 'button')[0]?.click();
  await element.updateComplete;
}

const ends = (element: HsHostScenarios) =>
  waitUntil(() => all(element, 'button')[0]?.textContent.trim() === 'Run', undefined, { timeout: 8000 });

describe('<hs-host-scenarios>', function () {
  this.timeout(20_000);

  it('shows the steps before they are played', async () => {
    const { element } = await createScenarios();
    await choose(element, 'handshake');
    expect(all(element, 'li')).to.have.length(6);
    expect(statuses(element)).to.deep.equal(Array(6).fill(undefined));
    expect(all(element, '.hint')[0]?.textContent).to.contain('official SDK can pass');
    await expect(element).to.be.accessible();
  });

  it('plays one, and says that each step has passed', async () => {
    const { element } = await createScenarios();
    await choose(element, 'handshake');
    await press(element);
    await ends(element);
    expect(verdict(element)).to.match(/^Passed in \d\.\d s$/);
    expect(statuses(element)).to.deep.equal(Array(6).fill('passed'));
    await expect(element).to.be.accessible();
  });

  it('has a driver act, and asks a person for the rest until the widget is heard', async () => {
    const driver: { goUnavailable?: () => void } = {};
    const { wired, element, prompts } = await createScenarios(driver);
    driver.goUnavailable = () => void wired.say('USER_UNAVAILABLE');
    await choose(element, 'availability');
    await press(element);
    await waitUntil(() => prompts.at(-1));
    expect(prompts.at(-1)?.instruction).to.equal('Become available for calls.');
    await wired.say('USER_AVAILABLE');
    await ends(element);
    expect(verdict(element)).to.match(/^Passed/);
    expect(prompts.at(-1)).to.equal(null);
  });

  it('is given up when asked to, and says where', async () => {
    const { element, prompts } = await createScenarios();
    await choose(element, 'availability');
    await press(element);
    await waitUntil(() => prompts.at(-1));
    expect(all(element, '[aria-current=step]')).to.have.length(1);
    await press(element);
    await ends(element);
    expect(verdict(element)).to.match(/^Failed/);
    expect(all(element, '.why')[0]?.textContent).to.equal('The scenario was given up.');
    expect(prompts.at(-1)).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('plays all, and shows the result of each', async () => {
    const driver: { goUnavailable?: () => void; goAvailable?: () => void } = {};
    const { wired, element, prompts } = await createScenarios(driver);
    driver.goUnavailable = () => void wired.say('USER_UNAVAILABLE');
    driver.goAvailable = () => void wired.say('USER_AVAILABLE');
    await choose(element, '');
    expect(all(element, 'details')).to.have.length(allScenarios.length);
    await press(element);
    await waitUntil(() => prompts.at(-1), undefined, { timeout: 8000 });
    expect(verdict(element)).to.match(new RegExp(`^Playing 2 of ${String(allScenarios.length)}: `));
    await press(element);
    await ends(element);
    expect(verdict(element)).to.equal('2 played: 1 passed, 1 failed');
    expect(all(element, 'details[data-status]').map(({ dataset }) => dataset['status'])).to.deep.equal([
      'passed',
      'failed',
    ]);
    await expect(element).to.be.accessible();
  });

  it('plays one in several frames, which it opens and takes away, and asks beside them', async () => {
    const { wired, element, prompts } = await createScenarios();
    wired.host.account.setSettings({ widgetAddress: widgetUrl() });
    await choose(element, 'frames-inbound');
    await press(element);
    await waitUntil(() => all(element, '.notice')[0]?.textContent.includes('Your turn.'), undefined, {
      timeout: 10_000,
    });
    expect(all(element, 'figcaption').map(({ textContent }) => textContent)).to.deep.equal([
      'window',
      'tab 1',
      'tab 2',
    ]);
    expect(all(element, '.notice')[0]?.textContent).to.contain('In window: Have somebody call');
    expect(all(element, 'iframe').map((frame) => frame.title)).to.include('Widget in window');
    await expect(element).to.be.accessible();
    // Not beside the widget of the page.
    expect(prompts).to.deep.equal([]);
    await press(element);
    await ends(element);
    expect(all(element, 'figure')).to.deep.equal([]);
    expect(all(element, '.notice')[0]?.textContent.trim()).to.equal('');
  });

  it('says that one in several frames cannot be played where it does not know which widget', async () => {
    const { element } = await createScenarios();
    await choose(element, 'frames-dial');
    await press(element);
    await ends(element);
    expect(verdict(element)).to.match(/^Failed/);
    expect(all(element, '.why')[0]?.textContent).to.contain('needs several frames');
  });

  it('brings its own CRM and its own place, and puts back what was there', async () => {
    const { wired, element } = await createScenarios();
    const records = [{ objectId: 7, objectTypeId: '0-1', name: 'Mo', phones: [] }];
    wired.host.setRecords(records);
    wired.host.mark();
    wired.host.setPlace({ iframeLocation: 'remote' });
    await wired.host.waitFor('INITIALIZED');
    let hadOthers = false;
    wired.host.addEventListener('change', ({ state }) => (hadOthers ||= state.records !== records));
    await choose(element, 'handshake');
    await press(element);
    await waitUntil(() => verdict(element)?.startsWith('Passed'), undefined, { timeout: 8000 });
    expect(hadOthers).to.equal(true);
    expect(wired.host.state.records).to.equal(records);
    expect(wired.host.state.place.iframeLocation).to.equal('remote');
  });
});
