/**
 * The rules of OPDS 1.2 and 2.0, and of the formats beneath them, written down from their texts:
 * RFC 4287 (Atom), OPDS Catalog 1.2, OPDS 2.0 with the Readium Web Publication Manifest. Each
 * checker returns sentences about what is wrong.
 */
import { Ajv } from 'ajv';
import { SaxesParser } from 'saxes';

export interface Node {
  readonly uri: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

/** The root of a well-formed document; throws on any fault. */
export function treeOf(xml: string): Node {
  const parser = new SaxesParser({ xmlns: true });
  const path: Node[] = [{ uri: '', name: '', attributes: {}, children: [], text: '' }];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const plain = Object.fromEntries(
      Object.entries(attributes).map(([name, { value }]) => [name, value]),
    );
    const node: Node = { uri, name: local, attributes: plain, children: [], text: '' };
    path.at(-1)!.children.push(node);
    path.push(node);
  });
  parser.on('text', (text) => void (path.at(-1)!.text += text));
  parser.on('closetag', () => void path.pop());
  parser.write(xml).close();
  return path[0]!.children[0]!;
}

const ATOM = 'http://www.w3.org/2005/Atom';
const DCTERMS = 'http://purl.org/dc/terms/';
const ACQUISITION = 'http://opds-spec.org/acquisition';

/** Children of a kind in the namespace of Atom. */
export const atom = (node: Node, name: string): readonly Node[] =>
  node.children.filter((child) => child.uri === ATOM && child.name === name);

export const linksOf = (node: Node, rel: string): readonly Node[] =>
  atom(node, 'link').filter(({ attributes }) => attributes['rel'] === rel);

const FEED = new Set(
  'author category contributor generator icon id link logo rights subtitle title updated entry'.split(
    ' ',
  ),
);
const ENTRY = new Set(
  'author category content contributor id link published rights source summary title updated'.split(
    ' ',
  ),
);
/** Dublin Core terms for which OPDS 1.2, 5.1.1 wants Atom's own elements. */
const FORBIDDEN = new Set('title creator subject rights description abstract'.split(' '));

const isInstant = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u.test(text) &&
  !Number.isNaN(Date.parse(text));
const isIri = (text: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/iu.test(text);
const isReference = (text: string): boolean =>
  /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/u.test(text) && !/%(?![0-9a-f]{2})/iu.test(text);
const isMediaType = (text: string): boolean =>
  /^[a-z]+\/[a-z0-9.+-]+(?:;[a-z]+=[a-z-]+)*$/u.test(text);

export function atomProblems(xml: string): readonly string[] {
  const feed = treeOf(xml);
  if (feed.uri !== ATOM || feed.name !== 'feed') return ['the root is no atom:feed'];
  const entries = atom(feed, 'entry');
  const ids = entries.map((entry) => atom(entry, 'id')[0]?.text);
  const acquiring = entries.filter((entry) => atom(entry, 'link').some(isAcquisition)).length;
  return [
    ...constructProblems('feed', feed, FEED),
    ...(atom(feed, 'author').length > 0 ? [] : ['the feed has no author']),
    ...(linksOf(feed, 'self').length === 1 ? [] : ['the feed has not exactly one link to itself']),
    ...(linksOf(feed, 'start').length === 1
      ? []
      : ['the feed has not exactly one link to the start']),
    ...(new Set(ids).size === ids.length ? [] : ['two entries have one id']),
    ...(acquiring === 0 || acquiring === entries.length
      ? []
      : ['some entries can be acquired and some not']),
    ...facetProblems(feed, acquiring > 0),
    ...entries.flatMap(entryProblems),
  ];
}

function isAcquisition({ attributes }: Node): boolean {
  return (attributes['rel'] ?? '').startsWith(ACQUISITION);
}

/** What feeds and entries share (RFC 4287, 4.1.1 and 4.1.2). */
function constructProblems(
  what: string,
  node: Node,
  allowed: ReadonlySet<string>,
): readonly string[] {
  const once = ['id', 'title', 'updated']
    .filter((name) => atom(node, name).length !== 1)
    .map((name) => `the ${what} has not exactly one ${name}`);
  const most = ['rights', 'summary', 'content']
    .filter((name) => atom(node, name).length > 1)
    .map((name) => `the ${what} has several ${name}`);
  const foreign = node.children
    .filter(({ uri, name }) => uri === ATOM && !allowed.has(name))
    .map(({ name }) => `the ${what} has an atom:${name}`);
  const people = [...atom(node, 'author'), ...atom(node, 'contributor')].filter(
    (one) => (atom(one, 'name')[0]?.text.trim() ?? '') === '',
  );
  const alternates = linksOf(node, 'alternate').map(({ attributes }) => attributes['type']);
  return [
    ...once,
    ...most,
    ...foreign,
    ...people.map(() => `a person of the ${what} has no name`),
    ...(isIri(atom(node, 'id')[0]?.text ?? '') ? [] : [`the id of the ${what} is no IRI`]),
    ...((atom(node, 'title')[0]?.text ?? '') === '' ? [`the title of the ${what} is empty`] : []),
    ...(isInstant(atom(node, 'updated')[0]?.text ?? '')
      ? []
      : [`updated of the ${what} is no instant`]),
    ...(new Set(alternates).size === alternates.length
      ? []
      : [`two alternates of the ${what} have one type`]),
    ...atom(node, 'link').flatMap(linkProblems),
  ];
}

function linkProblems({ attributes, children }: Node): readonly string[] {
  const { rel = '', href = '', type = '', length } = attributes;
  return [
    ...(rel === '' ? ['a link has no rel'] : []),
    ...(isReference(href) ? [] : [`a link has the reference “${href}”`]),
    ...(isMediaType(type) ? [] : [`a link has the type “${type}”`]),
    ...(length === undefined || /^\d+$/u.test(length)
      ? []
      : ['a link has a length that is no number']),
    ...(rel === `${ACQUISITION}/buy` && children.length === 0
      ? ['something is for sale without a price']
      : []),
    ...(rel.startsWith('http://opds-spec.org/image') && !/^image\/(?:gif|jpeg|png)$/u.test(type)
      ? [`a cover is ${type}`]
      : []),
    ...(/^(?:subsection|start|up|collection)$/u.test(rel) &&
    !/^application\/atom\+xml;profile=opds-catalog;kind=(?:acquisition|navigation)$/u.test(type)
      ? [`a link to a feed has the type “${type}”`]
      : []),
  ];
}

function facetProblems(feed: Node, acquisition: boolean): readonly string[] {
  const facets = linksOf(feed, 'http://opds-spec.org/facet');
  const active = facets.filter(({ attributes }) => attributes['opds:activeFacet'] === 'true');
  return [
    ...(facets.length > 0 && !acquisition ? ['a navigation feed has facets'] : []),
    ...(active.length > 1 ? ['two facets of a group are active'] : []),
    ...facets.flatMap(({ attributes }) => [
      ...(attributes['title'] ? [] : ['a facet has no title']),
      ...(/^\d+$/u.test(attributes['thr:count'] ?? '0')
        ? []
        : ['a facet has a count that is no number']),
    ]),
  ];
}

function entryProblems(entry: Node): readonly string[] {
  const summary = atom(entry, 'summary')[0];
  const described = atom(entry, 'content').length > 0 || linksOf(entry, 'alternate').length > 0;
  return [
    ...constructProblems('entry', entry, ENTRY),
    ...(described ? [] : ['an entry has neither content nor an alternate']),
    ...(summary && (summary.attributes['type'] ?? 'text') !== 'text'
      ? ['a summary is not text']
      : []),
    ...(summary && summary.children.length > 0 ? ['a summary has elements'] : []),
    ...entry.children
      .filter(({ uri, name }) => uri === DCTERMS && FORBIDDEN.has(name))
      .map(({ name }) => `an entry has a dcterms:${name}`),
    ...atom(entry, 'category').flatMap(({ attributes }) =>
      attributes['term'] ? [] : ['a category has no term'],
    ),
  ];
}

// ---------------------------------------------------------------- OPDS 2.0

const words = (list: string): { readonly enum: readonly string[] } => ({ enum: list.split(' ') });
const text = { type: 'string', minLength: 1 };
const list = (items: object): object => ({ type: 'array', items, minItems: 1, uniqueItems: true });
const oneOrMore = (items: object): object => ({ anyOf: [items, list(items)] });
const hasRel = (...rels: readonly string[]): object => ({
  contains: {
    required: ['rel'],
    properties: { rel: { anyOf: [{ enum: rels }, { type: 'array', contains: { enum: rels } }] } },
  },
});

const link = {
  type: 'object',
  required: ['href'],
  properties: {
    href: { type: 'string', format: 'reference' },
    type: { type: 'string', format: 'media-type' },
    title: text,
    rel: oneOrMore(text),
    size: { type: 'integer', minimum: 0 },
    width: { type: 'integer', exclusiveMinimum: 0 },
    height: { type: 'integer', exclusiveMinimum: 0 },
    properties: { type: 'object', properties: { numberOfItems: { type: 'integer', minimum: 0 } } },
  },
};
const contributor = oneOrMore({
  anyOf: [
    text,
    {
      type: 'object',
      required: ['name'],
      properties: {
        name: text,
        position: { type: 'number' },
        identifier: { type: 'string', format: 'iri' },
        links: list(link),
      },
    },
  ],
});
const accessibility = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: {
    summary: text,
    conformsTo: oneOrMore({ type: 'string', format: 'iri' }),
    accessMode: list(
      words(
        'auditory chartOnVisual chemOnVisual colorDependent diagramOnVisual mathOnVisual musicOnVisual tactile textOnVisual textual visual',
      ),
    ),
    accessModeSufficient: list({
      anyOf: [
        words('auditory tactile textual visual'),
        list(words('auditory tactile textual visual')),
      ],
    }),
    feature: list(
      words(
        'annotations ARIA bookmarks index printPageNumbers readingOrder structuralNavigation tableOfContents taggedPDF alternativeText audioDescription captions describedMath longDescription rubyAnnotations signLanguage transcript displayTransformability synchronizedAudioText timingControl unlocked ChemML latex MathML ttsMarkup highContrastAudio highContrastDisplay largePrint braille tactileGraphic tactileObject none',
      ),
    ),
    hazard: list(
      words(
        'flashing noFlashingHazard motionSimulation noMotionSimulationHazard sound noSoundHazard unknown none',
      ),
    ),
  },
};
const publication = {
  type: 'object',
  required: ['metadata', 'links'],
  properties: {
    metadata: {
      type: 'object',
      required: ['title'],
      properties: {
        '@type': { type: 'string', format: 'iri' },
        'identifier': { type: 'string', format: 'iri' },
        'title': text,
        'subtitle': text,
        'language': oneOrMore({ type: 'string', format: 'language' }),
        'modified': { type: 'string', format: 'instant' },
        'published': {
          anyOf: [
            { type: 'string', format: 'instant' },
            { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' },
          ],
        },
        'author': contributor,
        'contributor': contributor,
        'publisher': contributor,
        'subject': oneOrMore(text),
        'description': text,
        'rights': text,
        'belongsTo': {
          type: 'object',
          properties: { series: contributor, collection: contributor },
        },
        accessibility,
      },
    },
    links: {
      ...list(link),
      ...hasRel(
        'acquisition',
        'borrow',
        'buy',
        'preview',
        'subscribe',
        'download',
        ACQUISITION,
        ...['buy', 'open-access', 'borrow', 'sample', 'subscribe'].map(
          (end) => `${ACQUISITION}/${end}`,
        ),
      ),
    },
    images: {
      ...list({ ...link, required: ['href', 'type'] }),
      contains: {
        properties: {
          type: {
            enum: ['jpeg', 'webp', 'avif', 'png', 'jxl', 'gif'].map((end) => `image/${end}`),
          },
        },
      },
    },
  },
};
const feedMetadata = {
  type: 'object',
  required: ['title'],
  properties: {
    title: text,
    modified: { type: 'string', format: 'instant' },
    numberOfItems: { type: 'integer', minimum: 0 },
  },
};
const collection = {
  publications: list(publication),
  navigation: list({ ...link, required: ['href', 'title'] }),
};
const feedSchema = {
  type: 'object',
  required: ['metadata', 'links'],
  anyOf: [{ required: ['publications'] }, { required: ['navigation'] }, { required: ['groups'] }],
  properties: {
    metadata: feedMetadata,
    links: { ...list(link), ...hasRel('self') },
    ...collection,
    facets: list({
      type: 'object',
      required: ['metadata', 'links'],
      properties: { metadata: feedMetadata, links: list(link) },
    }),
    groups: list({
      type: 'object',
      required: ['metadata'],
      properties: { metadata: feedMetadata, links: list(link), ...collection },
    }),
  },
};

const ajv = new Ajv({ allErrors: true, strict: false });
ajv.addFormat('reference', isReference);
ajv.addFormat('media-type', isMediaType);
ajv.addFormat('iri', isIri);
ajv.addFormat('instant', isInstant);
ajv.addFormat('language', (tag: string) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
});
const validate = ajv.compile(feedSchema);

/** A blank value tells nothing and should not be there (OPDS 2.0, 5.2). */
const hasBlank = (value: unknown): boolean => {
  if (value === null || value === '') return true;
  return (
    typeof value === 'object' &&
    (Object.keys(value).length === 0 || Object.values(value).some(hasBlank))
  );
};

export function opdsProblems(json: string): readonly string[] {
  const feed: unknown = JSON.parse(json);
  validate(feed);
  return [
    ...(validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`),
    ...(hasBlank(feed) ? ['a value is blank'] : []),
  ];
}
