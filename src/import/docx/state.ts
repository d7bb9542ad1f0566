/** What is collected while a Word document is read. */
import type { Block } from '../blocks.ts';
import type { ImportRemark, ImportWish, ImportedImage, Loss, TrackedChange } from '../imported.ts';
import type { InlinePiece } from '../inline.ts';
import type { ListCounter } from './numbering.ts';
import type { Relations, WordParts } from './parts.ts';
import type { WordStyles } from './styles.ts';

/** A field that was begun (ECMA-376, Part 1, 17.16): its code, then its result. */
export interface OpenField {
  code: string;
  isResult: boolean;
}

/** Reading of one document. */
export interface WordReading {
  readonly parts: WordParts;
  readonly styles: WordStyles;
  readonly defaultStyle: string;
  readonly lists: ListCounter;
  readonly changes: NonNullable<ImportWish['changes']>;
  readonly losses: Loss[];
  readonly additions: string[];
  readonly tracked: TrackedChange[];
  readonly images: ImportedImage[];
  readonly remarks: ImportRemark[];
  /** Notes in the order of their references: id in the tree → part and id in the document. */
  readonly notes: Map<string, { readonly type: string; readonly id: string }>;
  /** Words between the marks of a comment, and where it stands, by id. */
  readonly about: Map<string, { words: string; readonly place: string }>;
  /** Letters by language. */
  readonly languages: Map<string, number>;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Paragraphs so far. */
  count: number;
}

/** Reading of one part of it. */
export interface PartReading {
  readonly reading: WordReading;
  readonly relations: Relations;
  /** As messages call the part: `footnote 3`; null = the text itself. */
  readonly called: string | null;
  readonly fields: OpenField[];
  /** Comments whose words are being read. */
  readonly open: Set<string>;
  /** Pieces of paragraphs whose mark was deleted: they go on in the next. */
  carried: InlinePiece[];
}

/** A paragraph that is being read. */
export interface ParagraphReading {
  readonly part: PartReading;
  readonly pieces: InlinePiece[];
  /** Words so far. */
  text: string;
  /** Text boxes and the like, which stand behind the paragraph. */
  readonly after: Block[];
  readonly tracked: {
    readonly kind: TrackedChange['kind'];
    readonly by: string;
    words: string;
    readonly at: number;
  }[];
  readonly place: string;
}
