/** Opens the page in a browser, where there is somebody to look at it. */
import { spawn } from 'node:child_process';

/** The command that opens an address on this system, with its arguments. Undefined where nobody would see it. */
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
  // `start` takes its first quoted argument for the title of the window.
  if (platform === 'win32') return ['cmd', '/c', 'start', '""', address];
  return env['DISPLAY'] || env['WAYLAND_DISPLAY'] ? ['xdg-open', address] : undefined;
}

/** Starts the command and does not wait for it: the person sees whether it works. */
export function start([command, ...args]: readonly [command: string, ...args: string[]]): void {
  const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  child.on('error', () => {
    // The address has been printed too.
  });
  child.unref();
}
