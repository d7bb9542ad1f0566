/**
 * Verdicts as the editions show them: mark, word, sentence, what is to be said of them, and their
 * legend.
 */
import { verdictOf } from '../ledger.ts';
import type { Edition, Entry, Evidence, Fold, Verdict } from '../types.ts';
import type { SayLabel } from './say.ts';

/** A verdict for the eye and for the ear: the word says what the mark shows. */
export interface VerdictView {
  readonly status: Verdict;
  readonly mark: string;
  readonly word: string;
  readonly sentence: string;
  /** What this entry's evidence adds: who said it, why it was not compared, warnings. */
  readonly notes: readonly string[];
  readonly folds: readonly string[];
}

/** What the verdicts that occur mean. */
export interface LegendView {
  readonly title: string;
  readonly intro: string;
  /** The verdicts that occur, in the order of severity. */
  readonly rows: readonly {
    readonly status: Verdict;
    readonly mark: string;
    readonly word: string;
    readonly sentence: string;
    readonly count: number;
  }[];
  readonly folds: { readonly title: string; readonly items: readonly string[] } | null;
  readonly diffKey: string | null;
}

/** Signs that the bundled serif and sans both have; the word beside them carries the meaning. */
export const verdictMarks: Readonly<Record<Verdict, string>> = {
  'exact': '✓',
  'exact-with-ellipsis': '✓…',
  'exact-with-brackets': '✓[ ]',
  'speaker-unchecked': '○',
  'remarked': '!',
  'speaker-differs': '◊',
  'altered': '≠',
  'misattributed': '◊',
  'not-found': '×',
  'ambiguous': '?',
  'unchecked': '–',
};

/** The verdict of an entry in mark, word and sentence. */
export function verdictView(entry: Entry, say: SayLabel): VerdictView {
  const { evidence } = entry;
  const status = verdictOf(entry);
  return {
    status,
    mark: verdictMarks[status],
    word: say(`verdict.${status}`),
    sentence: say(`legend.${status}`),
    notes: [...speakerNotes(entry, say), ...notesOf(evidence, say)],
    folds: 'folds' in evidence ? foldsIn(evidence.folds, say) : [],
  };
}

function notesOf(evidence: Evidence, say: SayLabel): readonly string[] {
  if (evidence.status === 'unchecked') return [say(`unchecked.${evidence.why}`)];
  if (evidence.status === 'misattributed')
    return [evidence.saidBy ? say('saidBy', { name: evidence.saidBy }) : say('saidByNobody')];
  if (evidence.status === 'altered')
    return [say(`severity.${evidence.severity}`), ...remarkSentences(evidence)];
  return remarkSentences(evidence);
}

/** Why the speaker of words that stand in the source is not confirmed. */
function speakerNotes({ evidence, speakerCheck }: Entry, say: SayLabel): readonly string[] {
  if (!('also' in evidence)) return [];
  const label = evidence.locator.speaker ?? '';
  if (speakerCheck === 'contradicted') return [say('saidBy', { name: label })];
  if (speakerCheck === 'unnamed') return [say('speaker.unnamed')];
  return speakerCheck === 'unmapped' ? [say('speaker.unmapped', { label })] : [];
}

const remarkSentences = (evidence: Evidence): readonly string[] =>
  'remarks' in evidence ? evidence.remarks.map(({ says }) => says) : [];

const foldsIn = (folds: readonly Fold[], say: SayLabel): readonly string[] =>
  folds.map((fold) => say(`fold.${fold}`));

/** Verdicts from the best to the worst; those that say nothing come last. */
export const BY_SEVERITY: readonly Verdict[] = [
  'exact',
  'exact-with-ellipsis',
  'exact-with-brackets',
  'speaker-unchecked',
  'remarked',
  'speaker-differs',
  'altered',
  'misattributed',
  'not-found',
  'ambiguous',
  'unchecked',
];

function foldsView(entries: readonly Entry[], say: SayLabel): LegendView['folds'] {
  const folds = new Set(
    entries.flatMap(({ evidence }) => ('folds' in evidence ? evidence.folds : [])),
  );
  return folds.size > 0
    ? { title: say('folds'), items: foldsIn([...folds].toSorted(), say) }
    : null;
}

/** The legend for the entries of an edition. */
export function legendView({ ledger }: Edition, say: SayLabel): LegendView {
  const count = (verdict: Verdict): number =>
    ledger.entries.filter((entry) => verdictOf(entry) === verdict).length;
  const compared = ledger.entries.some(({ evidence }) => evidence.status !== 'unchecked');
  const hasDiff = ledger.entries.some(
    ({ evidence }) => 'diff' in evidence && evidence.diff.length > 0,
  );
  return {
    title: say('legend'),
    intro: say(compared ? 'legendIntro' : 'legendUnchecked'),
    rows: BY_SEVERITY.filter((status) => count(status) > 0).map((status) =>
      legendRow(status, count(status), say),
    ),
    folds: foldsView(ledger.entries, say),
    diffKey: hasDiff ? say('diffKey') : null,
  };
}

const legendRow = (status: Verdict, count: number, say: SayLabel): LegendView['rows'][number] => ({
  status,
  mark: verdictMarks[status],
  word: say(`verdict.${status}`),
  sentence: say(`legend.${status}`),
  count,
});
