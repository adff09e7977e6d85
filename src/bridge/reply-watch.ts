/** Notices when HubSpot leaves unanswered what it answers otherwise: it may be gone, while the call goes on. */
import type { Clock, Envelope } from '../link/index.js';

/** How long an answer may take. */
const patience = 10_000;

export class ReplyWatch {
  readonly #clock: Pick<Clock, 'after'>;
  readonly #onChange: (isSilent: boolean) => void;
  #cancel: (() => void) | undefined;
  #isSilent = false;

  constructor(clock: Pick<Clock, 'after'>, onChange: (isSilent: boolean) => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  /** A message has left. */
  sent({ type, data }: Envelope): void {
    if (this.#cancel || !isAnswered(type, data as Data)) return;
    this.#cancel = this.#clock.after(patience, () => {
      this.#cancel = undefined;
      this.#isSilent = true;
      this.#onChange(true);
    });
  }

  /** HubSpot said something, whatever it was. */
  heard(): void {
    this.stop();
    if (!this.#isSilent) return;
    this.#isSilent = false;
    this.#onChange(false);
  }

  /** Nothing more is expected. */
  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}

type Data = { readonly createEngagement?: boolean; readonly engagementId?: number } | undefined;

function isAnswered(type: string, data: Data): boolean {
  if (type === 'CALL_COMPLETED') return data?.engagementId !== undefined;
  return (type === 'OUTGOING_CALL_STARTED' || type === 'INCOMING_CALL') && data?.createEngagement === true;
}
