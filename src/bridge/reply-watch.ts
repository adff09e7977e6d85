/** Notices when HubSpot leaves unanswered what it answers otherwise: it may be gone, while the call goes on. */
import type { Envelope, Port } from '../link/index.js';

/** How long an answer may take. */
const patience = 10_000;

export class ReplyWatch {
  readonly #port: Pick<Port, 'after'>;
  readonly #onChange: (isSilent: boolean) => void;
  #cancel: (() => void) | undefined;
  #isSilent = false;

  constructor(port: Pick<Port, 'after'>, onChange: (isSilent: boolean) => void) {
    this.#port = port;
    this.#onChange = onChange;
  }

  /** A message has left. */
  sent({ type, data }: Envelope): void {
    if (this.#cancel || !isAnswered(type, data as Data)) return;
    this.#cancel = this.#port.after(patience, () => {
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
