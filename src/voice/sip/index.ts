/** The SIP voice: SIP over WebSocket, by JsSIP. */
export { SipSession } from './sip-session.js';
export { SipVoice } from './sip-voice.js';
export type * from './engine.js';
export type { SessionContext, SipInvitation } from './session-context.js';
export type { DigitTransport, SipCredentials, SipSettings, Supplied } from './settings.js';
