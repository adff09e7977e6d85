/** The widget's end of the wire, which says in words what goes wrong. */
import { callingError } from '../protocol/index.js';
import type { Port } from './port.js';
import { UndescribedLink, type WidgetLinkObserver, type WidgetLinkOptions } from './undescribed-link.js';

export type {
  ConnectionState,
  SendResult,
  WidgetLinkObserver,
  WidgetLinkOptions,
} from './undescribed-link.js';

export class WidgetLink extends UndescribedLink {
  constructor(port: Port, options: WidgetLinkOptions, observer: WidgetLinkObserver) {
    super(port, options, observer, callingError);
  }
}
