import { expect } from '@open-wc/testing';
import { FakeWindow } from '../../link/testing/fake-window.js';
import type { EngineSocket } from './engine.js';
import { FakeServer, fakeEngine } from './testing/fake-server.js';
import { WatchedSocket } from './watched-socket.js';

describe('what comes in from the SIP server', () => {
  /** What the engine and the check of the line get of a message. */
  function received(data: unknown, fault?: Error) {
    const { WebSocketInterface } = fakeEngine(new FakeServer());
    const inner = new WebSocketInterface('wss://sip.example') as EngineSocket;
    const got: unknown[] = [];
    let heard = 0;
    const socket = new WatchedSocket(inner, new FakeWindow(), () => (heard += 1));
    socket.ondata = (each) => {
      if (fault) throw fault;
      got.push(each);
    };
    socket.connect();
    inner.ondata(data);
    return { got, heard };
  }

  it('is read', () => {
    const text = 'SIP/2.0 200 OK';
    const bytes = new TextEncoder().encode(text).buffer;
    expect([received(text).got, received(bytes).got]).to.deep.equal([[text], [bytes]]);
  });

  it('is a sign of life, and not read, when it is longer than any message', () => {
    const long = 'a'.repeat(70_000);
    expect(received(long)).to.deep.equal({ got: [], heard: 1 });
    expect(received(new ArrayBuffer(70_000))).to.deep.equal({ got: [], heard: 1 });
  });

  [new TypeError('no method'), new URIError('malformed')].forEach((fault) => {
    it(`is a sign of life, and dropped with a word for engineers, when the engine fails at it: ${fault.name}`, () => {
      const { debug } = console;
      const warned: unknown[][] = [];
      console.debug = (...given: unknown[]) => warned.push(given);
      try {
        expect(received('INVITE', fault)).to.deep.equal({ got: [], heard: 1 });
      } finally {
        console.debug = debug;
      }
      expect(warned).to.deep.equal([
        ['[hs-calling] A message of the SIP server cannot be read. It is dropped.', fault],
      ]);
    });
  });
});
