// Unit tests of an app, as they are written with Jest: `require`, spies, and a module that is mocked as a whole.
const sdk = require('hs-calling-elements/sdk');

const { default: CallingExtensions, Constants, IFrameManager } = sdk;

test('the module has what the official one has', () => {
  expect(sdk.__esModule).toBe(true);
  expect(Object.keys(sdk).sort()).toEqual(['CallingExtensions', 'Constants', 'IFrameManager', 'default']);
  expect(Constants.messageType.DIAL_NUMBER).toBe('DIAL_NUMBER');
});

test('an instance calls its handlers', () => {
  const onDialNumber = jest.fn();
  const extensions = new CallingExtensions({ debugMode: false, eventHandlers: { onDialNumber } });
  extensions.onMessageHandler({ type: 'DIAL_NUMBER', data: { phoneNumber: '+15551234567' } });
  expect(onDialNumber.mock.calls[0][0]).toEqual({ phoneNumber: '+15551234567' });
  expect(extensions.iFrameManager).toBeInstanceOf(IFrameManager);
});

test('methods can be spied on, and say nothing outside of a frame', () => {
  const extensions = new CallingExtensions({ debugMode: false, eventHandlers: {} });
  const sendMessage = jest.spyOn(extensions, 'sendMessage');
  extensions.callEnded({ externalCallId: 'a', engagementId: 1 });
  expect(sendMessage).toHaveBeenCalledWith({
    type: 'CALL_ENDED',
    data: { externalCallId: 'a', engagementId: 1 },
  });
});

test('a message from elsewhere reaches no handler', () => {
  const onDialNumber = jest.fn();
  new CallingExtensions({ debugMode: false, eventHandlers: { onDialNumber } });
  window.dispatchEvent(
    new MessageEvent('message', {
      data: { type: 'DIAL_NUMBER', messageId: '1', data: { phoneNumber: '+15551234567' } },
      origin: 'https://elsewhere.example',
      source: window,
    }),
  );
  expect(onDialNumber).not.toHaveBeenCalled();
});

test('a handler that throws is told to the page, and stops no other', () => {
  const onError = jest.fn((event) => event.preventDefault());
  jest.spyOn(console, 'error').mockImplementation(() => {});
  window.addEventListener('error', onError);
  const defaultEventHandler = jest.fn();
  const onFailed = () => {
    throw new Error('of the app');
  };
  const extensions = new CallingExtensions({
    debugMode: false,
    eventHandlers: { onFailed, defaultEventHandler },
  });
  extensions.onMessageHandler({ type: 'UPDATE_ENGAGEMENT_FAILED', data: {} });
  window.removeEventListener('error', onError);
  expect(defaultEventHandler).toHaveBeenCalled();
  expect(onError).toHaveBeenCalled();
});

test('what the module exports can be spied on and replaced', () => {
  const makesNone = jest.spyOn(sdk, 'default').mockImplementation(() => ({ callEnded: jest.fn() }));
  expect(new sdk.default().callEnded).toBeDefined();
  makesNone.mockRestore();
  expect(sdk.default).toBe(CallingExtensions);
});

test('the module can be mocked', () => {
  jest.isolateModules(() => {
    jest.doMock('hs-calling-elements/sdk');
    const mocked = require('hs-calling-elements/sdk');
    const extensions = new mocked.default({});
    extensions.callEnded({});
    expect(mocked.default.mock.instances).toHaveLength(1);
    expect(extensions.callEnded).toHaveBeenCalledWith({});
  });
});
