/** What stands in a paragraph of an OpenDocument text (ODF 1.3, part 3, 6 and 7). */
import type { Block } from '../blocks.ts';
import { importedImage } from '../images.ts';
import type { Looks } from '../inline.ts';
import { childOf, elementsOf, textBelow, type XmlNode } from '../xml.ts';
import {
  addOdtBreak,
  addOdtText,
  isInserting,
  leaveOutOdt,
  turnChange,
  type OdtParagraph,
} from './reading.ts';

/** Elements whose text describes, and is not set. */
const DESCRIBES = new Set([
  'svg:title',
  'svg:desc',
  'dc:creator',
  'dc:date',
  'meta:date-string',
  'meta:creator-initials',
  'office:binary-data',
]);

/** Reads everything that stands in a paragraph. */
export function odtInline(node: XmlNode, looks: Looks, paragraph: OdtParagraph): void {
  for (const child of node.children)
    if (typeof child === 'string') addOdtText(child, looks, paragraph);
    else if (!DESCRIBES.has(child.name)) odtElement(child, looks, paragraph);
}

function odtElement(node: XmlNode, looks: Looks, paragraph: OdtParagraph): void {
  const { name, attributes } = node;
  const { reading } = paragraph;
  if (name === 'text:span') {
    const style = reading.styles.get(`text ${attributes['text:style-name'] ?? ''}`);
    const own = {
      bold: style?.bold || looks.bold || false,
      italic: style?.italic || looks.italic || false,
      strike: style?.strike || looks.strike || false,
      raised: style?.raised ?? looks.raised ?? null,
    };
    const dropped = reading.dropped ?? (style?.isHidden ? 'hidden text' : null);
    return within(paragraph, dropped, (inner) => odtInline(node, { ...looks, ...own }, inner));
  }
  if (name === 'text:a') {
    const href = attributes['xlink:href'] ?? '';
    const link = /^(?:https?|mailto):[^\s<>]+$/iu.test(href) ? href : null;
    return odtInline(node, { ...looks, link }, paragraph);
  }
  if (name === 'text:s' || name === 'text:tab') return addOdtText(' ', looks, paragraph);
  if (name === 'text:line-break') return addOdtBreak(paragraph);
  if (name === 'text:note') return odtNote(node, paragraph);
  if (name === 'office:annotation') return odtComment(node, paragraph);
  if (name.startsWith('text:change')) return inlineChange(node, looks, paragraph);
  if (name === 'draw:image') return odtImage(node, '', paragraph);
  if (name === 'draw:frame') return odtFrame(node, paragraph);
  if (name === 'text:hidden-text' || name === 'text:hidden-paragraph')
    return within(paragraph, reading.dropped ?? 'hidden text', (inner) =>
      odtInline(node, looks, inner),
    );
  if (name === 'text:ruby') return odtRuby(node, looks, paragraph);
  if (name === 'text:p' || name === 'text:h' || name === 'text:list' || name === 'table:table')
    return void paragraph.after.push(
      ...reading.readBlocks({ ...node, name: '', attributes: {}, children: [node] }, reading),
    );
  odtInline(node, looks, paragraph);
}

/** The same paragraph, with other words left out. */
function within(
  paragraph: OdtParagraph,
  dropped: string | null,
  read: (inner: OdtParagraph) => void,
): void {
  const inner: OdtParagraph = { ...paragraph, reading: { ...paragraph.reading, dropped } };
  read(inner);
  paragraph.text = inner.text;
}

function inlineChange(node: XmlNode, looks: Looks, paragraph: OdtParagraph): void {
  const { reading } = paragraph;
  const id = node.attributes['text:change-id'] ?? '';
  const region = reading.regions.get(id);
  const at = paragraph.text.length;
  turnChange(node, reading);
  if (node.name === 'text:change-start') paragraph.changes.push({ id, at, words: '' });
  if (node.name !== 'text:change' || region?.kind !== 'deleted') return;
  const parts = elementsOf(region.was).filter(({ name }) => name !== 'office:change-info');
  paragraph.changes.push({ id, at, words: parts.map(textBelow).join(' ') });
  if (reading.changes === 'reject')
    for (const part of parts) {
      odtInline(part, looks, paragraph);
      addOdtText(' ', looks, paragraph);
    }
}

function odtNote(node: XmlNode, paragraph: OdtParagraph): void {
  const { reading } = paragraph;
  const { counter } = reading;
  const isEnd = node.attributes['text:note-class'] === 'endnote';
  leaveOutOdt('number of a note', textBelow(childOf(node, 'text:note-citation')), paragraph);
  const body = childOf(node, 'text:note-body');
  if (reading.dropped !== null || (reading.changes === 'reject' && isInserting(reading)))
    return void reading.readBlocks(body, {
      ...reading,
      dropped: reading.dropped ?? 'inserted words',
      place: paragraph.place,
    });
  const label = isEnd ? `e${++counter.endnotes}` : String(++counter.footnotes);
  paragraph.pieces.push({ node: { type: 'footnoteReference', identifier: label, label } });
  const entry: [string, readonly Block[]] = [label, []];
  reading.notes.push(entry);
  entry[1] = reading.readBlocks(body, { ...reading, place: `note ${label}` });
}

function odtComment(node: XmlNode, paragraph: OdtParagraph): void {
  const { reading, place } = paragraph;
  const before = reading.losses.length;
  const inner = { ...reading, dropped: 'comment', place: `${place}, a comment` };
  reading.readBlocks(
    { ...node, children: elementsOf(node).filter(({ name }) => !DESCRIBES.has(name)) },
    inner,
  );
  reading.comments.push({
    by: textBelow(childOf(node, 'dc:creator')),
    date: textBelow(childOf(node, 'dc:date')).slice(0, 10) || null,
    words: reading.losses
      .slice(before)
      .map(({ words }) => words)
      .join(' '),
    about: '',
    place,
  });
}

function odtRuby(node: XmlNode, looks: Looks, paragraph: OdtParagraph): void {
  odtInline(childOf(node, 'text:ruby-base'), looks, paragraph);
  const reading = childOf(node, 'text:ruby-text');
  addOdtText('(', looks, paragraph);
  odtInline(reading, looks, paragraph);
  addOdtText(')', looks, paragraph);
  if (paragraph.reading.dropped === null) paragraph.reading.additions.push('()');
}

function odtFrame(node: XmlNode, paragraph: OdtParagraph): void {
  const said = [childOf(node, 'svg:title'), childOf(node, 'svg:desc')].map(textBelow);
  const alt = said.find((words) => words.trim() !== '') ?? '';
  const images = elementsOf(node, 'draw:image');
  if (images[0]) odtImage(images[0], alt, paragraph);
  for (const child of elementsOf(node))
    if (child.name === 'draw:text-box')
      paragraph.after.push(...paragraph.reading.readBlocks(child, paragraph.reading));
    else if (!DESCRIBES.has(child.name)) odtInline(child, {}, paragraph);
  if (elementsOf(node, 'draw:object').length > 0)
    paragraph.reading.remarks.push({
      rule: 'import-part',
      says: `An object (a formula, a chart, a table) in ${paragraph.place} is left out`,
    });
}

function odtImage(node: XmlNode, alt: string, { reading, pieces, place }: OdtParagraph): void {
  if (reading.dropped !== null) return;
  const path = (node.attributes['xlink:href'] ?? '').replace(/^\.\//u, '');
  const bytes = reading.pictures.get(path);
  const image = bytes && importedImage(bytes, reading.images.length + 1);
  if (!image) {
    const why = bytes ? 'is of a kind that no edition shows' : 'is not in the document';
    reading.remarks.push({
      rule: 'import-image',
      says: `The image${alt === '' ? '' : ` “${alt}”`} in ${place} is left out: it ${why}`,
    });
    return;
  }
  reading.images.push(image);
  pieces.push({ node: { type: 'image', url: `images/${image.name}`, alt } });
}
