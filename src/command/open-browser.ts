/** Opens the page where somebody sits in front of it. */
import { spawn } from 'node:child_process';

/** What opens an address here: the command and its words. Undefined where nobody would see it. */
export function browserOpener(
  address: string,
  {
    platform,
    env,
    isTTY,
  }: { platform: string; env: Readonly<Record<string, string | undefined>>; isTTY: boolean },
): readonly [command: string, ...args: string[]] | undefined {
  if (!isTTY || env['CI'] || env['BROWSER'] === 'none') return undefined;
  if (platform === 'darwin') return ['open', address];
  // `start` takes its first quoted word for the window's title.
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', address];
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', address] : undefined;
}

/** Starts it and lets it go; whether it works, the person sees. */
export function start([command, ...args]: readonly [command: string, ...args: string[]]): void {
  const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  child.on('error', () => {
    // The address is on the terminal all the same.
  });
  child.unref();
}
