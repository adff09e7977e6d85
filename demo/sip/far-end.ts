/** The SIP client at the far end, baresip. It takes commands over TCP: JSON in netstrings. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** An event of baresip: `CALL_INCOMING`, `CALL_ESTABLISHED`, `CALL_CLOSED`, `CALL_DTMF_START`. */
export interface FarEvent {
  readonly type: string;
  readonly param: string;
}

/** A message of baresip: an event, or the response to a command. */
interface FarMessage {
  readonly event?: boolean;
  readonly response?: boolean;
  readonly token?: string;
  readonly ok?: boolean;
  readonly data?: string;
  readonly type?: string;
  readonly param?: string;
}

export class FarEnd {
  readonly events: FarEvent[] = [];
  readonly #socket: Socket;
  readonly #waiting = new Map<string, (said: FarMessage) => void>();
  #buffer = '';
  #tokens = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      this.#buffer += chunk;
      this.#read();
    });
  }

  static async open(port: number): Promise<FarEnd> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new FarEnd(socket);
  }

  /** Sends a command, and gives the response. Rejects if baresip refuses. */
  async order(command: string, params = ''): Promise<string> {
    const token = String((this.#tokens += 1));
    const said = new Promise<FarMessage>((resolve) => this.#waiting.set(token, resolve));
    const text = JSON.stringify({ command, params, token });
    this.#socket.write(`${Buffer.byteLength(text)}:${text},`);
    const { ok, data = '' } = await said;
    if (ok !== true) throw new Error(`The far end refuses ${command} ${params}: ${data}`);
    return data;
  }

  /** Has its user `echo` call an address. */
  async call(address: string): Promise<void> {
    const [, domain = ''] = address.split('@');
    await this.order('uafind', `sip:echo@${domain}`);
    await this.order('dial', address);
  }

  /** The parameters of every event of a type so far, in order. */
  happened(type: string): string[] {
    return this.events.filter((event) => event.type === type).map(({ param }) => param);
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(): void {
    for (;;) {
      const head = /^(\d+):/.exec(this.#buffer);
      if (!head) return;
      const [{ length: start }, size = '0'] = head;
      // Baresip writes ASCII only, so a length in bytes is one in characters.
      const end = start + Number(size);
      if (this.#buffer.length <= end) return;
      this.#hear(JSON.parse(this.#buffer.slice(start, end)) as FarMessage);
      this.#buffer = this.#buffer.slice(end + 1);
    }
  }

  #hear(said: FarMessage): void {
    const { event, response, token = '', type = '', param = '' } = said;
    if (event) this.events.push({ type, param });
    if (response) this.#waiting.get(token)?.(said);
  }
}
