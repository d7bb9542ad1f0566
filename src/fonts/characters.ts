/** What a document shows of its fonts: characters, and forms of them. */

import { decodeReference } from '../markup.ts';

/** What a font in a document must hold. */
export interface FontUse {
  readonly characters: ReadonlySet<string>;
  /** OpenType features that its style sheets ask for, beside those that always apply. */
  readonly features: readonly string[];
}

/** Features, and the words of a style sheet that ask for them (CSS Fonts 4, 6). */
const ASKED_FEATURES: readonly (readonly [words: RegExp, features: readonly string[]])[] = [
  [/lining-nums/u, ['lnum']],
  [/oldstyle-nums/u, ['onum']],
  [/proportional-nums/u, ['pnum']],
  [/tabular-nums/u, ['tnum']],
  [/slashed-zero/u, ['zero']],
  [/-fractions/u, ['frac', 'afrc', 'numr', 'dnom']],
  [/ordinal/u, ['ordn']],
  [/\b(?:super|sub)\b/u, ['sups', 'subs']],
  [/small-caps/u, ['smcp', 'c2sc']],
  [/discretionary-ligatures/u, ['dlig']],
  [/historical-/u, ['hlig', 'hist']],
];

/** Features that a style sheet names by their tags. */
const NAMED_FEATURE = /["']([a-z0-9]{4})["']/gu;

/**
 * Signs that appear without standing in the text: figures of counters and lists, marks that a
 * browser or a reading app adds, what a reference such as `&amp;` stands for.
 */
const UNWRITTEN =
  Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
    .filter((character) => !/[A-Za-z]/u.test(character))
    .join('') + '\u{A0}\u{AD}\u{2010}\u{2011}–—…•◦▪‣“”‘’„‚«»‹›';

/** What turns letters into others: capitals, small capitals. */
const TRANSFORMED = /text-transform|small-caps|all-petite/u;

/**
 * What finished markup, and the style sheets that go with it, can show; where a sheet turns small
 * letters into capitals, both.
 */
export function fontUseOf(markup: Iterable<string>, styles: string): FontUse {
  const variants = Array.from(styles.matchAll(/font-variant[^;}]*/gu), ([words]) => words).join();
  return {
    characters: charactersIn(markup, styles),
    features: [
      ...ASKED_FEATURES.flatMap(([words, features]) => (words.test(variants) ? features : [])),
      ...Array.from(styles.matchAll(NAMED_FEATURE), ([, tag]) => tag!),
    ],
  };
}

function charactersIn(markup: Iterable<string>, styles: string): ReadonlySet<string> {
  const characters = new Set(UNWRITTEN);
  const add = (text: string): void => {
    for (const character of text) characters.add(character);
  };
  for (const text of markup) add(textOutsideTags(text));
  for (const [, double, single] of styles.matchAll(/"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'/gu))
    add(shownString(double ?? single ?? ''));
  if (TRANSFORMED.test(styles))
    for (const character of characters) add(character.toUpperCase() + character.toLowerCase());
  return characters;
}

/** What stands between tags. */
const textOutsideTags = (markup: string): string =>
  markup
    .replaceAll(/<(style|script)\b[^]*?<\/\1>|<!--[^]*?-->|<[^>]*>/gu, ' ')
    .replaceAll(/&#?\w+;/gu, decodeReference);

/** A string of a style sheet as it is shown (CSS Syntax 3, 4.3.7). */
const shownString = (quoted: string): string =>
  quoted.replaceAll(/\\([0-9a-f]{1,6})\s?/giu, (_, hex: string) =>
    String.fromCodePoint(Number.parseInt(hex, 16) || 0xfffd),
  );
