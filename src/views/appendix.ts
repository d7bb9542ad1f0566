/**
 * The quote appendix as the templates see it: one row per entry, the legend of the verdicts, and
 * the list of marked words without a number.
 */
import { marksSetIn } from '../languages/set-marks.ts';
import type { DiffPart, Edition, Entry, Evidence, Locator } from '../types.ts';
import { legendView, verdictView, type LegendView, type VerdictView } from './verdicts.ts';
import {
  letterOf,
  shownNumber,
  labelsSaid,
  sectionViews,
  type SayLabel,
  type SectionView,
  languagesByPlace,
} from './say.ts';

/** The difference between a quotation and its source, for people who can't see colours too. */
export interface DiffView {
  readonly title: string;
  /** Exactly one of `same`, `missing`, `added` is true; `label` names the last two. */
  readonly parts: readonly {
    readonly words: string;
    readonly same: boolean;
    readonly missing: boolean;
    readonly added: boolean;
    readonly label: string;
  }[];
}

/** Where the words stand in their source. */
export interface LocatorView {
  readonly source: string;
  /** Turn, time, page:line, as far as the transcript has them. */
  readonly text: string;
  readonly speaker: string | null;
  readonly exact: string;
}

/** A place in the text that an entry leads back to. */
export interface PlaceView {
  /** Anchor of the occurrence in the text. */
  readonly id: string;
  readonly letter: string;
  /** The number where it is the only place, else the letter. */
  readonly text: string;
  readonly label: string;
  readonly section: SectionView;
  readonly fragment: boolean;
}

/** An entry of the quote appendix. */
export interface EntryView {
  /** As it is written. */
  readonly number: number | string;
  /** Place in the appendix, from 1. */
  readonly ordinal: number;
  /** Anchor of the entry, the target of its noterefs. */
  readonly id: string;
  readonly label: string;
  readonly kind: Entry['kind'];
  /** The words, one row per paragraph, without marks. */
  readonly paragraphs: readonly string[];
  /**
   * The same as they are printed between marks: without the comma that ended them in their
   * sentence.
   */
  readonly quoted: readonly string[];
  /** BCP 47, where the words are in another language than the edition. */
  readonly lang: string | null;
  readonly speaker: {
    readonly name: string;
    readonly stated: boolean;
    readonly note: string | null;
  };
  readonly section: SectionView;
  readonly verdict: VerdictView;
  readonly diff: DiffView | null;
  readonly locator: LocatorView | null;
  readonly others: { readonly title: string; readonly items: readonly LocatorView[] } | null;
  readonly places: readonly PlaceView[];
  /** The places by section; `one` where the section has a single one. */
  readonly stands: readonly {
    readonly section: SectionView;
    readonly one: PlaceView | null;
    readonly places: readonly PlaceView[];
  }[];
  readonly compare: readonly {
    readonly id: string;
    readonly number: number | string;
    readonly label: string;
  }[];
}

/** What the template of the quote appendix is given. */
export interface AppendixView {
  /** Marks of the edition's language around words. */
  readonly open: string;
  readonly close: string;
  /** Shown instead of entries where there are none. */
  readonly none: string | null;
  readonly entries: readonly EntryView[];
  readonly legend: LegendView | null;
  readonly words: {
    readonly verdict: string;
    readonly speaker: string;
    readonly section: string;
    readonly stands: string;
    readonly pages: string;
    readonly locator: string;
  };
}

/** Everything that the quote appendix shows, in reading order. */
export function appendixView(edition: Edition): AppendixView {
  const say = labelsSaid(edition);
  const sectionAt = sectionViews(edition);
  const { entries } = edition.ledger;
  const languages = languagesByPlace(edition);
  const [open, close] = marksSetIn(edition.meta.lang).double;
  return {
    open,
    close,
    none: entries.length === 0 ? say('noEntries') : null,
    entries: entries.map((entry) => ({
      ...entryView(entry, entries, say, sectionAt),
      lang: languages.get(entry.places[0]?.id ?? '') ?? null,
    })),
    legend: entries.length === 0 ? null : legendView(edition, say),
    words: {
      verdict: say('verdict'),
      speaker: say('speaker'),
      section: say('section'),
      stands: say('stands'),
      pages: say('pages'),
      locator: say('locator'),
    },
  };
}

function entryView(
  entry: Entry,
  entries: readonly Entry[],
  say: SayLabel,
  sectionAt: (id: string) => SectionView,
): Omit<EntryView, 'lang'> {
  const { evidence, number: ordinal, id, kind } = entry;
  const number = shownNumber(entry);
  const places = placeViews(entry, say, sectionAt);
  return {
    number,
    ordinal,
    id,
    label: say('quotation', { number }),
    kind,
    paragraphs: entry.text.split(/\n{2,}/u),
    quoted: entry.text.replace(/[,;:،、]\s*$/u, '').split(/\n{2,}/u),
    speaker: speakerView(entry, say),
    section: sectionAt(entry.section),
    verdict: verdictView(entry, say),
    ...evidenceView(evidence, say),
    places,
    stands: bySection(places),
    compare: entry.cf.flatMap((other) => comparedWith(entries[other - 1], say)),
  };
}

const comparedWith = (entry: Entry | undefined, say: SayLabel) =>
  entry ? [compareView(entry, say)] : [];

function compareView(entry: Entry, say: SayLabel): EntryView['compare'][number] {
  const number = shownNumber(entry);
  return { id: entry.id, number, label: say('compare', { number }) };
}

function placeViews(
  entry: Entry,
  say: SayLabel,
  sectionAt: (id: string) => SectionView,
): readonly PlaceView[] {
  const { places } = entry;
  const number = shownNumber(entry);
  const only = places.length === 1;
  return places.map(({ id, section, role }, i) => {
    const letter = letterOf(i);
    const label = only ? say('backTo', { number }) : say('backToPlace', { number, letter });
    return {
      id,
      letter,
      text: only ? String(number) : letter,
      label,
      section: sectionAt(section),
      fragment: role === 'fragment',
    };
  });
}

function bySection(places: readonly PlaceView[]): EntryView['stands'] {
  const groups = Map.groupBy(places, ({ section }) => section.id);
  return [...groups.values()].map((group) => ({
    section: group[0]!.section,
    one: group.length === 1 ? group[0]! : null,
    places: group,
  }));
}

function speakerView({ speaker }: Entry, say: SayLabel): EntryView['speaker'] {
  if (speaker.name === null) return { name: say('speakerNotStated'), stated: false, note: null };
  return {
    name: speaker.name,
    stated: true,
    note: speaker.fromSource ? say('speakerFromSource') : null,
  };
}

function diffView(evidence: Evidence, say: SayLabel): DiffView | null {
  if (!('diff' in evidence) || evidence.diff.length === 0) return null;
  return {
    title: say(evidence.status === 'altered' ? 'sourceWords' : 'nearest'),
    parts: evidence.diff.map((part) => diffPart(part, say)),
  };
}

const diffPart = ({ op, words }: DiffPart, say: SayLabel): DiffView['parts'][number] => ({
  words,
  same: op === 'same',
  missing: op === 'missing',
  added: op === 'added',
  label: op === 'same' ? '' : say(`diff.${op}`),
});

/** Turn counts from 1 for people; page and line are written `47:12`, `47:12–14`, `47:24–48:2`. */
export function locatorView(locator: Locator, say: SayLabel): LocatorView {
  const { source, turn, at, line, page, to, speaker, exact } = locator;
  const begins =
    page === null ? say('locator.line', { line }) : say('locator.page', { page, line });
  const ends = to && (to.page === page ? String(to.line) : say('locator.page', to));
  const place = ends === undefined ? begins : `${begins}–${ends}`;
  return {
    source,
    text: [say('locator.turn', { turn: turn + 1 }), ...(at === null ? [] : [at]), place].join(', '),
    speaker,
    exact,
  };
}

function othersView(evidence: Evidence, say: SayLabel): EntryView['others'] {
  const nearest = evidence.status === 'not-found' && evidence.nearest ? [evidence.nearest] : [];
  const rows =
    'also' in evidence
      ? evidence.also
      : evidence.status === 'ambiguous'
        ? evidence.locators
        : nearest;
  if (rows.length === 0) return null;
  const title =
    evidence.status === 'ambiguous'
      ? say('candidates')
      : evidence.status === 'not-found'
        ? say('nearest')
        : say('also');
  return { title, items: rows.map((row) => locatorView(row, say)) };
}

const evidenceView = (
  evidence: Evidence,
  say: SayLabel,
): Pick<EntryView, 'diff' | 'locator' | 'others'> => ({
  diff: diffView(evidence, say),
  locator: 'locator' in evidence ? locatorView(evidence.locator, say) : null,
  others: othersView(evidence, say),
});
