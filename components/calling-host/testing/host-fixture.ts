/** An `<hs-calling-host>` with a fake widget in its frame, and what tests press and read in it. */
import { fixture, html } from '@open-wc/testing';
import { payloadOf, typeOf } from '../../../src/host/index.js';
import type { HsCallingBridge } from '../../calling-bridge/define.js';
import type { HsCallingHost, HostStart } from '../define.js';
import '../define.js';

export const widgetUrl = (parameters = '') =>
  new URL(`./fake-widget.html${parameters}`, import.meta.url).href;

export class HostFixture {
  private constructor(
    readonly element: HsCallingHost,
    /** How each start of the widget went. */
    readonly starts: readonly HostStart[],
  ) {}

  /** Puts one into the page, around the widget at an address. Resolves when it tells how the start went. */
  static async start(src: string, startTimeout = 4000): Promise<HostFixture> {
    // The widget of the test before may have left calls for the next page of its origin.
    sessionStorage.clear();
    const starts: HostStart[] = [];
    let told: () => void = () => undefined;
    const started = new Promise<void>((resolve) => (told = resolve));
    const onStart = ({ detail }: CustomEvent<HostStart>) => {
      starts.push(detail);
      told();
    };
    const element = await fixture<HsCallingHost>(
      html`<hs-calling-host
        .src=${src}
        .delay=${0}
        .startTimeout=${startTimeout}
        @hs-host-start=${onStart}
      ></hs-calling-host>`,
    );
    await started;
    await element.updateComplete;
    return new HostFixture(element, starts);
  }

  get frame(): HTMLIFrameElement {
    return this.part('iframe', HTMLIFrameElement);
  }

  /** The bridge in the widget. */
  get bridge(): HsCallingBridge {
    const bridge = this.frame.contentDocument?.querySelector('hs-calling-bridge');
    if (!bridge) throw new Error('The frame has no bridge.');
    return bridge;
  }

  get host() {
    const { host } = this.element;
    if (!host) throw new Error('Nobody plays HubSpot.');
    return host;
  }

  find(selector: string): HTMLElement {
    return this.part(selector, HTMLElement);
  }

  /** The element at a selector, which has to be of this class. */
  part<E extends HTMLElement>(selector: string, type: new () => E): E {
    const found = this.element.shadowRoot?.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`There is no ${type.name} at “${selector}”.`);
    return found;
  }

  text(selector: string): string {
    return this.find(selector).textContent.trim().replaceAll(/\s+/g, ' ');
  }

  /** Presses the first button whose text begins with this. */
  async press(name: string): Promise<void> {
    const buttons = [...(this.element.shadowRoot?.querySelectorAll('button') ?? [])];
    const button = buttons.find(({ textContent }) =>
      textContent.trim().replaceAll(/\s+/g, ' ').startsWith(name),
    );
    if (!button) throw new Error(`There is no button “${name}”.`);
    button.click();
    await this.element.updateComplete;
  }

  async choose(selector: string, value: string): Promise<void> {
    const list = this.part(selector, HTMLSelectElement);
    list.value = value;
    list.dispatchEvent(new Event('change'));
    await this.element.updateComplete;
  }

  /** The payload of the last DIAL_NUMBER. */
  get dialled(): Readonly<Record<string, unknown>> {
    const entry = this.host.transcript.findLast(({ message }) => typeOf(message) === 'DIAL_NUMBER');
    return ((entry && payloadOf(entry.message)) ?? {}) as Readonly<Record<string, unknown>>;
  }

  /** Resolves when the widget has sent this and the page shows it. */
  async heard(type: string): Promise<void> {
    await this.host.waitFor(type);
    await this.element.updateComplete;
  }
}
