import { repositoryText } from '../build/repository-text.mjs';

// The whole documentation as one text: the guides as they are written, the elements, codes and messages as lists.
const line = ({ name, description = '' }) => `- \`${name}\`: ${description.replaceAll(/\s+/g, ' ')}`;

const list = (heading, rows = []) => (rows.length > 0 ? [`### ${heading}`, '', ...rows.map(line), ''] : []);

const elementText = (element) =>
  [
    `## <${element.tagName}>`,
    '',
    element.description,
    '',
    ...list('Attributes', element.attributes),
    ...list('Properties', element.properties),
    ...list(
      'Methods',
      element.methods.map((method) => ({ ...method, name: method.call })),
    ),
    ...list('Events', element.events),
    ...list(
      'Slots',
      element.slots?.map((slot) => ({ ...slot, name: slot.name || '(default)' })),
    ),
    ...list('Parts', element.cssParts),
    ...list('States', element.cssStates),
    ...list('Custom properties', element.cssProperties),
  ].join('\n');

const guideText = ({ data: { title, description = '' }, rawInput }) =>
  `# ${title}\n\n${description}\n\n${rawInput.trim()}`;

const errorText = ({ code, when, do: what }) => `- \`${code}\`: ${when} What to do: ${what}`;

const messageText = ({ type, text, fields }) =>
  `- \`${type}\`: ${text}${fields.length > 0 ? ` Fields: ${fields.map(({ name, isOptional }) => name + (isOptional ? '?' : '')).join(', ')}.` : ''}`;

export const data = { layout: false, permalink: 'llms-full.txt', eleventyExcludeFromCollections: true };

export function render({ collections, site, elements, errors, messages }) {
  const guides = site.sections.flatMap((section) =>
    collections.all
      .filter((item) => item.data.section === section && item.page.inputPath.endsWith('.md'))
      .sort((one, other) => (one.data.order ?? 0) - (other.data.order ?? 0)),
  );
  return [
    `# ${site.name} ${site.version}\n\n${site.description}.`,
    ...guides.map(guideText),
    `# The simulator in tests\n${repositoryText('src/testing/README.md')}`,
    `# The drop-in for the official SDK\n${repositoryText('src/sdk/README.md')}`,
    '# Elements',
    ...elements.map(elementText),
    `# Error codes\n\n${[...errors.bridge, ...errors.voice].map(errorText).join('\n')}`,
    `# Messages from a widget to HubSpot\n\n${messages.toHubSpot.map(messageText).join('\n')}`,
    `# Messages from HubSpot to a widget\n\n${messages.toWidget.map(messageText).join('\n')}`,
    '',
  ].join('\n\n');
}
