// Real parents under real names: who is HubSpot gets the widget, who only looks like it gets nothing.
import { dial, expect, numbers, test } from './fixtures.js';

const words = (text: string) => text.trim().split(/\s+/);

const trusted = words(`
  https://app.hubspot.com https://app-eu1.hubspot.com https://app-na2.hubspot.com https://app-na3.hubspot.com
  https://app-ap1.hubspot.com https://app-ca1.hubspot.com https://app-jp1.hubspot.com https://app-us10.hubspot.com
`);

const trustedInQa = words(`
  https://app.hubspotqa.com https://app-eu1.hubspotqa.com https://local.hubspot.com https://local-eu1.hubspot.com
  https://local.hubspotqa.com https://local-na2.hubspotqa.com https://app.hubspot.com
`);

const lookAlikes = words(`
  http://app.hubspot.com https://app.hubspot.com:8443 https://app.hubspot.com. https://hubspot.com
  https://share.hubspot.com https://www.hubspot.com https://api.hubspot.com https://evil-app.hubspot.com
  https://app.app.hubspot.com https://x.app.hubspot.com https://app-eu1.share.hubspot.com
  https://app.hubspot.com.evil.example https://app-eu1.hubspot.com.evil.example https://app.hubspot.evil.example
  https://app-hubspot.com https://apphubspot.com https://app.hubspots.com https://app.hub-spot.com
  https://app.hubspot.co https://app.hubspot.com.co https://app.hubspot.net
  https://app-eu.hubspot.com https://app-eu0.hubspot.com https://app-eu01.hubspot.com https://app-eu123.hubspot.com
  https://app--eu1.hubspot.com https://app-eu1-.hubspot.com https://app-e1.hubspot.com https://app_eu1.hubspot.com
  https://app.xn--hubspt-mbg.com https://app.xn--hbspot-3ya.com https://xn--pp-7ia.hubspot.com
  https://app.hubspotqa.com https://local.hubspot.com https://localhost https://evil.example
`);

const lookAlikesInQa = words(`
  https://share.hubspotqa.com https://app.hubspotqa.com.evil.example https://locals.hubspot.com
  https://app.hubspotqaa.com http://local.hubspot.com https://local.hubspot.com:8443
`);

for (const [environment, origins] of Object.entries({ production: trusted, qa: trustedInQa })) {
  for (const origin of origins) {
    test(`${origin} is HubSpot in ${environment}`, async ({ world }) => {
      const host = await world.openHost(origin, { widget: { environment } });
      await host.expectWorks();
      expect(host.got('SYNC_ACK')).toHaveLength(1);
    });
  }
}

for (const [environment, origins] of Object.entries({ production: lookAlikes, qa: lookAlikesInQa })) {
  for (const origin of origins) {
    test(`${origin} is not HubSpot in ${environment}`, async ({ world }) => {
      const host = await world.openHost(origin, { widget: { environment } });
      await host.say(dial(numbers.attacker));
      await host.expectHeard('SYNC', 2);
      await host.expectHeard('DIAL_NUMBER', 1);
      world.expectNothingHappened();
      expect(host.got()).toEqual([]);
      expect(await host.connection()).toBe('connecting');
      expect(world.told('hs-rejected')[0]).toMatchObject({ code: 'BAD_ORIGIN', origin });
    });
  }
}

test('https://crm.example is a host where allowed-origins names it', async ({ world }) => {
  const host = await world.openHost('https://crm.example', {
    widget: { 'allowed-origins': 'https://crm.example' },
  });
  await host.expectWorks();
});

for (const origin of words('https://crm.example:8443 http://crm.example https://x.crm.example')) {
  test(`${origin} is none where allowed-origins names https://crm.example`, async ({ world }) => {
    const host = await world.openHost(origin, { widget: { 'allowed-origins': 'https://crm.example' } });
    await host.expectHeard('SYNC', 2);
    world.expectNothingHappened();
  });
}
