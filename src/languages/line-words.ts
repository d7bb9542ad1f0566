/** Words by which lines of pasted text are told apart. */

/** Words at the head of lines of a brief. */
export interface LineWords {
  /** Articles before a heading. */
  readonly articles: ReadonlySet<string>;
  /**
   * How a line begins that tells of help in writing, in lower case; and a pattern for other such
   * lines, or null.
   */
  readonly disclosures: readonly string[];
  readonly disclosed: RegExp | null;
  /** Labels of a disclosure, of a source and of a note, without their colon; lower case. */
  readonly disclosureLabels: readonly string[];
  readonly sourceLabels: readonly string[];
  /** In front of what a mail is about. */
  readonly subjectLabels: readonly string[];
  readonly letters: LetterWords;
  /** What kind of text it is, and no title: “Evidence brief”. Lower case. */
  readonly genres: readonly string[];
  /** Lines of a web page that are no text of it, and those above lists of other pages. Lower case. */
  readonly page: { readonly furniture: readonly string[]; readonly related: readonly string[] };
  /** How an assistant begins what it says to its user above a text, and below it. Lower case. */
  readonly chat: { readonly opens: readonly string[]; readonly closes: readonly string[] };
  readonly noteLabels: readonly string[];
  /** Word before those whom a note is for: “Context for readers”. */
  readonly readersFor: readonly string[];
}

/** What mail programs write around the words of a mail; lower case, without signs. */
export interface LetterWords {
  /** Label of the sender, and of the other lines of a head. */
  readonly from: readonly string[];
  readonly heads: readonly string[];
  /** In the line above what somebody is answered: “On Friday Ida Moen wrote:”. */
  readonly wrote: readonly string[];
  /** Alone on a line between rules, above a mail in a mail: “Original Message”. */
  readonly parted: readonly string[];
  /** Words of those two that say that a mail was handed on, and not answered. */
  readonly forwards: readonly string[];
  /** In front of a subject: answered, handed on. */
  readonly replies: readonly string[];
}
