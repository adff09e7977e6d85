/** A SIP server without a network: the sockets that JsSIP opens in this page end here. */

/** Takes the place of the browser's WebSocket. It lets every client register, and says what a test wants said. */
export class FakeSocket extends EventTarget {
  static latest: FakeSocket | undefined;
  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly protocol = 'sip';
  readyState = 0;
  binaryType = 'blob';
  onopen: (() => void) | undefined;
  onclose: ((event: object) => void) | undefined;
  onmessage: ((event: { readonly data: unknown }) => void) | undefined;
  /** The Contact by which the client can be called. */
  contact = 'sip:nobody@nowhere.invalid';

  constructor() {
    super();
    FakeSocket.latest = this;
    queueMicrotask(() => {
      this.readyState = 1;
      this.onopen?.();
    });
  }

  /** The client says something. Requests are answered with 200, but for the ACK. */
  send(text: string): void {
    const method = /^(\w+) \S+ SIP\/2\.0/.exec(text)?.[1];
    if (!method || method === 'ACK') return;
    const contact = /^Contact: *(.*)$/im.exec(text)?.[1]?.trim();
    if (method === 'REGISTER' && contact) this.contact = /<([^>]+)>/.exec(contact)?.[1] ?? contact;
    const kept = text.split('\r\n').filter((line) => /^(?:via|from|call-id|cseq):/i.test(line));
    const to = /^To: *(.*)$/im.exec(text)?.[1]?.trim() ?? '';
    const head = ['SIP/2.0 200 OK', ...kept, `To: ${to}${to.includes('tag=') ? '' : ';tag=server'}`];
    const more = method === 'REGISTER' && contact ? [`Contact: ${contact}`] : [];
    queueMicrotask(() => this.say([...head, ...more, 'Content-Length: 0', '', ''].join('\r\n')));
  }

  /** The server says something. */
  say(data: string): void {
    if (this.readyState === 1) this.onmessage?.({ data });
  }

  close(): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.onclose?.({ wasClean: true, code: 1000, reason: '' });
  }
}
