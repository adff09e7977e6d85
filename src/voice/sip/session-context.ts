/** What a SIP session needs of the voice it belongs to. */
import type { BrowserDevices } from '../devices.js';
import type { VoiceSession } from '../session.js';
import type { EngineCall, SipMessage, SipUri } from './engine.js';
import type { DigitTransport } from './settings.js';

export interface SessionContext {
  /** The domain at which plain numbers are dialled. */
  readonly domain: string;
  readonly dtmf: DigitTransport;
  readonly devices: BrowserDevices;
  /** Gets the ICE servers. Rejects `MEDIA_FAILED`. */
  rtcConfiguration(): Promise<RTCConfiguration>;
  /** Sends the INVITE to an address. */
  invite(target: string, mediaStream: MediaStream, pcConfig: RTCConfiguration): EngineCall;
  parseUri(address: string): SipUri;
  /** Resolves when the server can be reached; rejects when the signal is aborted. */
  whenReady(signal: AbortSignal): Promise<void>;
  /** The call has found reason to doubt that the server answers. */
  doubtServer(): void;
  /** Stops the ringing of a session. */
  silence(session: VoiceSession): void;
}

/** An inbound call, and its INVITE. */
export interface SipInvitation {
  readonly call: EngineCall;
  readonly request: SipMessage;
}
