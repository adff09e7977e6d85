/** What a bridge can be told about itself. */
import type { WidgetLinkOptions } from '../link/index.js';
import { callingError, type CallingError } from '../protocol/index.js';

/** Settings of a bridge. What is changed counts from then on; whom to trust, from the next connection. */
export interface BridgeSettings extends WidgetLinkOptions {
  /** Whether the user is logged in to the phone. Default: false. */
  readonly loggedIn?: boolean;
  /** Whether the user takes calls. Default: false. */
  readonly available?: boolean;
  /** The width asked of HubSpot, in px. Default: HubSpot's. */
  readonly widgetWidth?: number | undefined;
  /** The height asked of HubSpot, in px. Default: HubSpot's. */
  readonly widgetHeight?: number | undefined;
  /** Leaves INITIALIZED to the app. Default: false. */
  readonly manual?: boolean;
  /** Who makes a call's record: `hubspot`, or the `app` through HubSpot's API. Default: `hubspot`. */
  readonly engagement?: 'hubspot' | 'app';
  /** Ms that a completed call waits for its engagement's id. Default: 10000. */
  readonly engagementTimeout?: number;
}

/** The first setting with a value that cannot be used. */
export function findBadSetting(settings: BridgeSettings): CallingError | undefined {
  const bad = (name: string, value: unknown, right: string) =>
    callingError('INVALID_CONFIG', `${name} “${String(value)}”, not ${right}`);
  const { environment = 'production', engagement = 'hubspot', sourceCheck = 'parent' } = settings;
  if (!['production', 'qa'].includes(environment)) return bad('environment', environment, 'production or qa');
  if (!['hubspot', 'app'].includes(engagement)) return bad('engagement', engagement, 'hubspot or app');
  if (!['parent', 'origin'].includes(sourceCheck)) return bad('sourceCheck', sourceCheck, 'parent or origin');
  for (const name of ['widgetWidth', 'widgetHeight', 'handshakeTimeout', 'engagementTimeout'] as const) {
    const value = settings[name];
    if (value !== undefined && !(Number.isFinite(value) && value > 0)) {
      return bad(name, value, 'a number above 0');
    }
  }
  return undefined;
}

/** The size to ask for, if any. */
export function sizeInfo({ widgetWidth, widgetHeight }: BridgeSettings) {
  if (widgetWidth === undefined && widgetHeight === undefined) return undefined;
  return {
    ...(widgetWidth !== undefined && { width: widgetWidth }),
    ...(widgetHeight !== undefined && { height: widgetHeight }),
  };
}

const ofLink = [
  'allowedOrigins',
  'environment',
  'handshakeTimeout',
  'strictAncestors',
  'sourceCheck',
] as const;

/** Whether one of the settings that count from the next connection is another. */
export function concernsLink(before: BridgeSettings, now: BridgeSettings): boolean {
  return ofLink.some((name) => String(before[name]) !== String(now[name]));
}

/** Whether any setting is another. */
export function isChanged(before: BridgeSettings, now: BridgeSettings): boolean {
  return JSON.stringify(before) !== JSON.stringify(now);
}

/** Whether another size is to be asked for. */
export function isResized(before: BridgeSettings, now: BridgeSettings): boolean {
  return before.widgetWidth !== now.widgetWidth || before.widgetHeight !== now.widgetHeight;
}
