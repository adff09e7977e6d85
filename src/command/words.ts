/** One table of everything that can be wrong with a widget: what was seen, and what to do about it. */

/** What is put into the sentences. */
export interface Facts {
  /** The address of the widget, as it was given. */
  readonly widget: string;
  /** The origin of the page that frames it. */
  readonly host: string;
  /** The address that the finding is about: after a redirect, not the widget's. */
  readonly at: string;
  /** What the server or the browser said: an error code, a status, a header. */
  readonly seen: string;
  /** What would be right, if that is one line. */
  readonly right: string;
}

/** What a person reads: one sentence that says what is wrong, and lines that say what to do. */
export interface Words {
  readonly what: string;
  readonly todo: readonly string[];
}

const startIt = 'Start its server, or correct the address.';

const table = {
  CONNECTION_REFUSED: ({ at }) => ({
    what: `Nothing listens at ${at}: the connection was refused.`,
    todo: [startIt],
  }),
  UNKNOWN_HOST: ({ at, seen }) => ({
    what: `The host name of ${at} is not known (${seen}).`,
    todo: ['Correct the address, or add the name to your hosts file.'],
  }),
  TIMEOUT: ({ at }) => ({
    what: `${at} did not answer in time.`,
    todo: ['Is its server busy, or behind a firewall?'],
  }),
  NO_TLS: ({ at, seen }) => ({
    what: `${at} could not agree on TLS (${seen}).`,
    todo: [`If its server has no certificate: ${at.replace(/^https/, 'http')}`],
  }),
  HUNG_UP: ({ at }) => ({
    what: `${at} closed the connection without an answer.`,
    todo: at.startsWith('http:')
      ? [`If its server speaks TLS only: ${at.replace(/^http/, 'https')}`]
      : ['Look at what its server says.'],
  }),
  NOT_HTTP: ({ at, seen }) => ({
    what: `What answers at ${at} is not a web server (${seen}).`,
    todo: ['Correct the port.'],
  }),
  TOO_MANY_REDIRECTS: ({ widget, at }) => ({
    what: `${widget} redirects again and again, lastly to ${at}.`,
    todo: ['Give the address of the page itself.'],
  }),
  UNREACHABLE: ({ at, seen }) => ({ what: `${at} cannot be reached (${seen}).`, todo: [startIt] }),
  HTTP_STATUS: ({ at, seen }) => ({
    what: `${at} answers with status ${seen}, which is no page.`,
    todo: ['Correct the path, or look at what its server says.'],
  }),
  LEADS_ELSEWHERE: ({ widget, at }) => ({
    what: `${widget} redirects to another origin: ${at}`,
    todo: [
      `HubSpot would talk to the first and never be heard. Give the final address: hs-calling-host ${at}`,
      `If it only passes there, to log in for instance: --also ${new URL(at).origin}`,
    ],
  }),
  REFUSES_FRAMING: ({ at, host, seen, right }) => ({
    what: `${at} does not let ${host} frame it.`,
    todo: [
      `It says     ${seen}`,
      `Right is    ${right}`,
      ...(seen.startsWith('X-Frame-Options')
        ? ['Remove X-Frame-Options: it keeps HubSpot out as well.']
        : []),
    ],
  }),
  CERTIFICATE: ({ at, seen, right }) => ({
    what: `The certificate of ${at} is not one that Node trusts: ${seen}.`,
    todo: [
      `Open ${at} once in a tab of its own and accept it: until then the frame shows a warning or nothing.`,
      `Or give its server one that browsers trust. On your own machine: mkcert -install && mkcert ${new URL(at).hostname}`,
      ...(right === '' ? [] : [`Does your browser trust it already? Then tell Node: ${right}`]),
    ],
  }),
  NO_ACKNOWLEDGEMENT: ({ widget, host }) => ({
    what: `${widget} is in the frame and has not answered SYNC.`,
    todo: [
      'Our elements trust HubSpot only, and this page if you say so:',
      `    <hs-calling-bridge allowed-origins="${host}">`,
      `    new CallingBridge({ allowedOrigins: ['${host}'] })`,
      'If it does already: does its script run? The browser’s console says.',
    ],
  }),
  NOT_INITIALIZED: ({ widget, seen }) => ({
    what: `${widget} has answered SYNC, but has not said INITIALIZED.`,
    todo: [
      'A bridge with `manual` waits for your app: bridge.initialized({ isLoggedIn }). Without `manual` it says it itself.',
      ...(seen === '' ? [] : [`The page says: ${seen}`]),
    ],
  }),
  OTHER_ORIGIN: ({ widget, seen }) => ({
    what: `${widget} has led the frame to another origin, or speaks from one.`,
    todo: [
      `The page says: ${seen}`,
      'Give the final address; if it only passes there, allow that origin with --also.',
    ],
  }),
  NOT_SHOWN: ({ widget, seen }) => ({
    what: `The browser does not show ${widget}, though it answers here.`,
    todo: [`Open ${widget} in a tab of its own: what does the browser say?`, `The page says: ${seen}`],
  }),
} as const satisfies Readonly<Record<string, (facts: Facts) => Words>>;

/** The codes of everything that can be wrong. */
export type Trouble = keyof typeof table;

/** The sentences for a code. */
export function inWords(trouble: Trouble, facts: Facts): Words {
  return table[trouble](facts);
}

const certificateWords: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its authority is unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its authority is unknown, or not all of the chain to it is sent',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its authority is unknown, or not all of the chain to it is sent',
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another name',
};

/** What can be wrong with a certificate whoever has signed it. */
const notOfTrust = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_TLS_CERT_ALTNAME_INVALID'];

/** The facts about a certificate: what is wrong with it, each followed by Node's code, and how Node comes to trust it. */
export function certificateFaults(codes: readonly string[]): Pick<Facts, 'seen' | 'right'> {
  const faults = codes.map((code) => {
    const known = certificateWords[code];
    return known === undefined ? code : `${known} (${code})`;
  });
  const isTrusted = codes.every((code) => notOfTrust.includes(code));
  return {
    seen: faults.join(', and '),
    right: isTrusted ? '' : 'NODE_EXTRA_CA_CERTS="$(mkcert -CAROOT)/rootCA.pem"',
  };
}
