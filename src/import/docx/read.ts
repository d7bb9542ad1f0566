/** A Word document (ECMA-376, ISO/IEC 29500) → what an import gives. */
import { treeOf, wordsOfBlock, type Block } from '../blocks.ts';
import {
  NO_FRONT,
  type Imported,
  type ImportedFront,
  type ImportWish,
  type Loss,
  type MarginNote,
} from '../imported.ts';
import { openPackage, type OfficePackage } from '../package.ts';
import type { Tally } from '../tally.ts';
import { childOf, elementsBelow, elementsOf, textBelow, type XmlNode } from '../xml.ts';
import { readWordBlocks } from './body.ts';
import { countWordXml } from './count.ts';
import { listCounter } from './numbering.ts';
import { wordParts, type WordPart, type WordParts } from './parts.ts';
import type { PartReading, WordReading } from './state.ts';
import { defaultStyle, wordStyles } from './styles.ts';

/** Reads a document; refuses what can't be read (ImportRefusal). */
export async function readDocx(bytes: Uint8Array, { changes }: ImportWish): Promise<Imported> {
  const office = await openPackage(bytes);
  const parts = await wordParts(office);
  const reading = await newReading(parts, changes ?? 'accept');
  const blocks = [...readWordBlocks(parts.body, partReading(reading, parts, null))];
  const notes = noteBlocks(reading);
  const comments = commentsOf(reading);
  leaveOutHeaders(reading);
  await leaveOutOthers(reading, office);
  const { front, rest } = wordTitles(blocks);
  return {
    kind: 'docx',
    tree: treeOf(rest, notes),
    front: { ...front, lang: languageUsed(reading) },
    images: reading.images,
    comments,
    changes: reading.tracked,
    losses: reading.losses,
    additions: reading.additions,
    remarks: [...parts.remarks, ...reading.remarks],
    counted: await countedParts(office),
    printed: null,
  };
}

async function newReading(parts: WordParts, changes: WordReading['changes']): Promise<WordReading> {
  const pictures = new Map<string, Uint8Array>();
  const relations = [parts.relations, ...parts.others.map((part) => part.relations)];
  for (const { type, path } of relations.flatMap((some) => [...some.values()])) {
    const bytes = type === 'image' && path !== null ? await parts.office.bytes(path) : null;
    if (bytes) pictures.set(path!, bytes);
  }
  return {
    parts,
    styles: wordStyles(parts.styles),
    defaultStyle: defaultStyle(parts.styles),
    lists: listCounter(parts.numbering),
    changes,
    losses: [],
    additions: [],
    tracked: [],
    images: [],
    remarks: [],
    notes: new Map(),
    about: new Map(),
    languages: new Map(),
    pictures,
    count: 0,
  };
}

const partReading = (
  reading: WordReading,
  { relations }: Pick<WordPart, 'relations'>,
  called: string | null,
): PartReading => ({ reading, relations, called, fields: [], open: new Set(), carried: [] });

/** Notes that the text refers to, in its order; the others are named as left out. */
function noteBlocks(reading: WordReading): ReadonlyMap<string, readonly Block[]> {
  const blocks = new Map<string, readonly Block[]>();
  const read = new Set<XmlNode>();
  // A note may refer to another one, which is then read as well.
  for (const [label, { type, id }] of reading.notes) {
    const part = reading.parts.others.find((one) => one.type === type);
    const note = part && noteWithId(part, id);
    if (!part || !note) {
      reading.remarks.push({
        rule: 'import-part',
        says: `Note ${label} of the document is missing`,
      });
      blocks.set(label, []);
      continue;
    }
    read.add(note);
    blocks.set(label, readWordBlocks(note, partReading(reading, part, `note ${label}`)));
  }
  for (const part of reading.parts.others)
    if (part.type === 'footnotes' || part.type === 'endnotes')
      for (const note of elementsOf(part.tree))
        if (!read.has(note))
          readWordBlocks(
            note,
            partReading(reading, part, part.path),
            'note that nothing refers to',
          );
  return blocks;
}

const noteWithId = ({ tree }: WordPart, id: string): XmlNode | undefined =>
  elementsOf(tree).find(({ attributes }) => attributes['w:id'] === id);

function commentsOf(reading: WordReading): readonly MarginNote[] {
  return reading.parts.others
    .filter(({ type }) => type === 'comments')
    .flatMap((part) =>
      elementsOf(part.tree, 'w:comment').map((comment): MarginNote => {
        const { attributes } = comment;
        const about = reading.about.get(attributes['w:id'] ?? '');
        const place = about?.place ?? 'the document';
        const before = reading.losses.length;
        readWordBlocks(comment, partReading(reading, part, place), 'comment');
        const words = reading.losses
          .slice(before)
          .map((loss) => loss.words.trim())
          .join(' ');
        return {
          by: attributes['w:author'] ?? '',
          date: attributes['w:date']?.slice(0, 10) ?? null,
          words,
          about: about?.words ?? '',
          place,
        };
      }),
    );
}

function leaveOutHeaders(reading: WordReading): void {
  for (const part of reading.parts.others)
    if (part.type === 'header' || part.type === 'footer')
      readWordBlocks(part.tree, partReading(reading, part, part.path), `page ${part.type}`);
}

const READ_PARTS =
  /(?:^|\/)(?:document|styles|numbering|settings|fontTable|webSettings|theme\d*)\.xml$/u;
const HOLDS_TEXT =
  /<(?:w:(?:t|delText|instrText|delInstrText|noBreakHyphen|softHyphen|sym)|a:t|m:t)[\s/>]/u;

/** Parts that hold words and belong to no page: building blocks, diagrams, charts. */
async function leaveOutOthers(reading: WordReading, office: OfficePackage): Promise<void> {
  const known = new Set([reading.parts.main, ...reading.parts.others.map(({ path }) => path)]);
  for (const path of office.paths) {
    if (known.has(path) || !path.endsWith('.xml')) continue;
    const text = await office.text(path);
    if (text === null || !HOLDS_TEXT.test(text)) continue;
    const tree = (await office.xml(path))!;
    const what = /diagrams|charts/u.test(path) ? 'text of a diagram' : 'text that no page shows';
    const part = { type: '', path, tree, relations: new Map() };
    const before = reading.losses.length;
    readWordBlocks(tree, partReading(reading, part, path), what);
    if (reading.losses.length === before && /diagrams|charts/u.test(path))
      reading.losses.push(...diagramText(tree, what, path));
  }
}

const diagramText = (tree: XmlNode, what: string, place: string): readonly Loss[] => {
  const words = elementsBelow(tree, 'a:t').map(textBelow).join(' ');
  return words === '' ? [] : [{ what, words, place }];
};

async function countedParts(office: OfficePackage): Promise<Tally> {
  const tally: Tally = new Map();
  for (const path of office.paths)
    if (path.endsWith('.xml') && !READ_PARTS.test(path.replace(/document\d*\.xml$/u, 'x')))
      countWordXml((await office.text(path))!, tally);
  return tally;
}

// ---------------------------------------------------------------- front matter

/** Longest line that front matter takes. */
const LONGEST_TITLE = 300;

/** Title and subtitle at the beginning go into the front matter; elsewhere they are headings. */
function wordTitles(blocks: readonly Block[]): {
  readonly front: ImportedFront;
  readonly rest: readonly Block[];
} {
  let at = 0;
  const lines = (depth: number): string | null => {
    const words: string[] = [];
    for (; at < blocks.length; at++) {
      const block = blocks[at]!;
      if (block.type !== 'heading' || block.depth !== depth) break;
      if (block.pieces.some((piece) => 'node' in piece && piece.node.type !== 'break')) break;
      words.push(wordsOfBlock(block));
    }
    const line = words.join(' ').replaceAll(/\s+/gu, ' ').trim();
    return line === '' ? null : line;
  };
  const title = lines(0);
  const subtitle = title === null ? null : lines(-1);
  const fits = (title ?? '').length <= LONGEST_TITLE && (subtitle ?? '').length <= LONGEST_TITLE;
  return {
    front: fits ? { ...NO_FRONT, title, subtitle } : NO_FRONT,
    rest: blocks.slice(fits ? at : 0).map(asHeading),
  };
}

function asHeading(block: Block): Block {
  if (block.type !== 'heading' || block.depth > 0) return block;
  if (block.depth === 0) return { ...block, depth: 1 };
  return { type: 'paragraph', pieces: block.pieces, list: null, isQuote: false };
}

/** The language that most letters have. */
function languageUsed({ languages, parts }: WordReading): string | null {
  const defaults = childOf(
    childOf(childOf(parts.styles ?? parts.body, 'w:docDefaults'), 'w:rPrDefault'),
    'w:rPr',
  );
  const usual = childOf(defaults, 'w:lang').attributes['w:val'] ?? null;
  const [most] = [...languages].toSorted(([, a], [, b]) => b - a);
  const tag = most && most[0] !== '' ? most[0] : usual;
  return tag !== null && /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(tag) ? tag : null;
}
