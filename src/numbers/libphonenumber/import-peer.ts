/** Importing the optional peer libphonenumber-js, with an error that says how to install it. */

/** The imported module. Rejects with an error that says what to install. */
export async function importPeer<Module>(module: Promise<Module>): Promise<Module> {
  try {
    return await module;
  } catch (cause) {
    throw new Error(
      'libphonenumber-js cannot be loaded. It comes apart from hs-calling-elements: npm install libphonenumber-js',
      { cause },
    );
  }
}
