/** Verdicts of several ledgers, counted together. */
import type { Ledger } from '../types.ts';

/** Entries by verdict, and under `tick` those that are confirmed in every respect. */
export function verdictCounts(
  ledgers: readonly (Ledger | null)[],
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const ledger of ledgers) {
    for (const [verdict, n] of Object.entries(ledger?.counts ?? {}))
      counts[verdict] = (counts[verdict] ?? 0) + n;
    const ticks = ledger?.entries.filter(({ tick }) => tick).length ?? 0;
    counts['tick'] = (counts['tick'] ?? 0) + ticks;
  }
  return counts;
}

/** Two counts, added name by name. */
export const addedCounts = (
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => [
      name,
      (one[name] ?? 0) + (other[name] ?? 0),
    ]),
  );
