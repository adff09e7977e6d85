/** The official SDK as the host of the widget that the query names. It counts how often the SDK is ready. */
import CallingExtensions, { type EventHandlers } from '@hubspot/calling-extensions-sdk';

const query = new URLSearchParams(location.search);

export class OfficialHost {
  readies = 0;
  /** Acknowledgements that are lost before the SDK hears them. */
  deafTo = Number(query.get('deaf-to'));
  #extensions: CallingExtensions | undefined;

  /** Makes the frame, or makes it anew. */
  mount(): void {
    this.#extensions?.iFrameManager.remove();
    const handlers: Partial<EventHandlers> = {
      onReady: () => (this.readies += 1),
      defaultEventHandler: () => undefined,
    };
    this.#extensions = new CallingExtensions({
      debugMode: false,
      iFrameOptions: {
        src: query.get('widget') ?? '',
        width: '400',
        height: '650',
        hostElementSelector: '#frame',
      },
      // Typed as if all twenty were needed.
      eventHandlers: handlers as EventHandlers,
    });
  }

  say(message: { readonly type: string; readonly data: object }): void {
    this.#extensions?.sendMessage(message);
  }
}

const host = new OfficialHost();
Object.assign(window, { host });

// Before the SDK listens: what is stopped here, it never hears.
window.addEventListener('message', (event: MessageEvent<{ type?: unknown }>) => {
  if (event.data.type !== 'SYNC_ACK' || host.deafTo === 0) return;
  host.deafTo -= 1;
  event.stopImmediatePropagation();
});

host.mount();
