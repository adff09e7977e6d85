// Tables on a phone: each row is read from top to bottom there, and a cell says by itself which column it is of. The roles
// are written out, since some browsers take a table that is laid out otherwise for no table.

const ROLES = {
  table: 'table',
  thead: 'rowgroup',
  tbody: 'rowgroup',
  tr: 'row',
  td: 'cell',
};

const roleOf = (tag, attributes) => {
  if (tag !== 'th') return ROLES[tag];
  return attributes.includes('scope="row"') ? 'rowheader' : 'columnheader';
};

const words = (html) => html.replaceAll(/<[^>]+>/g, '').trim();

/** What a cell says by itself, without the name of its column. */
const PLAIN = /^(?:meaning|when|what it \w+|)$/;

/** The column of a cell, where there are more than two: of two, the second needs no name. */
const labelOf = (labels, column) =>
  labels.length > 2 && column > 0 && !PLAIN.test(labels[column] ?? '')
    ? ` data-label="${labels[column]}"`
    : '';

function readable(table) {
  const [head] = /<thead>.*?<\/thead>/s.exec(table) ?? [''];
  const labels = [...head.matchAll(/<(t[hd])\b[^>]*>(.*?)<\/\1>/gs)].map(([, , inner]) => words(inner));
  let column = 0;
  let isBody = false;
  return table.replaceAll(/<(table|thead|tbody|tr|th|td)\b([^>]*)>/g, (_, tag, attributes) => {
    if (tag === 'tbody') isBody = true;
    if (tag === 'tr') column = -1;
    if (tag === 'td' || tag === 'th') column += 1;
    const label = isBody && tag === 'td' ? labelOf(labels, column) : '';
    return `<${tag}${attributes} role="${roleOf(tag, attributes)}"${label}>`;
  });
}

/** A page with tables that a phone can show. */
export const readableTables = (html) => html.replaceAll(/<table>.*?<\/table>/gs, readable);
