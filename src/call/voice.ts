/** What the snapshot tells of the voice that carries the calls: plain data, whichever voice it is. */

/** Whether the voice can be used: `ready` takes and makes calls. */
export type VoiceState = 'offline' | 'connecting' | 'ready' | 'failed';

/** What a voice can do. A session has the method for it only where this is true. */
export interface VoiceCapabilities {
  /** Calls come in. */
  readonly inbound: boolean;
  /** A second call while one goes on. */
  readonly multipleCalls: boolean;
  readonly mute: boolean;
  readonly hold: boolean;
  /** Digits during a call. */
  readonly dtmf: boolean;
  readonly recording: boolean;
  /** Handing a call over without asking first. */
  readonly blindTransfer: boolean;
  /** Handing a call over to somebody one has talked to. */
  readonly attendedTransfer: boolean;
  /** Two calls become one. */
  readonly merge: boolean;
  /** The ringing of one call can be silenced. */
  readonly silence: boolean;
  /** A recorded message can be left for an answering machine, and the user is free meanwhile. */
  readonly voicemailDrop: boolean;
  /** Microphone, speaker and ringer can be chosen. */
  readonly devices: boolean;
  /** It knows the numbers one may call from. */
  readonly fromNumbers: boolean;
  /** Microphone and connection can be tried before the first call. */
  readonly preCallCheck: boolean;
  /** It measures how well the other end is heard. */
  readonly quality: boolean;
  /** A call can be taken up again after a reload. */
  readonly restore: boolean;
}

/** A number that the user may call from. */
export interface FromNumber {
  readonly number: string;
  readonly label?: string | undefined;
}

/** A recorded message that can be left for an answering machine. */
export interface VoicemailMessage {
  /** What the voice knows it by. */
  readonly id: string;
  /** What the user chooses it by: “Call me back”. */
  readonly label: string;
}

/** What keeps the microphone from being heard. `waiting`: the browser asks and nobody has answered. */
export type MicrophoneTrouble = 'waiting' | 'dismissed' | 'denied' | 'blocked' | 'missing' | 'in-use';

/** How well the other end is heard. */
export interface CallQuality {
  /** 4 good, 3 fair, 2 poor, 1 bad. */
  readonly level: 1 | 2 | 3 | 4;
  /** Mean opinion score by the E-model, 1 to 4.5. */
  readonly mos: number;
  /** Ms. */
  readonly jitter: number;
  /** Share of packets lost since the last look, 0 to 1. */
  readonly loss: number;
  /** Ms there and back; undefined until it was measured. */
  readonly roundTrip: number | undefined;
}

/** What a voice could not do, or what keeps it from working. */
export type VoiceErrorCode =
  | 'MICROPHONE_BLOCKED'
  | 'MICROPHONE_DENIED'
  | 'MICROPHONE_DISMISSED'
  | 'MICROPHONE_MISSING'
  | 'MICROPHONE_IN_USE'
  | 'PHONE_OFFLINE'
  | 'PHONE_REFUSED'
  | 'PHONE_UNREACHABLE'
  | 'PHONE_BUSY'
  | 'PHONE_CONFIG'
  | 'ENGINE_MISSING'
  | 'BAD_NUMBER'
  | 'BAD_DIGITS'
  | 'NOT_POSSIBLE'
  | 'NOT_SUPPORTED'
  | 'DEVICE_MISSING'
  | 'MEDIA_FAILED'
  | 'TRANSFER_FAILED'
  | 'PHONE_FAILED';

/** What went wrong with the voice, as plain data. */
export interface VoiceProblem {
  readonly code: VoiceErrorCode;
  /** In words. Holds no phone number. */
  readonly message: string;
  /** Whether no call is possible until it is repaired. */
  readonly fatal: boolean;
  /** The request that was not carried out, if there was one. */
  readonly request?: string | undefined;
}

/** Where an inbound call is heard to ring, and how loud. */
export interface RingSettings {
  /** The id of the speaker of calls, where a second one knocks; empty for the system's. Default: empty. */
  readonly output?: string;
  /** The id of the speaker that rings; empty for the system's. Default: empty. */
  readonly ringer?: string;
  /** From 0, silent, to 1. Default: 1. */
  readonly ringerVolume?: number;
}

/** The voice as the elements see it. */
export interface VoiceStatus {
  readonly state: VoiceState;
  readonly capabilities: VoiceCapabilities;
  readonly problem: VoiceProblem | undefined;
  /**
   * The browser keeps the voice's ring silent until the user clicks, taps or presses a key in the page of the voice; see
   * `isRingSilent` of the calls for any frame. Default: false.
   */
  readonly isRingSilent?: boolean;
  /** How to ring in another frame, for a voice that lets the one that the user sees do it. Default: the voice rings by itself. */
  readonly ring?: RingSettings;
  /** The messages that can be left for an answering machine. Default: none. */
  readonly messages?: readonly VoicemailMessage[];
  /** The numbers that the user may call from. Default: none. */
  readonly fromNumbers?: readonly FromNumber[];
}
