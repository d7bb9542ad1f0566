/**
 * Values inside the quotation stage, between pairing and `Found`. Offsets are into the flat text of
 * a block unless said otherwise.
 */
import type {
  Attribution,
  FlatBlock,
  QuotationKind,
  Markup,
  Participant,
  Reason,
  Span,
} from '../types.ts';

/** A paired run of marked words (or a block quotation), before anyone asked what it is. */
export interface QuoteRun {
  readonly index: number;
  /**
   * Block in which it starts; block quotations and runs over several paragraphs list every block
   * they cover.
   */
  readonly block: number;
  readonly pieces: readonly { readonly block: number; readonly at: Span; readonly outer: Span }[];
  /** Words, marks excluded; pieces joined by \n\n. */
  readonly text: string;
  /** Row of the marks table, or 'block' (block quotation), 'markup' (directive without marks). */
  readonly style: string;
  /**
   * Index of the run that encloses this one, or null. Nested runs are reported inside their parent,
   * not as entries.
   */
  readonly parent: number | null;
  readonly closed: boolean;
  readonly markup: Markup | null;
  readonly reasons: readonly Reason[];
}

/** A verb, noun or phrase that announces speech: “said”, “according to”, “sagte”, “laut”. */
export interface Cue extends Span {
  readonly lemma: string;
  /**
   * verb: needs a subject (“X said”); source: names it itself (“according to X”); weak: verbs that
   * often announce no words (“called”).
   */
  readonly type: 'verb' | 'source' | 'weak';
  readonly negated: boolean;
}

/** What kind of thing stands between the marks, how sure that is, and why. */
export interface KindVerdict {
  readonly kind: Exclude<QuotationKind, 'fragment-of'>;
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Who is speaking, how sure that is, and why. */
export interface SpeakerVerdict {
  readonly attribution: Attribution;
  /** Index of the run of which this is a later part (interrupted quotation), or null. */
  readonly continues: number | null;
  readonly reasons: readonly Reason[];
}

/** What every question about a run may look at. */
export interface Scene {
  readonly blocks: readonly FlatBlock[];
  readonly runs: readonly QuoteRun[];
  readonly participants: readonly Participant[];
  readonly lang: string;
}

/** A stretch of one block that belongs to a run. */
export type RunPiece = QuoteRun['pieces'][number];

/** A run while it grows over blocks. */
export interface RunDraft {
  readonly pieces: RunPiece[];
  readonly style: string;
  parent: RunDraft | null;
  closed: boolean;
  markup: Markup | null;
  readonly reasons: Reason[];
}

/** A remark of the pairing stage; it has no weight. */
export const spokenReason = (rule: string, says: string): Reason => ({
  stage: 'pairing',
  rule,
  says,
  weight: 0,
});
