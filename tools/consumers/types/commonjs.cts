// CommonJS with TypeScript's own `require`.
import sdk = require('@hubspot/calling-extensions-sdk');

const handlers = {} as sdk.EventHandlers;
handlers.onReady({});
const extensions = new sdk.default({ debugMode: false, eventHandlers: handlers });
const ended: sdk.OnCallEnded = { externalCallId: 'a', engagementId: 1 };
extensions.callEnded(ended);
const manager: sdk.IFrameManager = extensions.iFrameManager;
export = [manager, sdk.Constants.messageType.SYNC, sdk.IFrameManager.formatSize(1)];
