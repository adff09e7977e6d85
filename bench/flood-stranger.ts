/** A frame of another origin: sends the frame beside it messages as fast as it can. */

const messages = {
  dials: { type: 'DIAL_NUMBER', data: { phoneNumber: '+12025550001' } },
  syncs: { type: 'SYNC', hostUrl: 'https://evil.example', portalId: 666 },
} as const;

interface Order {
  readonly amount: number;
  readonly kind: keyof typeof messages;
}

const { parent: host } = window;

window.addEventListener('message', ({ data }: MessageEvent<Order>) => {
  const [target] = [host.frames[0]];
  for (let i = 0; i < data.amount; i += 1) target?.postMessage({ ...messages[data.kind], messageId: i }, '*');
  // Sent last: the page has taken all messages of the flood when it gets this one.
  host.postMessage('flood is over', '*');
});
host.postMessage('stranger is there', '*');
