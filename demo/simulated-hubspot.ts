/** Plays HubSpot's part around a widget: dials, makes engagements, writes calls into the log. Draws nothing. */
import {
  HostLink,
  windowPort,
  type Envelope,
  type Message,
  type MessageData,
  type OutboundType,
} from '../src/index.js';
import { findByNumber, findRecord, type CrmRecord, type PhoneNumber } from './records.js';

/** Who sent a message. */
export type Direction = 'to widget' | 'from widget';

/** Whether the widget can be asked to dial, and if not, why. */
export type PhoneState = 'connecting' | 'starting' | 'logged out' | 'ready' | 'in call' | 'saving';

/** A call as it stands in the CRM's log. */
export interface LoggedCall {
  readonly engagementId: number | undefined;
  readonly record: CrmRecord | undefined;
  readonly number: string;
  readonly status: string;
  /** Ms. */
  readonly duration: number;
  /** Rich text. */
  readonly body: string;
  /** Epoch ms. */
  readonly timestamp: number;
}

export interface Visibility {
  readonly isMinimized: boolean;
  readonly isHidden: boolean;
}

/** What the page around it is told. */
export interface HubSpotObserver {
  passed(direction: Direction, message: Envelope): void;
  phoneChanged(state: PhoneState): void;
  visibilityChanged(visibility: Visibility): void;
  resized(size: { readonly width?: number | undefined; readonly height?: number | undefined }): void;
  selected(record: CrmRecord): void;
  logged(call: LoggedCall): void;
  /** Something to tell the user at once. An empty text takes it back. */
  alerted(text: string): void;
}

export interface HubSpotOptions {
  readonly frame: HTMLIFrameElement;
  readonly widgetOrigin: string;
  /** Ms until HubSpot has made an engagement. */
  readonly delay: number;
}

/** A call the widget told of and has not completed. */
interface OpenCall {
  readonly direction: 'INBOUND' | 'OUTBOUND';
  readonly number: string;
  readonly isLive: boolean;
}

const account = { portalId: 1_234_567, userId: 11, ownerId: 22 };

/** Not one of HubSpot's messages: the demo's widgets take it for a call that comes in. */
const somebodyCalls = 'DEMO_SOMEBODY_CALLS';

const whyNot: Readonly<Record<Exclude<PhoneState, 'ready'>, string>> = {
  connecting: 'The phone is not there yet: the widget has not answered HubSpot’s SYNC.',
  starting: 'The phone is starting: the widget has not said INITIALIZED.',
  'logged out': 'The phone cannot dial: its user is not logged in.',
  'in call': 'A call is under way. End it before you start the next one.',
  saving: 'The last call is still being saved. Try again in a moment.',
};

export class SimulatedHubSpot {
  readonly #options: HubSpotOptions;
  readonly #observer: HubSpotObserver;
  readonly #link: HostLink;
  readonly #open = new Map<string, OpenCall>();
  #isLoggedIn: boolean | undefined;
  #lastEngagementId = Date.now() % 1_000_000_000;
  #visibility: Visibility = { isMinimized: false, isHidden: false };

  constructor(options: HubSpotOptions, observer: HubSpotObserver) {
    this.#options = options;
    this.#observer = observer;
    const { frame, widgetOrigin } = options;
    this.#link = new HostLink(
      windowPort({ peer: () => frame.contentWindow }),
      { widgetOrigin, context: { ...account, iframeLocation: 'widget', usesCallingWindow: false } },
      {
        ready: (acknowledgement) => {
          observer.passed('from widget', acknowledgement);
          observer.alerted('');
          this.#tellPhone();
        },
        timedOut: () =>
          observer.alerted('The widget has not answered for 30 seconds. Reload the page to try again.'),
        received: (message) => {
          observer.passed('from widget', message);
          this.#receive(message);
        },
        receivedUnknown: (message) => observer.passed('from widget', message),
        sent: (message) => observer.passed('to widget', message),
        rejected: ({ code, type, at, origin }) => {
          // Other windows may talk as they like; what the widget says and HubSpot refuses is worth a line.
          if (code === 'BAD_SOURCE' || origin !== widgetOrigin) return;
          observer.passed('from widget', { type: `refused: ${code}`, messageId: '', data: { type, at } });
        },
      },
    );
  }

  get phone(): PhoneState {
    if (!this.#link.isReady) return 'connecting';
    if (this.#isLoggedIn === undefined) return 'starting';
    if (!this.#isLoggedIn) return 'logged out';
    const calls = [...this.#open.values()];
    if (calls.some(({ isLive }) => isLive)) return 'in call';
    return calls.length > 0 ? 'saving' : 'ready';
  }

  /** Shakes hands with the page in the frame. Due after every load: a page that was loaded anew knows nothing. */
  connect(): void {
    this.#isLoggedIn = undefined;
    this.#open.clear();
    this.#link.connect();
    this.#tellPhone();
  }

  /** The user pressed a number. False, and an alert, if the widget cannot dial now. */
  dial(record: CrmRecord, { number, countryCode }: PhoneNumber): boolean {
    const { phone } = this;
    if (phone !== 'ready') {
      this.#observer.alerted(whyNot[phone]);
      return false;
    }
    this.#observer.alerted('');
    this.#observer.selected(record);
    if (this.#visibility.isHidden || this.#visibility.isMinimized) this.show();
    const { objectId, objectTypeId } = record;
    return this.#link.send('DIAL_NUMBER', {
      phoneNumber: number,
      countryCode,
      calleeInfo: { calleeId: objectId, calleeObjectTypeId: objectTypeId },
      objectId,
      objectType: objectTypeId === '0-1' ? 'CONTACT' : 'COMPANY',
      subjectId: objectId,
      ownerId: account.ownerId,
      portalId: account.portalId,
      startTimestamp: Date.now(),
      toPhoneNumberSrc: objectTypeId === '0-1' ? 'CONTACT_PHONE' : 'COMPANY_PHONE',
    });
  }

  /** Asks the widget to hang up. */
  hangUp(): void {
    this.#link.send('END_CALL');
  }

  /** Has somebody call the widget. HubSpot itself cannot: calls come in by the phone, which is asked here to make one up. */
  call(from: string, name: string): void {
    this.#observer.alerted('');
    if (this.#visibility.isHidden || this.#visibility.isMinimized) this.show();
    this.#link.sendMessage({ type: somebodyCalls, data: { from, name } });
  }

  minimise(): void {
    this.#setVisibility({ isMinimized: true, isHidden: false });
  }

  show(): void {
    this.#setVisibility({ isMinimized: false, isHidden: false });
  }

  #receive(message: Message<OutboundType>): void {
    switch (message.type) {
      case 'INITIALIZED':
        this.#isLoggedIn = message.data.isLoggedIn === true;
        if (message.data.sizeInfo) this.#observer.resized(message.data.sizeInfo);
        break;
      case 'LOGGED_IN':
      case 'LOGGED_OUT':
        this.#isLoggedIn = message.type === 'LOGGED_IN';
        break;
      case 'OUTGOING_CALL_STARTED': {
        const { toNumber, phoneNumber } = message.data;
        this.#start(message.data, {
          direction: 'OUTBOUND',
          number: toNumber ?? phoneNumber ?? '',
          isLive: true,
        });
        break;
      }
      case 'INCOMING_CALL':
        this.#start(message.data, { direction: 'INBOUND', number: message.data.fromNumber, isLive: true });
        this.#matchCaller(message.data);
        break;
      case 'CALL_ENDED': {
        const call = this.#open.get(message.data.externalCallId);
        if (call) this.#open.set(message.data.externalCallId, { ...call, isLive: false });
        break;
      }
      case 'CALL_TRANSFERRED':
        this.#open.delete(message.data.externalCallId);
        break;
      case 'CALL_COMPLETED':
        this.#complete(message.data);
        break;
      case 'FINALIZE_ENGAGEMENT':
        this.#link.send('FINALIZE_ENGAGEMENT_SUCCEEDED', message.data);
        break;
      case 'PUBLISH_TO_CHANNEL':
        this.#link.send('PUBLISH_TO_CHANNEL_SUCCEEDED', message.data);
        break;
      case 'NAVIGATE_TO_RECORD':
        this.#navigate(message.data);
        break;
      case 'RESIZE_WIDGET':
        this.#observer.resized(message.data);
        break;
      case 'ERROR':
        // The widget says so of every type that HubSpot does not have.
        if (message.data?.type === 'UNKNOWN_MESSAGE_TYPE') break;
        this.#observer.alerted(
          `The phone reports: ${message.data?.message ?? message.data?.type ?? 'an error'}`,
        );
        break;
      default:
        break; // nothing follows from the others here
    }
    this.#tellPhone();
  }

  #start(data: MessageData<'OUTGOING_CALL_STARTED'>, call: OpenCall): void {
    const { externalCallId, createEngagement } = data;
    if (externalCallId !== undefined) this.#open.set(externalCallId, call);
    if (createEngagement !== true) return;
    this.#later(() => {
      this.#lastEngagementId += 1;
      this.#link.send('CREATE_ENGAGEMENT_SUCCEEDED', {
        engagementId: this.#lastEngagementId,
        externalCallId,
      });
    });
  }

  #matchCaller({ fromNumber, externalCallId }: MessageData<'INCOMING_CALL'>): void {
    const callerIdMatches = findByNumber(fromNumber).map(({ name, objectId, objectTypeId }) => {
      const objectCoordinates = { portalId: account.portalId, objectId, objectTypeId };
      if (objectTypeId === '0-2') return { callerIdType: 'COMPANY', objectCoordinates, name };
      const [firstName, lastName] = name.split(' ');
      return { callerIdType: 'CONTACT', objectCoordinates, firstName, lastName };
    });
    this.#later(() => this.#link.send('CALLER_ID_MATCH_SUCCEEDED', { callerIdMatches, externalCallId }));
  }

  #complete(data: MessageData<'CALL_COMPLETED'>): void {
    const { externalCallId = '', engagementId, hideWidget = true, engagementProperties = {} } = data;
    const call = this.#open.get(externalCallId);
    this.#open.delete(externalCallId);
    const { hs_call_direction: direction = call?.direction } = engagementProperties;
    const number =
      (direction === 'INBOUND'
        ? engagementProperties['hs_call_from_number']
        : engagementProperties['hs_call_to_number']) ??
      call?.number ??
      '';
    this.#observer.logged({
      engagementId,
      record: findByNumber(number)[0],
      number,
      status: engagementProperties['hs_call_status'] ?? 'unknown',
      duration: Number(engagementProperties['hs_call_duration'] ?? 0),
      body: engagementProperties['hs_call_body'] ?? '',
      timestamp: Number(engagementProperties['hs_timestamp'] ?? Date.now()),
    });
    if (engagementId === undefined) {
      this.#link.send('UPDATE_ENGAGEMENT_FAILED', { error: { message: 'The call names no engagement.' } });
    } else this.#link.send('UPDATE_ENGAGEMENT_SUCCEEDED', { engagementId, externalCallId });
    if (hideWidget) this.#setVisibility({ isMinimized: false, isHidden: true });
  }

  #navigate({ objectCoordinates, engagementId }: MessageData<'NAVIGATE_TO_RECORD'>): void {
    const { objectId, objectTypeId } = objectCoordinates;
    const record = findRecord(objectId, objectTypeId);
    if (record) this.#observer.selected(record);
    else this.#link.send('NAVIGATE_TO_RECORD_FAILED', { engagementId, objectCoordinates });
  }

  #setVisibility(visibility: Visibility): void {
    this.#visibility = visibility;
    this.#link.send('VISIBILITY_CHANGED', { ...visibility });
    this.#observer.visibilityChanged(visibility);
  }

  #later(action: () => void): void {
    setTimeout(action, this.#options.delay);
  }

  #tellPhone(): void {
    this.#observer.phoneChanged(this.phone);
  }
}
