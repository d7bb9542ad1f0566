/**
 * Learns the weights of the kind rules: logistic regression, held to the weights that were judged
 * by hand.
 */
import { judgedRuns } from '../../../src/quotes/kind.ts';
import { KIND_RULES } from '../../../src/quotes/kind.ts';
import { runsIn } from '../../../src/quotes/runs.ts';
import type { QuoteRun, Scene } from '../../../src/quotes/model.ts';
import { blocksOf, peopleOf } from '../gold.ts';
import type { Gold } from '../gold.ts';
import { minimise } from './fit.ts';
import { balanced, schemesOf } from './folds.ts';
import type { Sourced } from './folds.ts';
import { prior } from './prior.ts';

/** A marked passage: the rules that hold, by index, and whether the gold calls it a quotation. */
interface Row extends Sourced {
  readonly holds: readonly number[];
  readonly quotation: boolean;
  /** The gold knows this passage as a term or a title. */
  readonly other: boolean;
}

interface Model {
  readonly weights: Float64Array;
  /** Sum above which words are a quotation. */
  readonly threshold: number;
}

/** Rules of the old table were rounded log-odds of a smaller world: their sum is worth more. */
const SCALE = 1.5;
const STRENGTH = 12;
const AMONG = KIND_RULES.findIndex(({ id }) => id === 'among-terms');
const CLEARLY = 0.7;
const NEWS = new Set(['gum', 'dewikinews', 'polnear']);

export function kindRows(gold: readonly Gold[]): readonly Row[] {
  return gold.flatMap((text) => rowsOf(text));
}

function rowsOf({ id, corpus, lang, text, quotes, participants = [] }: Gold): readonly Row[] {
  const { blocks, options } = blocksOf(text, lang);
  const { runs } = runsIn(blocks, options);
  const scene: Scene = { blocks, runs, participants: peopleOf(participants), lang };
  const views = judgedRuns(scene).map(({ view }) => view);
  return views.flatMap((view) => {
    if (view.run.parent !== null || view.run.style === 'block') return [];
    const label = labelOf(view.run, scene, quotes);
    if (label === null) return [];
    const holds = KIND_RULES.flatMap((rule, i) => (i !== AMONG && rule.holds(view) ? [i] : []));
    return [
      {
        text: id,
        source: corpus,
        holds,
        quotation: /^(?:speech|partial|thought)$/u.test(label),
        other: label === 'other',
      },
    ];
  });
}

const OVERLAP = 0.8;

/**
 * Kind of the gold passage that is this run; “none” where there is no such; null for what is not
 * scored, or lies across one.
 */
function labelOf(run: QuoteRun, { blocks }: Scene, quotes: Gold['quotes']): string | null {
  const [first, last] = [run.pieces[0]!, run.pieces.at(-1)!];
  const start = blocks[first.block]!.map[0]!.at + first.at.start;
  const end = blocks[last.block]!.map[0]!.at + last.at.end;
  let label = 'none';
  for (const quote of quotes) {
    const shared = Math.min(end, quote.end) - Math.max(start, quote.start);
    if (shared <= 0) continue;
    if (quote.kind === 'ignore') return null;
    const union = Math.max(end, quote.end) - Math.min(start, quote.start);
    if (shared / union >= OVERLAP || union - shared <= 6) return quote.kind;
    label = 'across';
  }
  return label === 'across' ? null : label;
}

const sumOf = ({ holds }: Row, weights: Float64Array): number =>
  holds.reduce((sum, i) => sum + weights[i]!, 0);

/** Rows with `among-terms` where it holds by these weights. */
function among(rows: readonly Row[], { weights, threshold }: Model): readonly Row[] {
  const low = rows.map((row) => sumOf(row, weights) <= threshold - CLEARLY);
  const texts = Map.groupBy(rows.keys(), (i) => rows[i]!.text);
  return rows.map((row, i) => {
    const others = texts.get(row.text)!.filter((k) => k !== i);
    const holds = others.length >= 2 && others.filter((k) => low[k]).length * 2 >= others.length;
    return holds ? { ...row, holds: [...row.holds, AMONG] } : row;
  });
}

const centre = Float64Array.from(KIND_RULES, ({ id }) => SCALE * (prior[id] ?? 0));

export function fitKinds(rows: readonly Row[]): Model {
  let model: Model = { weights: centre.map((x) => x / SCALE), threshold: 0.4 };
  for (let round = 0; round < 3; round++) model = fitOnce(among(rows, model));
  return model;
}

function fitOnce(rows: readonly Row[]): Model {
  const counts = balanced(rows, (i) => (!rows[i]!.quotation && NEWS.has(rows[i]!.source) ? 2 : 1));
  const n = KIND_RULES.length;
  const start = new Float64Array(n + 1);
  start.set(centre);
  const found = minimise((at) => {
    const gradient = new Float64Array(n + 1);
    let value = 0;
    for (let i = 0; i < n; i++) {
      value += (STRENGTH / 2) * (at[i]! - centre[i]!) ** 2;
      gradient[i] = STRENGTH * (at[i]! - centre[i]!);
    }
    rows.forEach((row, k) => {
      const sum = sumOf(row, at) + at[n]!;
      const p = 1 / (1 + Math.exp(-sum));
      value -= counts[k]! * Math.log(Math.max(1e-12, row.quotation ? p : 1 - p));
      const slope = counts[k]! * (p - (row.quotation ? 1 : 0));
      for (const i of row.holds) gradient[i]! += slope;
      gradient[n]! += slope;
    });
    return { value, gradient };
  }, start);
  const rounded = (x: number): number => Math.round((10 * x) / SCALE) / 10 + 0;
  return { weights: found.slice(0, n).map(rounded), threshold: rounded(-found[n]!) };
}

/** F1 of quotations and share of terms rejected, per source, for each way of leaving out. */
export function reportKinds(rows: readonly Row[]): string {
  const schemes = schemesOf(rows, fitKinds);
  const lines = [...Map.groupBy(rows, ({ source }) => source)].map(([source, own]) => {
    const cells = Object.values(schemes).map((modelOf) => {
      const judged = own.map((row) => judge(rows, row, modelOf(row)));
      const [tp, fp, fn] = [
        own.filter((row, i) => row.quotation && judged[i]).length,
        own.filter((row, i) => !row.quotation && judged[i]).length,
        own.filter((row, i) => row.quotation && !judged[i]).length,
      ];
      const others = own.flatMap((row, i) => (row.other ? [judged[i]!] : []));
      const rejected =
        others.length === 0 ? '    –' : percent(others.filter((is) => !is).length / others.length);
      return `${percent((2 * tp) / (2 * tp + fp + fn))} ${rejected}`;
    });
    return `${source.padEnd(12)} ${cells.join('   |  ')}`;
  });
  return [
    `${''.padEnd(12)} ${Object.keys(schemes)
      .map((name) => name.padEnd(11))
      .join('   |  ')}`,
    ...lines,
  ].join('\n');
}

const percent = (x: number): string => (100 * x).toFixed(1).padStart(5);

const marked = new WeakMap<Model, ReadonlyMap<Row, Row>>();

function judge(rows: readonly Row[], row: Row, model: Model): boolean {
  const known = marked.get(model) ?? new Map(among(rows, model).map((one, i) => [rows[i]!, one]));
  marked.set(model, known);
  return sumOf(known.get(row)!, model.weights) > model.threshold + 1e-9;
}

/** The table of `src/quotes/kind/weights.ts`. */
export function kindTable({ weights, threshold }: Model): string {
  const key = (id: string): string => (/^\w+$/u.test(id) ? id : `'${id}'`);
  return `/** Weights of the kind rules: rounded log-odds, written by \`node tests/eval/learn.ts kinds FOLDER --write\`. */

/** Sum above which words count as a quotation. */
export const THRESHOLD = ${threshold};

export const weights: Readonly<Record<string, number>> = {
${KIND_RULES.map(({ id }, i) => `  ${key(id)}: ${weights[i]!},\n`).join('')}};
`;
}
