/**
 * Every value that flows between the stages, on one page. Plain readonly data, JSON-safe: each
 * stage can be tested, cached and archived alone. Offsets are UTF-16 code units; `start` is
 * included, `end` is not.
 */
import type { Root as HastRoot } from 'hast';
import type { Root as MdastRoot, RootContent } from 'mdast';

/** A stretch of a file (or of a flat text, where said so). */
export interface Span {
  readonly start: number;
  readonly end: number;
}

// ---------------------------------------------------------------- reading: file → Brief,
// Transcript

/**
 * What a section is for; styled and searched by role. Recognised from front matter or from its
 * heading (read/roles.ts).
 */
export type SectionRole =
  | 'summary'
  | 'participants'
  | 'body'
  | 'context'
  | 'analysis'
  | 'questions'
  | 'source'
  | 'disclosure';

/** A person who may speak. */
export interface Participant {
  /** Stable id: from front matter, else a slug of the name. */
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  /** Spellings under which the text may name this person; the full name is always among them. */
  readonly aliases: readonly string[];
  readonly pronouns: 'he' | 'she' | 'they' | 'it' | null;
}

/**
 * One source of the brief: what was quoted from, where it is, and the transcript file if there is
 * one.
 */
export interface Source {
  readonly id: string;
  /** The citation as the reader sees it, plain text. */
  readonly citation: string | null;
  readonly url: string | null;
  readonly archivedUrl: string | null;
  readonly retrieved: string | null;
  readonly rights: string | null;
  /** What the author remarks on it: where it comes from, how far it was verified. */
  readonly note: string | null;
  /** Transcript file, relative to the brief's folder (or as given by --transcript). */
  readonly file: string | null;
  readonly format: string | null;
  /** Encoding of the file, by a name of the Encoding Standard; null = its mark, else UTF-8. */
  readonly encoding: string | null;
  /** What the author says about labels: label → id or name of a participant, null for nobody. */
  readonly speakers: Readonly<Record<string, string | null>>;
  /**
   * The press itself has found it, in a folder of transcripts; its id is the path below that
   * folder.
   */
  readonly found?: true;
}

/**
 * Front matter after validation by schema/brief.schema.json; absent keys are null or empty, never
 * undefined.
 */
export interface Meta {
  readonly title: string;
  readonly subtitle: string | null;
  /** ISO 8601 date or date-time, as written. */
  readonly date: string | null;
  /** BCP 47. */
  readonly lang: string;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly identifier: string | null;
  readonly status: string | null;
  readonly classification: string | null;
  readonly disclosure: string | null;
  readonly rights: string | null;
  readonly description: string | null;
  readonly keywords: readonly string[];
  readonly series: { readonly name: string; readonly position: number | null } | null;
  readonly quotes: QuoteOptions;
  /** Overrides from front matter and sidecar, keyed as in quotes/overrides.ts. */
  readonly theme: string | null;
  readonly paper: string | null;
  readonly print?: PrintWishes;
  /** Whether editions set straight marks as the language does. */
  readonly typography?: 'smart' | 'as-written';
  /** What the author gives to themes, by name. */
  readonly fields?: { readonly [key: string]: FieldValue };
}

/** How a brief asks to be printed beside its paper; what is left out is not wanted. */
export interface PrintWishes {
  /**
   * On both sides: mirrored margins, and blank pages so that body, briefs and appendix begin on a
   * right-hand page.
   */
  readonly duplex?: boolean;
  readonly booklet?: boolean;
  readonly cropMarks?: boolean;
  readonly gray?: boolean;
  /** Lines of the body numbered in the margin, for review. */
  readonly lineNumbers?: boolean;
}

/** How quotations are marked in this brief, as far as the front matter says. */
export interface QuoteOptions {
  /** Row of quotes/marks.ts, or 'auto' = by the brief's language plus all unambiguous marks. */
  readonly style: string;
  readonly singles: 'auto' | 'never';
  readonly dashDialogue: boolean;
  /** List terms and titles that were not numbered. */
  readonly unlisted: 'show' | 'hide';
  /** Number of words under which marked words are never numbered without a cue. */
  readonly minWords: number;
  /** Whether hesitations and words said twice are words to be quoted, or may be left out. */
  readonly disfluencies: 'keep' | 'fold';
}

/** A part of the brief under a heading. */
export interface Section {
  /** Unique in the book, [a-z][a-z0-9-]*. */
  readonly id: string;
  readonly title: string;
  /** 1 = a chapter of the book, 2 = a subsection, … */
  readonly depth: number;
  readonly role: SectionRole;
  /** Content between this heading and the next heading; the heading itself is `heading`. */
  readonly heading: RootContent | null;
  readonly nodes: readonly RootContent[];
}

/** A table that the brief names in its front matter. Cells are text as the file has it. */
export interface DataTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Each as long as `columns`. */
  readonly rows: readonly (readonly string[])[];
}

/** The part of a table that a directive shows; figures with the numbers of all columns but the first. */
export type ShownData = Omit<DataTable, 'name'> &
  (
    | { readonly kind: 'table' }
    | { readonly kind: 'bar' | 'line'; readonly values: readonly (readonly number[])[] }
  );

/** Values that an author gives to themes, as plain data: text, lists, and maps of them. */
export type FieldValue =
  | string
  | null
  | readonly FieldValue[]
  | { readonly [key: string]: FieldValue };

/** A file taken into the book, already read: an image of the brief. */
export interface Asset {
  /** As written in the Markdown. */
  readonly url: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** A change since an earlier edition that readers are told of. Words are plain text. */
export interface Correction {
  readonly kind: 'changed' | 'added' | 'withdrawn' | 'reattributed' | 'text';
  /** ISO 8601, as written. */
  readonly date: string | null;
  /** Number in this edition. */
  readonly quotation: number | null;
  readonly was: string | null;
  readonly now: string | null;
  readonly note: string | null;
}

/** How one line of a pasted text was understood: `heading`, `participant`, … */
export interface LineReading {
  /** 1-based. */
  readonly line: number;
  readonly as: string;
  readonly text: string;
}

/**
 * A file whose text was put together anew to be read, and the way back to it: what stands at `from`
 * stands in the file at `at`, and so on up to the next row; with `held`, all of it stands right
 * there. Sorted by `from`.
 */
export interface WrittenText {
  /** The file's own text. */
  readonly text: string;
  readonly map: readonly { readonly from: number; readonly at: number; readonly held?: true }[];
}

/** A brief as it was read. Offsets are UTF-16 code units of `text`. */
export interface Brief {
  readonly slug: string;
  /** Path as shown in messages. */
  readonly path: string;
  /**
   * The file's text exactly as read (BOM removed); of a brief that is data, the Markdown that it
   * stands for. Every offset points into it.
   */
  readonly text: string;
  /** The data file, where the brief is one. */
  readonly written?: WrittenText;
  /**
   * Markdown of the brief: `text` itself for Markdown input, a clean translation for plain text.
   */
  readonly markdown: () => string;
  readonly tree: MdastRoot;
  readonly meta: Meta;
  readonly participants: readonly Participant[];
  readonly sources: readonly Source[];
  /** In reading order. */
  readonly sections: readonly Section[];
  readonly assets: readonly Asset[];
  /**
   * The brief's own file and its sidecars, byte for byte; paths relative to the brief's folder. The
   * brief comes first.
   */
  readonly originals: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly corrections: readonly Correction[];
  /** How the lines of plain text were understood, in their order; empty for Markdown. */
  readonly readings: readonly LineReading[];
  /**
   * Author's decisions about quotations from front matter and sidecar (markup is read in
   * quotes/flat.ts).
   */
  readonly overrides: readonly Override[];
}

/**
 * Why nobody knows who speaks: words before the first label; after a line that may be a label and
 * may be none; in a turn so long that a label was probably missed; read aloud from another record;
 * a remark in brackets; a file whose labels were not recognised.
 */
export type Doubt =
  | 'before-first-label'
  | 'doubtful-label'
  | 'too-long'
  | 'read-aloud'
  | 'remark'
  | 'layout-unknown';

/** How one label of a transcript was understood. */
export interface LabelRow {
  readonly label: string;
  readonly turns: number;
  readonly words: number;
  /** 1-based line of its first turn. */
  readonly line: number;
  /** Beginnings of its first turns, two at most. */
  readonly samples: readonly string[];
  /**
   * Id of the participant whom it means, and why: `map`, `name`, `nobody`, `several`, `voice`;
   * `because` says it in words.
   */
  readonly participant: string | null;
  readonly why: 'map' | 'name' | 'nobody' | 'several' | 'voice';
  readonly because: string;
}

/** One speaking turn of a transcript, with the place it came from. */
export interface Turn {
  readonly index: number;
  /**
   * As labelled in the transcript, where that is certain; null where nobody is named and where
   * nobody knows.
   */
  readonly speaker: string | null;
  /**
   * `named`: a label names who speaks. `unnamed`: the transcript marks a voice without a name (“Q”,
   * “Speaker 2”, “>>”). `unsure`: who speaks can't be told from the file; `doubt` says why, and
   * `speaker` is null.
   */
  readonly voice: 'named' | 'unnamed' | 'unsure';
  readonly doubt: Doubt | null;
  readonly text: string;
  /** Time code as written, e.g. 00:03:12. */
  readonly at: string | null;
  /**
   * 1-based line of the transcript file on which the turn starts, and its page where the file has
   * page marks.
   */
  readonly line: number;
  readonly page: number | null;
  /**
   * Offset in the transcript file's text for each run of `text`: `text[from]` stands at file offset
   * `at`. Sorted.
   */
  readonly map: readonly { readonly from: number; readonly at: number }[];
}

/** A transcript as it was read. Offsets are UTF-16 code units of `text`. */
export interface Transcript {
  readonly sourceId: string;
  readonly name: string;
  readonly format: string;
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** The decoded text of the file, the base of all offsets. */
  readonly text: string;
  readonly turns: readonly Turn[];
  /** How the file was read, in a few words: “name and colon”, “captions with voices”. */
  readonly layout: string;
  /** Share of the lines with words, 0…1, whose speaker is known or known to be unnamed. */
  readonly explained: number;
  /** The other lines, 1-based, both ends included; sorted. */
  readonly unexplained: readonly { readonly start: number; readonly end: number }[];
  /** Every label, by its first turn. */
  readonly labels: readonly LabelRow[];
  /** Labels that the author mapped by hand, with the name that they mean; null for nobody. */
  readonly mapped: Readonly<Record<string, string | null>>;
  /** Transcript label → participant id; labels without a participant are absent (and flagged). */
  readonly speakers: Readonly<Record<string, string>>;
  /** Page that begins at an offset, where the file has page marks; sorted. */
  readonly pages?: readonly { readonly from: number; readonly page: number }[];
  /** Time code that holds from an offset on, where a turn has several (captions); sorted. */
  readonly times?: readonly { readonly from: number; readonly at: string }[];
  /** Number printed beside the line that begins at an offset, where lines are numbered; sorted. */
  readonly numbered?: readonly { readonly from: number; readonly line: number }[];
}

// ---------------------------------------------------------------- quotations: Brief → Found[]

/**
 * The text of one block as a reader sees it, with a map back into the file. Emphasis and links are
 * transparent; code, HTML, math, image alt and bare URLs are one U+FFFC each.
 */
export interface FlatBlock {
  readonly index: number;
  readonly type: 'paragraph' | 'heading' | 'item' | 'cell' | 'blockquote' | 'footnote';
  /** Section id and role this block stands in. */
  readonly section: string;
  readonly role: SectionRole;
  readonly text: string;
  /**
   * `text[from]` stands at file offset `at`; runs are contiguous up to the next row. Sorted by
   * `from`.
   */
  readonly map: readonly { readonly from: number; readonly at: number }[];
  /** Blocks of one block quote (or `:::quote`) share a number; null outside. */
  readonly group: number | null;
  /** Attributes of the block directive or `<blockquote cite>` around it. */
  readonly groupMarkup: Markup | null;
  /** Inline markup inside the block; offsets into `text`. */
  readonly markup: readonly (Span & { readonly markup: Markup })[];
  readonly lang: string;
}

/**
 * What the author said about marked words: `:quote[…]{by=…}`, `:term[…]`, `<q cite>`, `<dfn>`, …
 */
export interface Markup {
  readonly as: 'quote' | 'term' | 'title' | 'scare' | 'none';
  readonly by: string | null;
  readonly id: string | null;
  readonly src: string | null;
  readonly at: string | null;
  readonly of: string | null;
  readonly verify: boolean;
}

/** What the author settled about one quotation. */
export interface Override {
  readonly from: 'markup' | 'sidecar' | 'front-matter';
  /** Key of the quotation this is about: its id, or normalised words. */
  readonly key: string;
  readonly markup: Markup;
  readonly why: string | null;
  readonly status: 'accepted' | null;
  readonly acceptedBy: string | null;
  /** Written by the press itself: heard only where detection has come to another verdict since. */
  readonly settled?: true;
}

/**
 * The first four are quotations; `fragment-of` repeats words of a longer one; the rest are not
 * numbered.
 */
export type QuotationKind =
  | 'speech'
  | 'partial'
  | 'block'
  | 'fragment-of'
  | 'term'
  | 'scare'
  | 'title';

/**
 * One rule that spoke: its id, what it said, and how much it weighs (positive = quotation, for
 * kinds; 0 = remark).
 */
export interface Reason {
  readonly stage: 'pairing' | 'kind' | 'speaker' | 'link' | 'verify' | 'override';
  readonly rule: string;
  readonly says: string;
  readonly weight: number;
}

/** Who is said to speak, and how sure that is. */
export interface Attribution {
  /**
   * Name as printed; a participant's full name, or an unnamed source verbatim; null = not stated.
   */
  readonly name: string | null;
  /** Participant id, or null when the name is not in Participants. */
  readonly participant: string | null;
  /** Sieve that decided (quotes/speaker/*.ts), 'none' if no one. */
  readonly sieve: string;
  /**
   * Strong evidence (markup, cue, colon, attribution line) contradicts a transcript; weak evidence
   * yields to it.
   */
  readonly strength: 'explicit' | 'weak' | 'none';
  /** 0…1 */
  readonly confidence: number;
  /**
   * Ids of the participants whom the author’s words can mean. Null where they say nothing of the
   * speaker and the choice is the press’s own: then a source may name anybody.
   */
  readonly may: readonly string[] | null;
  readonly fromSource: boolean;
}

/**
 * One run of quoted words in the brief. An interrupted quotation is several, joined by `continues`.
 */
export interface Found {
  /**
   * Derived from the words (and speaker-free), stable when the text around moves: `q-` + 8 hex,
   * `-2`… for repeats.
   */
  readonly id: string;
  readonly kind: QuotationKind;
  /** Words, marks excluded; several paragraphs of one quotation are joined by \n\n. */
  readonly text: string;
  /** File offsets of the words, marks excluded; one span per paragraph. */
  readonly spans: readonly Span[];
  /** File offsets with marks. */
  readonly outer: Span;
  /** Flat position: block index and offsets into its text, marks excluded. */
  readonly block: number;
  readonly at: Span;
  readonly section: string;
  readonly speaker: Attribution;
  /** Id of the full quotation whose words these are. */
  readonly of: string | null;
  /** Id of the first part, where this is a later part of an interrupted quotation. */
  readonly continues: string | null;
  /** Id of the source it is said to come from. */
  readonly source: string | null;
  readonly verify: boolean;
  readonly override: Override | null;
  readonly reasons: readonly Reason[];
}

// ---------------------------------------------------------------- verification and ledger

/** Where words stand in a source. Offsets into the transcript file's text. */
export interface Locator extends Span {
  readonly source: string;
  readonly turn: number;
  readonly speaker: string | null;
  readonly at: string | null;
  /**
   * Line as people cite it: printed beside the words where lines are numbered, else 1-based in the
   * file.
   */
  readonly line: number;
  readonly page: number | null;
  /** Where the page is known, and the words end on a later line: that line, and its page. */
  readonly to?: { readonly page: number; readonly line: number };
  /** W3C Web Annotation selectors (https://www.w3.org/TR/annotation-model/#text-quote-selector). */
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Differences tolerated by an exact verdict, by name, so that the legend can list them. */
export type Fold =
  | 'marks'
  | 'dashes'
  | 'spaces'
  | 'ligatures'
  | 'first-letter'
  | 'capitals'
  | 'edge-punctuation'
  | 'inner-punctuation'
  | 'hyphenation'
  | 'disfluencies';

/**
 * A word diff from source to brief: `same` in both, `missing` only in the source, `added` only in
 * the brief.
 */
export interface DiffPart {
  readonly op: 'same' | 'missing' | 'added';
  readonly words: string;
}

/** What a reader should know before the words stand alone. A major one withdraws the tick. */
export interface Remark {
  readonly rule: string;
  readonly severity: 'minor' | 'major';
  /** A sentence without a final stop, in the language of the brief. */
  readonly says: string;
}

/**
 * What the source says of the speaker whom the brief names: `confirmed`, it names the same;
 * `unnamed`, it names nobody there; `unmapped`, its label fits no participant or several;
 * `contradicted`, it names another; `unstated`, the brief names nobody and the source somebody.
 */
export type SpeakerCheck = 'confirmed' | 'unnamed' | 'unmapped' | 'contradicted' | 'unstated';

/** What the transcripts say about the words of a quotation. */
export type Evidence =
  | { readonly status: 'unchecked'; readonly why: 'no-transcript' | 'silenced' | 'no-turns' }
  | {
      readonly status: 'exact' | 'exact-with-ellipsis' | 'exact-with-brackets';
      readonly locator: Locator;
      readonly folds: readonly Fold[];
      /** Other turns with the same words. */ readonly also: readonly Locator[];
      readonly remarks: readonly Remark[];
    }
  | {
      readonly status: 'altered';
      readonly locator: Locator;
      readonly severity: 'minor' | 'major';
      readonly diff: readonly DiffPart[];
      readonly similarity: number;
      readonly remarks: readonly Remark[];
    }
  | {
      readonly status: 'misattributed';
      readonly locator: Locator;
      readonly saidBy: string;
      readonly folds: readonly Fold[];
    }
  | { readonly status: 'ambiguous'; readonly locators: readonly Locator[] }
  | {
      readonly status: 'not-found';
      readonly nearest: Locator | null;
      readonly diff: readonly DiffPart[];
    };

/** The verdict on the words alone. */
export type Status = Evidence['status'];

/**
 * Both answers in one word, as people read it: the status of the words, or what withholds the tick
 * from words that stand in the source. `speaker-unchecked`: it does not tell who said them.
 * `speaker-differs`: it names another than the text suggests. `remarked`: what stands around them
 * there changes their sense.
 */
export type Verdict = Status | 'speaker-unchecked' | 'speaker-differs' | 'remarked';

/** One occurrence of an entry's words in the brief: it has its own anchor and its own backlink. */
export interface QuotationPlace {
  /** Anchor id, `<quotation id>-<n>`, n = 1, 2, …: unique in the book. */
  readonly id: string;
  /** Ids of the Found runs that make this occurrence (several when interrupted). */
  readonly found: readonly string[];
  readonly section: string;
  readonly role: 'full' | 'fragment';
}

/** A numbered quotation: its words, places, speaker and evidence. */
export interface Entry {
  /**
   * Display number: dense, in reading order of the first full occurrence; `entries[n-1].number ===
   * n`.
   */
  readonly number: number;
  /**
   * How the editions write the number, where they don't write `number`: 2.5 is the fifth quotation
   * of the second brief.
   */
  readonly shown?: string;
  readonly id: string;
  readonly kind: 'speech' | 'partial' | 'block';
  readonly text: string;
  readonly speaker: Attribution;
  readonly section: string;
  readonly places: readonly QuotationPlace[];
  /** Numbers of other entries to compare (same words, another utterance). */
  readonly cf: readonly number[];
  readonly evidence: Evidence;
  /** Null where the words stand in no source that was read. */
  readonly speakerCheck: SpeakerCheck | null;
  /** The words are exact, the speaker is confirmed, and nothing major is to be said of it. */
  readonly tick: boolean;
}

/** Marked words that are not quotations, with the reason, so that a reader can overrule. */
export interface Unnumbered {
  readonly id: string;
  readonly kind: 'term' | 'scare' | 'title';
  readonly text: string;
  readonly section: string;
  readonly found: string;
  readonly reason: string;
}

/** All that was found in a brief, numbered. */
export interface Ledger {
  readonly entries: readonly Entry[];
  readonly unnumbered: readonly Unnumbered[];
  /** Every run found, in reading order. */
  readonly found: readonly Found[];
  readonly overrides: readonly Override[];
  readonly transcripts: readonly {
    readonly source: string;
    readonly name: string;
    readonly sha256: string;
    readonly turns: number;
    /** What the author says about labels, where anything: label → participant, null for nobody. */
    readonly speakers?: Readonly<Record<string, string | null>>;
  }[];
  readonly counts: Readonly<Record<Verdict, number>>;
}

// ---------------------------------------------------------------- composing and printing

/** What a chapter of an edition is. */
export type ChapterKind =
  | 'title-page'
  | 'contents'
  | 'glance'
  | 'section'
  | 'appendix'
  | 'speakers'
  | 'not-numbered'
  | 'source-note'
  | 'colophon';

/** A heading inside a chapter; `depth` from 1. */
export interface Heading {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
}

/**
 * One file of the EPUB, one opening of the print book. Links are always `#id`; each format resolves
 * them.
 */
export interface Chapter {
  readonly id: string;
  readonly kind: ChapterKind;
  readonly matter: 'front' | 'body' | 'back';
  readonly role: SectionRole | null;
  readonly title: string;
  /** True for a brief of a packet: it begins a page whatever stands before it. */
  readonly opens?: true;
  /** This chapter's headings from depth 2 down, for contents and outline. */
  readonly headings: readonly Heading[];
  /**
   * Sanitised body, heading included, only for kind 'section'. Quotations are elements `quotation`
   * with properties {place, number, lang?} around the words with their marks; each place ends in an
   * empty element `noteref` {place, number, entry, shown?}. Every block element has an id.
   */
  readonly tree: HastRoot | null;
}

/** What is published, before any format: chapters as trees, links as `#id`. */
export interface Edition {
  readonly slug: string;
  /** `urn:uuid:` version 5 of the brief's identifier, or of its slug and title. */
  readonly identifier: string;
  readonly meta: Meta;
  readonly dir: 'ltr' | 'rtl';
  /**
   * `YYYY-MM-DDThh:mm:ssZ` from SOURCE_DATE_EPOCH or the brief's date; never the clock. Null when
   * neither is known.
   */
  readonly modified: string | null;
  readonly participants: readonly Participant[];
  readonly sources: readonly Source[];
  readonly chapters: readonly Chapter[];
  readonly ledger: Ledger;
  readonly assets: readonly Asset[];
  /** True where straight marks of the text were set: `typography: smart`. */
  readonly isSet?: true;
  /** Words that the edition prints by itself, in the brief's language (labels.ts). */
  readonly labels: Readonly<Record<string, string>>;
}

/** Where each anchor landed in print; read back from the PDF's own destinations, never guessed. */
export interface PageMap {
  /** `urn:sha256:` of the finished PDF. */
  readonly source: string;
  /** Anchor id → page label as printed. */
  readonly labels: Readonly<Record<string, string>>;
  /**
   * One row per sheet side, in order: its label, and where its first words stand: `offset`
   * characters into block `id`.
   */
  readonly pages: readonly {
    readonly label: string;
    readonly id: string | null;
    readonly offset: number;
  }[];
  /** Number of times the book was printed until the numbers settled. */
  readonly passes: number;
}

/** A file that was made. */
export interface Artifact {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What a person wants to know of it: pages, links checked, … */
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

/**
 * Exit codes of design: 3 content, 4 quotation check, 5 output gate, 6 environment, 7 render; 2
 * usage, 1 a bug.
 */
export type Failure = 2 | 3 | 4 | 5 | 6 | 7;

/** What a message of this rule means for the run. */
export interface Rule {
  /** `error` stops the build; `warning` fails only under --strict; `info` never fails. */
  readonly level: 'error' | 'warning' | 'info';
  readonly exit: Failure;
  /** What the reader can do about it: one sentence in the imperative. */
  readonly help: string;
}
