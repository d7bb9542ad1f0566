/** Full stops that end no sentence. */
import { LANGUAGES, partOf, primaryTag } from '../languages/index.ts';
import { escapedPattern } from '../languages/lists.ts';

/**
 * A letter, a number of one or two digits, or an abbreviation, at the end of a text. English ones
 * stand in every language.
 */
const patternFor = (tag: string): RegExp => {
  const words = [...new Set([...partOf('en', 'abbreviations'), ...partOf(tag, 'abbreviations')])];
  const forms = words.map((word) => escapedPattern(word).replaceAll(' ', ' ?'));
  return new RegExp(`(?:^|[\\s(.])(?:\\p{L}|${forms.join('|')}|\\d{1,2})$`, 'u');
};

const patterns: ReadonlyMap<string, RegExp> = new Map(
  [...LANGUAGES.keys()].map((tag) => [tag, patternFor(tag)]),
);

/** Longest abbreviation with what stands before it. */
const LONGEST_ABBREVIATION = 10;

/** True when the full stop at `at` belongs to an abbreviation, an initial or a number. */
export const abbreviated = (text: string, at: number, lang: string): boolean =>
  (patterns.get(primaryTag(lang)) ?? patterns.get('en')!).test(
    text.slice(Math.max(0, at - LONGEST_ABBREVIATION), at),
  );
