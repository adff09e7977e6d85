/** One phone in many frames, for whoever uses no elements: the drop-in of the official SDK, or a `CallingBridge`. */
import { CallingBridge } from '../bridge/index.js';
import type { FrameStatus } from '../call/index.js';
import type { LinkSource, ServedLink, WidgetLinkObserver, WidgetLinkOptions } from '../link/index.js';
import { openCallingWindow, type WindowResult } from './calling-window.js';
import { DropInLinks } from './drop-in-links.js';
import { Frames } from './frames.js';
import type { FramesPorts } from './membership.js';
import { attachPhone, type RestoreCall } from './restoring-phone.js';

export interface SharedFramesOptions {
  /** The bridge whose calls the frames share, before it connects. Default: one for the drop-in. */
  readonly bridge?: CallingBridge;
  /**
   * Called as soon as it is known what part this frame plays, and whenever that changes: whether it is the `owner` of the
   * calls or a `mirror`, where the owner is, whether calls need the calling window, whether this frame rings. Default: none.
   */
  readonly onChange?: (frame: FrameStatus) => void;
  /**
   * For a phone of the app's own that can go on with a call in another frame than it began in, or after a reload. Called in the
   * frame that is the owner then, for each call on the line. Default: no call can be kept; HubSpot is told that it has ended.
   */
  readonly restore?: RestoreCall;
}

/**
 * Makes this page one of the frames of its user, of which one owns the calls. Given to the drop-in as its option `frames`,
 * or made for a `CallingBridge`. One for each page. Where the browser refuses it, the frame is on its own: `FRAMES_REFUSED`.
 */
export class SharedFrames implements LinkSource {
  /** What is true in all frames, and what may be asked of the owner. With the drop-in, the app need not connect it. */
  readonly bridge: CallingBridge;
  readonly #frames: Frames;
  #links: DropInLinks | undefined;

  /** @param ports - The channel and the locks between the frames. Default: the browser's. */
  constructor(
    { bridge = new CallingBridge({ engagement: 'app' }), onChange, restore }: SharedFramesOptions = {},
    ports?: FramesPorts,
  ) {
    this.bridge = bridge;
    this.#frames = new Frames(bridge, ports);
    // Until HubSpot has answered, nobody knows who owns the calls.
    if (bridge.getState().connection === 'idle') this.#frames.expect();
    if (restore) attachPhone(bridge, this.#frames.reports, restore);
    let told: FrameStatus | undefined;
    bridge.subscribe(({ connection, frame }, previous) => {
      if (connection === 'connecting' && previous?.connection === 'idle') this.#frames.expect();
      if (connection !== 'connected') told = undefined;
      else if (frame.role !== 'undecided' && frame !== told) onChange?.((told = frame));
    });
  }

  /**
   * Opens the calling window of HubSpot, or brings it to the front. To be called while a press is handled: the browser blocks
   * it otherwise, and the result says `WINDOW_BLOCKED`. `NO_WINDOW` if HubSpot has not said where it is.
   */
  openCallingWindow(): WindowResult {
    return openCallingWindow(this.bridge);
  }

  /** For the drop-in, which calls it. */
  createLink(options: WidgetLinkOptions, observer: WidgetLinkObserver): ServedLink {
    this.#links ??= new DropInLinks(this.bridge, this.#frames);
    return this.#links.create(options, observer);
  }
}
