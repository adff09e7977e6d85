// Hostile attributes of every element: `npm run test:hostile -- --door attributes`.
import * as fc from 'fast-check';
import { everyElement } from '../../components/testing/every-element.js';
import { connected } from '../../src/bridge/testing/fake-hubspot.js';
import { door, drawn, expectInBounds, frameSize, hostileText, openFrame } from './bench.js';

/** The elements that are drawn in HubSpot's frame. The host is around it, and the others draw nothing. */
const isInFrame = (tag: string) => !/host|voice|bridge/.test(tag);

const attributes = everyElement.flatMap(({ tag, observedAttributes }) =>
  [...observedAttributes, 'lang', 'dir'].map((name) => [tag, name] as const),
);

door(
  'attributes',
  fc.record({ attribute: fc.constantFrom(...attributes), text: hostileText, size: frameSize }),
  async ({ attribute: [tag, name], text, size }) => {
    const box = openFrame(size);
    const { bridge } = connected({ loggedIn: true, available: true });
    const element = Object.assign(document.createElement(tag), isInFrame(tag) && { bridge });
    box.append(element);
    await drawn();
    element.setAttribute(name, text);
    await drawn();
    if (isInFrame(tag)) expectInBounds(box);
    element.removeAttribute(name);
    await drawn();
    box.remove();
  },
);
