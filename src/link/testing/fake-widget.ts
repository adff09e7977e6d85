/** A widget's link on a fake window, and a record of everything the link told. */
import { type CallingError, type HostContext, type InboundType, type Message } from '../../protocol/index.js';
import type { Envelope } from '../envelope.js';
import { elementsProfile, type LinkProfile } from '../profile.js';
import { FakeWindow, type FakeWindowOptions } from './fake-window.js';
import type { Rejection } from '../rejections.js';
import { WidgetLink } from '../widget-link.js';
import type { ConnectionState, WidgetLinkObserver } from '../widget-link-observer.js';
import type { WidgetLinkOptions } from '../widget-link-options.js';

/** HubSpot's first message. */
export const sync = {
  type: 'SYNC',
  messageId: 'sync1',
  hostUrl: 'https://app.hubspot.com',
  portalId: 62515,
  userId: 2,
  ownerId: 3,
};

/** HubSpot asks to dial. */
export const dial = { type: 'DIAL_NUMBER', messageId: 'dial1', data: { phoneNumber: '+12025550001' } };

export class FakeWidget {
  readonly window: FakeWindow;
  readonly link: WidgetLink;
  readonly states: ConnectionState[] = [];
  readonly ready: HostContext[] = [];
  readonly readyAgain: { readonly context: HostContext; readonly previous: HostContext | undefined }[] = [];
  readonly received: Message<InboundType>[] = [];
  readonly unknown: Envelope[] = [];
  readonly sent: Envelope[] = [];
  readonly rejected: Rejection[] = [];
  readonly errors: CallingError[] = [];
  /** What the app does when it is told something. */
  app: Partial<WidgetLinkObserver> = {};

  constructor(
    options: WidgetLinkOptions = {},
    window: FakeWindow | FakeWindowOptions = {},
    profile: Partial<LinkProfile> = {},
  ) {
    this.window = window instanceof FakeWindow ? window : new FakeWindow(window);
    const parts = { wire: this.window, clock: this.window, profile: { ...elementsProfile, ...profile } };
    this.link = new WidgetLink(parts, options, this.#observer());
    this.link.connect();
  }

  /** A widget that has shaken hands with HubSpot. */
  static shaken(options: WidgetLinkOptions = {}): FakeWidget {
    const widget = new FakeWidget(options);
    widget.window.receive(sync);
    return widget;
  }

  /** A widget that has shaken hands and sent INITIALIZED. */
  static initialized(options: WidgetLinkOptions = {}): FakeWidget {
    const widget = FakeWidget.shaken(options);
    widget.link.send({ type: 'INITIALIZED' });
    return widget;
  }

  /** The codes of the errors so far. */
  get codes(): readonly string[] {
    return this.errors.map(({ code }) => code);
  }

  /** The codes of the rejections so far. */
  get turnedAway(): readonly string[] {
    return this.rejected.map(({ code }) => code);
  }

  #observer(): WidgetLinkObserver {
    return {
      connectionChanged: (state, problem) => {
        this.states.push(state);
        this.app.connectionChanged?.(state, problem);
      },
      ready: (context, sync) => {
        this.ready.push(context);
        this.app.ready?.(context, sync);
      },
      readyAgain: (context, previous, sync) => {
        this.readyAgain.push({ context, previous });
        this.app.readyAgain?.(context, previous, sync);
      },
      received: (message) => {
        this.received.push(message);
        this.app.received?.(message);
      },
      receivedUnknown: (message) => {
        this.unknown.push(message);
        return this.app.receivedUnknown?.(message);
      },
      sent: (message) => {
        this.sent.push(message);
        this.app.sent?.(message);
      },
      rejected: (rejection) => {
        this.rejected.push(rejection);
        this.app.rejected?.(rejection);
      },
      failed: (error) => {
        this.errors.push(error);
        this.app.failed?.(error);
      },
    };
  }
}
