/** What is collected while an OpenDocument text is read, and how words are added to it. */
import type { Block } from '../blocks.ts';
import type {
  ImportRemark,
  ImportWish,
  ImportedImage,
  Loss,
  MarginNote,
  TrackedChange,
} from '../imported.ts';
import type { InlinePiece, Looks } from '../inline.ts';
import type { XmlNode } from '../xml.ts';
import type { OdtStyles } from './styles.ts';

/** Reading of one document; what is collected is shared by all parts of it. */
export interface OdtReading extends OdtStyles {
  readonly changes: NonNullable<ImportWish['changes']>;
  readonly regions: ReadonlyMap<
    string,
    { readonly kind: TrackedChange['kind']; readonly by: string; readonly was: XmlNode }
  >;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  readonly losses: Loss[];
  readonly additions: string[];
  readonly tracked: TrackedChange[];
  readonly comments: MarginNote[];
  readonly images: ImportedImage[];
  readonly remarks: ImportRemark[];
  readonly notes: [string, readonly Block[]][];
  readonly counter: { paragraphs: number; footnotes: number; endnotes: number };
  /** Changes whose words are being read. */
  readonly open: Set<string>;
  /** Words are left out under this name; null = they are kept. */
  readonly dropped: string | null;
  /** Reads blocks where they stand in a paragraph: boxes, notes. */
  readBlocks(node: XmlNode, reading: OdtReading): readonly Block[];
  /** Where all of it stands; null = by paragraphs. */
  readonly place: string | null;
}

/** A paragraph that is being read. */
export interface OdtParagraph {
  readonly reading: OdtReading;
  readonly pieces: InlinePiece[];
  text: string;
  readonly after: Block[];
  readonly place: string;
  readonly changes: { readonly id: string; at: number; words: string }[];
}

/** Adds words to a paragraph, or names them as left out. */
export function addOdtText(words: string, looks: Looks, paragraph: OdtParagraph): void {
  const { reading } = paragraph;
  const { open, regions } = reading;
  for (const change of paragraph.changes)
    if (open.has(change.id) && regions.get(change.id)?.kind === 'inserted') change.words += words;
  const isRejected = reading.changes === 'reject' && isInserting(reading);
  const dropped = reading.dropped ?? (isRejected ? 'inserted words' : null);
  if (dropped !== null) return leaveOutOdt(dropped, words, paragraph);
  paragraph.pieces.push({ text: words, looks });
  paragraph.text += words;
}

/** Names words of a paragraph as left out. */
export function leaveOutOdt(what: string, words: string, { reading, place }: OdtParagraph): void {
  if (words.trim() === '') return;
  const last = reading.losses.at(-1);
  if (last?.what === what && last.place === place)
    reading.losses[reading.losses.length - 1] = { ...last, words: `${last.words} ${words.trim()}` };
  else reading.losses.push({ what, words: words.trim(), place });
}

/** Adds a line break. */
export function addOdtBreak(paragraph: OdtParagraph): void {
  if (paragraph.reading.dropped !== null) return;
  paragraph.pieces.push({ node: { type: 'break' } });
  paragraph.text += '\n';
}

/** Begins or ends a tracked change. */
export function turnChange(node: XmlNode, { open }: OdtReading): void {
  const id = node.attributes['text:change-id'] ?? '';
  if (node.name === 'text:change-start') open.add(id);
  else if (node.name === 'text:change-end') open.delete(id);
}

/** True inside of words that were put in while changes were tracked. */
export const isInserting = ({ open, regions }: OdtReading): boolean =>
  [...open].some((id) => regions.get(id)?.kind === 'inserted');
