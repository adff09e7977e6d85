/** For a script tag: sets `window.CallingExtensions`, and the names that the official SDK's script sets. */
import CallingExtensions, { Constants, IFrameManager } from './index.js';

Object.assign(globalThis, { CallingExtensions, default: CallingExtensions, Constants, IFrameManager });
