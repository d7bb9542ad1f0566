/**
 * The author's decisions: markup in the text beats the sidecar, the sidecar the front matter, and
 * all of them detection.
 */
import type { Markup, Override, Reason } from '../types.ts';
import { keyOfId, normalWords } from './ids.ts';
import type { KindVerdict, QuoteRun } from './model.ts';

/** What was decided about one run. */
export interface Decision {
  readonly override: Override;
  readonly reasons: readonly Reason[];
}

/** What the author settled, found again by id or by words. */
export interface Decisions {
  /** One per run, null where the author said nothing. */
  readonly byRun: readonly (Decision | null)[];
  /** Overrides whose key fits no run: the words were edited since. */
  readonly unmatched: readonly Override[];
}

const OVERRIDE_ORDER: readonly Override['from'][] = ['markup', 'sidecar', 'front-matter'];
/** What the press settled itself yields to whatever an author says. */
const overrideRank = ({ from, settled }: Override): number =>
  settled ? OVERRIDE_ORDER.length : OVERRIDE_ORDER.indexOf(from);

/** @param ids content ids of the runs; a key is such an id, or the words themselves */
export function decide(
  runs: readonly QuoteRun[],
  ids: readonly string[],
  overrides: readonly Override[],
): Decisions {
  const byKey = Map.groupBy(overrides, ({ key }) => keyOfId(key));
  const met = new Set<Override>();
  const byRun = runs.map((run, i) => {
    const outside = [...(byKey.get(ids[i]!) ?? []), ...(byKey.get(normalWords(run.text)) ?? [])];
    for (const override of outside) met.add(override);
    return settleOverride(run, ids[i]!, outside);
  });
  return { byRun, unmatched: overrides.filter((override) => !met.has(override)) };
}

function settleOverride(run: QuoteRun, id: string, outside: readonly Override[]): Decision | null {
  const inText: Override[] = run.markup
    ? [{ from: 'markup', key: id, markup: run.markup, why: null, status: null, acceptedBy: null }]
    : [];
  const [first, ...others] = [...inText, ...outside].sort(
    (a, b) => overrideRank(a) - overrideRank(b),
  );
  if (!first) return null;
  const override = others.reduce(filledIn, first);
  return {
    override,
    reasons: [
      {
        stage: 'override',
        rule: `override/${first.from}`,
        says: overrideSentence(override),
        weight: 0,
      },
    ],
  };
}

/** What the stronger decision leaves open is taken from the weaker one. */
function filledIn(strong: Override, weak: Override): Override {
  const [a, b] = [strong.markup, weak.markup];
  const markup: Markup = {
    as: a.as,
    by: a.by ?? b.by,
    id: a.id ?? b.id,
    src: a.src ?? b.src,
    at: a.at ?? b.at,
    of: a.of ?? b.of,
    verify: a.verify && b.verify,
  };
  return {
    ...strong,
    markup,
    why: strong.why ?? weak.why,
    status: strong.status ?? weak.status,
    acceptedBy: strong.acceptedBy ?? weak.acceptedBy,
  };
}

const OVERRIDE_PLACES: Readonly<Record<Override['from'], string>> = {
  'markup': 'markup in the text',
  'sidecar': 'the sidecar',
  'front-matter': 'the front matter',
};
const meanings: Readonly<Record<Markup['as'], string>> = {
  quote: 'a quotation',
  term: 'a term',
  title: 'a title',
  scare: 'a scare quote',
  none: 'no quotation',
};

function overrideSentence({ from, markup, why, settled }: Override): string {
  return `${settled ? 'It was settled' : 'The author says'} in ${OVERRIDE_PLACES[from]} that this is ${meanings[markup.as]}${markup.by ? ` by ${markup.by}` : ''}${why ? ` (${why})` : ''}.`;
}

/** The verdict after the author has spoken; a quotation keeps the detected sort of quotation. */
export function overruled(verdict: KindVerdict, decision: Decision | null): KindVerdict {
  if (!decision) return verdict;
  const { as } = decision.override.markup;
  const detected = verdict.kind === 'partial' || verdict.kind === 'block' ? verdict.kind : 'speech';
  const kind = as === 'quote' ? detected : as === 'none' ? 'scare' : as;
  return { ...verdict, kind, reasons: [...decision.reasons, ...verdict.reasons] };
}
