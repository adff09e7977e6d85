import { expect, fixture, html } from '@open-wc/testing';
import { connected } from '../../src/bridge/testing/fake-hubspot.js';
import { TypedEventTarget, VoiceError, type DeviceUse, type VoiceDevices } from '../../src/voice/index.js';
import type { VoiceDevicesEventMap } from '../../src/voice/index.js';
import { FakeVoice } from '../../src/voice/testing/fake-voice.js';
import type { Bridge } from '../shared/bridges.js';
import type { HsDeviceSettings } from './define.js';
import './define.js';

class FakeDevices extends TypedEventTarget<VoiceDevicesEventMap> implements VoiceDevices {
  inputs = [{ id: 'm1', label: 'Headset' }];
  outputs = [
    { id: 's1', label: 'Loudspeaker' },
    { id: 's2', label: '' },
  ];
  input = '';
  output = '';
  ringer = '';
  ringerVolume = 0.6;
  readonly played: string[] = [];
  readonly stopped: string[] = [];

  refresh(): Promise<void> {
    return Promise.resolve();
  }

  choose(use: DeviceUse, id: string): Promise<void> {
    if (id === 's2') return Promise.reject(new VoiceError('DEVICE_MISSING'));
    this[use] = id;
    this.dispatchEvent(new Event('devicechange'));
    return Promise.resolve();
  }

  setRingerVolume(volume: number): void {
    this.ringerVolume = volume;
  }

  /** Rejects the next attempt to listen. */
  trouble: VoiceError | undefined;
  onLevel: ((level: number) => void) | undefined;

  listen(onLevel: (level: number) => void) {
    if (this.trouble) return Promise.reject(this.trouble);
    this.played.push('input');
    this.onLevel = onLevel;
    return Promise.resolve({ stop: () => this.stopped.push('input') });
  }

  play(use: string) {
    this.played.push(use);
    return {
      setVolume: () => undefined,
      setSinkId: () => Promise.resolve(),
      stop: () => this.stopped.push(use),
    };
  }
}

async function settings() {
  const { bridge } = connected();
  const devices = new FakeDevices();
  const voice = Object.assign(new FakeVoice(), { devices });
  const voiced: Bridge = Object.assign(bridge, { voice });
  const element = await fixture<HsDeviceSettings>(
    html`<hs-device-settings .bridge=${voiced}></hs-device-settings>`,
  );
  return { devices, element };
}

const list = ({ shadowRoot }: HsDeviceSettings, use: DeviceUse) =>
  shadowRoot?.querySelector<HTMLSelectElement>(`#${use}`);

async function choose(element: HsDeviceSettings, use: DeviceUse, id: string): Promise<void> {
  const select = list(element, use);
  if (!select) throw new Error(`There is no list for ${use}.`);
  select.value = id;
  select.dispatchEvent(new Event('change'));
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

const tryButton = ({ shadowRoot }: HsDeviceSettings, use: string) =>
  shadowRoot?.querySelector<HTMLButtonElement>(`button[name=${use}]`);

const meter = ({ shadowRoot }: HsDeviceSettings) => shadowRoot?.querySelector('meter');

async function tryMicrophone(element: HsDeviceSettings): Promise<void> {
  tryButton(element, 'input')?.click();
  await new Promise((resolve) => setTimeout(resolve));
  await element.updateComplete;
}

/** Has the browser say so of notifications, until the test is over. */
function right(permission: NotificationPermission, next = permission): void {
  Object.defineProperty(Notification, 'permission', { configurable: true, get: () => permission });
  Notification.requestPermission = () => Promise.resolve((permission = next));
}

describe('<hs-device-settings>', () => {
  const own = Object.getOwnPropertyDescriptors(Notification);

  afterEach(() => {
    const { permission, requestPermission } = own;
    Object.defineProperties(Notification, { permission, requestPermission });
  });

  it('takes no room where the voice leaves no choice', async () => {
    const { bridge } = connected();
    const element = await fixture(html`<hs-device-settings .bridge=${bridge}></hs-device-settings>`);
    expect(getComputedStyle(element).display).to.equal('none');
  });

  it('lists what there is, also what has no name yet', async () => {
    const { element } = await settings();
    const labels = [...(list(element, 'output')?.options ?? [])].map(({ label }) => label.trim());
    expect(labels).to.deep.equal(['System default', 'Loudspeaker', 'Device 2']);
  });

  for (const [use, id] of [
    ['input', 'm1'],
    ['output', 's1'],
    ['ringer', 's1'],
  ] as const) {
    it(`chooses the ${use}`, async () => {
      const { devices, element } = await settings();
      await choose(element, use, id);
      expect(devices[use]).to.equal(id);
      expect(list(element, use)?.value).to.equal(id);
    });
  }

  it('says that a device cannot be used, and shows the one before', async () => {
    const { element } = await settings();
    await choose(element, 'output', 's2');
    expect(list(element, 'output')?.value).to.equal('');
    expect(element.shadowRoot?.querySelector('[role=alert]')?.textContent).to.contain('cannot be used');
    await expect(element).to.be.accessible();
  });

  it('offers no speaker where the browser leaves no choice', async () => {
    const { devices, element } = await settings();
    devices.outputs = [];
    devices.dispatchEvent(new Event('devicechange'));
    await element.updateComplete;
    expect(list(element, 'output')).to.equal(null);
    expect(list(element, 'input')).not.to.equal(null);
  });

  it('sets how loud it rings', async () => {
    const { devices, element } = await settings();
    const volume = element.shadowRoot?.querySelector('input');
    if (volume) volume.value = '25';
    volume?.dispatchEvent(new Event('input'));
    expect(devices.ringerVolume).to.equal(0.25);
  });

  it('tries one speaker at a time, and stops with the element', async () => {
    const { devices, element } = await settings();
    for (const use of ['output', 'ringer']) tryButton(element, use)?.click();
    expect(devices.played).to.deep.equal(['output', 'ringer']);
    expect(devices.stopped).to.deep.equal(['output']);
    element.remove();
    expect(devices.stopped).to.deep.equal(['output', 'ringer']);
  });

  it('shows how loud the microphone is, until the button is pressed again', async () => {
    const { devices, element } = await settings();
    await tryMicrophone(element);
    expect(tryButton(element, 'input')?.getAttribute('aria-pressed')).to.equal('true');
    devices.onLevel?.(0.5);
    await element.updateComplete;
    expect(meter(element)?.value).to.equal(0.5);
    await expect(element).to.be.accessible();
    await tryMicrophone(element);
    expect(devices.stopped).to.deep.equal(['input']);
    expect(meter(element)).to.equal(null);
    devices.onLevel?.(0.5);
    await element.updateComplete;
    expect(meter(element)).to.equal(null);
  });

  it('releases a microphone that the browser grants only after the element has gone', async () => {
    const { devices, element } = await settings();
    tryButton(element, 'input')?.click();
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect([devices.played, devices.stopped]).to.deep.equal([['input'], ['input']]);
  });

  it('says why the microphone cannot be heard', async () => {
    const { devices, element } = await settings();
    devices.trouble = new VoiceError('MICROPHONE_IN_USE');
    await tryMicrophone(element);
    expect(meter(element)).to.equal(null);
    const alert = element.shadowRoot?.querySelector('[role=alert]');
    expect(alert?.textContent).to.contain('microphone');
    expect(alert?.textContent).not.to.contain('device cannot');
  });

  it('offers no test of a microphone that the voice has none for', async () => {
    const { devices, element } = await settings();
    Object.assign(devices, { listen: undefined });
    devices.dispatchEvent(new Event('devicechange'));
    await element.updateComplete;
    expect(tryButton(element, 'input')).to.equal(null);
  });

  describe('of notifications', () => {
    const words = ({ shadowRoot }: HsDeviceSettings) =>
      shadowRoot?.querySelector('[part=notifications] p')?.textContent.trim();
    const allow = ({ shadowRoot }: HsDeviceSettings) =>
      shadowRoot?.querySelector<HTMLButtonElement>('[part=allow-button]');

    it('says that calls are shown', async () => {
      right('granted');
      const { element } = await settings();
      expect(words(element)).to.equal('Calls are shown while another tab is in front.');
      expect(allow(element)).to.equal(null);
    });

    it('says for which address they have to be allowed', async () => {
      right('denied');
      const { element } = await settings();
      expect(words(element)).to.contain(`Allow notifications of ${location.origin}`);
      await expect(element).to.be.accessible();
    });

    it('asks when somebody presses the button, and keeps the focus', async () => {
      right('default', 'granted');
      const { element } = await settings();
      allow(element)?.focus();
      allow(element)?.click();
      await new Promise((resolve) => setTimeout(resolve));
      await element.updateComplete;
      expect(allow(element)).to.equal(null);
      expect(words(element)).to.contain('Calls are shown');
      expect(element.shadowRoot?.activeElement?.localName).to.equal('p');
    });
  });

  it('is accessible', async () => {
    await expect((await settings()).element).to.be.accessible();
  });
});
