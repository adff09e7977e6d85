/** Which origins a widget trusts: HubSpot's own, and those that the page allows besides. */
import { isHubSpotOrigin, type Environment } from '../protocol/origins.js';

/** The settings that decide whom to trust. */
export interface TrustSettings {
  /** Exact origins trusted besides HubSpot's own. Default: none. */
  readonly allowedOrigins?: readonly string[];
  /** Whether HubSpot's QA and local origins count as well. Default: `production`, they do not. */
  readonly environment?: Environment;
}

/** Tells of an origin whether it is trusted. Later changes of the settings make no difference to it. */
export function trustedOrigins({ allowedOrigins, environment }: TrustSettings): (origin: string) => boolean {
  const allowed = new Set(allowedOrigins);
  return (origin) => isHubSpotOrigin(origin, environment) || allowed.has(origin);
}
