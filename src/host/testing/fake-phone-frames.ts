/**
 * A fake phone in several frames: one of them has the calls and tells HubSpot of them, and what is pressed in any frame is
 * done there. That is the calling window, or else the first frame that is there. The calls outlive the frame.
 */
import { isLive, type Call } from '../../call/index.js';
import { HubSpotAccount, type HubSpotAccountOptions } from '../hubspot-account.js';
import { HubSpotFrames } from '../hubspot-frames.js';
import type { WidgetDriver } from '../widget-actions.js';
import { FakeWidget } from './fake-widget.js';

export class FakePhoneFrames {
  readonly frames: HubSpotFrames;
  readonly #widgets = new Map<string, FakeWidget>();
  /** The calls of the frame that has gone. */
  #left: readonly Call[] = [];

  constructor(options: HubSpotAccountOptions = {}) {
    this.frames = new HubSpotFrames(new HubSpotAccount(options), async ({ account, name, place }) => {
      const widget = new FakeWidget({ account, place, frame: name });
      this.#widgets.set(name, widget);
      await widget.start();
      this.#takeUp();
      const crash = () => {
        const calls = widget.bridge.getState().calls.filter(isLive);
        this.#left = [...this.#left, ...calls];
        this.#widgets.delete(name);
        widget.stop();
        this.#takeUp();
      };
      const close = () => {
        crash();
        return Promise.resolve();
      };
      return { host: widget.host, crash, close };
    });
  }

  /** What a person does in a frame. */
  readonly driver = (name: string): WidgetDriver => {
    const { driver } = this.owner;
    return {
      ...driver,
      takeDial: async () => {
        const number = await new Promise<string>((resolve) => {
          const stop = this.widget(name).bridge.subscribe(({ intent }) => {
            if (!intent) return;
            resolve(intent.phoneNumber);
            queueMicrotask(() => stop());
          });
        });
        await driver.call({ number });
      },
    };
  };

  widget(name: string): FakeWidget {
    const widget = this.#widgets.get(name);
    if (!widget) throw new Error(`There is no frame “${name}”.`);
    return widget;
  }

  /** The widget that has the calls. */
  get owner(): FakeWidget {
    const [first] = this.#widgets.values();
    const owner = this.#widgets.get('window') ?? first;
    if (!owner) throw new Error('There is no frame.');
    return owner;
  }

  // Beside a calling window, no other frame takes up its calls.
  #takeUp(): void {
    const isAwaited = this.frames.state.usesCallingWindow && !this.#widgets.has('window');
    if (isAwaited || this.#widgets.size === 0) return;
    for (const call of this.#left) {
      // The frame may have gone before it heard of the engagement.
      const { engagementId } =
        this.frames.log.find((one) => one.externalCallId === call.externalCallId) ?? {};
      this.owner.bridge.restoreCall({ ...call, engagementId, awaitsEngagement: engagementId === undefined });
    }
    this.#left = [];
  }
}
