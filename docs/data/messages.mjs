// Every message, from the table that the code itself works with, with its comments.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

const FILE = '../../src/protocol/messages.ts';
const FIELDS = '../../src/protocol/fields.ts';

async function parse(file) {
  const text = await readFile(new URL(file, import.meta.url), 'utf8');
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

const bare = (node) => {
  while (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) node = node.expression;
  return node;
};

/** The constants of a file, by name. */
function constantsOf(file) {
  const found = new Map();
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer) found.set(name.text, bare(initializer));
    }
  }
  return found;
}

const [messages, fields] = (await Promise.all([FILE, FIELDS].map(parse))).map(constantsOf);

const commentOf = (node) =>
  ts
    .getJSDocCommentsAndTags(node)
    .flatMap((doc) => [doc.comment, ...(doc.tags ?? []).map(({ comment }) => comment)])
    .filter(Boolean)
    .map((comment) => (typeof comment === 'string' ? comment : ts.getTextOfJSDocComment(comment)))
    .join(' ')
    .replaceAll(/\s*\n\s*/g, ' ');

const isDeprecated = (node) => ts.getJSDocDeprecatedTag(node) !== undefined;

/** Follows the name of a schema, and calls that only wrap another one, to the fields in it. */
function fieldsOf(schema) {
  if (ts.isIdentifier(schema)) {
    const named = messages.get(schema.text) ?? fields.get(schema.text);
    return named ? fieldsOf(named) : [];
  }
  if (!ts.isCallExpression(schema)) return [];
  const [first] = schema.arguments;
  if (!first) return [];
  const isTable = ts.isIdentifier(schema.expression) && schema.expression.text === 'fields';
  if (!isTable) return fieldsOf(first);
  return ts.isObjectLiteralExpression(first) ? first.properties.filter(({ name }) => name).map(fieldOf) : [];
}

function fieldOf(property) {
  const value = ts.isShorthandPropertyAssignment(property) ? property.name : property.initializer;
  const isOptional = ts.isCallExpression(value) && value.expression.getText() === 'maybe';
  return { name: property.name.getText(), isOptional, comment: commentOf(property) };
}

function recordOf(property) {
  const type = property.name.getText();
  const record = ts.isShorthandPropertyAssignment(property) ? messages.get(type) : property.initializer;
  const parts = new Map(record.properties.map((part) => [part.name.getText(), part.initializer]));
  return {
    type,
    event: `hs-${type.toLowerCase().replaceAll('_', '-')}`,
    handler: `on_${type}`.toLowerCase().replaceAll(/_(.)/g, (_, letter) => letter.toUpperCase()),
    text: commentOf(property) || 'Something went wrong. From a widget: HubSpot shows `message` to the user.',
    isDeprecated: isDeprecated(property),
    isPerCall: parts.has('perCall'),
    isOfficial: !parts.has('unofficial'),
    fields: parts.has('data') ? fieldsOf(parts.get('data')) : [],
  };
}

const tableOf = (name) => messages.get(name).properties.map(recordOf);

export default { toHubSpot: tableOf('toHost'), toWidget: tableOf('toWidget') };
