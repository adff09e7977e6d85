/** Whether a list of `frame-ancestors` lets an origin in: the matching of Content Security Policy Level 3. */

const scheme = /^([a-z][a-z0-9+.-]*):$/;
const host =
  /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)(?::(\d+|\*))?(\/\S*)?$/;

/**
 * Whether one of these sources is the ancestor.
 *
 * @param sources - What follows `frame-ancestors`, apart.
 * @param self - The page that sent the policy.
 * @param ancestor - Who frames it.
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
  // A source nobody can read lets nobody in: `'none'` is one, beside others.
  if (name === undefined) return false;
  return (
    // Without a scheme, that of the page counts: a policy of an https page shuts a host page of http out.
    isScheme(named === undefined ? self.protocol : `${named}:`, ancestor) &&
    isHost(name, ancestor.hostname) &&
    isPort(port, ancestor) &&
    (path === '' || path === '/')
  );
}

// What is good for http is good for https.
function isScheme(wanted: string, { protocol }: URL): boolean {
  return wanted === protocol || (wanted === 'http:' && protocol === 'https:');
}

function isHost(pattern: string, name: string): boolean {
  if (pattern === '*') return true;
  return pattern.startsWith('*.') ? name.endsWith(pattern.slice(1)) : pattern === name;
}

function isPort(wanted: string | undefined, { port, protocol }: URL): boolean {
  if (wanted === '*') return true;
  // A URL tells no port where it is the scheme's own.
  if (wanted === undefined) return port === '';
  return Number(wanted) === Number(port === '' ? (protocol === 'https:' ? 443 : 80) : port);
}
