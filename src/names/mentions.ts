/**
 * Where a text names participants: full name, surname, given name, title and name, role, declared
 * alias, near spelling.
 */
import type { Participant, Span } from '../types.ts';
import { fold, NO_WORDS } from '../languages/lists.ts';
import { everyGrammar, everyPerson } from '../languages/unions.ts';
import { isTitle, namePart, nearSpelling, aliasRank } from './aliases.ts';
import type { Alias } from './aliases.ts';
import type { Cast } from './cast.ts';
import { besideName } from './bearers.ts';
import { nameTokens } from './tokens.ts';
import type { Token } from './tokens.ts';

/** A place where a text names a participant. */
export interface Mention extends Span {
  readonly participant: Participant;
  readonly form: Alias['form'];
  /** “Witkoff’s”, “Jones’”: the name belongs to what follows. */
  readonly possessive: boolean;
  /**
   * Others who bear the name that stands here alone: the participant is who was last named in full.
   */
  readonly rivals: readonly Participant[];
}

/** Ambiguous alias → who was last mentioned in full; one per reading of a text. */
export type Memory = Map<string, Participant>;

/**
 * Where a text names participants, in order, longest name first; titles before a name belong to it.
 * A surname that two share means the one whose title or description stands beside it, else the one
 * last mentioned in full, and no one before that or after a text that names both. Linear in the
 * text.
 * @param articles words for “the” in the text's language that others do not have, such as
 * Portuguese “o”
 * @param tokens the words of the text, where they are known
 */
export function mentions(
  text: string,
  cast: Cast,
  memory: Memory = new Map(),
  articles = NO_WORDS,
  tokens = nameTokens(text),
): readonly Mention[] {
  const found = cast.pattern
    ? [...text.matchAll(cast.pattern)].map((match) => unspacedMention(match, cast))
    : [];
  if (cast.byFirst.size === 0) return found;
  const reading: Reading = { text, tokens, cast, memory, articles };
  for (let i = 0; i < tokens.length; ) {
    const hit = hitAt(reading, i);
    if (hit) found.push(mentionOf(text, tokens, i, hit));
    i += hit ? hit.length : 1;
  }
  forgetShared(found, memory);
  return cast.pattern ? found.sort((a, b) => a.start - b.start) : found;
}

const unspacedMention = (match: RegExpExecArray, cast: Cast): Mention => ({
  start: match.index,
  end: match.index + match[0].length,
  participant: cast.unspaced.get(match[0])!,
  form: 'full',
  possessive: false,
  rivals: [],
});

/** What is looked through, and what is known on the way. */
interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly cast: Cast;
  readonly memory: Memory;
  readonly articles: ReadonlySet<string>;
}

/** A text that names two bearers of a surname in full does not tell whom it means alone. */
function forgetShared(found: readonly Mention[], memory: Memory): void {
  const bearers = new Map<string, Participant>();
  for (const { form, participant } of found) {
    if (form !== 'full') continue;
    for (const part of namePart(participant)) {
      const other = bearers.get(part) ?? participant;
      bearers.set(part, participant);
      if (other !== participant) memory.delete(part);
    }
  }
}

interface Hit {
  readonly participant: Participant;
  readonly form: Alias['form'];
  readonly length: number;
  readonly rivals: readonly Participant[];
}

function hitAt(reading: Reading, i: number): Hit | null {
  const { text, tokens, cast, memory, articles } = reading;
  const word = tokens[i]!.folded;
  const rivals = cast.byFirst.get(word) ?? nearAliases(text, tokens[i]!, word, cast);
  if (rivals.length === 0) return null;
  const fitting = rivals.filter((alias) => aliasFits(alias, text, tokens, i, articles));
  const best = fitting[0];
  if (!best) {
    noteOtherBearer(rivals, reading, i);
    return null;
  }
  const equals = fitting.filter(
    (alias) =>
      alias.words.length === best.words.length && (aliasRank(best) > 0 || aliasRank(alias) === 0),
  );
  const bearers = [...new Set(equals.map((alias) => alias.participant))];
  const beside =
    bearers.length < 2 ? bearers : besideName(reading, i, i + best.words.length, bearers);
  const participant = beside.length === 1 ? beside[0]! : memory.get(best.words.join(' '));
  if (!participant || (beside.length > 1 && !beside.includes(participant))) return null;
  if (best.form === 'surname' && memory.get(best.words.join(' ')) === OTHER_BEARER) return null;
  if (best.form === 'full') for (const part of namePart(participant)) memory.set(part, participant);
  return {
    participant,
    form: best.form,
    length: best.words.length,
    rivals: beside.filter((one) => one !== participant),
  };
}

/** In a memory: the surname belongs to somebody who is not in the cast, until it is said in full again. */
const OTHER_BEARER: Participant = {
  id: '',
  name: '',
  role: null,
  aliases: [],
  pronouns: null,
};

/**
 * “Keith Lowe”, before anybody listed is named in full: from here on “Lowe” is not Rhea Lowe. Whoever is named
 * first keeps the surname.
 */
function noteOtherBearer(
  rivals: readonly Alias[],
  { text, tokens, memory }: Reading,
  i: number,
): void {
  for (const alias of rivals) {
    const surname = alias.words[0]!;
    if (alias.form !== 'surname' || alias.words.length > 1 || memory.has(surname)) continue;
    if (givenByOther(text, tokens, i, alias)) memory.set(surname, OTHER_BEARER);
  }
}

function nearAliases(text: string, token: Token, word: string, cast: Cast): readonly Alias[] {
  if (word.length < 6 || !isCapitalised(text, token)) return NO_ALIASES;
  return (cast.surnames.get(word[0]!) ?? [])
    .filter((alias) => nearSpelling(alias.words[0]!, word))
    .map((alias) => ({ ...alias, words: [word] }));
}

const NO_ALIASES: readonly Alias[] = [];

const isCapitalised = (text: string, token: Token): boolean => /\p{Lu}/u.test(text[token.start]!);

function aliasFits(
  alias: Alias,
  text: string,
  tokens: readonly Token[],
  i: number,
  articles: ReadonlySet<string>,
): boolean {
  const last = i + alias.words.length - 1;
  if (
    !tokens[last] ||
    !alias.words.every(
      (word, k) => tokens[i + k]!.folded === word && areJoined(text, tokens, i + k, k),
    )
  )
    return false;
  if (alias.form === 'role')
    return (
      i > 0 &&
      (everyGrammar.definite.has(tokens[i - 1]!.word) || articles.has(tokens[i - 1]!.word)) &&
      !/[^\s’']/u.test(text.slice(tokens[i - 1]!.end, tokens[i]!.start))
    );
  if (!alias.lower && !isCapitalised(text, tokens[last])) return false;
  if (alias.form === 'given') return !followedByName(text, tokens, last, alias);
  return alias.form !== 'surname' || !givenByOther(text, tokens, i, alias);
}

/** Words of one name stand close: spaces, full stops, hyphens, apostrophes. */
const areJoined = (text: string, tokens: readonly Token[], at: number, k: number): boolean =>
  k === 0 || /^[\s.’'‐‑-]{0,3}$/u.test(text.slice(tokens[at - 1]!.end, tokens[at]!.start));

/** “Steve Jones” is not Steve Witkoff. */
function followedByName(
  text: string,
  tokens: readonly Token[],
  last: number,
  alias: Alias,
): boolean {
  const next = tokens[last + 1];
  if (
    !next ||
    !/^\s$/u.test(text.slice(tokens[last]!.end, next.start)) ||
    !isCapitalised(text, next)
  )
    return false;
  return !namePart(alias.participant).includes(next.folded);
}

/** Most words of a name before its surname. */
const MOST_GIVEN = 3;

/** “John Smith”, “John Maynard Smith” is not Peter Smith. */
function givenByOther(text: string, tokens: readonly Token[], i: number, alias: Alias): boolean {
  for (let k = i - 1; k >= 0 && i - k <= MOST_GIVEN; k--) {
    const joint = text.slice(tokens[k]!.end, tokens[k + 1]!.start);
    const isInitial = tokens[k]!.word.length === 1;
    if (!(isInitial ? /^\.?\s$/u : /^\s$/u).test(joint) || !isCapitalised(text, tokens[k]!))
      return false;
    if (isOtherGiven(tokens[k]!.folded, alias)) return true;
  }
  return false;
}

function isOtherGiven(given: string, alias: Alias): boolean {
  if (!everyPerson.givenHe.has(given) && !everyPerson.givenShe.has(given)) return false;
  const own = fold(alias.participant.name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !isTitle(word));
  return (
    own.length > 1 &&
    !own.includes(given) &&
    !alias.participant.aliases.some((name) =>
      fold(name)
        .split(/[^\p{L}\p{N}]+/u)
        .includes(given),
    )
  );
}

function mentionOf(
  text: string,
  tokens: readonly Token[],
  i: number,
  { participant, form, length, rivals }: Hit,
): Mention {
  let first = i;
  while (
    first > 0 &&
    isTitle(tokens[first - 1]!.folded) &&
    isCapitalised(text, tokens[first - 1]!) &&
    /^\.?\s+$/u.test(text.slice(tokens[first - 1]!.end, tokens[first]!.start))
  )
    first--;
  const end = tokens[i + length - 1]!.end;
  const possessive = isPossessive(text, end);
  return { start: tokens[first]!.start, end, participant, form, possessive, rivals };
}

/** “Witkoff’s”; “Jones’” before a space. */
const isPossessive = (text: string, end: number): boolean =>
  /^['’]s(?![\p{L}\p{N}])/u.test(text.slice(end, end + 3)) ||
  (/^['’]\s/u.test(text.slice(end, end + 2)) && /s/iu.test(text[end - 1]!));
