/** The phone at the far end, baresip, by its orders over TCP: JSON in netstrings. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Something that happened there: `CALL_INCOMING`, `CALL_ESTABLISHED`, `CALL_CLOSED`, `CALL_DTMF_START`. */
export interface FarEvent {
  readonly type: string;
  readonly param: string;
}

interface Said {
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
  readonly #waiting = new Map<string, (said: Said) => void>();
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

  /** Has it do something, and resolves with what it says. */
  async order(command: string, params = ''): Promise<string> {
    const token = String((this.#tokens += 1));
    const said = new Promise<Said>((resolve) => this.#waiting.set(token, resolve));
    const text = JSON.stringify({ command, params, token });
    this.#socket.write(`${Buffer.byteLength(text)}:${text},`);
    const { ok, data = '' } = await said;
    if (ok !== true) throw new Error(`The far end refuses ${command} ${params}: ${data}`);
    return data;
  }

  /** Has it call, as `echo`. */
  async call(address: string): Promise<void> {
    const [, domain = ''] = address.split('@');
    await this.order('uafind', `sip:echo@${domain}`);
    await this.order('dial', address);
  }

  /** What happened there of a kind, in order. */
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
      // All it says is ASCII, so that bytes are characters.
      const end = start + Number(size);
      if (this.#buffer.length <= end) return;
      this.#hear(JSON.parse(this.#buffer.slice(start, end)) as Said);
      this.#buffer = this.#buffer.slice(end + 1);
    }
  }

  #hear(said: Said): void {
    const { event, response, token = '', type = '', param = '' } = said;
    if (event) this.events.push({ type, param });
    if (response) this.#waiting.get(token)?.(said);
  }
}
