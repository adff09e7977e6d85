import { expect } from '@open-wc/testing';
import { isExactOrigin, isHubSpotOrigin } from './origins.js';

const words = (text: string) => text.trim().split(/\s+/);

const production = [
  'https://app.hubspot.com',
  ...words('eu1 na1 na2 na3 ap1 ca1 eu2 jp1 sg10 us99 au1 in1').map(
    (hub) => `https://app-${hub}.hubspot.com`,
  ),
];

const qa = words(`
  https://local.hubspot.com https://local-eu1.hubspot.com https://app.hubspotqa.com https://app-eu1.hubspotqa.com
  https://app-na2.hubspotqa.com https://local.hubspotqa.com https://local-eu1.hubspotqa.com
`);

type Disguise = (origin: string) => string;
const blanks = [' ', '\n', '\r\n', '\t', '\0', '\u200B', '\uFEFF', '\u3002', '%00', '%20', '%0a'];
const instead = (part: string, others: readonly string[]): readonly Disguise[] =>
  others.map((other) => (origin) => origin.replace(part, other));

/** Each makes a look-alike of a trusted origin. */
const disguises: readonly Disguise[] = [
  ...[
    ...blanks,
    ...words(
      ': :443 :8443 / /x ? # . .. , ; \\ @evil.example .evil.example :443@evil.example %2eevil.example',
    ),
  ].map(
    (end): Disguise =>
      (origin) =>
        origin + end,
  ),
  ...[...blanks, ...words('x // blob: view-source: data:, https://evil.example/ https://evil.example?')].map(
    (start): Disguise =>
      (origin) =>
        start + origin,
  ),
  ...instead('https:', ['', ...words('http: HTTPS: ws: wss: ftp: file: https')]),
  ...instead('//', words('//user@ //user:word@ //x //x. //. //*. / /// \\\\ //app. //- //\u200B')),
  ...instead(
    'hubspot',
    words('hubsp0t hubsp\u043Et h\u00FCbspot HubSpot hub-spot hubspot.evil xn--hbspot-3ya hubspots'),
  ),
  ...instead('.hubspot', [...words('.evil.hubspot -hubspot xhubspot .hs-sites.hubspot'), '\nhubspot']),
  ...instead(
    '.com',
    words('com .co .org .com.evil.example x.com %2ecom \u3002com \uFF0Ecom ..com .c\u043Em .net'),
  ),
  (origin) => origin.toUpperCase(),
  (origin) => `${origin},${origin}`,
  (origin) => `${origin}\n${origin}`,
  (origin) => `[${origin}]`,
  (origin) => encodeURIComponent(origin),
];
const lookAlikes = new Set(
  [...production.slice(0, 3), ...qa.slice(2, 4)].flatMap((o) => disguises.map((d) => d(o))),
);

const strangers = [
  '',
  ...words(
    'null undefined * https:// file:// https://* https://*.hubspot.com app.hubspot.com https://hubspot.com',
  ),
  ...words(
    'https://apphubspot.com https://app_eu1.hubspot.com https://app.hubspot.net https://app.hs-sites.com',
  ),
  ...words(
    'https://app.hubspotpagebuilder.com http://localhost:8080 https://127.0.0.1 https://app-.hubspot.com',
  ),
  ...words('evil app.evil share www api developers blog js forms app.app evil-app app-eu1.evil').map(
    (name) => `https://${name}.hubspot.com`,
  ),
  ...words('eu eu0 eu01 eu123 e1 eur1 EU1 eu1x 1eu eu-1 eu1- \u1EBDu1 eu\uFF11').map(
    (hub) => `https://app-${hub}.hubspot.com`,
  ),
];

describe('isHubSpotOrigin', () => {
  production.forEach((origin) => {
    it(`trusts ${origin}`, () => {
      expect([isHubSpotOrigin(origin), isHubSpotOrigin(origin, 'qa')]).to.deep.equal([true, true]);
    });
  });

  qa.forEach((origin) => {
    it(`trusts ${origin} in QA only`, () => {
      expect([isHubSpotOrigin(origin), isHubSpotOrigin(origin, 'qa')]).to.deep.equal([false, true]);
    });
  });

  it('trusts none of more than 200 look-alikes', () => {
    expect(lookAlikes.size).to.be.greaterThan(200);
    const trusted = [...lookAlikes].filter(
      (origin) => isHubSpotOrigin(origin) || isHubSpotOrigin(origin, 'qa'),
    );
    expect(trusted).to.deep.equal([]);
  });

  strangers.forEach((origin) => {
    it(`does not trust ${JSON.stringify(origin)}`, () => {
      expect([isHubSpotOrigin(origin), isHubSpotOrigin(origin, 'qa')]).to.deep.equal([false, false]);
    });
  });
});

describe('isExactOrigin', () => {
  words(`
    https://crm.example https://crm.example:8443 http://localhost:8080 http://127.0.0.1:3000 http://[::1]:3000
    https://xn--bcher-kva.example
  `).forEach((origin) => {
    it(`takes ${origin}`, () => {
      expect(isExactOrigin(origin)).to.equal(true);
    });
  });

  const inexact = [
    ...['', ' ', ' https://crm.example', 'https://crm.example\n', 'https://a.example https://b.example'],
    ...words(
      'null * crm.example //crm.example https:// https://* https://*.crm.example https://crm.example/',
    ),
    ...words('https://crm.example/x https://crm.example? https://crm.example# https://user@crm.example'),
    ...words(
      'https://user:word@crm.example https://crm.example:443 http://crm.example:80 HTTPS://crm.example',
    ),
    ...words('https://CRM.example https:/crm.example https:\\\\crm.example https://b\u00FCcher.example'),
    ...words(
      'https://crm%2eexample https://a.example,https://b.example https://crm.example:99999 http://0x7f.1',
    ),
    ...words(
      'app://crm.example file:/// about:blank data:text/html,x blob:https://crm.example/1 javascript:0',
    ),
  ];
  inexact.forEach((text) => {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(isExactOrigin(text)).to.equal(false);
    });
  });
});
