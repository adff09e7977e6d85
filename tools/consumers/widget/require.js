const { default: CallingExtensions, Constants, IFrameManager } = require('hs-calling-elements/sdk');
const { start } = require('./start.js');

if (typeof IFrameManager.createIFrame !== 'function') throw new Error('IFrameManager is missing.');
start(CallingExtensions, Constants);
