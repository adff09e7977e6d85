// Runs WebKit's driver on a display of its own for as long as the test runner runs.
import { spawn } from 'node:child_process';
import { freePort } from './free-port.mjs';

/** How long Xvfb and the driver may take to answer. */
const START_TIMEOUT_MS = 20_000;

/** The number of the display: Xvfb chooses a free one and writes its number to file descriptor 3. */
function displayNumber(xvfb) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Xvfb did not name its display')), START_TIMEOUT_MS);
    let text = '';
    xvfb.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (!text.includes('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
    xvfb.once('error', reject);
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}`)));
  });
}

async function answers(port) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/status`);
      if (response.ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`WebKitWebDriver did not answer on port ${port}`);
}

/**
 * A plugin for the test runner, and the port on which the driver will answer once the runner has started.
 * @param {{ path: string, miniBrowser: string, xvfb: string }} webkit
 */
export async function webkitDriver({ path, xvfb: xvfbPath }) {
  const port = await freePort();
  const processes = [];

  function stop() {
    for (const child of processes.splice(0).reverse()) {
      try {
        // The whole process group: the browser must not go on without its driver.
        process.kill(-child.pid, 'SIGTERM');
      } catch {
        // Ended already.
      }
    }
  }
  // `serverStop` is not called when the runner is interrupted or crashes.
  process.once('exit', stop);

  function start(command, args, options) {
    const child = spawn(command, args, { detached: true, ...options });
    processes.push(child);
    return child;
  }

  const plugin = {
    name: 'webkit-driver',
    async serverStart() {
      const xvfb = start(xvfbPath, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      });
      const display = await displayNumber(xvfb);
      start(path, [`--port=${port}`, '--host=127.0.0.1'], {
        stdio: 'ignore',
        // Only X11: under Wayland the window would open on the desktop.
        env: { ...process.env, DISPLAY: `:${display}`, WAYLAND_DISPLAY: '', GDK_BACKEND: 'x11' },
      });
      await answers(port);
    },
    serverStop: stop,
  };
  return { port, plugin };
}
