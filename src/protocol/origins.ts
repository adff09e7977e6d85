/**
 * Which origins are trusted as HubSpot's. Only compare the `origin` that the browser gives with a message; what a message
 * says of itself proves nothing.
 */

/** Whether HubSpot's QA and local origins count. */
export type Environment = 'production' | 'qa';

// `app`, or `app-` and a region such as `eu1`. Not every subdomain of HubSpot's: some serve pages of its customers.
const trusted: Readonly<Record<Environment, RegExp>> = {
  production: /^https:\/\/app(?:-[a-z]{2}[1-9][0-9]?)?\.hubspot\.com$/,
  qa: /^https:\/\/(?:app|local)(?:-[a-z]{2}[1-9][0-9]?)?\.hubspot(?:qa)?\.com$/,
};

/** Whether this is one of HubSpot's own app origins. */
export function isHubSpotOrigin(origin: string, environment: Environment = 'production'): boolean {
  return trusted[environment].test(origin);
}

/** Whether a text is an origin and nothing more: no path, no user, no wildcard, and not `null`. */
export function isExactOrigin(text: string): boolean {
  try {
    // `*` is allowed in a URL, but as an origin it would match nothing.
    return /^https?:[^*]*$/.test(text) && new URL(text).origin === text;
  } catch {
    return false;
  }
}
