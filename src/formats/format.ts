/** What the press hands to a format, and what it wants back. */
import type { VFile } from 'vfile';
import type { Documented } from '../archive/document.ts';
import type { Label } from '../languages/index.ts';
import type { Office } from '../proof.ts';
import type { Theme } from '../theme/theme.ts';
import type { Artifact, Brief, Edition, PageMap, Transcript } from '../types.ts';

/** All that a format may use to make its file. */
export interface Job {
  readonly edition: Edition;
  readonly theme: Theme;
  readonly brief: Brief;
  /** The print edition, where it was printed: its page map and its finished bytes. */
  readonly pages: PageMap | null;
  readonly pdf: Uint8Array | null;
  /** What the office printer is asked for, the brief's own wishes among it. */
  readonly office: Office;
  /** Prints the same book on larger paper, with crop marks; null after a problem (flagged). */
  uncut(): Promise<Uint8Array | null>;
  /** Outputs made before this one, for the snapshot. */
  readonly made: readonly Artifact[];
  readonly transcripts: readonly Transcript[];
  /** Of a packet: the briefs that it binds, in their order. */
  readonly parts: readonly Documented[];
  /** Versions and hashes of what took part in the build. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** `briefpress <version>`, as the facts of a build name it. */
export const programOf = ({ program }: Job['facts']): string =>
  typeof program === 'string' ? program : 'briefpress';

/** An output format: how it is called, what it needs, and how its file is made. */
export interface Format {
  readonly name: string;
  /** Name of its file; with '' for a slug, the ending by which a catalogue knows it. */
  fileName(slug: string): string;
  readonly mediaType: string;
  /** One line for `--to` in the help. */
  readonly help: string;
  /** Whether it needs the print edition (`must`), is better with it (`may`), or does not care. */
  readonly print: 'must' | 'may' | 'no';
  /** Names of formats whose artifacts it holds; they are made first. */
  readonly after: readonly string[];
  /** How a catalogue offers it; left out: as a file that belongs to the book. */
  readonly offer?: Offer;
  /**
   * The finished file, checked by the format's own gates; null when a gate refused (flagged on
   * `file`).
   */
  write(job: Job, file: VFile): Promise<Artifact | null>;
  /**
   * Files made beside it, where it is delivered itself; they are told from it by what stands behind
   * the slug.
   */
  beside?(job: Job, file: VFile): Promise<readonly Artifact[]>;
}

/** A row of the catalogue. */
export interface Offer {
  /** Place among the files of a book, from 1. */
  readonly rank: number;
  readonly label: Label;
  /**
   * What the file is to the book: it itself, to be fetched; another form of it; something about it.
   */
  readonly rel: 'acquisition' | 'alternate' | 'related';
  /** Whether it is enough to make a book of a folder. */
  readonly readable: boolean;
  /** Whether it says what book it is. */
  readonly describes: boolean;
}
