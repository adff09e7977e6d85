/** What a SIP call needs of the phone it belongs to. */
import type { BrowserDevices } from '../devices.js';
import type { VoiceSession } from '../session.js';
import type { EngineCall, SipMessage, SipUri } from './engine.js';
import type { DigitTransport } from './settings.js';

export interface SipLine {
  readonly domain: string;
  readonly dtmf: DigitTransport;
  readonly devices: BrowserDevices;
  rtcConfiguration(): Promise<RTCConfiguration>;
  call(target: string, mediaStream: MediaStream, pcConfig: RTCConfiguration): EngineCall;
  readUri(address: string): SipUri;
  /** Resolves when the server can be reached; rejects when the signal says so. */
  whenReady(signal: AbortSignal): Promise<void>;
  silence(session: VoiceSession): void;
}

/** A call that has come in, and the request it came by. */
export interface IncomingCall {
  readonly call: EngineCall;
  readonly request: SipMessage;
}
