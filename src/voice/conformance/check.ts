/** How a check is made: a name, what it needs, and steps that are driven on a new provider. */
import { ProviderDriver } from './provider-driver.js';
import { hasAll, type VoiceCheck } from './rig.js';

/**
 * Makes a check. Its body runs only where the rig has what it `uses` and the provider can do what it `needs`. Each
 * session in it is held to the rules of its events.
 */
export function check(
  name: string,
  { needs = [], uses = [] }: Partial<Pick<VoiceCheck, 'needs' | 'uses'>>,
  body: (driver: ProviderDriver) => Promise<void>,
): VoiceCheck {
  return {
    name,
    needs,
    uses,
    async run(rig) {
      if (!hasAll(rig, uses)) return;
      const provider = await rig.create();
      const driver = new ProviderDriver(rig, provider);
      try {
        if (needs.every((need) => provider.capabilities[need])) await body(driver);
      } catch (error) {
        // The first failure is reported; what closing finds after it would only follow from it.
        await driver.close().catch(() => undefined);
        throw error;
      }
      await driver.close();
    },
  };
}
