/* global document, location, setTimeout, clearTimeout, URLSearchParams */
// The widget of widget.html for pages without modules and without a build: the CDN's script, then this one.
(function () {
  'use strict';

  const bridge = document.querySelector('hs-calling-bridge');
  const dialer = document.querySelector('hs-dialer');
  const form = document.querySelector('form');
  const notes = document.querySelector('textarea');
  const speed = Number(new URLSearchParams(location.search).get('speed') || 1);

  const livePhases = ['dialing', 'ringing', 'active'];

  // The app's phone, or what stands for it: it rings, and it is answered.
  let timers = [];
  function after(ms, action) {
    timers.push(setTimeout(action, ms / speed));
  }

  // Somebody wants to call: the phone dials, and HubSpot hears what becomes of it.
  bridge.addEventListener('hs-call-request', function (event) {
    bridge.outgoingCall({ toNumber: event.detail.toNumber, fromNumber: '+12025550160' });
    after(800, function () {
      bridge.callRinging();
    });
    after(2000, function () {
      bridge.callAnswered();
    });
  });

  // Somebody wants to hang up: the button below, an element, or HubSpot.
  bridge.addEventListener('hs-hang-up-request', function () {
    timers.forEach(clearTimeout);
    timers = [];
    bridge.callEnded();
    bridge.callCompleted({ hideWidget: false });
  });

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    bridge.request('hs-hang-up-request', { externalCallId: bridge.call.externalCallId });
  });

  notes.addEventListener('input', function () {
    bridge.updateCall({ engagement: { notes: notes.value } });
  });

  // During a call the notes take the dialer's place.
  bridge.addEventListener('hs-call-change', function () {
    const inCall = Boolean(bridge.call) && livePhases.includes(bridge.call.phase);
    if (inCall === !form.hidden) return;
    form.hidden = !inCall;
    dialer.hidden = inCall;
    notes.value = '';
  });
})();
