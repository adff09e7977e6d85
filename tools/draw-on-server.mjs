// `node tools/draw-on-server.mjs`: prints what a server draws of every element, each in a section, all in one bridge but the
// simulated HubSpot. The last section is an element of an app, with a dialer of ours in it. Needs `npm run build`.
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import './an-app.mjs';
import { registerEveryElement, TAGS } from './published.mjs';

await registerEveryElement();

const OUTSIDE = ['hs-calling-bridge', 'hs-calling-host'];
// A voice that is given to the bridge brings what no server knows, such as the microphones.
const section = (tag) => `<section><${tag}${tag.endsWith('-voice') ? ' for="none"' : ''}></${tag}></section>`;
const inside = [...TAGS.filter((tag) => !OUTSIDE.includes(tag)), 'an-app'].map(section).join('');
const markup = `<hs-calling-bridge logged-in>${inside}</hs-calling-bridge>${section('hs-calling-host')}`;
const drawn = await collectResult(render(html(Object.assign([markup], { raw: [markup] }))));
process.stdout.write(drawn);
