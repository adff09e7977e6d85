import { expect, fixture, html } from '@open-wc/testing';
import { connected } from '../../src/bridge/testing/fake-hubspot.js';
import { CallControl } from '../../src/voice/index.js';
import { FakeVoice } from '../../src/voice/testing/fake-voice.js';
import { findAll } from '../testing/find-all.js';
import type { HsCallingWidget } from './define.js';
import './define.js';

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('<hs-calling-widget>: the button for what is to be done next', () => {
  for (const [width, height] of [
    [400, 650],
    [320, 600],
    [250, 405],
  ] as const) {
    it(`is in the same place on every screen, ${String(width)} × ${String(height)}`, async () => {
      const hubspot = connected({ loggedIn: true, available: true });
      const voice = new FakeVoice();
      new CallControl(hubspot.bridge, voice);
      await voice.connect();
      const box = await fixture<HTMLElement>(
        html`<div><hs-calling-widget .bridge=${hubspot.bridge}></hs-calling-widget></div>`,
      );
      Object.assign(box.style, { width: `${String(width)}px`, height: `${String(height)}px` });
      const element = box.querySelector('hs-calling-widget') as HsCallingWidget;
      element.style.height = '100%';

      const places: string[] = [];
      const look = async (part: string) => {
        await settled();
        await settled();
        const button = findAll(element.renderRoot, `[part=${part}]`)[0];
        const { top, height, bottom } = button?.getBoundingClientRect() ?? new DOMRect();
        const isSeen = button?.checkVisibility() ?? false;
        places.push(
          [Math.round(top - element.getBoundingClientRect().top), Math.round(height), isSeen].join(' '),
        );
        expect(bottom, part).to.be.at.most(element.getBoundingClientRect().bottom);
      };
      await look('call-button');
      hubspot.bridge.request('hs-call-request', {
        toNumber: '+12025550101',
        fromNumber: undefined,
        party: undefined,
      });
      await look('end-button');
      const session = voice.sessions.at(-1);
      session?.change('state', 'active');
      await look('end-button');
      session?.change('quality', { level: 1, mos: 1.5, jitter: 80, loss: 0.2, roundTrip: 400 });
      session?.change('muted', true);
      session?.change('recording', true);
      await look('end-button');
      session?.change('hold', 'local');
      await look('end-button');
      findAll(element.renderRoot, '[part=control][name=keypad]')[0]?.click();
      await look('end-button');
      findAll(element.renderRoot, '[part=control][name=transfer]')[0]?.click();
      await look('end-button');
      const second = voice.ring({ number: '+12025550103' });
      await look('end-button');
      second.over('canceled');
      session?.over('hung-up');
      await look('save-button');
      expect(new Set(places), places.join(', ')).to.have.length(1);
      expect(places[0]).to.match(/ true$/);
    });
  }
});
