/**
 * Capitals, punctuation and hyphens that make other words, or another sentence, of the same
 * letters.
 */
import { partOf } from '../languages/index.ts';
import { everyLabel } from '../languages/unions.ts';
import type { Remark } from '../types.ts';
import { rawOf, sourceText } from './align.ts';
import type { SayRemark } from './claim.ts';
import type { Pattern } from './pattern.ts';
import type { Match } from './search.ts';
import type { SearchStep } from './places.ts';
import { glueAt, spokenWords } from './source.ts';
import { denies, inDigits, isTelling } from './sense.ts';
import { visibleOf } from './spoken-words.ts';

/** One word of the quotation and the one of the source that it was compared with. */
interface Pairing {
  readonly quoted: string;
  readonly source: string;
  readonly key: string;
  /** Position of the item in the pattern, and of the word in the source. */
  readonly item: number;
  readonly at: number;
}

/** Remarks on differences that words alone do not show: capitals and punctuation. */
export const remarksOnLetters = (
  pattern: Pattern,
  match: Match,
  say: SayRemark,
): readonly Remark[] => [
  ...capitalRemarks(pattern, match, say),
  ...punctuation(pattern, match, say),
];

function capitalRemarks(pattern: Pattern, match: Match, say: SayRemark): readonly Remark[] {
  const { index, steps } = match;
  const other = steps
    .map((step) => pairingOf(pattern, match, step))
    .find((pair) => pair && isOtherWord(pattern, match, pair));
  return other ? [say('capitals', { words: rawOf(index, index.words[other.at]!) })] : [];
}

function pairingOf(
  { text, items }: Pattern,
  { index }: Match,
  { item, items: count, at, count: words }: SearchStep,
): Pairing | null {
  const one = items[item]!;
  if (one.kind !== 'word' || count !== 1 || words !== 1) return null;
  const raw = text.slice(one.start, one.end);
  if (/[[\]［］]/u.test(raw)) return null;
  const [quoted, source] = [bare(raw), bare(rawOf(index, index.words[at]!))];
  return quoted === source || quoted.toLowerCase() !== source.toLowerCase()
    ? null
    : { quoted, source, key: one.key, item, at };
}

const bare = (word: string): string => visibleOf(word).replaceAll('.', '').normalize('NFKC');

type Shape = 'small' | 'title' | 'capitals' | 'mixed';

function letterShape(word: string): Shape {
  const letters = word.replaceAll(/[^\p{L}]/gu, '');
  if (letters === letters.toLowerCase()) return 'small';
  const [first = '', ...others] = Array.from(letters);
  if (others.length > 0 && letters === letters.toUpperCase()) return 'capitals';
  const rest = others.join('');
  return first === first.toUpperCase() && rest === rest.toLowerCase() ? 'title' : 'mixed';
}

/**
 * Longest word that is read as an acronym where it stands in capitals; a longer one was stressed.
 */
const ACRONYM = 5;

function isOtherWord(pattern: Pattern, match: Match, pair: Pairing): boolean {
  const shapes = new Set([letterShape(pair.quoted), letterShape(pair.source)]);
  const { acronyms, courtesy } = partOf(match.index.lang, 'context');
  if (shapes.has('mixed') || isI(pair) || isShouted(pattern, match, pair)) return false;
  if (shapes.has('capitals'))
    return acronyms.has(pair.key) || (shapes.has('small') && !isStressed(match, pair));
  return !courtesy.has(pair.key) && !begins(pattern, match, pair);
}

const isI = ({ key }: Pairing): boolean => key === 'i' || key.startsWith("i'");

/** “I will NOT go”: no acronym, but a word that everybody knows, or a long one. */
function isStressed({ index: { lang } }: Match, { key }: Pairing): boolean {
  return key.length > ACRONYM || denies(key) || !isTelling(key, lang);
}

/** All the words around it stand in capitals as well, or the source writes none. */
function isShouted({ text, items }: Pattern, { index }: Match, { item, at }: Pairing): boolean {
  const turn = index.words[at]!.turn;
  const theirs = index.words
    .slice(Math.max(0, at - 3), at + 4)
    .filter((word) => word?.turn === turn);
  const ours = items.slice(Math.max(0, item - 3), item + 4).filter(({ kind }) => kind === 'word');
  return (
    allCapitals(theirs.map((word) => rawOf(index, word!))) ||
    allCapitals(ours.map(({ start, end }) => text.slice(start, end))) ||
    !/\p{Lu}/u.test(index.transcript.turns[turn]!.text)
  );
}

const allCapitals = (words: readonly string[]): boolean => {
  const spelt = words.filter((word) => /\p{Ll}|\p{Lu}/u.test(word));
  return spelt.length > 2 && spelt.every((word) => !/\p{Ll}/u.test(word));
};

/**
 * A sentence begins here on either side, so that its capital tells nothing. A small letter at the
 * head of the quotation must be one in the source.
 */
function begins(
  { text, items }: Pattern,
  { index }: Match,
  { item, at, quoted }: Pairing,
): boolean {
  const before = items[item - 1];
  const isHead = before === undefined || before.kind !== 'word';
  const ours = isHead
    ? letterShape(quoted) === 'title'
    : OPENS.test(text.slice(before.end, items[item]!.start));
  const glue = glueAt(index, at);
  const theirs =
    glue === null ? index.words[at - 1]?.turn !== index.words[at]!.turn : OPENS.test(glue);
  return ours || theirs;
}

const OPENS = /[.!?…。！？:¿¡"“„«‘‚»–—\n]/u;

/** Marks between two words that stand otherwise in the source and turn the sense. */
function punctuation(pattern: Pattern, match: Match, say: SayRemark): readonly Remark[] {
  const { steps, index } = match;
  const wrong = steps.findIndex(
    (step, n) => n + 1 < steps.length && turnsSense(pattern, match, step, steps[n + 1]!),
  );
  if (wrong < 0) return hyphens(pattern, match, say);
  const [a, b] = [steps[wrong]!, steps[wrong + 1]!];
  return [say('punctuation', { words: sourceText(index, a.at + a.count - 1, b.at) })];
}

type Weight = 'none' | 'comma' | 'stop' | 'question';

const glueWeight = (glue: string): Weight =>
  /[?？؟]/u.test(glue)
    ? 'question'
    : /[.!;:…。！]/u.test(glue)
      ? 'stop'
      : /[,،、，()]|\s[-–—]+\s|[–—]|--/u.test(glue)
        ? 'comma'
        : 'none';

function turnsSense(
  { text, items }: Pattern,
  match: Match,
  step: SearchStep,
  next: SearchStep,
): boolean {
  const { index } = match;
  const [a, b] = [items[step.item + step.items - 1]!, items[next.item]!];
  if (a.kind !== 'word' || b.kind !== 'word') return false;
  const theirs = glueAt(index, next.at);
  if (theirs === null || /\p{L}/u.test(theirs)) return false;
  const [ours, source] = [
    glueWeight(visibleOf(text.slice(a.end, b.start))),
    glueWeight(visibleOf(spokenWords(theirs))),
  ];
  if (ours === source) return false;
  const weights = new Set([ours, source]);
  if (weights.has('question') || (weights.has('stop') && weights.has('none'))) return true;
  if (weights.has('stop')) return denies(b.key) || partOf(index.lang, 'context').only.has(b.key);
  return commaTells(match, step, next, a.key, b.key);
}

/**
 * Languages that set a comma before every clause, so that it tells nothing; and those whose “that”
 * opens relative clauses as well.
 */
const ALWAYS_COMMA: ReadonlySet<string> = new Set(['de', 'pl', 'ru', 'uk']);

const RELATIVE_THAT: ReadonlySet<string> = new Set(['es', 'it', 'pt', 'fr']);

const isRelativeThat = (lang: string, key: string): boolean =>
  RELATIVE_THAT.has(lang) && partOf(lang, 'grammar').complementizers.has(key);

/**
 * A comma after “no”, around “only”, before a relative clause, beside a word of speech or somebody
 * who is called.
 */
function commaTells(
  match: Match,
  step: SearchStep,
  next: SearchStep,
  left: string,
  right: string,
): boolean {
  const { index } = match;
  const { yesNo, only, claims } = partOf(index.lang, 'context');
  const grammar = partOf(index.lang, 'grammar');
  if ([left, right].some((key) => yesNo.has(key) || only.has(key) || denies(key))) return true;
  if (claims.has(left) || claims.has(right)) return true;
  if (
    !ALWAYS_COMMA.has(index.lang) &&
    (grammar.pronominal.has(right) || isRelativeThat(index.lang, right))
  )
    return true;
  if (isTail(match, next.at)) return true;
  return isCalled(match, next.at, 1) || isCalled(match, step.at + step.count - 1, -1);
}

/** Words of somebody who is called: “Let’s eat, my dear children.” */
const CALLED_LENGTH = 2;

/**
 * One or two words between a comma and the end of the sentence that are no adverb: they call
 * somebody; one, in languages whose commas are those of clauses.
 */
function isTail({ index }: Match, at: number): boolean {
  const { adverbs, determiners } = partOf(index.lang, 'grammar');
  if (!(glueAt(index, at) ?? '').includes(',')) return false;
  const most = ALWAYS_COMMA.has(index.lang) ? 1 : CALLED_LENGTH;
  const first = determiners.has(index.words[at]?.key ?? '') ? at + 1 : at;
  for (let end = first + 1; end < at + 1 + most; end++) {
    const glue = glueAt(index, end);
    if (glue !== null && !/[.!?…]/u.test(glue)) continue;
    const { key } = index.words[end - 1]!;
    const isAdverb = adverbs.some((ending) => key.endsWith(ending));
    return isTelling(key, index.lang) && !isAdverb && !everyLabel.discourse.has(key);
  }
  return false;
}

/** One or two words with a capital between marks: “Let’s eat, Grandma.” */
function isCalled({ index }: Match, at: number, way: 1 | -1): boolean {
  if (partOf(index.lang, 'grammar').nounCapitals) return false;
  for (let n = 0; n < 2; n++) {
    const word = index.words[at + way * n];
    if (!word || !/^\p{Lu}/u.test(rawOf(index, word)) || isI({ key: word.key } as Pairing))
      return false;
    const outer = glueAt(index, way > 0 ? at + n + 1 : at - n);
    if (outer === null || /[.!?,;:]/u.test(outer)) return true;
  }
  return false;
}

/**
 * “twenty-five year-olds” and “twenty five-year-olds”: a number and what it counts change places.
 */
function hyphens(
  { text, items }: Pattern,
  { index, steps }: Match,
  say: SayRemark,
): readonly Remark[] {
  const { lang } = index;
  for (const [n, step] of steps.entries()) {
    const next = steps[n + 1];
    if (!next || step.count !== 1 || step.items !== 1) continue;
    const [a, b] = [items[step.item]!, items[next.item]!];
    if (a.kind !== 'word' || b.kind !== 'word') continue;
    const theirs = glueAt(index, next.at);
    const [ours, source] = [
      isHyphenGlue(text.slice(a.end, b.start)),
      theirs !== null && isHyphenGlue(theirs),
    ];
    const isNumber = /\d/u.test(inDigits(a.key, lang));
    if (ours !== source && isNumber && !/\d/u.test(inDigits(b.key, lang))) {
      return [say('hyphenMoved', { words: sourceText(index, step.at, next.at) })];
    }
  }
  return [];
}

const isHyphenGlue = (glue: string): boolean => /^[-‐‑]$/u.test(visibleOf(glue));
