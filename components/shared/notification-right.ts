/** Whether the page may show notifications of the system. */

/** What a page may do: `missing` where the browser has no notifications. Frames of another site are refused until granted. */
export type NotificationRight = NotificationPermission | 'missing';

export function notificationRight(): NotificationRight {
  return typeof Notification === 'undefined' ? 'missing' : Notification.permission;
}
