/**
 * hast → HTML or XHTML text: one writer for print, web and EPUB. Our own, because an EPUB must be
 * well-formed XML (XML 1.0, 2.2, 2.4, 3.1): `<` escaped in attributes, no `]]>`, no control
 * characters, no attribute without a value.
 */
import { columnsShared, tableClasses, nodeText } from './table.ts';
import type { Element, ElementContent, Nodes, Properties, Root as HastRoot } from 'hast';

/**
 * Properties of `quotation`, around the words and marks of one stretch of an occurrence; `first` on
 * the stretch that bears the anchor.
 */
export interface QuotationProps {
  readonly place: string;
  readonly number: number;
  readonly first: boolean;
  readonly lang: string | null;
}

/** Properties of `noteref`, the empty element that ends an occurrence. */
export interface NoterefProps {
  readonly place: string;
  /** As it is written. */
  readonly number: number | string;
  /** Id of the appendix entry. */
  readonly entry: string;
}

/**
 * What differs between the media. Every function returns finished markup or a bare attribute value,
 * as said.
 */
export interface MarkupRules {
  /** Close void elements, and leave out what XML cannot hold. */
  readonly xhtml: boolean;
  /** Attribute value for a link to an anchor of the edition; `id` comes without `#`. */
  href(id: string): string;
  /** Attribute value for an image, as named in the brief; the name itself when left out. */
  src?(url: string): string;
  /**
   * Letters up to which a paragraph or an item is kept on one page, about three lines; for paged
   * media only. Browsers leave a single line over where three lines break, whatever `orphans` and
   * `widows` ask for.
   */
  readonly keep?: number;
  /** Markup for a stretch of quoted words; `inner` is markup already. */
  quotation(props: QuotationProps, inner: string): string;
  /** Markup for a note number. */
  noteref(props: NoterefProps): string;
}

const VOID_ELEMENTS = new Set([
  'area',
  'base',
  'br',
  'col',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
const ATTRIBUTE_NAMES: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  xmlLang: 'xml:lang',
  epubType: 'epub:type',
  viewBox: 'viewBox',
  xmlns: 'xmlns',
};

/**
 * The markup of a chapter's body. Linear in the size of the tree; an element named `quotation` or
 * `noteref` is written by `how`.
 */
export function writeTree(tree: HastRoot, how: MarkupRules): string {
  return writeAll(tree.children, how);
}

/**
 * Text for element content. Characters that XML 1.0 (production 2) forbids are left out, in HTML
 * too: they have no meaning there. Line and paragraph separators and the controls of ISO 6429 (C1)
 * are white space: a font would show a box.
 */
export function escapeText(text: string): string {
  const whole = lawful(text);
  return (LINE_SEPARATORS.test(whole) ? whole.replaceAll(EACH_SEPARATOR, ' ') : whole).replaceAll(
    /[&<>]/gu,
    (sign) => (sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : '&gt;'),
  );
}

/** Text for a double-quoted attribute value. */
export const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

/**
 * The same for words: an equals sign too, so that a careless reader of markup finds no attribute
 * inside a value.
 */
const escapeWords = (text: string): string => escapeAttribute(text).replaceAll('=', '&#61;');

/** Without the characters that XML forbids; most text has none, and is not copied. */
export function lawful(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return NOT_IN_XML.test(whole) ? whole.replaceAll(EACH_FORBIDDEN, '') : whole;
}

const LINE_SEPARATORS = /[\u007f-\u009f\u2028\u2029]/u;
const EACH_SEPARATOR = new RegExp(LINE_SEPARATORS, 'gu');

const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u;
const EACH_FORBIDDEN = new RegExp(NOT_IN_XML, 'gu');

const writeAll = (
  nodes: readonly Nodes[],
  how: MarkupRules,
  parent: Element | null = null,
): string => nodes.map((node) => writeNode(node, how, parent)).join('');

function writeNode(node: Nodes, how: MarkupRules, parent: Element | null): string {
  if (node.type === 'text') return escapeText(node.value);
  if (node.type !== 'element') return '';
  if (node.tagName === 'quotation')
    return how.quotation(quotationProps(node.properties), writeAll(node.children, how));
  // On paper nobody follows the way back from a note.
  if (how.keep && isWayBack(node)) return '';
  if (node.tagName === 'noteref') return how.noteref(noterefProps(node.properties));
  const open = `<${node.tagName}${attributes(dressed(node, parent, how), how)}`;
  if (VOID_ELEMENTS.has(node.tagName)) return how.xhtml ? `${open}/>` : `${open}>`;
  const children = node.tagName === 'table' && how.keep ? columnsShared(node) : node.children;
  const filler = how.keep && isEmptyCell(node) ? NO_BREAK_SPACE : '';
  return `${open}>${writeAll(children, how, node)}${filler}</${node.tagName}>`;
}

/** The link from a footnote back to its mark. */
export const isWayBack = ({ tagName, properties }: Element): boolean =>
  tagName === 'a' &&
  Array.isArray(properties['className']) &&
  properties['className'].includes('data-footnote-backref');

function attributes(properties: Properties, how: MarkupRules): string {
  return Object.entries(properties)
    .map(([name, value]) => attributeMarkup(name, value, how))
    .join('');
}

/**
 * A cell in which nothing is painted is left out of the tags of a print, and its row has one cell
 * less.
 */
const isEmptyCell = (node: Element): boolean =>
  (node.tagName === 'td' || node.tagName === 'th') &&
  nodeText(node).trim() === '' &&
  !hasDescription(node);

const hasDescription = (node: Nodes): boolean =>
  node.type === 'element' &&
  ((node.properties['alt'] ?? '') !== '' || node.children.some(hasDescription));
const NO_BREAK_SPACE = '\u00a0';

const WORDED_ATTRIBUTES = new Set(['alt', 'title']);

function attributeMarkup(name: string, value: Properties[string], how: MarkupRules): string {
  if (value === null || value === undefined || value === false) return '';
  const written =
    ATTRIBUTE_NAMES[name] ?? name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
  const text = value === true ? written : Array.isArray(value) ? value.join(' ') : String(value);
  if (name === 'href' && text.startsWith('#'))
    return ` href="${escapeAttribute(how.href(text.slice(1)))}"`;
  if (name === 'src' && how.src) return ` src="${escapeAttribute(how.src(text))}"`;
  return ` ${written}="${(WORDED_ATTRIBUTES.has(name) ? escapeWords : escapeAttribute)(text)}"`;
}

/**
 * Properties plus what every edition's styles and tags want: a column's scope, and classes for
 * paragraphs that are more than prose.
 */
function dressed(node: Element, parent: Element | null, { keep = 0 }: MarkupRules): Properties {
  const { properties, tagName } = node;
  if (tagName === 'img' && parent?.tagName === 'a') return describedLink(properties, parent);
  if (tagName === 'th') return { scope: 'col', ...properties };
  if (tagName === 'table' && keep > 0) return withClasses(properties, tableClasses(node));
  const apart = isApart(node);
  if (tagName !== 'p' && tagName !== 'li')
    return apart && nodeText(node).length <= keep * LEAST_INDENT
      ? withClasses(properties, ['kept'])
      : properties;
  const isQuoted = parent?.tagName === 'blockquote';
  const display = tagName === 'p' && !isQuoted && isDisplay(node.children);
  const room = apart || display ? keep * LEAST_INDENT : keep;
  const classes = keep > 0 && !holdsBlocks(node) ? classesFor(nodeText(node), room) : [];
  if (tagName === 'p' && isQuoted && isAttribution(node)) classes.push('attribution');
  if (display) classes.push('display-quotation');
  return classes.length > 0 ? withClasses(properties, classes) : properties;
}

/**
 * A link around an image without a description is called by its address: without any words it would
 * be a link to nobody knows where.
 */
const describedLink = (image: Properties, link: Element): Properties =>
  (image['alt'] ?? '') === '' && nodeText(link).trim() === ''
    ? { ...image, alt: link.properties['href'] ?? '' }
    : image;

/**
 * Set off from the text: a block quotation, a context note. Such blocks are kept on one page up to
 * about a dozen lines.
 */
const isApart = ({ tagName, properties }: Element): boolean =>
  tagName === 'blockquote' ||
  (Array.isArray(properties['className']) &&
    properties['className'].some((name) => name === 'context' || name === 'note'));

const LEAST_INDENT = 4;

const holdsBlocks = ({ children }: Element): boolean =>
  children.some((child) => child.type === 'element' && BLOCK_ELEMENTS.has(child.tagName));

const BLOCK_ELEMENTS = new Set([
  'ul',
  'ol',
  'dl',
  'p',
  'blockquote',
  'table',
  'pre',
  'div',
  'section',
  'figure',
]);

/** `kept` is not broken over pages; `leads` stays with what it announces. */
const classesFor = (text: string, keep: number): string[] => [
  ...(text.length <= keep ? ['kept'] : []),
  ...(/:\s*$/u.test(text.slice(-8)) ? ['leads'] : []),
];

const withClasses = (properties: Properties, names: readonly string[]): Properties =>
  names.length === 0
    ? properties
    : {
        ...properties,
        className: [
          ...(Array.isArray(properties['className']) ? properties['className'].map(String) : []),
          ...names,
        ],
      };

/** A paragraph that is one quotation and nothing else, with its number and perhaps a stop. */
const isDisplay = (children: readonly ElementContent[]): boolean =>
  children.some((child) => child.type === 'element' && child.tagName === 'quotation') &&
  children.every((child) =>
    child.type === 'element'
      ? DISPLAY.has(child.tagName)
      : child.type === 'text' && /^[\s.,;:]*$/u.test(child.value),
  );

const DISPLAY = new Set(['quotation', 'noteref', 'br']);

/** “— Name” at the foot of a block quotation. */
const isAttribution = (node: Element): boolean => /^\s*[—–―]/u.test(nodeText(node));

const quotationProps = (properties: Properties): QuotationProps => ({
  place: String(properties['place']),
  number: Number(properties['number']),
  first: properties['first'] !== false,
  lang: typeof properties['lang'] === 'string' ? properties['lang'] : null,
});

const noterefProps = (properties: Properties): NoterefProps => ({
  place: String(properties['place']),
  number:
    typeof properties['shown'] === 'string' ? properties['shown'] : Number(properties['number']),
  entry: String(properties['entry']),
});
