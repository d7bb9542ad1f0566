/** What every reader of documents gives: one tree, and an account of what it did not take. */
import type { Root } from 'mdast';
import type { RuleId } from '../rules.ts';
import type { World } from '../world.ts';
import type { Tally } from './tally.ts';

/** A document of another program, read. Image addresses in the tree are `images/<name>`. */
export interface Imported {
  /** Id of the row of `kinds.ts`. */
  readonly kind: string;
  readonly tree: Root;
  readonly front: ImportedFront;
  readonly images: readonly ImportedImage[];
  readonly comments: readonly MarginNote[];
  readonly changes: readonly TrackedChange[];
  /** Words of the document that are not in the tree, each with its place. */
  readonly losses: readonly Loss[];
  /** Words in the tree that are not in the document: a letter for a symbol. */
  readonly additions: readonly string[];
  /** Remarks that are no loss of words; each becomes a message. */
  readonly remarks: readonly ImportRemark[];
  /** Characters of the document, counted by code that shares nothing with the reader. */
  readonly counted: Tally;
  /**
   * Lines as they are printed, where the document has some: for a transcript, with its pages and
   * the numbers of its lines. Null: the tree is all there is.
   */
  readonly printed: PrintedLines | null;
}

/** A transcript, line for line. */
export interface PrintedLines {
  readonly text: string;
  /** Instead of those of the tree. */
  readonly losses: readonly Loss[];
  readonly additions: readonly string[];
}

/** What stands in front of the text; null where the document does not say it. */
export interface ImportedFront {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly lang: string | null;
  readonly authors: readonly string[];
  /** ISO 8601. */
  readonly date: string | null;
  readonly description: string | null;
  /** Citations of what came with the document. */
  readonly sources?: readonly string[];
}

/** Nothing known. */
export const NO_FRONT: ImportedFront = {
  title: null,
  subtitle: null,
  lang: null,
  authors: [],
  date: null,
  description: null,
};

/** A picture of a document; `name` has the ending of its kind. */
export interface ImportedImage {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A remark that somebody wrote in the margin. */
export interface MarginNote {
  readonly by: string;
  readonly date: string | null;
  readonly words: string;
  /** The words that it is about; empty where it stands at a point. */
  readonly about: string;
  readonly place: string;
}

/** Words that somebody put in or took out while changes were tracked. */
export interface TrackedChange {
  readonly kind: 'inserted' | 'deleted' | 'moved here' | 'moved away';
  readonly by: string;
  readonly words: string;
  readonly place: string;
  /** Between quotation marks, or in a block quotation. */
  readonly isQuoted: boolean;
}

/** Words that were left out: what they are, and where they stood. */
export interface Loss {
  /** `page header`, `hidden text`, `comment` … in the singular. */
  readonly what: string;
  readonly words: string;
  readonly place: string;
}

/** Something else that a user must know. */
export interface ImportRemark {
  readonly rule: RuleId;
  readonly says: string;
}

/** Ends the reading of a document that can't be taken; becomes one message. */
export class ImportRefusal extends Error {
  readonly rule: RuleId;
  readonly hint: string | undefined;

  constructor(rule: RuleId, says: string, hint?: string) {
    super(says);
    this.rule = rule;
    this.hint = hint;
  }
}

/** How a document shall be read. */
export interface ImportWish {
  /** What becomes of tracked changes; null = they stop the import. */
  readonly changes: 'accept' | 'reject' | null;
  /** `transcript`: what is told of losses is told of the lines as they are printed. */
  readonly as?: 'brief' | 'transcript';
  /** Starts another program, where one is needed; without it such documents are refused. */
  readonly run?: World['run'];
}
