/** Runs of a paragraph (ECMA-376, Part 1, 17.3): every letter kept, or named as left out. */
import type { TrackedChange } from '../imported.ts';
import type { Looks } from '../inline.ts';
import { childOf, elementsBelow, elementsOf, textBelow, type XmlNode } from '../xml.ts';
import { addPictures } from './pictures.ts';
import type { ParagraphReading } from './state.ts';
import { layered, letterStyle, type LetterStyle } from './styles.ts';
import { symbolFor } from './symbols.ts';

/** What holds for a run because of the elements around it. */
export interface RunContext {
  readonly link: string | null;
  /** Words are left out under this name; null = they are kept. */
  readonly dropped: string | null;
  readonly style: LetterStyle | undefined;
  /** Bold of a heading says nothing. */
  readonly isHeading: boolean;
}

/** Reads text boxes where they are found; given by the reader of blocks. */
export type BoxReader = (
  content: XmlNode,
  paragraph: ParagraphReading,
  dropped: string | null,
) => void;

/** A reader of everything that can stand in a paragraph. */
export function runReader(readBox: BoxReader) {
  const readInline = (node: XmlNode, paragraph: ParagraphReading, context: RunContext): void => {
    for (const child of elementsOf(node)) readChild(child, paragraph, context);
  };

  const readChild = (child: XmlNode, paragraph: ParagraphReading, context: RunContext): void => {
    const { name, attributes } = child;
    const change = CHANGES[name];
    if (name === 'w:r') return readRun(child, paragraph, context);
    if (change) return readChange(child, change, paragraph, context);
    if (name === 'w:hyperlink') {
      const relation = paragraph.part.relations.get(attributes['r:id'] ?? '');
      const link = relation?.path === null ? linkTo(relation.target) : null;
      return readInline(child, paragraph, { ...context, link: link ?? context.link });
    }
    if (name === 'w:commentRangeStart') openComment(attributes['w:id'] ?? '', paragraph);
    else if (name === 'w:commentRangeEnd') paragraph.part.open.delete(attributes['w:id'] ?? '');
    else if (name === 'm:t') addWordText(textBelow(child), {}, paragraph, context);
    else if (name === 'mc:AlternateContent') readChoice(child, paragraph, context);
    else if (name === 'w:fldSimple') {
      addWordLoss('field code', attributes['w:instr'] ?? '', paragraph, false);
      readInline(child, paragraph, context);
    } else if (!PROPERTIES.has(name)) readInline(child, paragraph, context);
  };

  const readChange = (
    node: XmlNode,
    kind: TrackedChange['kind'],
    paragraph: ParagraphReading,
    context: RunContext,
  ): void => {
    const isNew = kind === 'inserted' || kind === 'moved here';
    const isKept = isNew === (paragraph.part.reading.changes === 'accept');
    const by = node.attributes['w:author'] ?? 'somebody';
    const record = { kind, by, words: allText(node), at: paragraph.text.length };
    if (record.words !== '') paragraph.tracked.push(record);
    const dropped = context.dropped ?? (isKept ? null : `${kind} words`);
    readInline(node, paragraph, { ...context, dropped });
  };

  /** The first choice is what Word shows; the others say the same to other programs. */
  const readChoice = (node: XmlNode, paragraph: ParagraphReading, context: RunContext): void => {
    const [first, ...others] = elementsOf(node);
    if (first) readRunContent(first, {}, paragraph, context);
    const dropped = context.dropped ?? 'second copy for other programs';
    for (const other of others) readRunContent(other, {}, paragraph, { ...context, dropped });
  };

  const readRun = (run: XmlNode, paragraph: ParagraphReading, context: RunContext): void => {
    const properties = childOf(run, 'w:rPr');
    const { styles } = paragraph.part.reading;
    const own = letterStyle(properties);
    const named = styles.get(childOf(properties, 'w:rStyle').attributes['w:val'] ?? '');
    const style = layered(layered(own, named), context.style);
    const dropped = context.dropped ?? (style.hidden === true ? 'hidden text' : null);
    const looks: Looks = {
      bold: style.bold === true && !context.isHeading,
      italic: style.italic === true,
      strike: style.strike === true,
      raised: style.raised,
    };
    const lang = childOf(properties, 'w:lang').attributes['w:val'] ?? '';
    const before = paragraph.text.length;
    readRunContent(run, looks, paragraph, { ...context, dropped });
    const { languages } = paragraph.part.reading;
    languages.set(lang, (languages.get(lang) ?? 0) + paragraph.text.length - before);
  };

  const readRunContent = (
    node: XmlNode,
    looks: Looks,
    paragraph: ParagraphReading,
    context: RunContext,
  ): void => {
    for (const child of elementsOf(node)) readPiece(child, looks, paragraph, context);
  };

  const readPiece = (
    node: XmlNode,
    looks: Looks,
    paragraph: ParagraphReading,
    context: RunContext,
  ): void => {
    const { name } = node;
    if (name === 'w:t' || name === 'w:delText') {
      const isMark = context.dropped === null && isCustomMark(node, paragraph);
      if (isMark) addWordLoss('mark of a note', textBelow(node), paragraph);
      else addWordText(textBelow(node), looks, paragraph, context);
    } else if (LETTER_ELEMENTS[name] !== undefined)
      addWordText(LETTER_ELEMENTS[name], looks, paragraph, context);
    else if (name === 'w:sym') addSymbol(node, looks, paragraph, context);
    else if (name === 'w:br' || name === 'w:cr') addBreak(node, paragraph, context);
    else if (name === 'w:fldChar') turnField(node, paragraph);
    else if (name === 'w:instrText' || name === 'w:delInstrText') {
      const field = paragraph.part.fields.at(-1);
      if (field) field.code += textBelow(node);
      addWordLoss('field code', textBelow(node), paragraph);
    } else if (name === 'w:footnoteReference' || name === 'w:endnoteReference')
      addNote(node, paragraph, context);
    else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object')
      readDrawing(node, paragraph, context);
    else if (name === 'mc:AlternateContent') readChoice(node, paragraph, context);
    else if (name === 'w:ruby') readRuby(node, looks, paragraph, context);
    else if (!PROPERTIES.has(name)) readChild(node, paragraph, context);
  };

  /** How it is read stands in brackets behind the word. */
  const readRuby = (
    node: XmlNode,
    looks: Looks,
    paragraph: ParagraphReading,
    context: RunContext,
  ): void => {
    readInline(childOf(node, 'w:rubyBase'), paragraph, context);
    addWordText('(', looks, paragraph, context);
    readInline(childOf(node, 'w:rt'), paragraph, context);
    addWordText(')', looks, paragraph, context);
    paragraph.part.reading.additions.push('()');
  };

  const readDrawing = (node: XmlNode, paragraph: ParagraphReading, context: RunContext): void => {
    if (context.dropped === null) addPictures(node, paragraph);
    const walk = (inner: XmlNode, dropped: string | null): void => {
      for (const child of elementsOf(inner))
        if (child.name === 'w:txbxContent') readBox(child, paragraph, dropped);
        else if (child.name === 'a:t')
          addWordLoss('text of a drawing', textBelow(child), paragraph);
        else if (child.name === 'mc:AlternateContent')
          for (const [i, choice] of elementsOf(child).entries())
            walk(choice, i === 0 ? dropped : (dropped ?? 'second copy for other programs'));
        else walk(child, dropped);
    };
    walk(node, context.dropped);
  };

  return readInline;
}

const CHANGES: Readonly<Record<string, TrackedChange['kind']>> = {
  'w:ins': 'inserted',
  'w:del': 'deleted',
  'w:moveTo': 'moved here',
  'w:moveFrom': 'moved away',
};

/** Say how something looks, and hold no words. */
const PROPERTIES = new Set(['w:pPr', 'w:rPr', 'w:sdtPr', 'w:sdtEndPr', 'w:smartTagPr', 'w:ffData']);

/** Elements that stand for one character. */
const LETTER_ELEMENTS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
};

const linkTo = (address: string): string | null =>
  /^(?:https?|mailto):[^\s<>]+$/iu.test(address) ? address : null;

/** Words below a node, kept or deleted ones. */
const allText = (node: XmlNode): string =>
  [...elementsBelow(node, 'w:t'), ...elementsBelow(node, 'w:delText')].map(textBelow).join('');

function addWordText(
  words: string,
  looks: Looks,
  paragraph: ParagraphReading,
  context: RunContext,
): void {
  const { fields, open, reading } = paragraph.part;
  if (fields.some(({ isResult }) => !isResult)) return addWordLoss('field code', words, paragraph);
  if (context.dropped !== null) return addWordLoss(context.dropped, words, paragraph);
  const link = context.link ?? fieldLink(paragraph);
  paragraph.pieces.push({ text: words, looks: { ...looks, link } });
  paragraph.text += words;
  for (const id of open) reading.about.get(id)!.words += words;
}

/** @param isCounted false for words that stand in an attribute, and are no text of the document */
function addWordLoss(
  what: string,
  words: string,
  { part, place }: ParagraphReading,
  isCounted = true,
): void {
  if (!isCounted || words === '') return;
  const { losses } = part.reading;
  const last = losses.at(-1);
  if (last?.what === what && last.place === place)
    losses[losses.length - 1] = { ...last, words: last.words + words };
  else losses.push({ what, words, place });
}

/** The address of the field that the run is the result of. */
function fieldLink({ part }: ParagraphReading): string | null {
  const field = part.fields.findLast(({ code }) => /^\s*HYPERLINK\b/u.test(code));
  const address = field && /^\s*HYPERLINK\s+"([^"]+)"/u.exec(field.code)?.[1];
  return address ? linkTo(address) : null;
}

function turnField(node: XmlNode, { part }: ParagraphReading): void {
  const kind = node.attributes['w:fldCharType'];
  if (kind === 'begin') part.fields.push({ code: '', isResult: false });
  else if (kind === 'end') part.fields.pop();
  else if (part.fields.length > 0) part.fields.at(-1)!.isResult = true;
}

function addBreak(node: XmlNode, paragraph: ParagraphReading, context: RunContext): void {
  const kind = node.attributes['w:type'] ?? 'textWrapping';
  if (context.dropped !== null) return;
  if (kind !== 'textWrapping') return addWordText(' ', {}, paragraph, context);
  paragraph.pieces.push({ node: { type: 'break' } });
  paragraph.text += '\n';
}

function addSymbol(
  node: XmlNode,
  looks: Looks,
  paragraph: ParagraphReading,
  context: RunContext,
): void {
  const code = Number.parseInt(node.attributes['w:char'] ?? '', 16);
  if (!(code > 0 && code <= 0xffff)) return;
  const char = String.fromCharCode(code);
  const font = node.attributes['w:font'] ?? '';
  const meant = symbolFor(font, code);
  if (meant === char) return addWordText(char, looks, paragraph, context);
  const what = meant === null ? `symbol of the font ${font}` : `symbol, written as ${meant}`;
  addWordLoss(context.dropped ?? what, char, paragraph);
  if (meant === null || context.dropped !== null) return;
  addWordText(meant, looks, paragraph, context);
  paragraph.part.reading.additions.push(meant);
}

/** True for the words behind a reference that has a mark of its own. */
function isCustomMark(_node: XmlNode, { pieces }: ParagraphReading): boolean {
  const last = pieces.at(-1);
  return (
    last !== undefined &&
    'node' in last &&
    last.node.type === 'footnoteReference' &&
    last.node.data !== undefined
  );
}

function addNote(node: XmlNode, paragraph: ParagraphReading, context: RunContext): void {
  if (context.dropped !== null) return;
  const { notes } = paragraph.part.reading;
  const type = node.name === 'w:footnoteReference' ? 'footnotes' : 'endnotes';
  const nth = [...notes.values()].filter((one) => one.type === type).length + 1;
  const identifier = type === 'footnotes' ? String(nth) : `e${nth}`;
  notes.set(identifier, { type, id: node.attributes['w:id'] ?? '' });
  const hasMark = /^(?:1|true|on)$/u.test(node.attributes['w:customMarkFollows'] ?? '');
  paragraph.pieces.push({
    node: {
      type: 'footnoteReference',
      identifier,
      label: identifier,
      ...(hasMark && { data: {} }),
    },
  });
}

function openComment(id: string, { part, place }: ParagraphReading): void {
  part.open.add(id);
  if (!part.reading.about.has(id)) part.reading.about.set(id, { words: '', place });
}
