/**
 * Whoever stands right beside the closing mark with a verb has spoken, whatever the verb: “…”,
 * tranche Ida Moen; “…,” Hale deadpanned.
 */
import type { Grammar } from '../languages/parts.ts';
import type { Mention } from '../names/mentions.ts';
import { itemsWithin } from './speaker/ground.ts';

/** Own words in which a tag is looked for: quoted words blanked out. */
export interface TagGround {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly grammar: Grammar;
}

/** Longest way, in characters, from the closing mark to the name. */
const TAG_REACH = 60;
/** Words between the mark and the name: verb, reflexive, adverb, article, office. */
const MOST_TAG_WORDS = 5;

/**
 * The participant who, with any verb, stands right behind words that end at offset `end`; null
 * where a sentence of another shape follows.
 * @param words the quoted words: they end with a mark of their own, or a comma or dash follows them
 */
export function taggedAfter(ground: TagGround, end: number, words: string): Mention | null {
  const mention = itemsWithin(ground.mentions, end, end + TAG_REACH + 40)[0];
  if (!mention || mention.possessive || mention.start - end > TAG_REACH) return null;
  const gap = /^["'”’»)]*\s*([,–—-]{0,2})\s*(.*)$/su.exec(ground.text.slice(end, mention.start));
  if (!gap || (gap[1] === '' && !/[,!?…—–-]["'’”»)]*$/u.test(words.trim()))) return null;
  return gap[2] === '' ? straightTag(ground, mention, words) : inverted(ground, mention, gap[2]!);
}

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];

/** Words that open another phrase or clause than a verb does. */
const opensOther = (
  word: string,
  { prepositions, conjunctions, relatives, and, or, pronouns }: Grammar,
): boolean =>
  [prepositions, conjunctions, relatives, and, or].some((set) => set.has(word)) ||
  pronouns.has(word);

const isTagArticle = (word: string, { determiners, oblique, definite }: Grammar): boolean =>
  determiners.has(word) || oblique.has(word) || definite.has(word);

/**
 * “…”, se lamenta el capitán Lund: a verb, then at most reflexives, adverbs, an article and an
 * office.
 */
function inverted({ text, grammar }: TagGround, mention: Mention, between: string): Mention | null {
  if (!/^(?:\p{Ll}[\p{L}\p{M}]*[\s’'-]+)+(?:\p{Lu}[\p{L}\p{M}-]*\.?\s+){0,2}$/u.test(between))
    return null;
  const words = wordsOf(between).filter((word) => /^\p{Ll}/u.test(word));
  if (words.length > MOST_TAG_WORDS || words.some((word) => opensOther(word, grammar))) return null;
  if (isTagArticle(words[0]!, grammar) && words[0]!.length > 2) return null;
  const verb = words.findIndex(
    (word) =>
      !isTagArticle(word, grammar) && (!isFillerWord(word, grammar) || grammar.cleft.has(word)),
  );
  if (verb < 0 || verb > 2) return null;
  return grammar.verbSecond || endsPhrase(text, mention.end, grammar) ? mention : null;
}

const isFillerWord = (word: string, { fillers, adverbs }: Grammar): boolean =>
  fillers.has(word) || adverbs.some((ending) => word.endsWith(ending));

/**
 * After the name the clause ends, or a phrase of another sort begins: no verb of which the name
 * were the subject.
 */
function endsPhrase(text: string, at: number, grammar: Grammar): boolean {
  const next = /^\s*(\p{L}+)?/u.exec(text.slice(at, at + 40))![1];
  return (
    next === undefined ||
    opensOther(next, grammar) ||
    isTagArticle(next, grammar) ||
    grammar.participles.some((ending) => next.endsWith(ending))
  );
}

/** “…,” Hale deadpanned: one verb, and then the clause ends or an adjunct follows. */
function straightTag(
  { text, grammar }: TagGround,
  mention: Mention,
  quoted: string,
): Mention | null {
  const rest = /^\s+((?:\p{Ll}[\p{L}\p{M}]*\s?){1,3})(.?)/u.exec(
    text.slice(mention.end, mention.end + TAG_REACH),
  );
  if (!rest) return null;
  const words = wordsOf(rest[1]!);
  const at = words.findIndex((word) => !isFillerWord(word, grammar));
  if (at < 0 || words.slice(0, at).some((word) => grammar.passive.has(word))) return null;
  const verb = words[at]!;
  if (verb.length < 3 || opensOther(verb, grammar) || isTagArticle(verb, grammar)) return null;
  const after = words[at + 1];
  if (after !== undefined) return grammar.prepositions.has(after) ? mention : null;
  if (/^[\s\p{L}\uFFFB\uFFFC:]/u.test(rest[2]!)) return null;
  const opensNext = /^.?\s*[\uFFFB\uFFFC]/u.test(
    text.slice(mention.end + rest[0].length - rest[2]!.length),
  );
  return opensNext && /[.!?…]["'’”»)]*$/u.test(quoted.trim()) ? null : mention;
}
