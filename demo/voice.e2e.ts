// Calls of the demo's widget that are heard: a phone whose other end is in the page, and Chromium's own microphone.
import { expect, test, type Frame } from '@playwright/test';
import type { HsCallingHost } from '../components/calling-host/calling-host.js';
import type { HsCallingBridge } from '../components/index.js';
import type { LoopbackVoice } from '../src/voice/loopback/index.js';
import { accessibilityProblems, collectTrouble, handshake, HostPage } from './e2e-host-page.js';

/** What a page holds of microphones and connections; `spy` notes them. */
interface Held {
  readonly tracks: MediaStreamTrack[];
  readonly connections: RTCPeerConnection[];
}

let hubspot: HostPage;
let trouble: string[];

test.beforeEach(async ({ page }) => {
  trouble = await collectTrouble(page);
  await page.addInitScript(() => {
    const held: Held = { tracks: [], connections: [] };
    Object.assign(window, {
      held,
      RTCPeerConnection: class extends RTCPeerConnection {
        constructor(...given: ConstructorParameters<typeof RTCPeerConnection>) {
          super(...given);
          held.connections.push(this);
        }
      },
    });
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      held.tracks.push(...stream.getTracks());
      return stream;
    };
  });
  hubspot = new HostPage(page);
});

test.afterEach(() => {
  expect(trouble).toEqual([]);
});

const widget = (): Frame => hubspot.frame('widget.html');

/** Microphones that are live and connections that are open. */
const held = () =>
  widget().evaluate(() => {
    const { tracks, connections } = (window as unknown as { held: Held }).held;
    return {
      live: tracks.filter(({ readyState }) => readyState === 'live').length,
      open: connections.filter(({ connectionState }) => connectionState !== 'closed').length,
      all: connections.length,
    };
  });

/** The sound that has come in over the connections of the page, as the browser adds it up. */
const energy = () =>
  widget().evaluate(async () => {
    const { connections } = (window as unknown as { held: Held }).held;
    let sum = 0;
    for (const connection of connections.filter((one) => one.connectionState !== 'closed')) {
      for (const entry of (await connection.getStats()).values()) {
        const { type, totalAudioEnergy = 0 } = entry as { type: string; totalAudioEnergy?: number };
        if (type === 'inbound-rtp') sum += totalAudioEnergy;
      }
    }
    return sum;
  });

const call = () => hubspot.bridge.evaluate((bridge: HsCallingBridge) => bridge.call);

test('a press on a number becomes a call one hears, with mute, hold and digits, and leaves nothing behind', async () => {
  await hubspot.open('?speed=4');
  await hubspot.dial('Erin Example, +1 (202) 555-0101');
  await expect(hubspot.status).toContainText('Connected');
  await expect.poll(energy).toBeGreaterThan(0);
  expect((await held()).live).toBeGreaterThan(0);

  await hubspot.control('Mute').click();
  await expect(hubspot.control('Mute')).toHaveAttribute('aria-pressed', 'true');
  await hubspot.control('Mute').click();
  await expect(hubspot.control('Mute')).toHaveAttribute('aria-pressed', 'false');

  await hubspot.control('Hold').click();
  await expect(hubspot.status).toContainText('On hold');
  await hubspot.control('Hold').click();
  await expect(hubspot.status).toContainText('Connected');

  await hubspot.control('Keypad').click();
  await hubspot.widget.getByRole('group', { name: 'Keypad' }).getByRole('button', { name: '5' }).click();
  await expect(hubspot.widget.locator('[part=digits]')).toHaveText('5');
  await hubspot.page.keyboard.press('Escape');
  await expect(hubspot.control('Keypad')).toBeFocused();

  await hubspot.endCall();
  await expect(hubspot.log.locator('.status')).toHaveText('COMPLETED');
  expect(await held()).toMatchObject({ live: 0, open: 0 });
  expect((await held()).all).toBeGreaterThan(0);
});

test('somebody calls: the widget rings, the caller is known, and the call is answered', async () => {
  await hubspot.open('?speed=4');
  await hubspot.ring('Sam Sample');
  const incoming = hubspot.widget.getByRole('region', { name: 'Incoming call' });
  await expect(incoming).toContainText('Sam Sample');
  expect(await accessibilityProblems(widget(), ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])).toEqual([]);
  await hubspot.control('Answer').click();
  await expect(hubspot.status).toContainText('Connected');
  await expect(incoming).toBeHidden();
  await expect.poll(energy).toBeGreaterThan(0);
  await hubspot.endCall();
  await expect(hubspot.log.locator('.name')).toHaveText('Sam Sample');
  await expect(hubspot.log.locator('.status')).toHaveText('COMPLETED');
  await hubspot.expectTypes([
    ...handshake,
    'INCOMING_CALL',
    'CREATE_ENGAGEMENT_SUCCEEDED',
    'CALLER_ID_MATCH_SUCCEEDED',
    'CALL_ANSWERED',
    'CALL_ENDED',
    'CALL_COMPLETED',
    'UPDATE_ENGAGEMENT_SUCCEEDED',
  ]);
});

test('somebody calls and is declined', async () => {
  await hubspot.open('?speed=4');
  await hubspot.ring('A hidden number');
  await hubspot.control('Silence').click();
  await expect(hubspot.control('Silence')).toBeHidden();
  await hubspot.control('Decline').click();
  await expect(hubspot.log).toHaveCount(1);
  expect(await hubspot.payload('CALL_ENDED')).toMatchObject({ callEndStatus: 'REJECTED' });
  expect(await held()).toMatchObject({ live: 0, open: 0 });
});

test('a second caller is answered by holding the first, and one goes back', async () => {
  await hubspot.open('?speed=4');
  await hubspot.dial('Erin Example, +1 (202) 555-0101');
  await expect(hubspot.status).toContainText('Connected');
  await hubspot.ring('A number with a name');
  await hubspot.widget.getByRole('button', { name: /^Hold and answer/ }).click();
  await expect(hubspot.widget.locator('[part=other-call]')).toBeVisible();
  await expect
    .poll(async () =>
      hubspot.bridge.evaluate((bridge: HsCallingBridge) =>
        bridge.calls.map(({ phase, held: isHeld }) => `${phase} ${String(isHeld)}`),
      ),
    )
    .toEqual(['active true', 'active false']);
});

test.describe('with a microphone that cannot be had', () => {
  test('the call waits, says why, and goes on when it can', async ({ page }) => {
    await hubspot.open('?speed=4');
    await widget().evaluate(() => {
      document.querySelector('hs-loopback-voice')?.setAttribute('microphone', 'required');
      const { mediaDevices } = navigator;
      const open = mediaDevices.getUserMedia.bind(mediaDevices);
      let tries = 0;
      mediaDevices.getUserMedia = (wanted) => {
        tries += 1;
        // What a browser says while another program holds the microphone; a real one is not to be had on demand.
        return tries === 1 ? Promise.reject(new DOMException('', 'NotReadableError')) : open(wanted);
      };
    });
    await hubspot.dial('Erin Example, +1 (202) 555-0101');
    await expect(hubspot.status).toContainText('Another program uses the microphone');
    await expect(page.frameLocator('#widget').locator('[data-hs-live=assertive]')).toContainText(
      'microphone',
    );
    const before = await call();
    await hubspot.control('Try again').click();
    await expect(hubspot.status).toContainText('Connected');
    expect((await call())?.externalCallId).toBe(before?.externalCallId);
    await hubspot.endCall();
  });

  test('a frame that may not use it says so', async ({ page }) => {
    await hubspot.open('?speed=4');
    await hubspot.press('Clear');
    // As a host that forgot to allow it.
    await page.locator('hs-calling-host').evaluate((host: HsCallingHost) => (host.allow = 'autoplay'));
    await hubspot.expectTypes(handshake);
    await widget().evaluate(() => {
      document.querySelector('hs-loopback-voice')?.setAttribute('microphone', 'required');
    });
    await hubspot.dial('Erin Example, +1 (202) 555-0101');
    await expect(hubspot.status).toContainText('may not use the microphone');
    await hubspot.endCall();
    await expect(hubspot.log.locator('.status')).toHaveText(/CANCELED|FAILED/);
    trouble = trouble.filter((text) => !text.includes('Permissions policy violation'));
  });
});

test('the phone is ready before the first call, and has one session for each', async () => {
  await hubspot.open('?speed=4');
  const phone = await hubspot.bridge.evaluate((bridge: HsCallingBridge) => bridge.getState().voice?.state);
  expect(phone).toBe('ready');
  const sessions = () =>
    widget().evaluate(() => {
      const voice = document.querySelector('hs-loopback-voice') as HTMLElement & { provider: LoopbackVoice };
      return voice.provider.sessions.length;
    });
  expect(await sessions()).toBe(0);
  await hubspot.dial('Erin Example, +1 (202) 555-0101');
  await expect(hubspot.status).toContainText('Connected');
  expect(await sessions()).toBe(1);
});
