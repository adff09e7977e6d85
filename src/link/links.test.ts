// Both links over real windows: this page is the host, a frame of it is the widget.
import { expect } from '@open-wc/testing';
import { systemClock } from './clock.js';
import { HostLink } from './host-link.js';
import { windowWire } from './window-wire.js';

/** A widget that reports everything its link tells to this page, over a channel of its own. */
const widgetPage = `<!doctype html><body><script type="module">
  import { elementsProfile, systemClock, WidgetLink, windowWire } from '${new URL('./index.ts', import.meta.url).href}';
  const { port1, port2 } = new MessageChannel();
  const tell = (what) => (detail) => port1.postMessage({ what, detail });
  const link = new WidgetLink({ wire: windowWire(), clock: systemClock, profile: elementsProfile }, { allowedOrigins: [origin] }, {
    connectionChanged: tell('state'), ready: tell('ready'), readyAgain: tell('readyAgain'), received: tell('received'),
    receivedUnknown: tell('unknown'), sent: tell('sent'), rejected: tell('rejected'), failed: tell('failed'),
  });
  link.connect();
  link.send({ type: 'INITIALIZED', data: { isLoggedIn: true } });
  parent.postMessage({ widget: 'here' }, origin, [port2]);
</script>`;

interface Report {
  readonly what: string;
  readonly detail: unknown;
}

interface Widget {
  readonly view: Window;
  readonly frame: HTMLIFrameElement;
  /** Resolves with the widget's next report of this kind. */
  next(what: string): Promise<unknown>;
  readonly reports: readonly Report[];
}

const frames: HTMLIFrameElement[] = [];
const hosts: HostLink[] = [];

function append(html: string, sandbox?: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  frame.srcdoc = html;
  frames.push(frame);
  document.body.append(frame);
  return frame;
}

const arrival = (isWanted: (event: MessageEvent<unknown>) => boolean) =>
  new Promise<MessageEvent<unknown>>((resolve) => {
    window.addEventListener('message', function listen(event: MessageEvent<unknown>) {
      if (!isWanted(event)) return;
      window.removeEventListener('message', listen);
      resolve(event);
    });
  });

async function openWidget(): Promise<Widget> {
  const frame = append(widgetPage);
  const { ports, source } = await arrival(({ ports }) => ports.length === 1);
  const reports: Report[] = [];
  const waiting: { readonly what: string; readonly resolve: (detail: unknown) => void }[] = [];
  const [port] = ports;
  if (!port || source !== frame.contentWindow || !frame.contentWindow)
    throw new Error('The widget is not there.');
  port.onmessage = ({ data }: MessageEvent<Report>) => {
    reports.push(data);
    const place = waiting.findIndex(({ what }) => what === data.what);
    if (place >= 0) waiting.splice(place, 1)[0]?.resolve(data.detail);
  };
  const next = (what: string) => new Promise<unknown>((resolve) => waiting.push({ what, resolve }));
  return { view: frame.contentWindow, frame, next, reports };
}

/** A host around the widget; `heard` resolves with the type of the first message it gets. */
function openHost({ view }: Widget): { readonly host: HostLink; readonly heard: Promise<string> } {
  let hear: (type: string) => void;
  const heard = new Promise<string>((resolve) => (hear = resolve));
  const host = new HostLink(
    { wire: windowWire({ peer: () => view }), clock: systemClock },
    { widgetOrigin: location.origin, context: { portalId: 62515 } },
    { received: ({ type }) => hear(type) },
  );
  hosts.push(host);
  host.connect();
  return { host, heard };
}

/** A page that sends a SYNC with false values to the widget. */
const attack = (target: string) => `<!doctype html><script>
  ${target}.postMessage({ type: 'SYNC', messageId: 'evil', hostUrl: 'https://evil.example', portalId: 666 }, '*');
</script>`;

describe('both links over real windows', () => {
  afterEach(() => {
    hosts.splice(0).forEach((host) => {
      host.disconnect();
    });
    frames.splice(0).forEach((frame) => {
      frame.remove();
    });
  });

  it('shake hands, and messages pass both ways', async () => {
    const widget = await openWidget();
    const ready = widget.next('ready');
    const received = widget.next('received');
    const { host, heard } = openHost(widget);
    expect(await ready).to.include({ portalId: 62515 });
    expect(await heard).to.equal('INITIALIZED');
    host.sendMessage({ type: 'DIAL_NUMBER', data: { phone_number: '+12025550001' } });
    expect(await received).to.have.nested.property('data.phoneNumber', '+12025550001');
  });

  const attackers = {
    'a sibling': { target: 'parent.frames[0]', sandbox: undefined },
    'a sandboxed sibling': { target: 'parent.frames[0]', sandbox: 'allow-scripts' },
  };
  Object.entries(attackers).forEach(([name, { target, sandbox }]) => {
    it(`are not disturbed by ${name} that says SYNC first`, async () => {
      const widget = await openWidget();
      const rejected = widget.next('rejected');
      const index = Array.from({ length: window.frames.length }, (_, i) => window.frames[i]).indexOf(
        widget.view,
      );
      append(attack(target.replace('[0]', `[${String(index)}]`)), sandbox);
      expect(await rejected).to.include({ code: 'BAD_SOURCE' });
      expect(widget.reports.map(({ what }) => what)).to.not.include('sent');
      const ready = widget.next('ready');
      openHost(widget);
      expect(await ready).to.include({ portalId: 62515 });
    });
  });

  it('are not disturbed by a frame inside the widget that says SYNC first', async () => {
    const widget = await openWidget();
    const rejected = widget.next('rejected');
    const inner = widget.view.document.createElement('iframe');
    inner.srcdoc = attack('parent');
    widget.view.document.body.append(inner);
    expect(await rejected).to.include({ code: 'BAD_SOURCE' });
    const ready = widget.next('ready');
    openHost(widget);
    expect(await ready).to.include({ portalId: 62515 });
  });

  it('connect again after the widget was loaded again', async () => {
    const widget = await openWidget();
    const { host, heard } = openHost(widget);
    await heard;
    const again = arrival(({ ports }) => ports.length === 1);
    widget.frame.srcdoc = widgetPage;
    await again;
    host.disconnect();
    const next = openHost(widget);
    expect(await next.heard).to.equal('INITIALIZED');
  });
});
