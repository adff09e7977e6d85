// Headings that can be linked to, and the list of them beside a page.

/** `Hold, mute & more` → `hold-mute-more`. */
export function headingId(text) {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}

const HEADING = /<h2 id="([^"]+)"[^>]*>(.*?)<\/h2>/gs;

/** The second-level headings of a page: `[{ id, html }]`. */
export function contents(html) {
  return [...html.matchAll(HEADING)].map(([, id, inner]) => ({
    id,
    html: inner.replaceAll(/<a\b[^>]*>|<\/a>/g, ''),
  }));
}
