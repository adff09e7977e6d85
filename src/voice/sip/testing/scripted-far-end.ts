/** The engine itself at a far end that says what a test writes: no network, every word of SIP by hand, real media. */
import { loadEngine, type EngineSocket, type SipEngine } from '../engine.js';

const crlf = '\r\n';

/** A message that the phone has sent. */
export interface Heard {
  /** The method of a request, such as `BYE`; status and method of a response: `486 INVITE`. */
  readonly name: string;
  readonly body: string;
  /** The value of a header; `''` if there is none. */
  header(name: string): string;
}

/** What a message of the far end has besides the headers that every one needs. */
export interface Said {
  readonly body?: string;
  /** Headers over those that it has anyway; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** The server, and everybody behind it. It accepts registrations, and answers what ends a call. */
export class ScriptedFarEnd {
  readonly heard: Heard[] = [];
  #ondata: EngineSocket['ondata'] = () => undefined;
  #onHeard = () => {};
  #ids = 0;

  /** JsSIP, whose connections all lead here. */
  async engine(): Promise<SipEngine> {
    const { UA, URI } = await loadEngine();
    const lead = (ondata: EngineSocket['ondata']) => (this.#ondata = ondata);
    const hear = (message: string) => {
      this.#hear(read(message));
    };
    class Socket implements EngineSocket {
      readonly sip_uri = 'sip:far.example';
      readonly via_transport = 'WSS';
      onconnect: EngineSocket['onconnect'] = () => undefined;
      ondisconnect: EngineSocket['ondisconnect'] = () => undefined;
      ondata: EngineSocket['ondata'] = () => undefined;

      constructor(readonly url: string) {}

      connect(): void {
        lead((data) => this.ondata(data));
        queueMicrotask(() => this.onconnect());
      }

      disconnect(): void {
        lead(() => undefined);
      }

      send(message: string): boolean {
        hear(message);
        return true;
      }
    }
    return { UA, URI, WebSocketInterface: Socket };
  }

  /** Sends anything. Throws what the phone throws at it. */
  say(text: string): void {
    this.#ondata(text);
  }

  /** Waits for the message of a name, or for the `nth` of them. */
  async hears(name: string, nth = 1): Promise<Heard> {
    for (;;) {
      const found = this.times(name)[nth - 1];
      if (found) return found;
      await new Promise<void>((resolve) => (this.#onHeard = resolve));
    }
  }

  /** Every message of a name so far. */
  times(name: string): readonly Heard[] {
    return this.heard.filter((one) => one.name === name);
  }

  /** A call to the phone, which has yet to be made: `call.say('INVITE', …)`. */
  caller(): FarCall {
    this.#ids += 1;
    const id = String(this.#ids);
    return new FarCall(
      this,
      `call-${id}`,
      `"Bob" <sip:bob@far.example>;tag=far-${id}`,
      '<sip:alice@far.example>',
    );
  }

  /** The call that the phone makes with this INVITE. */
  called(invite: Heard, tag = 'far'): FarCall {
    return new FarCall(
      this,
      invite.header('Call-ID'),
      `${invite.header('To')};tag=${tag}`,
      invite.header('From'),
    );
  }

  /** Where the phone is called. */
  get contact(): string {
    const [register] = this.times('REGISTER');
    return /<([^>]+)>/.exec(register?.header('Contact') ?? '')?.[1] ?? '';
  }

  /** A response to what was heard, as text. */
  responseTo(request: Heard, status: number, { body = '', headers = {} }: Said = {}): string {
    return write(`SIP/2.0 ${status} Whatever`, body, {
      Via: request.header('Via'),
      From: request.header('From'),
      To: request.header('To'),
      'Call-ID': request.header('Call-ID'),
      CSeq: request.header('CSeq'),
      Contact: '<sip:bob@far.example>',
      ...headers,
    });
  }

  #hear(heard: Heard): void {
    this.heard.push(heard);
    this.#onHeard();
    const isAnswered = ['REGISTER', 'BYE', 'OPTIONS', 'CANCEL'].includes(heard.name);
    const Contact = heard.header('Contact') ? `${heard.header('Contact')};expires=600` : undefined;
    if (isAnswered) queueMicrotask(() => this.say(this.responseTo(heard, 200, { headers: { Contact } })));
  }
}

/** One call, as the far end has it. */
export class FarCall {
  readonly #farEnd: ScriptedFarEnd;
  readonly #id: string;
  readonly #from: string;
  #to: string;
  #sequence = 0;

  constructor(farEnd: ScriptedFarEnd, id: string, from: string, to: string) {
    this.#farEnd = farEnd;
    this.#id = id;
    this.#from = from;
    this.#to = to;
  }

  /** A request as text; a new one each time. ACK and CANCEL belong to the request before. */
  request(method: string, { body = '', headers = {} }: Said = {}): string {
    if (method !== 'ACK' && method !== 'CANCEL') this.#sequence += 1;
    const branch = `z9hG4bK-${this.#id}-${this.#sequence}${method === 'ACK' ? '-ack' : ''}`;
    return write(`${method} ${this.#farEnd.contact} SIP/2.0`, body, {
      Via: `SIP/2.0/WSS far.example;branch=${branch}`,
      'Max-Forwards': '70',
      From: this.#from,
      To: this.#to,
      'Call-ID': this.#id,
      CSeq: `${this.#sequence} ${method}`,
      Contact: '<sip:bob@far.example>',
      ...headers,
    });
  }

  say(method: string, said: Said = {}): void {
    this.#farEnd.say(this.request(method, said));
  }

  /** From now on its requests belong to the call that the phone has answered, or rung, with this. */
  isWith(response: Heard): void {
    this.#to = response.header('To');
  }

  /** Responds to a request of the phone. */
  respond(request: Heard, status: number, { headers, ...said }: Said = {}): void {
    const To = this.#from;
    this.#farEnd.say(this.#farEnd.responseTo(request, status, { ...said, headers: { To, ...headers } }));
  }
}

/** The far end's media. */
export class FarMedia {
  readonly connection = new RTCPeerConnection();

  constructor() {
    this.connection.addTransceiver('audio');
  }

  async offer(direction: RTCRtpTransceiverDirection = 'sendrecv'): Promise<string> {
    const [transceiver] = this.connection.getTransceivers();
    if (transceiver) transceiver.direction = direction;
    return this.#describe(await this.connection.createOffer());
  }

  async take(answer: string): Promise<void> {
    await this.connection.setRemoteDescription({ type: 'answer', sdp: answer });
  }

  async answer(offer: string): Promise<string> {
    await this.connection.setRemoteDescription({ type: 'offer', sdp: offer });
    return this.#describe(await this.connection.createAnswer());
  }

  async rollBack(): Promise<void> {
    await this.connection.setLocalDescription({ type: 'rollback' });
  }

  async #describe(description: RTCSessionDescriptionInit): Promise<string> {
    const { connection } = this;
    await connection.setLocalDescription(description);
    while (connection.iceGatheringState !== 'complete')
      await new Promise((resolve) => {
        connection.addEventListener('icegatheringstatechange', resolve, { once: true });
      });
    return connection.localDescription?.sdp ?? '';
  }
}

function write(start: string, body: string, headers: Readonly<Record<string, string | undefined>>): string {
  const all: Readonly<Record<string, string | undefined>> = {
    ...headers,
    ...(body && !('Content-Type' in headers) && { 'Content-Type': 'application/sdp' }),
    ...(!('Content-Length' in headers) && {
      'Content-Length': String(new TextEncoder().encode(body).length),
    }),
  };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}: ${value}`,
  );
  return [start, ...lines, '', body].join(crlf);
}

function read(message: string): Heard {
  const [head = '', ...body] = message.split(crlf + crlf);
  const [start = '', ...lines] = head.split(crlf);
  const header = (name: string) => {
    const line = lines.find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    return line?.slice(name.length + 1).trim() ?? '';
  };
  const [first = '', status = ''] = start.split(' ');
  const method = header('CSeq').split(' ')[1] ?? '';
  const name = first === 'SIP/2.0' ? `${status} ${method}` : first;
  return { name, body: body.join(crlf + crlf), header };
}
