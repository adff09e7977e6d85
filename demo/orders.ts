/**
 * What a page of the demo asks of the widget in its frame: that somebody calls, for example. It is none of HubSpot's messages
 * and goes beside them: without an id it is no message to any widget, and nobody answers it.
 */

import type { WidgetDriver } from '../src/testing/index.js';

/** What an order tells, by name. */
export type Told = Readonly<Record<string, string | undefined>>;

/** What a widget does, by the type of the order. */
export type Orders = Readonly<Record<string, (told: Told) => unknown>>;

/** Has the widget's page in a frame do something. */
export function giveOrder(frame: HTMLIFrameElement, type: string, data?: unknown): void {
  frame.contentWindow?.postMessage({ type, data }, new URL(frame.src).origin);
}

/**
 * What no button of a widget does is done by its page, while a scenario is played. For the rest, a person is asked. All
 * widgets of the demo dial by themselves.
 */
export function driverFor(frame: HTMLIFrameElement): WidgetDriver {
  const order = (type: string) => (data: unknown) => giveOrder(frame, type, data);
  return {
    receiveCall: order('DEMO_SOMEBODY_CALLS'),
    callerGivesUp: order('DEMO_FAR_END_HANGS_UP'),
    farEnd: order('DEMO_FAR_END'),
    farEndHangsUp: order('DEMO_FAR_END_HANGS_UP'),
    finalize: order('DEMO_FINALIZE'),
    resize: order('DEMO_RESIZE'),
    reportError: order('DEMO_ERROR'),
    tellUrl: order('DEMO_URL'),
    takeDial: () => undefined,
  };
}

/** Does what the page around asks for. Only pages that the headers of the demo allow can be around. */
export function followOrders(orders: Orders): void {
  addEventListener('message', ({ source, data: message }: MessageEvent<unknown>) => {
    if (source !== parent) return;
    const { type = '', data } = Object(message) as { readonly type?: string; readonly data?: Told };
    if (Object.hasOwn(orders, type)) void orders[type]?.(data ?? {});
  });
}
