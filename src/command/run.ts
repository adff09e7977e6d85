/** The command: reads its arguments, probes the widget, serves the page around it, and prints what it finds. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { defaultPort, help, readArguments, type Settings } from './arguments.js';
import { asProblems, explain, findingsOf, problemsAmong, type Finding, type Place } from './findings.js';
import { listenerFor } from './host-server.js';
import { codeOf, listenOn, type Listening } from './loopback.js';
import { browserOpener, start } from './open-browser.js';
import { filesOf, policyFor } from './page.js';
import { probe, type Probe } from './probe.js';
import type { StartReport } from './report.js';
import { isTerminal, Terminal, type Output } from './terminal.js';

/** What the command uses of its process. */
export interface Surroundings {
  readonly output: Output;
  /** Where errors go. */
  readonly errors: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** Aborted when the user ends the command. */
  readonly ended: AbortSignal;
}

/** The command cannot do what was asked. The message says in one line what the user can change. */
class Refusal extends Error {}

/** Runs the command. Resolves with the exit code: 0, or 1 if the user has to put something right. */
export async function run(args: readonly string[], around: Surroundings): Promise<number> {
  const terminal = new Terminal(around.output, around.env);
  const order = readArguments(args);
  try {
    switch (order.does) {
      case 'help':
        terminal.line(help);
        return 0;
      case 'version':
        terminal.line(await version());
        return 0;
      case 'refuse':
        throw new Refusal(`${order.why} hs-calling-host --help says more.`);
      case 'run':
        return await (order.settings.isCheck ? check : serve)(order.settings, terminal, around);
    }
  } catch (error) {
    const why = error instanceof Refusal ? error.message : `Failed: ${codeOf(error)}`;
    new Terminal(around.errors, around.env).line(`hs-calling-host: ${why}`);
    return 1;
  }
}

async function check(settings: Settings, terminal: Terminal, { ended }: Surroundings): Promise<number> {
  const { widget, hostName, port = defaultPort, also, framedBy } = settings;
  const host = framedBy ?? new URL(`http://${hostName}:${String(port)}`).origin;
  const place = { widget, host, also };
  const seen = await probe(widget, { ended });
  return sayFindings(asProblems(findingsOf(seen, place)), seen, place, terminal) ? 0 : 1;
}

async function serve(settings: Settings, terminal: Terminal, around: Surroundings): Promise<number> {
  const { widget, also } = settings;
  const { env, platform, ended } = around;
  const scripts = await readScripts();
  terminal.line(`hs-calling-host ${await version()}: a simulated HubSpot around ${widget.href}\n`);

  let place: Place = { widget, also, host: '' };
  const listening = await listen(settings, (port) => {
    const { origin } = new URL(`http://${settings.hostName}:${String(port)}`);
    place = { ...place, host: origin };
    const policy = policyFor(widget, also);
    const files = filesOf(widget, scripts);
    const onReport = (report: StartReport) => void sayReport(report, place, terminal, ended);
    return listenerFor({ origin, policy, files, onReport });
  });
  const taken = settings.port ?? defaultPort;
  if (taken !== 0 && listening.port !== taken) {
    terminal.say('Note', `Port ${String(taken)} is taken: this is ${String(listening.port)}.`, 'note');
  }
  const address = `${place.host}/`;
  terminal.say('Open', address, 'good');
  terminal.say('End', 'Ctrl+C');
  terminal.line();
  const seen = await probe(widget, { ended });
  if (!ended.aborted && !sayFindings(findingsOf(seen, place), seen, place, terminal))
    terminal.say('', 'Put it right, then reload the page.');

  const opener = browserOpener(address, { env, platform, isTTY: isTerminal(around.output) });
  if (settings.mayOpen && opener && !ended.aborted) start(opener);
  if (!ended.aborted) await once(ended, 'abort');
  await listening.close();
  return 0;
}

async function listen(settings: Settings, listener: Parameters<typeof listenOn>[2]): Promise<Listening> {
  const { port = defaultPort, hostName, widget } = settings;
  const isFixed = settings.port !== undefined;
  // The page must be of another origin than the widget, whether its server runs already or not.
  const isWidgets = widget.origin === new URL(`http://${hostName}:${String(port)}`).origin;
  try {
    return await listenOn(isWidgets ? port + 1 : port, isFixed, listener);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EADDRINUSE')
      throw new Refusal(`Port ${String(port)} is taken. Give another --port, or 0 for any.`);
    if (code === 'EACCES')
      throw new Refusal(`Port ${String(port)} may not be used here. Give one above 1023.`);
    throw error;
  }
}

/** Prints what a probe has found. Returns whether the widget can be framed. */
function sayFindings(findings: readonly Finding[], seen: Probe, place: Place, terminal: Terminal): boolean {
  const isFine = problemsAmong(findings).length === 0;
  if (isFine) terminal.say('Reached', `${seen.url.href} answers, and ${place.host} may frame it.`, 'good');
  say(findings, terminal);
  return isFine;
}

async function sayReport(
  report: StartReport,
  place: Place,
  terminal: Terminal,
  ended: AbortSignal,
): Promise<void> {
  if (report.ok) {
    terminal.say('Connected', 'The widget has answered SYNC and said INITIALIZED.', 'good');
    return;
  }
  const seen = await probe(place.widget, { ended });
  if (!ended.aborted) say(explain(report, seen, place), terminal);
}

function say(findings: readonly Finding[], terminal: Terminal): void {
  for (const one of findings) terminal.finding(one);
}

/** The folder of the package, seen from this file once it is built. */
const root = new URL('../../../', import.meta.url);

async function readScripts() {
  try {
    const [element, reporter] = await Promise.all([
      readFile(new URL('cdn/hs-calling-host.min.js', root)),
      readFile(new URL('./browser/report-start.js', import.meta.url)),
    ]);
    return { element, reporter };
  } catch {
    throw new Refusal('This copy of hs-calling-elements is not built. Run: npm ci && npm run build');
  }
}

async function version(): Promise<string> {
  const { version: number } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as {
    readonly version: string;
  };
  return number;
}
