import CallingExtensions, { Constants, IFrameManager } from 'hs-calling-elements/sdk';
import { start } from './start.js';

if (typeof IFrameManager.createIFrame !== 'function') throw new Error('IFrameManager is missing.');
start(CallingExtensions, Constants);
