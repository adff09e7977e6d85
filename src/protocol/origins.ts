/** Which origins may speak for HubSpot: exact matches on the browser's own word, never on text a peer sent. */

/** Whether HubSpot's QA and local origins count. */
export type Environment = 'production' | 'qa';

// `app`, or `app-` and a hub such as `eu1`. Not every subdomain: others run customers' pages.
const trusted: Readonly<Record<Environment, RegExp>> = {
  production: /^https:\/\/app(?:-[a-z]{2}[1-9][0-9]?)?\.hubspot\.com$/,
  qa: /^https:\/\/(?:app|local)(?:-[a-z]{2}[1-9][0-9]?)?\.hubspot(?:qa)?\.com$/,
};

/** Whether this is one of HubSpot's own app origins. */
export function isHubSpotOrigin(origin: string, environment: Environment = 'production'): boolean {
  return trusted[environment].test(origin);
}

/** Whether this text is an origin and nothing more: no path, no user, no wildcard, not opaque. */
export function isExactOrigin(text: string): boolean {
  try {
    // A URL may hold a `*`, and it would match nothing.
    return /^https?:[^*]*$/.test(text) && new URL(text).origin === text;
  } catch {
    return false;
  }
}
