// The frame of a widget, as a host makes it: its permissions, its size and its address.
import { expect } from '@open-wc/testing';
import { framePermissions } from './frame-permissions.js';
import { frameSide } from './frame-size.js';
import { widgetAddress } from './widget-address.js';

describe('the frame of a widget', () => {
  it('may use the microphone, play sound and choose the speaker', () => {
    expect(framePermissions.split('; ')).to.deep.equal(['microphone', 'autoplay', 'speaker-selection']);
  });

  (
    [
      [-1, 50],
      [0, 50],
      [49, 50],
      [50, 50],
      [51, 51],
      [400, 400],
      [5000, 5000],
      [5001, 5000],
      [1e9, 5000],
      [Infinity, 5000],
    ] as const
  ).forEach(([asked, side]) => {
    it(`is ${String(side)} px where ${String(asked)} are asked for`, () => {
      expect(frameSide(asked)).to.equal(side);
    });
  });

  (
    [
      ['https://phone.example/widget?a=1#b', 'https://phone.example/widget?a=1#b'],
      ['http://localhost:3000', 'http://localhost:3000/'],
      ['HTTPS://phone.example', 'https://phone.example/'],
      ['/widget.html', new URL('/widget.html', document.baseURI).href],
      ['', document.baseURI],
    ] as const
  ).forEach(([address, wanted]) => {
    it(`may come from ${JSON.stringify(address)}`, () => {
      expect(widgetAddress(address)?.href).to.equal(wanted);
    });
  });

  [
    ...['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'blob:https://phone.example/1'],
    ...['file:///widget.html', 'httpsx://phone.example', 'xhttp://phone.example', 'https://', 'http://['],
  ].forEach((address) => {
    it(`comes from no ${JSON.stringify(address)}`, () => {
      expect(widgetAddress(address)).to.equal(undefined);
    });
  });
});
