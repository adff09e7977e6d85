/** Reads the command line; if something is wrong with it, says so in one sentence. */
import { parseArgs } from 'node:util';
import { isExactOrigin } from '../protocol/origins.js';

/** Where the page is served by default. HubSpot's own demo widgets are at 9025. */
export const defaultPort = 9026;

/** The host names that the page may be served under: names of this machine only. */
const hostNames = ['localhost', '127.0.0.1'] as const;

/** What the command has to do. */
export interface Settings {
  /** The address of the widget's page. */
  readonly widget: URL;
  /** The port to serve at. Undefined: the default, or the next free one. 0: any free one. */
  readonly port: number | undefined;
  readonly hostName: (typeof hostNames)[number];
  /** Origins, besides the widget's, that the frame may lead to. */
  readonly also: readonly string[];
  /** Whether to probe the widget only, and serve nothing. */
  readonly isCheck: boolean;
  /** With `isCheck`: the origin that is to frame the widget. Undefined: the page that would be served. */
  readonly framedBy: string | undefined;
  /** Whether to open a browser. */
  readonly mayOpen: boolean;
}

/** What the command line asks for. */
export type Order =
  | { readonly does: 'help' }
  | { readonly does: 'version' }
  | { readonly does: 'run'; readonly settings: Settings }
  | { readonly does: 'refuse'; readonly why: string };

const options = {
  port: { type: 'string' },
  'host-name': { type: 'string' },
  also: { type: 'string', multiple: true },
  check: { type: 'boolean' },
  'framed-by': { type: 'string' },
  'no-open': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

export const help = `Usage: hs-calling-host <address of your widget's page> [options]

Serves a page with a simulated HubSpot around your widget, and says what is wrong when the widget does not answer.
Example: hs-calling-host https://localhost:9025/

  --port <number>        where to serve; 0 is any free port (${String(defaultPort)}, or the next that is free)
  --host-name <name>     localhost or 127.0.0.1 (localhost). Seen from a widget at localhost, 127.0.0.1 is
                         another site, as HubSpot is: cookies then behave as they will there
  --also <origin>        an origin that the frame may lead to as well, to log in for instance; may be repeated
  --no-open              does not open a browser
  --check                only looks at the address: reachable, framing allowed? Exits with 0 or 1
  --framed-by <origin>   with --check: who is to frame the widget, https://app.hubspot.com for instance
  --help, --version`;

/** A longer argument is refused unread, in characters: browsers take no address that is much longer. */
const maxArgumentLength = 8000;

/** Reads the arguments of the command. */
export function readArguments(args: readonly string[]): Order {
  const long = args.find(({ length }) => length > maxArgumentLength);
  if (long !== undefined) {
    const lengths = `${String(long.length)} characters; right: at most ${String(maxArgumentLength)}`;
    return refuse(`An argument has ${lengths}.`);
  }
  const parsed = parse(args);
  if ('why' in parsed) return refuse(parsed.why);
  const { values, positionals } = parsed;
  if (values.help) return { does: 'help' };
  if (values.version) return { does: 'version' };
  const [address, surplus] = positionals;
  if (address === undefined) return refuse('The address of your widget’s page is missing.');
  if (surplus !== undefined) return refuse(`One address, please: “${surplus}” is one too many.`);

  const widget = readAddress(address);
  if ('why' in widget) return refuse(widget.why);
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(/^\d{1,5}$/.test(values.port ?? '') && port < 65_536)) {
    return refuse(`--port is “${values.port ?? ''}”; right: a number from 0 to 65535.`);
  }
  const hostName = hostNames.find((name) => name === (values['host-name'] ?? 'localhost'));
  if (!hostName) {
    return refuse(`--host-name is “${values['host-name'] ?? ''}”; right: ${hostNames.join(' or ')}.`);
  }
  const { also = [], check: isCheck = false, 'framed-by': framedBy } = values;
  for (const [name, origin] of [
    ...also.map((one) => ['--also', one] as const),
    ...(framedBy === undefined ? [] : [['--framed-by', framedBy] as const]),
  ]) {
    if (!isExactOrigin(origin)) {
      return refuse(`${name} is “${origin}”; right: an origin such as https://login.example, no path.`);
    }
  }
  if (framedBy !== undefined && !isCheck) return refuse('--framed-by needs --check.');
  if (port !== undefined && widget.url.origin === new URL(`http://${hostName}:${String(port)}`).origin) {
    return refuse(
      `HubSpot’s page must be of another origin than the widget, ${widget.url.origin}: another --port.`,
    );
  }
  return {
    does: 'run',
    settings: { widget: widget.url, port, hostName, also, isCheck, framedBy, mayOpen: !values['no-open'] },
  };
}

function refuse(why: string): Order {
  return { does: 'refuse', why };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // Node's message has advice after its first sentence: that is left out.
    return { why: String(error instanceof Error ? error.message : error).replace(/\. .*$/s, '.') };
  }
}

function readAddress(text: string): { readonly url: URL } | { readonly why: string } {
  const example = exampleFor(text);
  const right = `right: an address with http:// or https://${example ? `, such as ${example}` : ''}.`;
  if (!/^https?:\/\//i.test(text)) return { why: `“${text}” is not an address of a page; ${right}` };
  if (!URL.canParse(text)) return { why: `“${text}” is not an address; ${right}` };
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') {
    return { why: 'Browsers refuse a frame whose address holds a user name or password: leave them out.' };
  }
  return { url };
}

/** The address that was probably meant, if only the scheme is missing. */
function exampleFor(text: string): string | undefined {
  const address = `https://${text.replace(/^\/+/, '')}`;
  const isHostAndMore = /^\/{0,2}(?:[\w-]+(?:\.[\w-]+)*)(?::\d+)?(?:[/?#].*)?$/.test(text);
  return isHostAndMore && URL.canParse(address) ? new URL(address).href : undefined;
}
