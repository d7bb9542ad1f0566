/** How the lines of a pasted text were understood, told in one sentence per kind. */
import type { Taken } from '../read/index.ts';

/** “took as heading: lines 2, 4 and 7–9” */
export function accountOf(taken: readonly Taken[]): readonly string[] {
  const kinds = new Map<string, number[]>();
  for (const { as, line } of taken) kinds.set(as, [...(kinds.get(as) ?? []), line]);
  return [...kinds].map(([as, lines]) => `taken as ${as}: ${lines.length === 1 ? 'line' : 'lines'} ${ranges(lines)}`);
}

function ranges(lines: readonly number[]): string {
  const rows: [number, number][] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last && line <= last[1] + 1) last[1] = line;
    else rows.push([line, line]);
  }
  return rows.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}
