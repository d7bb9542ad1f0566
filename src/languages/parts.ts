/** Parts of a language by which quotations are found, told apart and given to their speakers. */

/** Announcing words. Lists are comma-separated; “…” in a form skips up to eight words. */
export interface CueWords {
  /** Lemma → its forms: words of which a speaker is the subject. */
  readonly verbs: Readonly<Record<string, string>>;
  /** Lemma → its forms: words that announce speech only now and then. */
  readonly weak: Readonly<Record<string, string>>;
  /** Phrases that name the source themselves. */
  readonly source: string;
  /** Words that name the source only directly after a closing mark (German “so”). */
  readonly afterMark: string;
  /** How words begin that follow such a word where a comma stands before it. */
  readonly afterMarkBefore: string;
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

/** Announcing words of a language that is written without spaces. */
export interface UnspacedCues {
  readonly rows: readonly UnspacedCue[];
  /**
   * Looked for at the end of the few characters before an announcement, and at the start of those
   * after it: a denial.
   */
  readonly deniedBefore: RegExp | null;
  readonly deniedAfter: RegExp | null;
}

/** What some announcing words do besides announcing; all by lemma. */
export interface CueUses {
  /** Its subject may be the listener, where the verb is passive: “was told”. */
  readonly toListener: ReadonlySet<string>;
  /** What is said answers a question. */
  readonly answers: ReadonlySet<string>;
  /** The marked words are the sense or the topic, not the wording: “which means”. */
  readonly defines: ReadonlySet<string>;
  /** Forms that are a noun as often as a verb, in the singular: “the claim”. */
  readonly nouns: ReadonlySet<string>;
  /** Words besides the articles that stand before such a noun. */
  readonly nounsAfter: ReadonlySet<string>;
  /** Forms that are a noun after a preposition: “in the states”. */
  readonly places: ReadonlySet<string>;
  /** Form → words after it with which it names nobody: “used as”. */
  readonly purposes: Readonly<Record<string, ReadonlySet<string>>>;
  /** Endings of past participles. */
  readonly past: readonly string[];
}

/** Grammatical person and gender of a pronoun, as far as antecedents depend on it. */
export type Gender = 'he' | 'she' | 'it' | 'they' | 'i' | 'we' | 'you';

/** Small words by which a subject is told from an object; all in lower case. */
export interface Grammar {
  readonly pronouns: ReadonlyMap<string, Gender>;
  /** Pronouns that count for learning a person's gender, in any case. */
  readonly gendered: ReadonlyMap<string, 'he' | 'she'>;
  readonly prepositions: ReadonlySet<string>;
  /** Articles of a subject, and those that never stand before one (German dem, den, des). */
  readonly determiners: ReadonlySet<string>;
  readonly oblique: ReadonlySet<string>;
  /** Words for “the” in the singular, in any case. */
  readonly definite: ReadonlySet<string>;
  /** Of those: the gender of the person whom they stand before. */
  readonly definiteGender: ReadonlyMap<string, 'he' | 'she'>;
  readonly possessives: ReadonlySet<string>;
  /** Words that open a relative or subordinate clause. */
  readonly relatives: ReadonlySet<string>;
  /** Of those: words that may be the subject of their clause (“Witkoff, who said”). */
  readonly pronominal: ReadonlySet<string>;
  /** Words that open a clause with what was said: “that”, “dass”. */
  readonly complementizers: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly or: ReadonlySet<string>;
  /**
   * Words besides “and” after which a verb shares the subject of the one before (“rose but said”).
   */
  readonly sharing: ReadonlySet<string>;
  /** Prepositions after which a description goes on: “a lawyer for Stone”. */
  readonly complements: ReadonlySet<string>;
  /** “by”, “von”, “par” after a passive, and its auxiliaries. */
  readonly agent: ReadonlySet<string>;
  /**
   * Words besides the agent's that stand before who gave the words: “another line came from Hale:
   * …”.
   */
  readonly givers: ReadonlySet<string>;
  readonly passive: ReadonlySet<string>;
  /** Auxiliaries and particles of what is only possible: “would”, “würde”. */
  readonly conditional: ReadonlySet<string>;
  /** Adverbs and auxiliaries between subject and verb. */
  readonly fillers: ReadonlySet<string>;
  /** Verbs after “it” that set somebody off: “it was Hale”. */
  readonly cleft: ReadonlySet<string>;
  /** Endings of participles that take the subject of their clause: “saying”. */
  readonly participles: readonly string[];
  /** A clause with a subject of its own and a participle: “with Hale saying”. */
  readonly absolute: { readonly opens: string; readonly ending: string } | null;
  /** Endings of adverbs, and of adjectives that may stand before a name. */
  readonly adverbs: readonly string[];
  readonly adjectives: readonly string[];
  /** After “the” and a number: “the 54-year-old”. */
  readonly aged: readonly string[];
  /** How a clause goes on that is set inside the marks and that a comma does not end. */
  readonly asides: readonly string[];
  /** Things that a person writes or says, and that speak for that person: “Stone’s letter says”. */
  readonly writings: ReadonlySet<string>;
  /** Subject may follow the verb in any main clause. */
  readonly verbSecond: boolean;
  /** A verb may stand alone for whoever was spoken of: “insiste: «…»”. */
  readonly subjectDropped: boolean;
  /** Every noun begins with a capital, so that a capital tells no name. */
  readonly nounCapitals: boolean;
}

/**
 * Words that tell a quotation from a term; all in lower case, without spaces between single
 * characters of Chinese and Japanese.
 */
export interface KindWords {
  /** Finite verbs and first or second persons: somebody speaks in a clause. */
  readonly finite: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
  /** Words that a name or a term follows: the book “…”. */
  readonly works: ReadonlySet<string>;
  /** Nouns for words that somebody said, beside those in the form of a verb: “Stone’s line “…””. */
  readonly sayings: ReadonlySet<string>;
  /** Words that a term, a label or a motto follows: the word “…”, known as “…”. */
  readonly labels: ReadonlySet<string>;
  /** Words after the marks that say the same: “…” genannt. */
  readonly labelsAfter: ReadonlySet<string>;
  /** What words stand on that nobody says: sign, banner. */
  readonly boards: ReadonlySet<string>;
  /** Words right before a title: entitled. */
  readonly entitled: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  /** Verb forms that mark a clause as reported. */
  readonly reported: ReadonlySet<string>;
  readonly joins: ReadonlySet<string>;
  /** “as” of a judgement: described as “…”. */
  readonly as: ReadonlySet<string>;
  /**
   * Small words that no other language of the table shares: a passage that holds only others' is a
   * foreign name.
   */
  readonly small: ReadonlySet<string>;
  /**
   * Phrases with which an author points back at words quoted before: “the phrase”. A pattern for
   * the end of a text, or null.
   */
  readonly pointsBack: RegExp | null;
  /** Ending that only a sentence has, where words can't be told apart. */
  readonly sentence: RegExp | null;
}

/** An announcement that stands inside the marks, verb first: « Oui, dit-il, je viens. » */
export interface Incise {
  /** Ends at the announcing word: pronouns and auxiliaries before it. */
  readonly before: RegExp;
  /** Begins after the announcing word: its subject. */
  readonly subject: RegExp;
  /**
   * Ends before the announcing word: the subject between auxiliary and participle (“a-t-il dit”).
   */
  readonly inverted: RegExp;
}

/** How a sentence of a language without spaces names who speaks. */
export interface UnspacedGrammar {
  /**
   * `topic`: a particle marks the subject, and the verb comes last (Japanese); `subject`: it stands
   * before the verb (Chinese).
   */
  readonly order: 'topic' | 'subject';
  /** Behind a name. */
  readonly honorifics: readonly string[];
  /** Particles of the subject. */
  readonly topics: readonly string[];
  readonly pronouns: ReadonlyMap<string, 'he' | 'she'>;
}
