// Unit tests of an app, as they are written with Vitest.
import CallingExtensions, { Constants, IFrameManager } from 'hs-calling-elements/sdk';
import { expect, test, vi } from 'vitest';

test('the module has what the official one has', () => {
  expect(Constants.messageType.DIAL_NUMBER).toBe('DIAL_NUMBER');
  expect(IFrameManager.formatSize(400)).toBe('400px');
});

test('an instance calls its handlers', () => {
  const onDialNumber = vi.fn();
  const extensions = new CallingExtensions({ debugMode: false, eventHandlers: { onDialNumber } });
  extensions.onMessageHandler({ type: 'DIAL_NUMBER', data: { phoneNumber: '+15551234567' } });
  expect(onDialNumber.mock.calls[0][0]).toEqual({ phoneNumber: '+15551234567' });
});

test('methods can be spied on', () => {
  const extensions = new CallingExtensions({ debugMode: false, eventHandlers: {} });
  const sendMessage = vi.spyOn(extensions, 'sendMessage');
  extensions.callEnded({ externalCallId: 'a', engagementId: 1 });
  expect(sendMessage).toHaveBeenCalledOnce();
});

test('a handler that throws stops no other', () => {
  const defaultEventHandler = vi.fn();
  const onFailed = () => {
    throw new Error('of the app');
  };
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const onError = vi.fn((event) => event.preventDefault());
  window.addEventListener('error', onError);
  const extensions = new CallingExtensions({
    debugMode: false,
    eventHandlers: { onFailed, defaultEventHandler },
  });
  extensions.onMessageHandler({ type: 'UPDATE_ENGAGEMENT_FAILED', data: {} });
  window.removeEventListener('error', onError);
  expect(defaultEventHandler).toHaveBeenCalled();
  expect(onError).toHaveBeenCalled();
});

test('the package can be loaded as CommonJS as well', async () => {
  const { createRequire } = await import('node:module');
  const sdk = createRequire(import.meta.url)('hs-calling-elements/sdk');
  expect(sdk.Constants.messageType).toEqual(Constants.messageType);
});
