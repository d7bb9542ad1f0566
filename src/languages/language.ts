/**
 * What the press knows about a language: one value each, in a folder of its own. `null` says that a
 * part is not known; the rule `language-partial` and the table in the README of this folder are
 * made from that.
 */
import type { LineWords } from './line-words.ts';
import type { SectionRole } from '../types.ts';
import type { PrintedLabels } from './en/printed.ts';
import type {
  CueUses,
  CueWords,
  Grammar,
  Incise,
  KindWords,
  UnspacedCues,
  UnspacedGrammar,
} from './parts.ts';

export type { Label, PrintedLabels } from './en/printed.ts';

/** How a language, or a region of it, marks quotations. */
export interface MarkStyle {
  /** Name that front matter may give (`quotes.style`). */
  readonly id: string;
  /** Outermost pair first, as opener and closer of one or two characters. */
  readonly pairs: readonly (readonly [open: string, close: string])[];
}

/** Words of persons and around names. All folded: lower case, no accents, no full stops. */
export interface PersonWords {
  /** Titles and forms of address before a name, by the gender that they tell. */
  readonly titles: {
    readonly he: ReadonlySet<string>;
    readonly she: ReadonlySet<string>;
    readonly open: ReadonlySet<string>;
  };
  /** Of the titles: those that never stand for a person by themselves (“Mr”, “Herr”). */
  readonly addresses: ReadonlySet<string>;
  /** Articles, which are no part of a name. */
  readonly articles: ReadonlySet<string>;
  /** Articles that only the name of a body begins with. */
  readonly bodyArticles: ReadonlySet<string>;
  /** Small words between the words of such a name, besides “and”: of. */
  readonly bodyJoins: ReadonlySet<string>;
  /**
   * Small words of a surname: those that may open it (von, de), and those that follow one (der).
   */
  readonly particles: {
    readonly opens: ReadonlySet<string>;
    readonly follows: ReadonlySet<string>;
  };
  /** Endings by which the cases of one surname differ, folded; null where names do not change. */
  readonly declension: RegExp | null;
  /** Words that make a name an organisation's: no part of it is a given name or surname. */
  readonly organisations: ReadonlySet<string>;
  /** Common given names: they tell persons apart and hint at pronouns. */
  readonly given: { readonly he: ReadonlySet<string>; readonly she: ReadonlySet<string> };
  /** Nouns of persons, by the gender that they tell. */
  readonly nouns: {
    readonly he: ReadonlySet<string>;
    readonly she: ReadonlySet<string>;
    readonly open: ReadonlySet<string>;
  };
  /** Nouns that stand before an announcing word without being a speaker one could name. */
  readonly notSpeakers: ReadonlySet<string>;
  /** Words by which somebody is called in a dialogue: “sir”, “maman”. */
  readonly called: { readonly he: ReadonlySet<string>; readonly she: ReadonlySet<string> };
  /** Words before a name by which somebody is called: “dear”, “no”, “oh”. */
  readonly callsBefore: ReadonlySet<string>;
  /** What parts the head of a description from the rest: “the man with the hat”. */
  readonly headEnds: ReadonlySet<string>;
  /**
   * What parts the head of a role from its place, and two roles: “Envoy to the Middle East and
   * developer”.
   */
  readonly roleEnds: ReadonlySet<string>;
  readonly roleJoins: ReadonlySet<string>;
  /** First parts of a compound whose rest is a role, too: Bundesminister. */
  readonly roleCompounds: readonly string[];
  /** How a role begins that is over: “former”. */
  readonly roleOver: readonly string[];
}

/** Words that weigh more or less than others when a quotation differs from its source. */
export interface SenseWords {
  /** They deny: the sense turns round with them. */
  readonly negations: ReadonlySet<string>;
  /** Endings and beginnings of contractions that deny: n't, n'. */
  readonly denyingEnds: readonly string[];
  readonly denyingStarts: readonly string[];
  /** Articles, fillers, forms of address to the listener: their loss is small. */
  readonly light: ReadonlySet<string>;
  /** Words after which the sentence says something else than its first half. */
  readonly turns: ReadonlySet<string>;
  /** Contraction → the words that it stands for. */
  readonly contractions: Readonly<Record<string, string>>;
  /** Ending of a contraction → what it stands for. */
  readonly contractedEnds: Readonly<Record<string, string>>;
  /**
   * Words of the numbers from 0 to 20, in order, and of 20, 30 … 90. Empty where they are not
   * known.
   */
  readonly numbers: readonly string[];
  readonly tens: readonly string[];
}

/** Words around a quotation, or within it, that change what it says. In lower case. */
export interface ContextWords {
  /** They open a condition or an indirect question: if, unless, whether. */
  readonly conditions: ReadonlySet<string>;
  /** Forms by which others are said to say or think something: claims, believes. */
  readonly claims: ReadonlySet<string>;
  /**
   * Words after which a clause says what is held, true or promised, with whatever subject: said,
   * think, true.
   */
  readonly opinions: ReadonlySet<string>;
  /** Subjects of a claim that is the speaker’s own: I, we. */
  readonly own: ReadonlySet<string>;
  /** They deny without a negation: false, refuse, doubt. */
  readonly unsaid: ReadonlySet<string>;
  /** Auxiliaries of what is only possible: might. */
  readonly possible: ReadonlySet<string>;
  /** Answers that a comma tells from the word that denies. */
  readonly yesNo: ReadonlySet<string>;
  /** They narrow what follows: only. */
  readonly only: ReadonlySet<string>;
  /** Words that are another one in capitals: us, who. */
  readonly acronyms: ReadonlySet<string>;
  /** Words that house styles write with a capital or without one: president. */
  readonly courtesy: ReadonlySet<string>;
  /** Sounds of somebody who looks for words. */
  readonly hesitations: ReadonlySet<string>;
  /** How transcribers say that they could not hear something, in brackets. */
  readonly unheard: ReadonlySet<string>;
  /** Directly before a passage: what it says did not quite come about. nearly, almost. */
  readonly nearly: ReadonlySet<string>;
  /**
   * Phrases directly before a passage, or before its “that”, after which it says what is not so:
   * far from, instead of, I used to believe, as if.
   */
  readonly undoneBefore: readonly string[];
  /** Phrases directly behind a passage that take part of it back: except for, apart from. */
  readonly undoneAfter: readonly string[];
  /** Verbs that open a condition without “if” at the head of a sentence: had we known. */
  readonly inverted: ReadonlySet<string>;
  /** Forms of “to be” in the third person. */
  readonly copulas: ReadonlySet<string>;
  /** What a claim is that is taken back behind it: “… is false”. */
  readonly refuted: ReadonlySet<string>;
  /** Number words that multiply or divide the number beside them: million, half. */
  readonly scales: ReadonlySet<string>;
  /** Phrases directly before a number that say on which side of it the truth lies: fewer than. */
  readonly bounds: readonly string[];
  /** Words before “that” after which a clause is told as a fact, whoever says so: shows, know. */
  readonly factive: ReadonlySet<string>;
  /** Words before “that” after which a clause is hoped, rumoured, or only seems to be so. */
  readonly unsettled: ReadonlySet<string>;
  /** Determiners that point at something known: this. */
  readonly pointing: ReadonlySet<string>;
  /** How much or how many, which nobody may put in brackets: all, most, thousands. */
  readonly quantifiers: ReadonlySet<string>;
  /** They open a condition behind what holds now or will: when; and forms that tell such a clause. */
  readonly whenever: ReadonlySet<string>;
  readonly present: ReadonlySet<string>;
  /** Where things happen that did not: film, novel, dream. */
  readonly fictions: ReadonlySet<string>;
  /** They open what must come true first: with more rain, given enough money. */
  readonly given: ReadonlySet<string>;
  /** Endings of verbs that tell what would be. */
  readonly conditionalEnds: readonly string[];
  /** Endings of verbs that tell what will be. */
  readonly futureEnds: readonly string[];
  /** Verbs whose denial affirms: never forget that. */
  readonly forgetting: ReadonlySet<string>;
  /** What editors write in brackets for what they do not print: expletive. */
  readonly blanked: ReadonlySet<string>;
  /**
   * Left out of a sentence, they make a deed of what was tried, planned or less so: tried to, too.
   */
  readonly attempts: readonly string[];
  /** Conditions in form alone: if you ask me. */
  readonly politely: readonly string[];
}

/**
 * Headings by the role of their section: lower case, without articles in front, numbers and
 * punctuation.
 */
export type Headings = Readonly<Partial<Record<SectionRole, readonly string[]>>>;

/** Words by which the language of a text is told. */
export interface FrequentWords {
  /**
   * Frequent in this language and rare in the others that editions are printed in: tells the
   * language of a whole brief.
   */
  readonly telling: ReadonlySet<string>;
  /** Common words: tells the language of a few quoted words. */
  readonly common: ReadonlySet<string>;
}

/**
 * What stands in the labels of transcripts, and what only looks like a label. Phrases in lower
 * case, as they are written.
 */
export interface TranscriptWords {
  /**
   * Roles and offices that stand for one voice, alone or with a name: chair, moderator, the court,
   * the witness.
   */
  readonly roles: ReadonlySet<string>;
  /** Labels that stand for nobody in particular: speaker, unidentified voice. */
  readonly anonymous: ReadonlySet<string>;
  /** Words and letters before a question and before its answer. */
  readonly questions: ReadonlySet<string>;
  readonly answers: ReadonlySet<string>;
  /**
   * Forms of address to the listeners, which open a sentence and no turn: “Hon. members”, “Vielen
   * Dank”.
   */
  readonly salutations: ReadonlySet<string>;
  /** Words about a document, not in it: date, agenda, motion, exhibit. */
  readonly documents: ReadonlySet<string>;
  /** Words that open a sentence before a colon: example, finally. */
  readonly discourse: ReadonlySet<string>;
  /** Pronouns, auxiliaries and other small words: no label holds them, but for particles. */
  readonly functionWords: ReadonlySet<string>;
  /** What transcribers write in brackets that nobody said: laughter, applause. */
  readonly stage: ReadonlySet<string>;
  /** Behind a label whose turn goes on: continued, Fortsetzung. */
  readonly continued: ReadonlySet<string>;
  /** Words before the number of a page. */
  readonly pages: ReadonlySet<string>;
}

/** Months and days of the week, with their short forms; lower case, no full stops. */
export interface CalendarWords {
  readonly months: ReadonlySet<string>;
  readonly weekdays: ReadonlySet<string>;
}

/** All that the press knows about a language; null where a part is not known. */
export interface Language {
  /** BCP 47 primary language. */
  readonly tag: string;
  /** English name, as messages and the documentation call it. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  readonly marks: MarkStyle | null;
  /** BCP 47 tags of regions that mark otherwise. */
  readonly regions: Readonly<Record<string, MarkStyle>>;
  /**
   * Whether the number of a note stands before the punctuation that follows the words, as in
   * French.
   */
  readonly noteBeforePunctuation: boolean;
  readonly incise: Incise | null;
  readonly cues: CueWords | UnspacedCues | null;
  readonly cueUses: CueUses | null;
  readonly grammar: Grammar | null;
  /** Instead of a grammar, where words are written without spaces. */
  readonly unspaced: UnspacedGrammar | null;
  readonly kind: KindWords | null;
  readonly people: PersonWords | null;
  readonly sense: SenseWords | null;
  readonly context: ContextWords | null;
  /** Words with which a full stop does not end the sentence, without it; as written. */
  readonly abbreviations: readonly string[] | null;
  readonly headings: Headings | null;
  readonly lines: LineWords | null;
  readonly frequent: FrequentWords | null;
  readonly printed: PrintedLabels | null;
  readonly transcript: TranscriptWords | null;
  readonly calendar: CalendarWords | null;
}
