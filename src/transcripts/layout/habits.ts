/** What the lines of a text have in common: bullets, links behind names, width, capitals. */
import type { TextLine } from '../lines.ts';

/** The bullet that begins nearly every line, so that it tells nothing: a page saved as a list. */
export function bulletOf(lines: readonly TextLine[]): RegExp | null {
  const bullet = /^\s{0,8}[•●▪◦‣]\s+/u;
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const begun = filled.filter(({ text }) => bullet.test(text)).length;
  return begun >= 6 && begun >= 0.7 * filled.length ? bullet : null;
}

/** Words by which at least so many short lines end are a link behind each name. */
const FEWEST_TAILS = 3;

/** “MR LUND Link to this”, “THE CHAIR Link to this”: how most short lines without a stop end. */
export function tailOf(lines: readonly TextLine[]): string | null {
  const short = lines
    .map(({ text }) => text)
    .filter((text) => text.length < 140 && /[\p{L})]\s\p{Lu}\S*(?:\s\S+){1,3}$/u.test(text));
  const tails = short.flatMap(
    (text) => /\s\p{Lu}\p{Ll}+(?:\s\p{Ll}+){1,3}$/u.exec(text)?.[0] ?? [],
  );
  const [most] = [...Map.groupBy(tails, (tail) => tail).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  if (!most || most.length < FEWEST_TAILS || most.length < 0.5 * short.length) return null;
  const tail = most[0]!;
  const begun = new Set(
    short.filter((text) => text.endsWith(tail)).map((text) => text.slice(0, 12)),
  );
  return begun.size > 1 ? tail : null;
}

/** Width at which lines are wrapped; Infinity where they are not. */
export function wrapOf(lines: readonly TextLine[]): number {
  const lengths = lines
    .map(({ text }) => text.trim().length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b);
  const [middle, most] = [
    lengths[lengths.length >> 1] ?? 0,
    lengths[Math.floor(lengths.length * 0.95)] ?? 0,
  ];
  return most <= 110 && middle > 25 && lengths.length > 3 ? most : Infinity;
}

/** Share of words in mid-sentence that begin with a capital: in German every noun does. */
export function capitalShare(lines: readonly TextLine[]): number {
  let [all, capitals, length] = [0, 0, 0];
  for (const { text } of lines) {
    if ((length += text.length) > 200_000) break;
    if (!/\p{Ll}{3}/u.test(text)) continue;
    for (const [, word] of text.slice(0, 2000).matchAll(/\p{Ll},? (\p{L}[\p{L}’'-]*)/gu)) {
      all++;
      if (/^\p{Lu}\p{Ll}/u.test(word!)) capitals++;
    }
  }
  return all > 40 ? capitals / all : 0;
}
