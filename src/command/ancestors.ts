/** Whether the sources of `frame-ancestors` allow an origin, matched as Content Security Policy Level 3 says. */

const scheme = /^([a-z][a-z0-9+.-]*):$/;
const host =
  /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)(?::(\d+|\*))?(\/\S*)?$/;

/**
 * Whether one of the sources matches the page that frames.
 *
 * @param sources - The words after `frame-ancestors`.
 * @param self - The address of the page that sent the policy.
 * @param ancestor - The origin of the page that frames it.
 */
export function mayFrame(sources: readonly string[], self: URL, ancestor: URL): boolean {
  return sources.some((source) => isSource(source.toLowerCase(), self, ancestor));
}

function isSource(source: string, self: URL, ancestor: URL): boolean {
  if (source === '*')
    return /^(?:https?|wss?):$/.test(ancestor.protocol) || isScheme(self.protocol, ancestor);
  if (source === "'self'") return self.origin === ancestor.origin;
  const [, onlyScheme] = scheme.exec(source) ?? [];
  if (onlyScheme !== undefined) return isScheme(`${onlyScheme}:`, ancestor);
  const [, named, name, port, path = ''] = host.exec(source) ?? [];
  // A source that cannot be parsed matches nothing. `'none'` is such a source, and others are.
  if (name === undefined) return false;
  return (
    // Without a scheme, that of the page counts: the policy of an https page does not match an http ancestor.
    isScheme(named === undefined ? self.protocol : `${named}:`, ancestor) &&
    isHost(name, ancestor.hostname) &&
    isPort(port, ancestor) &&
    (path === '' || path === '/')
  );
}

// A source with http also matches https.
function isScheme(wanted: string, { protocol }: URL): boolean {
  return wanted === protocol || (wanted === 'http:' && protocol === 'https:');
}

function isHost(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : pattern === name;
}

function isPort(wanted: string | undefined, { port, protocol }: URL): boolean {
  if (wanted === '*') return true;
  // `URL.port` is empty for the default port of the scheme.
  if (wanted === undefined) return port === '';
  return Number(wanted) === Number(port === '' ? (protocol === 'https:' ? 443 : 80) : port);
}
