/** Remarks on words that an author put in brackets. */
import { partOf } from '../languages/index.ts';
import type { Remark } from '../types.ts';
import type { SayRemark } from './claim.ts';
import { couldNotHear } from './gaps.ts';
import { isAnnouncing } from './reported.ts';
import type { Pattern } from './pattern.ts';
import type { Match } from './search.ts';
import { isTelling, isUnheard } from './sense.ts';
import type { TranscriptIndex } from './source.ts';

/**
 * The author's words in brackets stand for something that could not be heard, or tell more than the
 * speaker did.
 */
export function remarksOnBrackets(
  { text, items }: Pattern,
  { index, steps }: Match,
  say: SayRemark,
): readonly Remark[] {
  const { lang } = index;
  const own = steps.filter(({ item }) => items[item]!.kind === 'bracket');
  const adding = own.find(({ item, at, count }) => {
    const bracket = items[item]!;
    if (bracket.kind !== 'bracket') return false;
    const isLower = /^.\p{Ll}/u.test(text.slice(bracket.start));
    const place = { words: bracket.words, at, count, isLower };
    return (count === 0 && addsMore(lang, bracket.words)) || tellsMore(index, place);
  });
  const added = adding && items[adding.item]!;
  return [
    ...(added ? [say('bracketAdds', { words: text.slice(added.start + 1, added.end - 1) })] : []),
    ...(own.some(
      ({ item, at, count }) =>
        couldNotHear(index, at, count) &&
        !isUnheard(text.slice(items[item]!.start + 1, items[item]!.end - 1)),
    )
      ? [say('unheard')]
      : []),
  ];
}

/** Not the name of what is meant, but what was done, how, or one thing more. */
function addsMore(lang: string, words: readonly string[]): boolean {
  const { finite, joins } = partOf(lang, 'kind');
  const { adverbs } = partOf(lang, 'grammar');
  const { unsaid, only, possible } = partOf(lang, 'context');
  const isAdverb = (word: string): boolean =>
    word.length > 4 && adverbs.some((end) => word.endsWith(end));
  return (
    words.some(
      (word) =>
        isAdverb(word) ||
        unsaid.has(word) ||
        only.has(word) ||
        possible.has(word) ||
        finite.has(word),
    ) ||
    joins.has(words[0] ?? '') ||
    joins.has(words.at(-1) ?? '') ||
    (lang === 'en' && words[0] === 'to' && words.length > 1)
  );
}

/** Words in brackets, and the source words that they stand for. */
interface InBrackets {
  readonly words: readonly string[];
  readonly at: number;
  readonly count: number;
  /** They begin with a small letter: no name. */
  readonly isLower: boolean;
}

/**
 * “[all] the farmers”, “ten [thousand]”, “the [stolen] boat”, “he [forced] her” for “asked”: how
 * many there were, what had been done, or another verb. A name for a pronoun is none of these.
 */
function tellsMore(index: TranscriptIndex, { words, at, count, isLower }: InBrackets): boolean {
  const { lang } = index;
  const { quantifiers, scales, possible, unsaid, only, blanked } = partOf(lang, 'context');
  const gone = goneFor(index, at, count);
  const isNew = (kind: ReadonlySet<string>): boolean =>
    words.some((key) => kind.has(key)) && !gone.some((key) => kind.has(key));
  if ([quantifiers, scales, possible, unsaid, only].some(isNew)) return true;
  const [word = ''] = words;
  if (words.length > SHORT_BRACKET || !isLower || blanked.has(word)) return false;
  if (gone.length > 0) return tellsAnother(lang, word, gone);
  return words.length === 1 && tellsWhatWasDone(index, word, at);
}

/** The words replaced; behind a preposition at the end of a quotation, the next one: “in [full]”. */
function goneFor({ lang, words }: TranscriptIndex, at: number, count: number): readonly string[] {
  const isOpen = count === 0 && partOf(lang, 'grammar').prepositions.has(words[at - 1]?.key ?? '');
  return words.slice(at, at + (isOpen ? 1 : count)).map((word) => word?.key ?? '');
}

/** “the [stolen] boat” */
function tellsWhatWasDone({ lang, words }: TranscriptIndex, word: string, at: number): boolean {
  const { determiners, possessives, participles } = partOf(lang, 'grammar');
  const { past } = partOf(lang, 'cueUses');
  const before = words[at - 1]?.key ?? '';
  return (
    [...participles, ...past, 'en'].some((end) => word.length > 4 && word.endsWith(end)) &&
    [determiners, possessives].some((kind) => kind.has(before))
  );
}

/** Words of a bracket that stand for a verb: “[shouted at]”. */
const SHORT_BRACKET = 2;

/** Letters by which two forms of a word are known as such: agree, agreed. */
const STEM = 3;

/** A word that tells something, in place of another that does. */
function tellsAnother(lang: string, word: string, gone: readonly string[]): boolean {
  const isAuxiliary = partOf(lang, 'kind').finite.has(word);
  const isSame = gone.some((key) => key.slice(0, STEM) === word.slice(0, STEM));
  return (
    !isAuxiliary &&
    !isSame &&
    ((isTelling(word, lang) && isTelling(gone[0]!, lang)) ||
      (isAnnouncing(lang, word) && isAnnouncing(lang, gone[0]!)))
  );
}
