// What the code in the guides takes from the page around it.
import type { HsCallingBridge, HsCallingWidget } from 'hs-calling-elements';
import type { FramedHost } from 'hs-calling-elements/testing';

declare global {
  /** `document.querySelector('hs-calling-bridge')`. */
  const bridge: HsCallingBridge;
  /** `document.querySelector('hs-calling-widget')`. */
  const widget: HsCallingWidget;
  /** The phone that an app has already. */
  const myPhone: any;
  /** Express. */
  const app: any;
  const doNotCall: Set<string>;
  const findPerson: (question: unknown) => Promise<{ name: string }>;
  const host: FramedHost;
  const rig: any;
  const MyVoice: any;

  const test: any;
  const it: any;
  const expect: any;
}
