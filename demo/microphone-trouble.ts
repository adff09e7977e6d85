/** Has the browser refuse this page the microphone, in each of the ways in which browsers do, so that one sees the phone's answer. */

/** What `getUserMedia` rejects with, and what the browser says of the permission then. */
interface Refusal {
  readonly name: string;
  readonly permission?: PermissionState;
}

const refusals: Readonly<Record<string, Refusal>> = {
  denied: { name: 'NotAllowedError', permission: 'denied' },
  dismissed: { name: 'NotAllowedError', permission: 'prompt' },
  missing: { name: 'NotFoundError' },
  'in-use': { name: 'NotReadableError' },
};

/** The trouble there is now; `waiting` is that the browser asks and nobody answers; empty for none. */
let trouble = '';
/** Those who wait for an answer. */
const waiting: (() => void)[] = [];

/** Makes the trouble that an order names. Any other name is that the microphone works. */
export function setMicrophoneTrouble(name: string): void {
  trouble = name;
  for (const goOn of waiting.splice(0)) goOn();
}

/** Whether the microphone cannot be had now. */
export const isMicrophoneInTrouble = (): boolean => trouble === 'waiting' || Object.hasOwn(refusals, trouble);

/** To be called once, before the page opens a microphone. */
export function allowMicrophoneTrouble(): void {
  const { mediaDevices, permissions } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wanted) => {
    while (trouble === 'waiting') await new Promise<void>((goOn) => waiting.push(goOn));
    const refusal = Object.hasOwn(refusals, trouble) ? refusals[trouble] : undefined;
    if (refusal) throw new DOMException('So the page around has said.', refusal.name);
    return open(wanted);
  };
  const query = permissions.query.bind(permissions);
  permissions.query = async (asked) => {
    const status = await query(asked);
    const state = (asked.name as string) === 'microphone' && refusals[trouble]?.permission;
    return state ? Object.defineProperty(status, 'state', { value: state }) : status;
  };
}
