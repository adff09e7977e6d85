import { expect } from '@open-wc/testing';
import { watchLeftovers } from '../voice/conformance/leftovers.js';
import { StartError } from './explain-start.js';
import { startHost, type FramedHost, type StartHostOptions } from './start-host.js';

/** The other name of this machine, which is another origin. */
const otherName = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';

function pageAt(parameters = '', hostname = otherName): string {
  const url = new URL(`./testing/fake-framed-widget.html${parameters}`, import.meta.url);
  url.hostname = hostname;
  return url.href;
}

const problemOf = async (options: StartHostOptions): Promise<StartError> => {
  try {
    (await startHost(options)).stop();
  } catch (error) {
    if (error instanceof StartError) return error;
    throw error;
  }
  throw new Error('It started.');
};

/** The timers and listeners that are set up while something runs and are still there after it. */
async function leftBy(act: () => Promise<unknown>): Promise<readonly string[]> {
  const timers = watchLeftovers();
  const listeners = new Map<unknown, string>();
  type Listening = Parameters<typeof window.addEventListener>;
  Object.assign(window, {
    addEventListener(...given: Listening) {
      listeners.set(given[1], `a listener to ${given[0]}`);
      EventTarget.prototype.addEventListener.apply(window, given);
    },
    removeEventListener(...given: Listening) {
      listeners.delete(given[1]);
      EventTarget.prototype.removeEventListener.apply(window, given);
    },
  });
  try {
    await act();
    return [...timers.list(), ...listeners.values()];
  } finally {
    timers.stop();
    Reflect.deleteProperty(window, 'addEventListener');
    Reflect.deleteProperty(window, 'removeEventListener');
  }
}

describe('startHost', function () {
  // Each test loads a page.
  this.timeout(20_000);

  describe('rejects, and leaves no frame', () => {
    afterEach(() => {
      expect(document.querySelector('iframe')).to.equal(null);
    });

    for (const widgetUrl of ['http://', 'ftp://phone.example/', 'javascript:alert(1)', 'about:blank']) {
      it(`BAD_URL for ${widgetUrl}`, async () => {
        const { code, message } = await problemOf({ widgetUrl });
        expect(code).to.equal('BAD_URL');
        expect(message).to.equal(`widgetUrl is “${widgetUrl}”; right: an address with http or https.`);
      });
    }

    it('BLANK where nothing has loaded yet', async () => {
      const { code, message } = await problemOf({ widgetUrl: pageAt(), timeoutMs: 0 });
      expect(code).to.equal('BLANK');
      expect(message).to.equal(`The frame has stayed blank: ${pageAt()} did not load within 0 ms.`);
    });

    it('UNREACHABLE where no server answers', async () => {
      // Browsers refuse to connect to this port.
      const { code, message } = await problemOf({ widgetUrl: 'http://localhost:9/', timeoutMs: 300 });
      expect(code).to.equal('UNREACHABLE');
      expect(message).to.equal('http://localhost:9/ cannot be reached. Does its server run?');
    });

    it('OTHER_ORIGIN where the address leads elsewhere, and names both', async function () {
      this.timeout(15_000);
      const end = pageAt('?speaks', location.hostname);
      const widgetUrl = pageAt(`?silent&to=${encodeURIComponent(end)}`);
      const { code, message } = await problemOf({ widgetUrl, timeoutMs: 10_000 });
      expect(code).to.equal('OTHER_ORIGIN');
      expect(message).to.contain(location.origin).and.to.contain(new URL(widgetUrl).origin);
    });

    it('NO_ACKNOWLEDGEMENT where nobody answers SYNC, and names what to look at', async () => {
      const { code, message } = await problemOf({ widgetUrl: pageAt('?silent'), timeoutMs: 1500 });
      expect(code).to.equal('NO_ACKNOWLEDGEMENT');
      expect(message).to.contain(location.origin).and.to.contain('allowed-origins');
    });

    it('NOT_INITIALIZED where only SYNC is answered', async () => {
      const { code, message } = await problemOf({ widgetUrl: pageAt('?acknowledges'), timeoutMs: 3000 });
      expect(code).to.equal('NOT_INITIALIZED');
      expect(message).to.contain('INITIALIZED did not come');
    });

    it('NOT_INITIALIZED where INITIALIZED is wrong, and says how', async () => {
      const { code, message } = await problemOf({ widgetUrl: pageAt('?mumbles'), timeoutMs: 3000 });
      expect(code).to.equal('NOT_INITIALIZED');
      expect(message).to.match(/INITIALIZED came, but: INITIALIZED is missing/);
    });
  });

  it('lets the widget use microphone, sound and speakers', async () => {
    const host = await startHost({ widgetUrl: pageAt() });
    expect(host.frame.allow).to.equal('microphone; autoplay; speaker-selection');
    host.stop();
  });

  it('frames the widget as it is told', async () => {
    const container = document.createElement('section');
    document.body.append(container);
    const given = { width: 320, height: 480, allow: 'microphone' };
    const host = await startHost({ widgetUrl: pageAt(), container, ...given });
    const { frame } = host;
    expect(frame.parentElement).to.equal(container);
    expect([frame.width, frame.height, frame.allow]).to.deep.equal(['320', '480', 'microphone']);
    expect(host.state).to.include({ connection: 'initialized', isLoggedIn: true });
    host.setVisibility({ isMinimized: true });
    expect(frame.hidden).to.equal(true);
    host.stop();
    container.remove();
  });

  it('follows the size that the widget asks for, until all is forgotten', async () => {
    const host = await startHost({ widgetUrl: pageAt('?height=123'), width: 320, height: 480 });
    const { frame } = host;
    expect([frame.width, frame.height]).to.deep.equal(['320', '123']);
    host.reset();
    expect([frame.width, frame.height]).to.deep.equal(['320', '480']);
    host.stop();
  });

  it('loads the page anew, also where the address has a fragment', async () => {
    const host = await startHost({ widgetUrl: pageAt('#here') });
    const since = host.mark();
    host.reload();
    await host.waitFor('INITIALIZED', undefined, { since });
    expect(host.state.connection).to.equal('initialized');
    host.stop();
  });

  describe('leaves no frame, listener or timer', () => {
    it('when it is stopped, also with answers to come and somebody who waits', async () => {
      let host: FramedHost | undefined;
      const left = await leftBy(async () => {
        host = await startHost({ widgetUrl: pageAt(), delayMs: 60_000 });
        host.dial(101);
        const waiting = host.waitFor('CALL_ENDED').catch(() => undefined);
        host.stop();
        await waiting;
      });
      expect(left).to.deep.equal([]);
      expect(host?.frame.isConnected).to.equal(false);
    });

    it('when it is stopped while SYNC is said', async () => {
      const left = await leftBy(async () => {
        const host = await startHost({ widgetUrl: pageAt() });
        host.reload();
        host.connect();
        host.stop();
      });
      expect(left).to.deep.equal([]);
    });

    it('when the widget does not start', async () => {
      const left = await leftBy(() => problemOf({ widgetUrl: pageAt('?silent'), timeoutMs: 1500 }));
      expect(left).to.deep.equal([]);
    });
  });
});
