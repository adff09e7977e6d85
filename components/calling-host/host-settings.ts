/** The settings of `<hs-calling-host>` that a page gives it. */
import type { PropertyDeclarations } from 'lit';
import type { CrmRecord, HostPlace, WidgetDriver } from '../../src/host/index.js';
import { framePermissions } from '../../src/index.js';
import { BaseElement } from '../shared/base-element.js';

export abstract class HostSettings extends BaseElement {
  static override properties: PropertyDeclarations = {
    src: {},
    records: { attribute: false },
    delay: { type: Number },
    startTimeout: { type: Number, attribute: 'start-timeout' },
    allow: {},
    shared: { type: Boolean },
    place: {},
    widgetOnly: { type: Boolean, attribute: 'widget-only' },
    frameName: { attribute: 'frame-name' },
    supportsInboundCalling: { type: Boolean, attribute: 'supports-inbound-calling' },
    usesRemote: { type: Boolean, attribute: 'uses-remote' },
    usesCallingWindow: { type: Boolean, attribute: 'uses-calling-window' },
    driver: { attribute: false },
  };

  /** The address of the widget's page, with http or https. Default: none, and an empty frame. */
  src = '';

  /** The records of the CRM. Default: some made-up records of each kind. Scenarios use records of their own. */
  records: readonly CrmRecord[] | undefined;

  /** How many ms HubSpot takes to answer. Default: 150. */
  delay = 150;

  /** After how many ms without INITIALIZED it is shown what is wrong. The widget may still start then. Default: 5000. */
  startTimeout = 5000;

  /** What the frame may do: its `allow` attribute. Default: `microphone; autoplay; speaker-selection`. */
  allow = framePermissions;

  /**
   * Whether every other page of this origin that says the same shows the same account: a second tab of the browser, and the
   * calling window. Calls, records and settings are then shared. It is read when a widget starts. Default: false.
   */
  shared = false;

  /** Where the widget is at first: `widget` on a record, `remote` in the navigation bar, `window`. Default: `widget`. */
  place: HostPlace['iframeLocation'] = 'widget';

  /** Whether only the widget is shown, as in a calling window: no records, no call log, no tools. Default: false. */
  widgetOnly = false;

  /** What the frame is called in messages and findings. Default: `tab 1`, or the next tab that is free. */
  frameName = '';

  /**
   * Whether the app's settings at HubSpot say that it supports inbound calling. Without that, HubSpot ignores INCOMING_CALL:
   * it rings in the widget, and HubSpot shows and logs nothing. Default: true; as an attribute, `false` switches it off.
   */
  supportsInboundCalling = true;

  /** Whether the app shows in the navigation bar. Without that, no widget starts there. Default: true. */
  usesRemote = true;

  /** Whether the app uses a calling window, which the widget is told, and can be opened then. Default: false. */
  usesCallingWindow = false;

  /**
   * Acts in the widget while a scenario is played: one driver, or a function that is given the frame of the widget and returns
   * the driver for it, which scenarios in several frames need. A person is asked to do what it cannot. Default: a person does
   * all.
   */
  driver: WidgetDriver | ((frame: HTMLIFrameElement) => WidgetDriver) | undefined;
}
