/* global window, document, crypto */
// A widget as it is written for the official SDK's file, with no build: the class is `window.default`.
(function () {
  'use strict';

  const CallingExtensions = window.default;
  const status = document.querySelector('#status');
  let call;

  const extensions = new CallingExtensions({
    debugMode: false,
    eventHandlers: {
      onReady: function () {
        extensions.initialized({ isLoggedIn: true });
        show('Ready');
      },
      onDialNumber: function (data) {
        call = { externalCallId: crypto.randomUUID() };
        show('Calling ' + data.phoneNumber);
        extensions.outgoingCall({
          externalCallId: call.externalCallId,
          toNumber: data.phoneNumber,
          fromNumber: '+12025550160',
          createEngagement: true,
        });
      },
      onCreateEngagementSucceeded: function (data) {
        call.engagementId = data.engagementId;
        extensions.callAnswered({ externalCallId: call.externalCallId });
        show('Connected');
      },
      onUpdateEngagementSucceeded: function () {
        show('Saved');
      },
      onVisibilityChanged: function (data) {
        show(data.isMinimized ? 'Minimised' : 'Shown');
      },
      onEndCall: end,
      defaultEventHandler: function () {},
    },
  });

  document.querySelector('button').addEventListener('click', end);

  function end() {
    extensions.callEnded(
      Object.assign({ callEndStatus: window.Constants.callStatus.INTERNAL_COMPLETED }, call),
    );
    extensions.callCompleted(
      Object.assign({ hideWidget: false, engagementProperties: { hs_timestamp: String(Date.now()) } }, call),
    );
  }

  function show(text) {
    status.textContent = text;
  }
})();
