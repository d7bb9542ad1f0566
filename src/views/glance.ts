/**
 * Evidence at a glance: one page of counts, bars and a strip chart over the ledger. Pure; drawings
 * are numbers for a template.
 */
import { verdictOf } from '../ledger.ts';
import type { Edition, Entry, Verdict } from '../types.ts';
import { BY_SEVERITY, verdictMarks } from './verdicts.ts';
import { isDoubtful, speakersIn } from './people.ts';
import { stripView, type StripView } from './strip.ts';
import { shownNumber, labelsSaid, type SayLabel } from './say.ts';

/** A bar 100 wide and 8 high; the shape of a part says its verdict in grey too. */
export interface BarView {
  readonly alt: string;
  readonly parts: readonly {
    readonly status: Verdict;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
}

/**
 * The entries to look at; empty where the words stand in the source, and where there are too many
 * to list.
 */
type Which = readonly { readonly id: string; readonly number: number | string }[];

/** What the template of “At a glance” is given. */
export interface GlanceView {
  readonly intro: string;
  /** Said instead of the verdicts where nothing was compared. */
  readonly unchecked: string | null;
  readonly columns: {
    readonly verdict: string;
    readonly speaker: string;
    readonly share: string;
    readonly which: string;
    readonly count: string;
  };
  readonly verdictsTitle: string;
  readonly verdicts: readonly {
    readonly status: Verdict;
    readonly mark: string;
    readonly word: string;
    readonly count: number;
    readonly bar: BarView;
    readonly which: Which;
  }[];
  readonly peopleTitle: string;
  readonly people: readonly {
    readonly name: string;
    readonly stated: boolean;
    readonly count: number;
    readonly bar: BarView;
    readonly which: Which;
  }[];
  readonly stripTitle: string;
  readonly strip: StripView | null;
}

/** Entries that a row names one by one. */
const MOST_BARS = 24;

/** Speakers with a bar of their own; the index of speakers has all of them. */
const CROWDED_STRIP = 12;

/** Null where there is nothing to see. */
export function glanceView(edition: Edition): GlanceView | null {
  const { entries } = edition.ledger;
  if (entries.length === 0) return null;
  const say = labelsSaid(edition);
  const people = speakersIn(edition, say).toSorted((a, b) => b.entries.length - a.entries.length);
  const places = entries.reduce((sum, entry) => sum + entry.places.length, 0);
  return {
    intro: say('glance.intro', {
      quotations: entries.length,
      places,
      speakers: people.filter(({ stated }) => stated).length,
    }),
    unchecked: entries.every(({ evidence }) => evidence.status === 'unchecked')
      ? say('legendUnchecked')
      : null,
    columns: glanceColumns(say),
    verdictsTitle: say('glance.verdicts'),
    verdicts: verdictRows(entries, say),
    peopleTitle: say('glance.people'),
    people: people.slice(0, CROWDED_STRIP).map(({ name, stated, entries: theirs }) => ({
      name,
      stated,
      count: theirs.length,
      bar: barOf(severityCounts(theirs), people[0]!.entries.length, say),
      which: whichOf(theirs),
    })),
    stripTitle: say('glance.strip'),
    strip: stripView(edition, say),
  };
}

const glanceColumns = (say: SayLabel): GlanceView['columns'] => ({
  verdict: say('verdict'),
  speaker: say('speaker'),
  share: say('glance.share'),
  which: say('glance.which'),
  count: say('glance.count'),
});

function verdictRows(entries: readonly Entry[], say: SayLabel): GlanceView['verdicts'] {
  const counts = severityCounts(entries);
  const most = Math.max(...counts.map(({ count }) => count));
  return counts.map(({ status, count }) => ({
    status,
    mark: verdictMarks[status],
    word: say(`verdict.${status}`),
    count,
    bar: {
      ...barOf([{ status, count }], most, say),
      alt: say('glance.of', { count, total: entries.length }),
    },
    which: whichOf(entries.filter((entry) => verdictOf(entry) === status)),
  }));
}

function whichOf(entries: readonly Entry[]): Which {
  const which = entries.filter((entry) => isDoubtful(verdictOf(entry)));
  return which.length > MOST_BARS
    ? []
    : which.map((entry) => ({ id: entry.id, number: shownNumber(entry) }));
}

interface Count {
  readonly status: Verdict;
  readonly count: number;
}

/** Verdicts that occur, in the order of severity. */
const severityCounts = (entries: readonly Entry[]): readonly Count[] =>
  BY_SEVERITY.map((status) => ({
    status,
    count: entries.filter((entry) => verdictOf(entry) === status).length,
  })).filter(({ count }) => count > 0);

/** Where a part begins from above and how high it is: what stands word for word fills the bar. */
const SHAPES: Readonly<Record<Verdict, readonly [y: number, height: number]>> = {
  'exact': [0, 8],
  'exact-with-ellipsis': [1.5, 6.5],
  'exact-with-brackets': [1.5, 6.5],
  'speaker-unchecked': [2.5, 5.5],
  'remarked': [2.5, 5.5],
  'speaker-differs': [4, 4],
  'altered': [4, 4],
  'misattributed': [4, 4],
  'not-found': [0.4, 7.2],
  'ambiguous': [0.4, 7.2],
  'unchecked': [0.4, 7.2],
};

function barOf(counts: readonly Count[], most: number, say: SayLabel): BarView {
  let x = 0;
  const parts = counts.map(({ status, count }) => {
    const [y, height] = SHAPES[status];
    const share = (count / most) * 100;
    const part = {
      status,
      x: hundredths(x),
      y,
      width: hundredths(Math.max(share - BAR_GAP, 0.4)),
      height,
    };
    x += share;
    return part;
  });
  return {
    alt: counts.map(({ status, count }) => `${say(`verdict.${status}`)} ${count}`).join(', '),
    parts,
  };
}

/** Between two parts of a bar. */
const BAR_GAP = 0.6;

const hundredths = (value: number): number => Math.round(value * 100) / 100;
