/** Waiting for a state of a peer connection. */

type ConnectionEvent = 'signalingstatechange' | 'icegatheringstatechange' | 'connectionstatechange';

/** Resolves when something is true of a connection, looked at with each event, or after the timeout. */
export async function waitForConnection(
  connection: RTCPeerConnection,
  event: ConnectionEvent,
  isTrue: () => boolean,
  timeoutMs: number,
): Promise<void> {
  if (isTrue()) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      connection.removeEventListener(event, look);
      resolve();
    };
    const look = () => {
      if (isTrue()) done();
    };
    const timer = setTimeout(done, timeoutMs);
    connection.addEventListener(event, look);
  });
}
