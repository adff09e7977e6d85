/** Where a scenario in several frames is played: it opens the frames that the scenario needs, each with its name. */
import {
  HubSpotAccount,
  HubSpotFrames,
  openInPage,
  type FrameSetup,
  type HostPromptEvent,
  type OpenedFrame,
  type WidgetDriver,
} from '../../src/host/index.js';

/** What is played, and where. */
export interface StageOptions {
  /** The address of the widget's page. */
  readonly widgetUrl: string;
  /** Acts in the widget of a frame. A person is asked to do what it cannot. Undefined: a person does all. */
  readonly driver: ((frame: HTMLIFrameElement) => WidgetDriver) | undefined;
  /** What the frames are put into. */
  readonly container: Element;
  /** Called when a person is to do something in one of the frames. */
  readonly prompted: (prompt: HostPromptEvent) => void;
}

export class FramesStage {
  readonly #options: StageOptions;
  readonly #frames = new Map<string, HTMLIFrameElement>();
  /** The HubSpot around the frames, with an account of its own: its widgets and those of the page never meet. */
  readonly hubspot: HubSpotFrames;

  constructor(options: StageOptions) {
    this.#options = options;
    const portalId = 8_000_000 + Math.floor(Math.random() * 1_000_000);
    this.hubspot = new HubSpotFrames(new HubSpotAccount({ portalId }), (setup) => this.#open(setup));
  }

  /** The driver for the frame of this name. */
  readonly driver = (name: string): WidgetDriver => {
    const frame = this.#frames.get(name);
    return (frame && this.#options.driver?.(frame)) ?? {};
  };

  /** Takes all frames away. */
  end(): void {
    this.hubspot.stop();
    this.#options.container.replaceChildren();
  }

  async #open(setup: FrameSetup): Promise<OpenedFrame> {
    const { widgetUrl, container, prompted } = this.#options;
    const { name } = setup;
    const box = document.createElement('figure');
    const caption = document.createElement('figcaption');
    caption.textContent = name;
    box.append(caption);
    container.append(box);
    try {
      const opened = await openInPage(setup, { widgetUrl, container: box });
      opened.host.addEventListener('prompt', (event) => {
        box.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        prompted(event);
      });
      const frame = box.querySelector('iframe');
      if (frame) {
        frame.title = `Widget in ${name}`;
        this.#frames.set(name, frame);
      }
      const forget = () => {
        this.#frames.delete(name);
        box.remove();
      };
      return {
        host: opened.host,
        close: () => opened.close().then(forget),
        crash() {
          opened.crash();
          forget();
        },
      };
    } catch (error) {
      box.remove();
      throw error;
    }
  }
}
