/** A book as word processors have it: paragraphs of runs, tables, notes, comments. */

/** How words look. */
export interface RunLook {
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly underline?: true;
  readonly code?: true;
  readonly raised?: 'sup' | 'sub';
  /** BCP 47, where it isn't that of the book. */
  readonly lang?: string;
}

/** What stands in a line. */
export type WordRun =
  | ({ readonly kind: 'words'; readonly words: string; readonly to?: LinkTarget } & RunLook)
  | { readonly kind: 'break' }
  | { readonly kind: 'footnote'; readonly id: number }
  /** `mark` is written in place of the number that word processors would count. */
  | { readonly kind: 'endnote'; readonly id: number; readonly mark: string | null }
  | { readonly kind: 'comment'; readonly id: number; readonly edge: 'start' | 'end' }
  | { readonly kind: 'anchor'; readonly name: string }
  | {
      readonly kind: 'image';
      readonly type: 'png' | 'jpg' | 'gif';
      readonly bytes: Uint8Array;
      readonly width: number;
      readonly height: number;
      readonly alt: string;
    };

/** Where a link leads: an address, or an anchor of the book. */
export type LinkTarget = { readonly url: string } | { readonly anchor: string };

/** How a paragraph looks, by the name of its style. */
export type DocxStyle =
  | 'Title'
  | 'Subtitle'
  | `Heading${1 | 2 | 3 | 4 | 5 | 6}`
  | 'Body'
  | 'Quote'
  | 'Note'
  | 'Caption'
  | 'Code'
  | 'Endnote';

/** Levels count from 0; each list that begins has a number of its own. */
export interface WordList {
  readonly level: number;
  readonly ordered: boolean;
  readonly start: number;
  readonly number: number;
  /** False where the paragraph goes on in an item that has begun. */
  readonly marked: boolean;
}

/** A block. */
export type WordBlock =
  | {
      readonly kind: 'paragraph';
      readonly style: DocxStyle;
      readonly runs: readonly WordRun[];
      readonly list?: WordList;
    }
  | {
      readonly kind: 'table';
      /** Rows of cells; cells hold runs. The first row is the head. */
      readonly rows: readonly (readonly {
        readonly runs: readonly WordRun[];
        readonly right: boolean;
      }[])[];
    }
  | { readonly kind: 'rule' };

/** A note or a comment; ids count from 1, those of comments from 0. */
export interface WordNote {
  readonly id: number;
  readonly blocks: readonly WordBlock[];
}

/** A book before it is written as Office Open XML. */
export interface WordBook {
  readonly title: string;
  readonly description: string | null;
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly program: string;
  /** ISO 8601, or null where nothing dates the brief. */
  readonly modified: string | null;
  readonly head: string;
  readonly blocks: readonly WordBlock[];
  readonly footnotes: readonly WordNote[];
  readonly endnotes: readonly WordNote[];
  readonly comments: readonly WordNote[];
}
