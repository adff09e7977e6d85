// An ES module of Node's: the official package is CommonJS, so its default import is the whole of it.
import sdk, {
  Constants,
  IFrameManager,
  type EventHandlers,
  type OnCallEnded,
} from '@hubspot/calling-extensions-sdk';
import * as all from '@hubspot/calling-extensions-sdk';

const handlers = {} as EventHandlers;
handlers.onReady({});
const extensions = new sdk.default({ debugMode: false, eventHandlers: handlers });
const ended: OnCallEnded = { externalCallId: 'a', engagementId: 1 };
extensions.callEnded(ended);
class Extended extends sdk.default {}
export default [new Extended(extensions.options), sdk.Constants.VERSION, sdk.IFrameManager.formatSize(1)];
export const texts = [Constants.VERSION, IFrameManager.formatSize(1), all.Constants.VERSION];
