/** The SIP server and the phone at the far end, running. */
export interface SipServer {
  /** The domain of every address. */
  readonly domain: string;
  /** The password of `guarded`, the only user who needs one. */
  readonly password: string;
  /** The address that the browser connects to. */
  readonly url: string;
  /** The port where the phone at the far end takes commands: baresip's `ctrl_tcp`. */
  readonly controlPort: number;
  /** The output of the programs, to read after a failure. */
  readonly output: string;
  startServer(): Promise<void>;
  stopServer(): Promise<void>;
  /** From now on every REGISTER is refused with a SIP status; 0: none is. */
  refuse(status: number): Promise<void>;
  /** The server takes everything in and says nothing, until it is thawed. Linux only. */
  freezeServer(): void;
  thawServer(): void;
  stop(): Promise<void>;
}

export function startSipServer(): Promise<SipServer>;
