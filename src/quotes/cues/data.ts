/** Shape of one language's announcing words. Lists are comma-separated; “…” in a form skips up to eight words. */
export interface CueData {
  /** Lemma → its forms: words of which a speaker is the subject. */
  readonly verbs: Readonly<Record<string, string>>;
  /** Lemma → its forms: words that announce speech only now and then. */
  readonly weak: Readonly<Record<string, string>>;
  /** Phrases that name the source themselves. */
  readonly source: string;
  /** Words that name the source only directly after a closing mark (German “so”). */
  readonly afterMark: string;
  /** Words that turn the announcement into a denial, before it or after it. */
  readonly negators: string;
  readonly negatorsAfter: string;
  /** Words that may stand between the negator and the announcing word. */
  readonly between: string;
}

/** One row of a language that is written without spaces: forms are found as they stand. */
export interface UnspacedCue {
  readonly lemma: string;
  readonly type: 'verb' | 'source' | 'weak';
  readonly forms: readonly string[];
}
