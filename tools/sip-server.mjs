// Runs a real SIP server (Kamailio) and a real phone at the far end (baresip) on loopback, for the tests of the SIP voice.
//
//   node tools/sip-server.mjs      find, install what is missing, print what was found
//
// Programs at a place of your own: KAMAILIO_PATH, BARESIP_PATH.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { aptGet, fromEnvironment, mayInstall, which } from './browsers.mjs';
import { freePort } from './free-port.mjs';

const PACKAGES = ['kamailio', 'kamailio-websocket-modules', 'baresip-core'];

/** Printed where the programs are missing. */
export const SIP_HINT = `SKIPPED sip: no server and phone (Debian, Ubuntu: sudo apt-get install -y ${PACKAGES.join(' ')}).`;

const DOMAIN = 'sip.test';
const PASSWORD = 'open-sesame';

/** How long a program may take to start or to end. */
const START_STOP_TIMEOUT_MS = 15_000;

/** Where Debian puts the modules of baresip. */
const MODULE_FOLDERS = ['/usr/lib/baresip/modules', '/usr/local/lib/baresip/modules'];

/** Both programs, or nothing if one of them is missing. */
export function findSipPrograms() {
  const kamailio = fromEnvironment('KAMAILIO_PATH') ?? which('kamailio', '/usr/sbin/kamailio');
  const baresip = fromEnvironment('BARESIP_PATH') ?? which('baresip');
  const modulePath = MODULE_FOLDERS.find((folder) => existsSync(folder));
  return kamailio && baresip && modulePath ? { kamailio, baresip, modulePath } : undefined;
}

/** Both programs, installed if that is possible; prints a line if it is not. */
export function ensureSipPrograms() {
  const found = findSipPrograms();
  if (found) return found;
  if (mayInstall()) {
    console.log('Not installed: a SIP server and phone. Installing with apt-get.');
    aptGet('update', '-qq');
    aptGet('install', '-y', '-qq', ...PACKAGES);
  }
  const installed = findSipPrograms();
  if (!installed) console.log(SIP_HINT);
  return installed;
}

/** Repeats an attempt until it succeeds. Gives up after a while, or when the program has ended. */
async function until(failure, attempt, child) {
  const end = Date.now() + START_STOP_TIMEOUT_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end || typeof child?.exitCode === 'number') throw new Error(failure, { cause: error });
      await wait(50);
    }
  }
}

const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** A configuration of the folder `sip`, filled in. */
function fill(name, values) {
  const text = readFileSync(new URL(`sip/${name}`, import.meta.url), 'utf8');
  return text.replace(/\{\{(\w+)\}\}/g, (_, key) => {
    if (values[key] === undefined) throw new Error(`tools/sip/${name} names ${key}, which nothing fills in.`);
    return values[key];
  });
}

/** The SIP server and the phone at the far end, running. */
class SipServer {
  domain = DOMAIN;
  password = PASSWORD;
  #programs;
  #folder;
  #ports;
  #pid;
  #phone;
  #output = '';

  constructor(programs, folder, ports) {
    this.#programs = programs;
    this.#folder = folder;
    this.#ports = ports;
  }

  /** The address that the browser connects to. */
  get url() {
    return `ws://127.0.0.1:${this.#ports.port}/sip`;
  }

  /** The port where the phone at the far end takes commands: baresip's `ctrl_tcp`. */
  get controlPort() {
    return this.#ports.controlPort;
  }

  /** The output of the programs, to read after a failure. */
  get output() {
    return this.#output;
  }

  /** Starts the server, and waits until it answers. */
  async startServer() {
    const config = join(this.#folder, 'kamailio.cfg');
    const pidFile = join(this.#folder, 'kamailio.pid');
    await writeFile(config, fill('kamailio.cfg', { ...this.#ports, domain: DOMAIN, password: PASSWORD }));
    await rm(pidFile, { force: true });
    const options = ['-f', config, '-DD', '-E', '-m', '64', '-M', '8', '-P', pidFile, '-Y', this.#folder];
    const child = this.#run(this.#programs.kamailio, options);
    const isUp = async () => {
      const response = await fetch(`http://127.0.0.1:${this.#ports.port}/health`);
      if (!response.ok) throw new Error(`It says ${response.status}.`);
    };
    await until('The SIP server did not start.', isUp, child);
    this.#pid = Number(await readFile(pidFile, 'utf8'));
  }

  /** From now on every REGISTER is refused with a SIP status; 0: none is. */
  async refuse(status) {
    await fetch(`http://127.0.0.1:${this.#ports.port}/refuse/${status}`);
  }

  /** The server takes everything in and says nothing, until it is thawed. */
  freezeServer() {
    this.#signal('SIGSTOP');
  }

  thawServer() {
    this.#signal('SIGCONT');
  }

  /** Ends the server, and waits until it is gone. */
  async stopServer() {
    const pid = this.#pid;
    this.#pid = undefined;
    if (pid === undefined) return;
    process.kill(pid, 'SIGCONT');
    process.kill(pid, 'SIGTERM');
    await until('The SIP server did not end.', async () => {
      if (isRunning(pid)) throw new Error('It runs.');
    });
  }

  /** Starts the phone at the far end, and waits until it takes commands. */
  async startPhone() {
    const folder = join(this.#folder, 'baresip');
    const { modulePath } = this.#programs;
    const { phonePort } = this.#ports;
    const values = {
      ...this.#ports,
      domain: DOMAIN,
      modulePath,
      rtpPorts: `${phonePort + 2}-${phonePort + 400}`,
    };
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'config'), fill('baresip.config', values));
    await writeFile(join(folder, 'accounts'), fill('baresip.accounts', values));
    await writeFile(join(folder, 'contacts'), '');
    this.#phone = this.#run(this.#programs.baresip, ['-f', folder]);
    await until('The phone at the far end did not start.', async () => {
      const socket = connect(this.#ports.controlPort, '127.0.0.1');
      await once(socket, 'connect').finally(() => socket.destroy());
    });
  }

  /** Ends both programs, and removes the files that they wrote. */
  async stop() {
    const phone = this.#phone;
    this.#phone = undefined;
    if (phone && phone.exitCode === null) {
      // Asked to end, it would wait for half a minute for retransmissions.
      phone.kill('SIGKILL');
      await once(phone, 'exit');
    }
    await this.stopServer();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Signals the server's main process and those that it has started. */
  #signal(name) {
    const pid = this.#pid;
    if (pid === undefined) throw new Error('There is no SIP server.');
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    for (const one of [pid, ...children]) process.kill(Number(one), name);
  }

  #run(program, options) {
    const child = spawn(program, options, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk) => {
        this.#output = (this.#output + chunk).slice(-200_000);
      });
    }
    return child;
  }
}

/** Starts a SIP server, and the phone at the far end. */
export async function startSipServer() {
  const programs = findSipPrograms();
  if (!programs) throw new Error('There is no SIP server: node tools/sip-server.mjs says how to get one.');
  const folder = await mkdtemp(join(tmpdir(), 'sip-'));
  const [port, controlPort] = [await freePort(), await freePort()];
  // Below the range from which the system chooses free ports.
  const phonePort = 20_000 + 2 * Math.floor(Math.random() * 5000);
  const server = new SipServer(programs, folder, { port, controlPort, phonePort });
  try {
    await server.startServer();
    await server.startPhone();
  } catch (error) {
    await server.stop();
    throw new Error(`${error.message}\n${server.output}`, { cause: error });
  }
  return server;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const found = ensureSipPrograms();
  if (found) for (const name of ['kamailio', 'baresip']) console.log(`${name}: ${found[name]}`);
}
