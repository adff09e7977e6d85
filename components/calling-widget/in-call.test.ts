// What the whole phone does in a call beside the call itself: the outcome, logging out, and the work afterwards.
import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { collect } from '../../src/bridge/testing/fake-hubspot.js';
import { hubSpotCallOutcomeIds, hubSpotCallOutcomes, type Call } from '../../src/index.js';
import { findAll, findSeen } from '../testing/find-all.js';
import type { HsCallingWidget } from './define.js';
import { phone, settled, talk, type Phone } from './testing/phone.js';

const seen = (element: HTMLElement, selector: string) => findSeen(element.parentElement ?? element, selector);

const outcomeInCall = ({ shadowRoot }: HsCallingWidget) =>
  shadowRoot?.querySelector<HTMLSelectElement>('select[part=outcome]');

async function choose(element: HsCallingWidget, value: string): Promise<void> {
  const list = outcomeInCall(element);
  Object.assign(list ?? {}, { value });
  list?.dispatchEvent(new Event('change'));
  await settled();
}

const chosenAfterwards = (element: HsCallingWidget) =>
  seen(element, '[name=outcome]:checked').map((tile) => (tile as HTMLInputElement).value);

const { wrongNumber, leftVoicemail } = hubSpotCallOutcomeIds;

describe('the outcome in a call', () => {
  it('is there once somebody has answered, and is the one of the form afterwards', async () => {
    const scene = await phone({ outcomes: hubSpotCallOutcomes });
    const { hubspot, voice, element } = scene;
    hubspot.bridge.request('hs-call-request', {
      toNumber: '+1202555010',
      fromNumber: undefined,
      party: undefined,
    });
    await settled();
    expect(outcomeInCall(element)).to.equal(null);
    voice.sessions[0]?.change('state', 'active');
    await settled();
    expect(outcomeInCall(element)?.labels[0]?.textContent).to.equal('Outcome');
    await expect(element).to.be.accessible();
    await choose(element, wrongNumber);
    voice.sessions[0]?.over('hung-up');
    await settled();
    expect(chosenAfterwards(element)).to.deep.equal([wrongNumber]);
  });

  it('is not there where the app has none', async () => {
    const scene = await phone();
    await talk(scene);
    expect(outcomeInCall(scene.element)).to.equal(null);
  });

  it('is that of the call in front', async () => {
    const scene = await phone({ outcomes: hubSpotCallOutcomes });
    const { element } = scene;
    await talk(scene);
    await choose(element, wrongNumber);
    await talk(scene, '+12025550103');
    expect(outcomeInCall(element)?.value).to.equal('');
    await choose(element, leftVoicemail);
    scene.voice.sessions[1]?.over('hung-up');
    await settled();
    expect(outcomeInCall(element)?.value).to.equal(wrongNumber);
  });

  it('can be taken back', async () => {
    const scene = await phone({ outcomes: hubSpotCallOutcomes });
    const session = await talk(scene);
    await choose(scene.element, wrongNumber);
    await choose(scene.element, '');
    session.over('hung-up');
    await settled();
    expect(chosenAfterwards(scene.element)).to.deep.equal([]);
  });

  it('is asked for once, by a function, and the form afterwards has it at once', async () => {
    const calls: Call[] = [];
    const outcomes = (call: Call) => {
      calls.push(call);
      return Promise.resolve(hubSpotCallOutcomes);
    };
    const scene = await phone({ outcomes });
    const { element } = scene;
    const session = await talk(scene);
    await waitUntil(() => outcomeInCall(element), 'it can be chosen');
    await choose(element, wrongNumber);
    session.over('hung-up');
    await settled();
    expect([calls.length, chosenAfterwards(element)]).to.deep.equal([1, [wrongNumber]]);
  });

  it('that cannot be loaded says nothing in the call, and is tried again after it', async () => {
    let count = 0;
    const outcomes = () => {
      count += 1;
      return count < 2 ? Promise.reject(new Error('Down')) : Promise.resolve(hubSpotCallOutcomes);
    };
    const scene = await phone({ outcomes });
    const session = await talk(scene);
    expect(seen(scene.element, '[part=retry-button]')).to.have.length(0);
    session.over('hung-up');
    await waitUntil(
      () => seen(scene.element, '[name=outcome]').length === 6,
      'they are there after the call',
    );
  });
});

describe('logging out', () => {
  const question = (element: HsCallingWidget) =>
    element.shadowRoot?.querySelector('[part=log-out-question]') ?? undefined;
  const press = async (element: HsCallingWidget, part: string) => {
    element.shadowRoot?.querySelector<HTMLElement>(`[part=${part}]`)?.click();
    await settled();
  };
  const focusedPart = ({ shadowRoot }: HsCallingWidget) => shadowRoot?.activeElement?.part.value;

  it('is not asked about without a call', async () => {
    const { hubspot, element } = await phone();
    await press(element, 'log-out-button');
    expect([hubspot.types, question(element)]).to.deep.equal([['LOGGED_OUT'], undefined]);
  });

  for (const [what, begin] of [
    ['that goes on', (scene: Phone) => talk(scene)],
    ['that rings', ({ voice }: Phone) => Promise.resolve(voice.ring())],
  ] as const) {
    it(`is asked about in a call ${what}, and nothing is said before`, async () => {
      const scene = await phone();
      const { hubspot, element } = scene;
      await begin(scene);
      await settled();
      const requests = collect(element, 'hs-log-out-request');
      await press(element, 'log-out-button');
      expect([question(element)?.role, requests.length, focusedPart(element)]).to.deep.equal([
        'alertdialog',
        0,
        'stay-button',
      ]);
      await expect(element).to.be.accessible();
      await press(element, 'confirm-button');
      expect([requests.length, question(element)]).to.deep.equal([1, undefined]);
      expect(hubspot.types).to.include('LOGGED_OUT');
    });
  }

  for (const [what, leave] of [
    ['“Stay logged in”', (element: HsCallingWidget) => press(element, 'stay-button')],
    ['Escape', () => sendKeys({ press: 'Escape' })],
  ] as const) {
    it(`is not done with ${what}, and the focus goes back`, async () => {
      const scene = await phone();
      const { hubspot, element } = scene;
      await talk(scene);
      await press(element, 'menu-button');
      await press(element, 'log-out-button');
      await leave(element);
      await waitUntil(() => focusedPart(element) === 'menu-button', 'the focus is back');
      expect([hubspot.types.includes('LOGGED_OUT'), question(element)]).to.deep.equal([false, undefined]);
    });
  }

  it('is not asked about any more once the call has ended', async () => {
    const scene = await phone();
    const session = await talk(scene);
    await press(scene.element, 'log-out-button');
    session.over('hung-up');
    await settled();
    expect(question(scene.element)).to.equal(undefined);
  });

  it('asks again the next time', async () => {
    const scene = await phone();
    await talk(scene);
    await press(scene.element, 'log-out-button');
    await press(scene.element, 'stay-button');
    await press(scene.element, 'log-out-button');
    expect(question(scene.element)?.role).to.equal('alertdialog');
  });
});

describe('the availability in the phone', () => {
  it('has the app’s reasons and the work after a call', async () => {
    const availabilityReasons = [{ id: 'break', label: 'Break', available: false }];
    const scene = await phone({ availabilityReasons, afterCallWorkMs: 30_000 });
    const { hubspot, element } = scene;
    const session = await talk(scene);
    session.over('hung-up');
    await settled();
    expect(hubspot.bridge.getState().user.reason).to.equal('after-call-work');
    expect(seen(element, '[part=ready-button]')).to.have.length(1);
    const options = findAll(element.parentElement ?? element, '[part=choice] option');
    expect(options.map(({ textContent }) => textContent)).to.deep.equal([
      'Available',
      'Unavailable',
      'Break',
      'After-call work',
    ]);
  });
});

describe('a transfer to somebody', () => {
  it('is offered by the directory of the phone, and the card of the consultation names them', async () => {
    const scene = await phone({ directory: () => [{ name: 'Erin Example', number: '204', kind: 'agent' }] });
    const { element } = scene;
    await talk(scene);
    seen(element, '[name=transfer]')[0]?.click();
    const field = () => seen(element, '#to[role=combobox]')[0] as HTMLInputElement | undefined;
    await waitUntil(field, 'no list', { timeout: 5000 });
    Object.assign(field() ?? {}, { value: 'Eri' });
    field()?.dispatchEvent(new InputEvent('input'));
    await waitUntil(() => seen(element, '[role=option]')[0], 'nobody was found', { timeout: 5000 });
    seen(element, '[role=option]')[0]?.click();
    await settled();
    seen(element, '[part=transfer] [type=submit]')[0]?.click();
    await settled();
    await settled();
    const heading = seen(element, '[role=heading]')[0];
    expect(heading?.textContent.trim()).to.equal('Erin Example');
  });
});
