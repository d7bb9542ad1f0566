/**
 * Faces for what a theme's own lack: which are needed, which are not installed, and how a style
 * sheet uses them.
 */
import type { MissingGlyph } from '../fonts.ts';
import { coverageOf, has, type FontFile } from './coverage.ts';
import { fontSource } from './tables.ts';

/**
 * Faces for what the others lack, each with the characters it is there for, and a rule that uses it
 * for these alone.
 */
export interface Spare<F extends FontFile> {
  readonly face: F;
  readonly characters: readonly string[];
  /**
   * Letters under its combining marks, which other faces have too: mark and letter are shaped
   * together, in one face or in none.
   */
  readonly bases: readonly string[];
}

/** A family for what others lack: its faces, none where its package is not installed. */
export interface SpareFamily<F extends FontFile> {
  readonly faces: readonly F[];
  readonly scripts: readonly RegExp[];
  /** The package that is not installed. */
  readonly lacked: string | null;
}

/**
 * Characters of scripts that nothing installed is there for, with the package to install: of
 * several the one that has most of the characters, so that the fewest are asked for.
 */
export function awaitedPackages<F extends FontFile>(
  missing: readonly MissingGlyph[],
  families: readonly SpareFamily<F>[],
): ReadonlyMap<string, string> {
  const rows = missing.flatMap(({ character }) => {
    const packages = packagesFor(character, families);
    return packages.length > 0 ? [{ character, packages }] : [];
  });
  const all = rows.flatMap(({ packages }) => packages);
  const times = (name: string): number => all.filter((one) => one === name).length;
  const byTimes = [...new Set(all)].toSorted((a, b) => times(b) - times(a));
  return new Map(
    rows.map(({ character, packages }) => [
      character,
      byTimes.find((name) => packages.includes(name))!,
    ]),
  );
}

/** Packages that are there for the script of a character, where no installed one has it. */
function packagesFor<F extends FontFile>(
  character: string,
  families: readonly SpareFamily<F>[],
): readonly string[] {
  const point = character.codePointAt(0)!;
  const meant = families.filter(({ scripts }) => scripts.some((one) => one.test(character)));
  return meant.some(({ faces }) => faces.some((face) => has(coverageOf(face), point)))
    ? []
    : meant.flatMap(({ lacked }) => lacked ?? []);
}

/**
 * For each missing character the first face that has it; a face that nothing needs is left out.
 * @param text in which they are missing
 */
export function sparesFor<F extends FontFile>(
  missing: readonly MissingGlyph[],
  faces: readonly F[],
  text: string,
): readonly Spare<F>[] {
  const wanted = new Map<F, string[]>();
  for (const { character } of missing) {
    const face = faces.find((one) => has(coverageOf(one), character.codePointAt(0)!));
    if (face) wanted.set(face, [...(wanted.get(face) ?? []), character]);
  }
  return faces.flatMap((face) => {
    const characters = wanted.get(face);
    return characters ? [{ face, characters, bases: basesOf(characters, text) }] : [];
  });
}

/** What stands under the marks among these characters, with the marks beside them. */
function basesOf(characters: readonly string[], text: string): readonly string[] {
  const marks = characters.filter((character) => /\p{M}/u.test(character));
  if (marks.length === 0) return [];
  const clusters = (text.match(/\P{M}\p{M}+/gu) ?? []).filter((cluster) =>
    marks.some((mark) => cluster.includes(mark)),
  );
  return [...new Set(clusters.flatMap((cluster) => Array.from(cluster)))];
}

/**
 * Joiners and selectors that must be shaped with the characters around them: ZWNJ, ZWJ, variation
 * selectors 15 and 16.
 */
const BINDING = ['\u200c', '\u200d', '\ufe0e', '\ufe0f'];

/**
 * A character and what shaping may take it apart into, whose glyphs are then asked for: a Thai SARA
 * AM is set as a ring over the letter and a stroke behind it.
 */
const shapedAs = (character: string): readonly string[] => [
  character,
  ...Array.from(character.normalize('NFD') + character.normalize('NFKD')),
];

/**
 * `@font-face` rules of spare faces, narrowed to what they are there for (CSS Fonts 4,
 * `unicode-range`).
 */
export const spareCss = (spares: readonly Spare<FontFile>[]): string =>
  spares
    .map(({ face, characters, bases }) => {
      const points = [...new Set([...BINDING, ...characters.flatMap(shapedAs), ...bases])]
        .map((character) => character.codePointAt(0)!)
        .filter((point) => has(coverageOf(face), point));
      const range = points.map((point) => `U+${point.toString(16)}`).join();
      return `@font-face{font-family:"${face.family}";font-weight:100 900;unicode-range:${range};src:${fontSource(face.bytes)}}\n`;
    })
    .join('');
