/** What is stored of a loopback session so that it can be restored after a reload of the page, and how it is read. */
import { flag, id, kind, maybe, oneOf, text } from '../../protocol/fields.js';
import { fields, type Schema } from '../../protocol/schema.js';
import type { HostUser } from '../../protocol/index.js';
import type { SessionStart } from '../base-session.js';
import { refusals } from './end-reasons.js';
import type { FullScript } from './script.js';

const number = kind('number');
const span = maybe(fields({ after: number, lasts: number }));

/** A session as plain data, and whose call it is. */
export interface StoredSession extends SessionStart, HostUser {
  /** Whether it had been answered; else it was still ringing. */
  readonly isAnswered: boolean;
  readonly script: FullScript;
}

// The cast says what no schema does: a field that is missing is missing, and not undefined.
export const storedSession = fields({
  portalId: maybe(id),
  userId: maybe(id),
  id: text,
  direction: oneOf('inbound', 'outbound'),
  remote: fields({ number: text, name: maybe(text) }),
  localNumber: maybe(text),
  isAnswered: flag,
  script: fields({
    does: oneOf('answer', ...(Object.keys(refusals) as (keyof typeof refusals)[])),
    ringsFor: number,
    givesUpAfter: maybe(number),
    dropsAfter: maybe(number),
    holds: span,
    losesNetwork: span,
    plays: oneOf('echo', 'tone'),
    quality: oneOf('good', 'poor'),
    refusesTransfer: flag,
  }),
}) as Schema as Schema<StoredSession>;
