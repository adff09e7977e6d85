/** Why a call ended, as a voice tells it. */

/**
 * Why a call ended.
 *
 * | reason | means | SIP |
 * | --- | --- | --- |
 * | `hung-up` | somebody hung up; before it was answered: the caller gave up, or this end did | BYE |
 * | `canceled` | the caller gave up before it was answered | CANCEL, 487 |
 * | `declined` | the called person declined | 603, 403 |
 * | `busy` | the called person is in another call | 486, 600 |
 * | `no-answer` | nobody answered in time | 408, 480 |
 * | `answered-elsewhere` | another device of the called person answered | CANCEL or BYE with cause 200 of SIP or 26 of Q.850 |
 * | `not-found` | there is no such number | 404, 410, 484, 604 |
 * | `transferred` | the far end was transferred to somebody else | REFER, 202 |
 * | `voicemail` | this end has left a recorded message with an answering machine | |
 * | `microphone` | given up because there was no microphone | |
 * | `network` | the connection to the far end or to the server was lost | 503, 5xx, timeouts |
 * | `failed` | any other technical reason | |
 */
export type EndReason =
  | 'hung-up'
  | 'canceled'
  | 'declined'
  | 'busy'
  | 'no-answer'
  | 'answered-elsewhere'
  | 'not-found'
  | 'transferred'
  | 'voicemail'
  | 'microphone'
  | 'network'
  | 'failed';
