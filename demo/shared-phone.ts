/**
 * A widget on the drop-in with a phone and screens of its own, in many frames: one owns the calls, and all show the same. Its
 * server tells every frame who calls, as servers do.
 */
import { isLive, isOver, type Call, type FrameStatus } from '../src/call/index.js';
import { SharedFrames } from '../src/frames/index.js';
import { CallingExtensions } from '../src/sdk/index.js';
import { part } from './page.js';

declare global {
  interface Window {
    /** What happens to this frame, for tests. */
    sharedPhone: {
      /** The server says that somebody calls. */
      receive(externalCallId: string): void;
      /** The calls that the phone of this frame has on the line. */
      readonly line: readonly string[];
      /** How often HubSpot has asked this frame to dial. */
      readonly dialled: readonly string[];
      readonly problems: readonly string[];
    };
  }
}

const ownNumber = '+12025550160';
/** The phone: the calls on its line. Only the owner has some. */
const line = new Set<string>();
const dialled: string[] = [];
const problems: string[] = [];

const frames = new SharedFrames({ onChange: showPlace });
const { bridge } = frames;

const extensions = new CallingExtensions({
  frames,
  allowedOrigins: [document.body.dataset['hostOrigin'] ?? ''],
  onProblem: ({ code }) => problems.push(code),
  eventHandlers: {
    onReady: () => extensions.initialized({ isLoggedIn: true, isAvailable: true }),
    onDialNumber: ({ phoneNumber }) => {
      dialled.push(phoneNumber);
      dial(phoneNumber);
    },
    onEndCall: () => line.forEach(hangUp),
  },
});

function dial(toNumber: string): void {
  const externalCallId = bridge.createCallId();
  line.add(externalCallId);
  extensions.outgoingCall({ externalCallId, fromNumber: ownNumber, toNumber, createEngagement: true });
  extensions.callAnswered({ externalCallId });
}

function hangUp(externalCallId: string): void {
  line.delete(externalCallId);
  extensions.callEnded({ externalCallId });
}

// What is pressed in any frame is asked here, in the frame that has the phone.
bridge.addEventListener('hs-answer-request', ({ detail: { externalCallId } }) => {
  line.add(externalCallId);
  extensions.callAnswered({ externalCallId });
});
bridge.addEventListener('hs-hang-up-request', ({ detail: { externalCallId } }) => {
  hangUp(externalCallId);
});

function showPlace({ role, ownerPlace = 'page', needsWindow }: FrameStatus): void {
  const text = needsWindow ? 'Calls need the calling window' : `${role}, calls are in the ${ownerPlace}`;
  part('#place', HTMLElement).textContent = text;
  part('#open', HTMLElement).hidden = !needsWindow;
}

part('#open', HTMLElement).addEventListener('click', () => frames.openCallingWindow());

function button(text: string, press: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: text });
  made.addEventListener('click', press);
  return made;
}

function show(call: Call): HTMLElement {
  const { externalCallId, direction, phase, fromNumber = '', toNumber = '', engagementId } = call;
  const shown = document.createElement('p');
  const record = engagementId === undefined ? '' : ', has a record';
  shown.textContent = `${direction === 'inbound' ? fromNumber : toNumber}: ${phase}${record} `;
  if (phase === 'ringing')
    shown.append(button('Answer', () => bridge.request('hs-answer-request', { externalCallId })));
  if (isLive(call))
    shown.append(button('End', () => bridge.request('hs-hang-up-request', { externalCallId })));
  if (phase === 'wrap-up')
    shown.append(
      button('Save', () =>
        extensions.callCompleted({
          ...{ externalCallId, hideWidget: false },
          ...(engagementId !== undefined && { engagementId }),
        }),
      ),
    );
  return shown;
}

bridge.subscribe(({ calls }, previous) => {
  // A button that is drawn anew while it is pressed is not pressed.
  if (calls === previous?.calls) return;
  part('#calls', HTMLElement).replaceChildren(...calls.filter((call) => !isOver(call)).map(show));
});

window.sharedPhone = {
  receive(externalCallId) {
    extensions.incomingCall({
      ...{ externalCallId, fromNumber: '+12025550102', toNumber: ownNumber },
      createEngagement: true,
    });
  },
  get line() {
    return [...line];
  },
  dialled,
  problems,
};
