/**
 * How much of a file is explained: lines of turns whose speaker is known, or known to be unnamed.
 */
import type { Transcript, Turn } from '../types.ts';
import { lineAt, lineStartsIn } from './draft.ts';

/**
 * Shares are of the lines that hold words of any turn. A remark in brackets counts as explained: it
 * is known to be nobody's speech.
 */
export function explainedShare(
  text: string,
  turns: readonly Turn[],
): Pick<Transcript, 'explained' | 'unexplained'> {
  const starts = lineStartsIn(text);
  const known = new Set<number>();
  const open = new Set<number>();
  for (const { voice, doubt, map } of turns) {
    const lines = voice === 'unsure' && doubt !== 'remark' ? open : known;
    for (const { at } of map) lines.add(lineAt(starts, at));
  }
  const unknown = [...open].filter((line) => !known.has(line)).sort((a, b) => a - b);
  const unexplained: { start: number; end: number }[] = [];
  for (const line of unknown) {
    const last = unexplained.at(-1);
    if (last && last.end === line - 1) last.end = line;
    else unexplained.push({ start: line, end: line });
  }
  const all = known.size + unknown.length;
  return { explained: all === 0 ? 0 : known.size / all, unexplained };
}
