/** Whether the headers of a widget's page let another origin frame it; if not, which line and what to write instead. */
import { mayFrame } from './ancestors.js';

/** The headers that decide about framing. Several headers of one name are joined by commas, as Node does. */
export interface FramingHeaders {
  readonly 'x-frame-options'?: string | undefined;
  readonly 'content-security-policy'?: string | undefined;
}

/** A header that refuses framing. */
export interface Refusal {
  readonly header: 'X-Frame-Options' | 'Content-Security-Policy';
  /** What was sent. */
  readonly line: string;
  /** What would be right. */
  readonly right: string;
}

/** Where HubSpot's app lives; `frame-ancestors` has no wildcard inside a host name. */
const hubSpot = ['app', 'app-na2', 'app-na3', 'app-eu1', 'app-ap1'].map(
  (name) => `https://${name}.hubspot.com`,
);

/**
 * All headers that refuse framing; each of them must be changed. Empty if framing is allowed.
 *
 * @param headers - The headers of the widget's page.
 * @param widget - The address that sent them.
 * @param framedBy - The origin that frames it.
 */
export function refusals(headers: FramingHeaders, widget: URL, framedBy: string): readonly Refusal[] {
  const ancestor = new URL(framedBy);
  const lists = ancestorLists(headers['content-security-policy'] ?? '');
  // Browsers ignore X-Frame-Options where a policy has `frame-ancestors`.
  if (lists.length === 0) return byOlderHeader(headers['x-frame-options'], widget, ancestor);
  return lists
    .filter((sources) => !mayFrame(sources, widget, ancestor))
    .map((sources) => ({
      header: 'Content-Security-Policy',
      line: directive(sources),
      right: directive([...sources.filter((source) => !/^'none'$/i.test(source)), ancestor.origin]),
    }));
}

function directive(sources: readonly string[]): string {
  return ['Content-Security-Policy: frame-ancestors', ...sources].join(' ');
}

/** The sources of `frame-ancestors`, one list for each policy that has them. All must allow. */
function ancestorLists(header: string): readonly (readonly string[])[] {
  return header.split(',').flatMap((policy) => {
    const directives = policy
      .split(';')
      .map((text) => text.split(/[\t\n\f\r ]+/).filter((word) => word !== ''));
    // If a policy has the directive twice, the first one counts.
    const found = directives.find(([name]) => name?.toLowerCase() === 'frame-ancestors');
    return found ? [found.slice(1)] : [];
  });
}

function byOlderHeader(header: string | undefined, widget: URL, ancestor: URL): readonly Refusal[] {
  const values = new Set((header ?? '').split(',').map((value) => value.trim().toLowerCase()));
  const isConflict = values.size > 1 && ['deny', 'allowall', 'sameorigin'].some((value) => values.has(value));
  const isRefused =
    isConflict || values.has('deny') || (values.has('sameorigin') && widget.origin !== ancestor.origin);
  if (!isRefused) return [];
  return [
    {
      header: 'X-Frame-Options',
      line: `X-Frame-Options: ${header ?? ''}`,
      right: directive([...new Set([...hubSpot, ancestor.origin])]),
    },
  ];
}
