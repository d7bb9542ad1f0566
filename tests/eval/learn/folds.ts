/** Which rows a model has not seen when it is asked about them. */

/** A row that can be left out with its text or with its source. */
export interface Sourced {
  readonly text: string;
  readonly source: string;
}

const FOLDS = 10;

/** FNV-1a of a text's id: the same fold on every machine. */
function foldOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % FOLDS;
}

export type Schemes<M> = Readonly<Record<'dev' | 'by text' | 'by source', (row: Sourced) => M>>;

/**
 * The model of all rows; that which has not seen the row's text; and that which has seen nothing of
 * its source.
 */
export function schemesOf<R extends Sourced, M>(
  rows: readonly R[],
  fit: (rows: readonly R[]) => M,
): Schemes<M> {
  const all = fit(rows);
  const byText = Array.from({ length: FOLDS }, (_, fold) =>
    fit(rows.filter(({ text }) => foldOf(text) !== fold)),
  );
  const sources = [...new Set(rows.map(({ source }) => source))];
  const bySource = new Map(
    sources.map((source) => [source, fit(rows.filter((row) => row.source !== source))]),
  );
  return {
    'dev': () => all,
    'by text': ({ text }) => byText[foldOf(text)]!,
    'by source': ({ source }) => bySource.get(source)!,
  };
}

/** Weight of each row: a source counts by the square root of its size; the mean is 1. */
export function balanced(rows: readonly Sourced[], more: (i: number) => number): readonly number[] {
  const sizes = new Map<string, number>();
  for (const { source } of rows) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  const raw = rows.map(({ source }, i) => more(i) / Math.sqrt(sizes.get(source)!));
  const mean = raw.reduce((sum, x) => sum + x, 0) / raw.length;
  return raw.map((x) => x / mean);
}
