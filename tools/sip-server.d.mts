/** The SIP server and the phone at the far end, running. */
export interface SipServer {
  /** The domain of every address. */
  readonly domain: string;
  /** Of the one user who needs one: `guarded`. */
  readonly password: string;
  /** Where the browser connects to. */
  readonly url: string;
  /** Where the far end takes orders: baresip's `ctrl_tcp`. */
  readonly controlPort: number;
  /** What the programs said, to read after a failure. */
  readonly output: string;
  startServer(): Promise<void>;
  stopServer(): Promise<void>;
  stop(): Promise<void>;
}

export function startSipServer(): Promise<SipServer>;
