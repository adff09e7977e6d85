/** A widget's link on a fake port, and a note of everything the link told. */
import {
  callingError,
  type CallingError,
  type HostContext,
  type InboundType,
  type Message,
} from '../../protocol/index.js';
import type { Envelope } from '../envelope.js';
import { FakePort, type FakePortOptions } from './fake-port.js';
import type { Rejection } from '../rejections.js';
import {
  WidgetLink,
  type ConnectionState,
  type WidgetLinkObserver,
  type WidgetLinkOptions,
} from '../widget-link.js';

/** What HubSpot says first. */
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
  readonly port: FakePort;
  readonly link: WidgetLink;
  readonly states: ConnectionState[] = [];
  readonly ready: HostContext[] = [];
  readonly readyAgain: { readonly context: HostContext; readonly previous: HostContext | undefined }[] = [];
  readonly received: Message<InboundType>[] = [];
  readonly unknown: Envelope[] = [];
  readonly sent: Envelope[] = [];
  readonly rejected: Rejection[] = [];
  readonly errors: CallingError[] = [];
  /** What the app does on being told. */
  app: Partial<WidgetLinkObserver> = {};

  constructor(options: WidgetLinkOptions = {}, port: FakePort | FakePortOptions = {}) {
    this.port = port instanceof FakePort ? port : new FakePort(port);
    this.link = new WidgetLink(this.port, options, this.#observer(), callingError);
    this.link.connect();
  }

  /** One that shook hands with HubSpot. */
  static shaken(options: WidgetLinkOptions = {}): FakeWidget {
    const widget = new FakeWidget(options);
    widget.port.receive(sync);
    return widget;
  }

  /** One that shook hands and said that it is there. */
  static initialized(options: WidgetLinkOptions = {}): FakeWidget {
    const widget = FakeWidget.shaken(options);
    widget.link.send({ type: 'INITIALIZED' });
    return widget;
  }

  /** Codes of the errors told so far. */
  get codes(): readonly string[] {
    return this.errors.map(({ code }) => code);
  }

  /** Codes of the rejections told so far. */
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
        this.app.receivedUnknown?.(message);
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
