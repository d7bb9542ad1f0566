/**
 * The strip chart: where each quotation stands in the brief and in its source. Lengths are units of
 * a drawing 600 wide.
 */
import type { Element, Nodes } from 'hast';
import { verdictOf } from '../ledger.ts';
import type { Chapter, Edition, Entry, Verdict } from '../types.ts';
import { shownNumber, type SayLabel } from './say.ts';

/** The brief as one line, its quotations as signs: what the drawing is made of. */
export interface StripView {
  readonly width: number;
  readonly height: number;
  /** What the drawing says, for those who don't see it. */
  readonly alt: string;
  readonly key: string;
  /** The brief's chapters, side by side; `name` is empty where it has no room. */
  readonly chapters: readonly {
    readonly x: number;
    readonly width: number;
    readonly name: string;
  }[];
  /** The sources that were compared, one bar each. */
  readonly sources: readonly { readonly y: number; readonly name: string }[];
  readonly strokes: readonly {
    readonly x: number;
    readonly status: Verdict;
    readonly repeat: boolean;
    readonly sign: string;
  }[];
  /** From a quotation's first place in the brief to its place in the source. */
  readonly lines: readonly {
    readonly x1: number;
    readonly x2: number;
    readonly y2: number;
    readonly status: Verdict;
  }[];
}

const STRIP_WIDTH = 600;
const SIGN_GAP = 1.6;
/** Lower edge of the brief's bar, and the distance from bar to bar below it. */
const BRIEF = 34;
const FIRST_SOURCE = 104;
const SOURCE_HEIGHT = 30;
/** Width of a letter of a chapter's name. */
const LETTER_WIDTH = 5.6;

/** Signs above the strokes of what was not found as it stands: path data around (0, 0). */
const VERDICT_SIGNS: Readonly<Partial<Record<Verdict, string>>> = {
  'altered': 'M-3-1.5h6M-3 1.5h6M2-3.5L-2 3.5',
  'misattributed': 'M0-3.5L3 0L0 3.5L-3 0Z',
  'not-found': 'M-3-3L3 3M3-3L-3 3',
  'speaker-unchecked': 'M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0Z',
  'remarked': 'M0-4v5M0 3v1',
  'speaker-differs': 'M0-3.5L3 0L0 3.5L-3 0Z',
  'ambiguous': 'M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0Z',
};

/** Null where the text has no places to show. */
export function stripView(edition: Edition, say: SayLabel): StripView | null {
  const { ledger } = edition;
  const text = measureText(edition);
  if (text.length === 0 || text.places.size === 0) return null;
  const along = (offset: number): number => tenths((offset / text.length) * STRIP_WIDTH);
  const sources = ledger.transcripts.filter(({ turns }) => turns > 0);
  const placed = ledger.entries.map((entry) => ({
    entry,
    xs: entry.places.flatMap(({ id }) => text.places.get(id) ?? []).map(along),
  }));
  return {
    width: STRIP_WIDTH,
    height: sources.length === 0 ? BRIEF + 8 : sourceBar(sources.length - 1) + 16,
    alt: altOf(edition, say),
    key: say(sources.length === 0 ? 'glance.stripKeyBrief' : 'glance.stripKey'),
    chapters: text.chapters.map(({ title, start, end }) =>
      chapterBar(title, along(start), along(end)),
    ),
    sources: sources.map(({ name }, i) => ({ y: sourceBar(i), name })),
    strokes: placed.flatMap(({ entry, xs }) => strokesOf(verdictOf(entry), xs)),
    lines: placed.flatMap(({ entry, xs: [x1] }) => {
      const to = sourcePlace(entry, sources);
      return to && x1 !== undefined ? [{ x1, ...to, status: verdictOf(entry) }] : [];
    }),
  };
}

const sourceBar = (index: number): number => FIRST_SOURCE + index * SOURCE_HEIGHT;

/** Where the words of an entry stand in their source; null where they were not found. */
function sourcePlace(
  { evidence }: Entry,
  sources: Edition['ledger']['transcripts'],
): { readonly x2: number; readonly y2: number } | null {
  if (!('locator' in evidence)) return null;
  const { source, turn } = evidence.locator;
  const index = sources.findIndex((one) => one.source === source);
  return index < 0
    ? null
    : {
        x2: tenths(((turn + 0.5) / sources[index]!.turns) * STRIP_WIDTH),
        y2: sourceBar(index),
      };
}

/** One for each place of an entry; the first one bears the sign. */
const strokesOf = (status: Verdict, xs: readonly number[]): StripView['strokes'] =>
  xs.map((x, i) => ({
    x,
    status,
    repeat: i > 0,
    sign: i > 0 ? '' : (VERDICT_SIGNS[status] ?? ''),
  }));

const tenths = (value: number): number => Math.round(value * 10) / 10;

function chapterBar(title: string, start: number, end: number): StripView['chapters'][number] {
  const width = tenths(Math.max(end - start - SIGN_GAP, 0.6));
  return { x: start, width, name: title.length * LETTER_WIDTH <= width ? title : '' };
}

interface Measured {
  /** Letters in all chapters of the body. */
  readonly length: number;
  readonly chapters: readonly {
    readonly title: string;
    readonly start: number;
    readonly end: number;
  }[];
  /** Anchor of a place → letters before it. */
  readonly places: ReadonlyMap<string, number>;
}

function measureText({ chapters }: Edition): Measured {
  const places = new Map<string, number>();
  let length = 0;
  const visit = (node: Nodes): void => {
    if (node.type === 'text') length += node.value.length;
    if (isFirstPart(node)) places.set(String(node.properties['place']), length);
    if ('children' in node) node.children.forEach((child) => visit(child as Nodes));
  };
  const spans = chapters.flatMap(({ tree, title }) => {
    if (!tree) return [];
    const start = length;
    visit(tree);
    return [{ title, start, end: length }];
  });
  return { length, chapters: spans, places };
}

/** The order of the quotations in each chapter and in each source. */
function altOf({ chapters, ledger }: Edition, say: SayLabel): string {
  const shown = (number: number): number | string => shownNumber(ledger.entries[number - 1]!);
  const bySection = numbersBySection(ledger.entries);
  const brief = chapters.flatMap((chapter) => {
    const numbers = chapter.tree === null ? [] : numbersIn(chapter, bySection);
    if (numbers.length === 0) return [];
    const said = { chapter: chapter.title, numbers: spokenList(numbers, shown) };
    return [say('glance.inBrief', said)];
  });
  const sources = ledger.transcripts.map(({ source, name }) => {
    const from = numbersFrom(source, ledger.entries);
    const numbers = from.length === 0 ? say('glance.none') : spokenList(from, shown);
    return say('glance.inSource', { name, numbers });
  });
  return [say('glance.strip'), ...brief, ...sources].join('. ');
}

/** Numbers of the entries that have a place in each section. */
function numbersBySection(entries: readonly Entry[]): ReadonlyMap<string, readonly number[]> {
  const placed = entries.flatMap(({ number, places }) =>
    [...new Set(places.map(({ section }) => section))].map((section) => ({ section, number })),
  );
  const groups = [...Map.groupBy(placed, ({ section }) => section)];
  return new Map(groups.map(([section, rows]) => [section, rows.map(({ number }) => number)]));
}

/** Numbers of a chapter and of all sections in it, in their order. */
function numbersIn(
  { id, headings }: Chapter,
  bySection: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  const sections = [id, id.replace(/^ch-/u, ''), ...headings.map((heading) => heading.id)];
  return [...new Set(sections.flatMap((section) => bySection.get(section) ?? []))].sort(
    (a, b) => a - b,
  );
}

/** Numbers of the entries that were found in a source, in the order in which it has them. */
const numbersFrom = (source: string, entries: readonly Entry[]): readonly number[] =>
  entries
    .flatMap(({ number, evidence }) =>
      'locator' in evidence && evidence.locator.source === source
        ? [{ number, at: evidence.locator.start }]
        : [],
    )
    .toSorted((a, b) => a.at - b.at || a.number - b.number)
    .map(({ number }) => number);

/** Numbers with runs drawn together: 2–5, 9, 7; `shown` writes one of them. */
export function spokenList(
  numbers: readonly number[],
  shown: (number: number) => number | string = (number) => number,
): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([first, last]) =>
      [
        shown(first),
        last === first ? '' : last === first + 1 ? ', ' : '–',
        last === first ? '' : shown(last),
      ].join(''),
    )
    .join(', ');
}

/** The element with which a place begins; interrupted speech has several. */
const isFirstPart = (node: Nodes): node is Element =>
  node.type === 'element' && node.tagName === 'quotation' && node.properties['first'] !== false;
