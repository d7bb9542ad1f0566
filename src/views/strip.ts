/**
 * The strip chart: where each quotation stands in the brief and in its source. Lengths are units of
 * a drawing 600 wide.
 */
import type { Nodes } from 'hast';
import { verdictOf } from '../ledger.ts';
import type { Edition, Entry, Verdict } from '../types.ts';
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
  const rows = new Map(
    sources.map((source, i) => [
      source.source,
      { turns: source.turns, y: FIRST_SOURCE + i * SOURCE_HEIGHT },
    ]),
  );
  const target = ({ evidence }: Entry): { readonly x2: number; readonly y2: number } | null => {
    const row = 'locator' in evidence ? rows.get(evidence.locator.source) : undefined;
    return row && 'locator' in evidence
      ? { x2: tenths(((evidence.locator.turn + 0.5) / row.turns) * STRIP_WIDTH), y2: row.y }
      : null;
  };
  const placed = ledger.entries.map((entry) => ({
    entry,
    xs: entry.places.flatMap(({ id }) => text.places.get(id) ?? []).map(along),
  }));
  return {
    width: STRIP_WIDTH,
    height:
      sources.length === 0 ? BRIEF + 8 : FIRST_SOURCE + (sources.length - 1) * SOURCE_HEIGHT + 16,
    alt: altOf(edition, say),
    key: say(sources.length === 0 ? 'glance.stripKeyBrief' : 'glance.stripKey'),
    chapters: text.chapters.map(({ title, start, end }) =>
      chapterBar(title, along(start), along(end)),
    ),
    sources: sources.map(({ name }, i) => ({ y: FIRST_SOURCE + i * SOURCE_HEIGHT, name })),
    strokes: placed.flatMap(({ entry, xs }) => {
      const status = verdictOf(entry);
      return xs.map((x, i) => ({
        x,
        status,
        repeat: i > 0,
        sign: i > 0 ? '' : (VERDICT_SIGNS[status] ?? ''),
      }));
    }),
    lines: placed.flatMap(({ entry, xs: [x1] }) => {
      const to = target(entry);
      return to && x1 !== undefined ? [{ x1, ...to, status: verdictOf(entry) }] : [];
    }),
  };
}

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
    if (
      node.type === 'element' &&
      node.tagName === 'quotation' &&
      node.properties['first'] !== false
    )
      places.set(String(node.properties['place']), length);
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
  const bySection = new Map<string, number[]>();
  const numbersAt = (section: string): number[] =>
    bySection.get(section) ?? bySection.set(section, []).get(section)!;
  for (const { number, places } of ledger.entries) {
    for (const section of new Set(places.map((place) => place.section)))
      numbersAt(section).push(number);
  }
  const inChapter = (
    id: string,
    headings: readonly { readonly id: string }[],
  ): readonly number[] => {
    const sections = new Set([
      id,
      id.replace(/^ch-/u, ''),
      ...headings.map((heading) => heading.id),
    ]);
    return [...new Set([...sections].flatMap((section) => bySection.get(section) ?? []))].sort(
      (a, b) => a - b,
    );
  };
  const shown = (number: number): number | string => shownNumber(ledger.entries[number - 1]!);
  const brief = chapters
    .filter(({ tree }) => tree !== null)
    .map(({ id, title, headings }) => ({ title, numbers: inChapter(id, headings) }))
    .filter(({ numbers }) => numbers.length > 0)
    .map(({ title, numbers }) =>
      say('glance.inBrief', { chapter: title, numbers: spokenList(numbers, shown) }),
    );
  const sources = ledger.transcripts.map(({ source, name }) => {
    const found = ledger.entries.flatMap(({ number, evidence }) =>
      'locator' in evidence && evidence.locator.source === source
        ? [{ number, at: evidence.locator.start }]
        : [],
    );
    const numbers = found
      .toSorted((a, b) => a.at - b.at || a.number - b.number)
      .map(({ number }) => number);
    return say('glance.inSource', {
      name,
      numbers: numbers.length === 0 ? say('glance.none') : spokenList(numbers, shown),
    });
  });
  return [say('glance.strip'), ...brief, ...sources].join('. ');
}

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
