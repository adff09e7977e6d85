// Every element, as the manifest tells it: what the element pages are made of.
import { readFile } from 'node:fs/promises';

const manifest = JSON.parse(await readFile(new URL('../../custom-elements.json', import.meta.url), 'utf8'));

/** What a page tells of a voice that an app plugs in by a tag is the same as of any other element, but it has no entry of its name. */
const ENTRIES = { 'hs-sip-voice': 'voice/sip', 'hs-loopback-voice': 'voice/loopback' };

/** In which order a reader meets them: the whole phone, its parts as a call goes, voices, the simulator. */
const ORDER = [
  'calling-bridge',
  'calling-widget',
  'dialer',
  'keypad',
  'call-status',
  'call-controls',
  'incoming-call',
  'wrap-up',
  'login',
  'availability',
  'from-number',
  'device-settings',
  'call-history',
  'call-queue',
  'calling-window',
  'sip-voice',
  'loopback-voice',
  'calling-host',
].map((name) => `hs-${name}`);

const place = ({ tagName }) => (ORDER.includes(tagName) ? ORDER.indexOf(tagName) : ORDER.length);

/** The first sentence, without its full stop inside of code. */
const firstSentence = (text) => /^.*?[.:](?=\s|$)/s.exec(text)?.[0].replace(/:$/, '.') ?? text;

const byName = (one, other) => one.name.localeCompare(other.name);

const signature = ({ name, parameters = [], return: { type } = {} }) => {
  const list = parameters.map(({ name: parameter, optional }) => parameter + (optional ? '?' : ''));
  return { call: `${name}(${list.join(', ')})`, returns: type?.text ?? 'void' };
};

function describe(element) {
  const { tagName, members = [], attributes = [], events = [] } = element;
  const attributeOf = new Map(attributes.map(({ fieldName, name }) => [fieldName, name]));
  return {
    ...element,
    summary: firstSentence(element.description ?? '').replaceAll('\n', ' '),
    entry: ENTRIES[tagName] ?? tagName.replace(/^hs-/, ''),
    attributes: attributes.toSorted(byName),
    properties: members
      .filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic)
      .map((field) => ({ ...field, attribute: attributeOf.get(field.name) }))
      .toSorted(byName),
    methods: members
      .filter(({ kind, static: isStatic }) => kind === 'method' && !isStatic)
      .map((method) => ({ ...method, ...signature(method) }))
      .toSorted(byName),
    events: events.toSorted(byName),
  };
}

export default manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .filter(({ customElement, tagName }) => customElement && tagName)
  .map(describe)
  .toSorted((one, other) => place(one) - place(other) || byName(one, other));
