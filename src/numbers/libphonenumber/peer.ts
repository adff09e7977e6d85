/** Says in words what is missing when libphonenumber-js cannot be loaded. */

/** What was imported. Rejects with what to do about it. */
export async function peer<Module>(module: Promise<Module>): Promise<Module> {
  try {
    return await module;
  } catch (cause) {
    throw new Error(
      'libphonenumber-js cannot be loaded. It comes apart from hs-calling-elements: npm install libphonenumber-js',
      { cause },
    );
  }
}
