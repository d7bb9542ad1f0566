/** What stands between the words of a source. */
import type { TranscriptIndex } from './source.ts';

/** What the source has between two neighbouring words; null where another turn begins. */
export function glueAt({ words, transcript }: TranscriptIndex, at: number): string | null {
  const [before, next] = [words[at - 1], words[at]];
  if (!before || !next || before.turn !== next.turn) return null;
  return transcript.turns[next.turn]!.text.slice(before.end, next.start);
}

/** Ends a clause, whatever follows. */
export const STOPS = /[.!?…。！？:;–—()[\]"“”„«»]|\s-+\s|--/u;
