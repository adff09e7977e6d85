/** How the drop-in's links differ from those of the tags: they serve the app as the official SDK does. */
import type { LinkProfile } from '../link/profile.js';

export const officialProfile: LinkProfile = {
  // Apps were written for payloads as HubSpot sends them.
  rawPayloads: true,
  // They may send as soon as `onReady` was called, also before `initialized`.
  sendsBeforeInitialized: true,
  // Frameworks make an app twice; the official SDK serves both.
  sharesPage: true,
  // `onProblem` gets the code and the detail only. The texts of `callingError` would make the bundle larger.
  createError: (code, message = '', fatal = false) => ({ code, message, fatal }),
};
