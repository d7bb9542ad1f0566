/** The word that a slip of the keyboard meant. */

/**
 * The known word with the smallest edit distance, and that distance; null when none is known. Words
 * over 40 characters are cut.
 */
export function nearest(
  word: string,
  known: readonly string[],
): { readonly word: string | null; readonly distance: number } {
  let best: { word: string | null; distance: number } = { word: null, distance: Infinity };
  for (const candidate of known) {
    if (Math.abs(Math.min(word.length, 40) - candidate.length) >= best.distance) continue;
    const distance = editDistance(word.slice(0, 40).toLowerCase(), candidate.toLowerCase());
    if (distance < best.distance) best = { word: candidate, distance };
  }
  return best;
}

/** Edits of one character, neighbours exchanged counting as one (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = isSwap(a, i, b, j) ? before[j - 2]! + 1 : Infinity;
      const other = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, other, swap);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** Whether the two letters before `i` are those before `j` in the other order. */
const isSwap = (a: string, i: number, b: string, j: number): boolean =>
  i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
