/** For a script tag: the class as `CallingExtensions`, and what the official SDK's file leaves on the window. */
import CallingExtensions, { Constants, IFrameManager } from './index.js';

Object.assign(globalThis, { CallingExtensions, default: CallingExtensions, Constants, IFrameManager });
