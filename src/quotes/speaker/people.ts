/**
 * Who may be a person, by capitals alone: “Konrad Freiberg”, “Mr. Darcy”. Only those who turn out
 * to be announced are kept.
 */
import type { Participant } from '../../types.ts';
import { fold } from '../../languages/lists.ts';
import { everyPerson, isParticle } from '../../languages/unions.ts';
import { isTitle } from '../../names/aliases.ts';
import { castFrom } from '../../names/cast.ts';
import { mentions } from '../../names/mentions.ts';
import { firstTokenFrom } from '../../names/tokens.ts';
import type { Cast } from '../../names/cast.ts';
import type { Ground } from './ground.ts';

/** At most this many are looked at; in an honest text the first are the most quoted. */
const MOST_NAMES = 400;

/** Persons that the text seems to name and that the cast does not have. */
export function peopleInText(grounds: readonly Ground[], cast: Cast): readonly Participant[] {
  const names = new Set<string>();
  const alone = actingAlone(grounds);
  for (const ground of grounds) {
    if (names.size >= MOST_NAMES) break;
    for (const name of namesInText(ground, alone)) names.add(name);
  }
  const unknown = [...names].filter((name) => mentions(name, cast).length === 0);
  const taken = new Set(cast.participants.map(({ id }) => id));
  return castFrom(unknown).map((who) =>
    taken.has(who.id) ? { ...who, id: `${who.id}-met` } : who,
  );
}

/** Capitalised words that open a sentence and do something: “Quine was making tea.” */
function actingAlone(grounds: readonly Ground[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text, tokens, sentences, grammar } of grounds) {
    if (grammar.nounCapitals) continue;
    for (const from of sentences) {
      const i = firstTokenFrom(tokens, from);
      const [word, next] = [tokens[i], tokens[i + 1]];
      if (!word || !next || !/^\p{Lu}\p{Ll}/u.test(text.slice(word.start, word.end))) continue;
      if (text.slice(word.end, next.start) === ' ' && /^\p{Ll}/u.test(text[next.start]!))
        words.add(word.word);
    }
  }
  return words;
}

function namesInText(ground: Ground, alone: ReadonlySet<string>): readonly string[] {
  const { tokens } = ground;
  const names: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    let end = i + 1;
    while (end < tokens.length && nameGoesOn(ground, end)) end++;
    const name = isCapital(ground, i) ? fullNameAt(ground, i, end, alone) : null;
    if (name) names.push(name);
    i = end;
  }
  return names;
}

const isCapital = ({ text, tokens }: Ground, i: number): boolean =>
  /^\p{Lu}/u.test(text.slice(tokens[i]!.start, tokens[i]!.start + 2));

/** The next word belongs to the same row of capitals; “von der”, “de” may stand between. */
function nameGoesOn(ground: Ground, i: number): boolean {
  const { text, tokens } = ground;
  if (
    !/^(?:\s|\.\s|-|['’](?=\p{Lu}))$/u.test(text.slice(tokens[i - 1]!.end, tokens[i]!.start)) ||
    (!isCapital(ground, i - 1) && !isParticle(tokens[i - 1]!.word))
  )
    return false;
  if (
    /^\.\s$/u.test(text.slice(tokens[i - 1]!.end, tokens[i]!.start)) &&
    !isTitle(fold(tokens[i - 1]!.word)) &&
    tokens[i - 1]!.word.length > 1
  )
    return false;
  return (
    isCapital(ground, i) ||
    (isParticle(tokens[i]!.word) &&
      isCapital(ground, i - 1) &&
      i + 1 < tokens.length &&
      (isCapital(ground, i + 1) || isParticle(tokens[i + 1]!.word)))
  );
}

/**
 * Of a row of capitals: from the given name or title on, else (where nouns have capitals) its last
 * two words.
 */
function fullNameAt(
  ground: Ground,
  first: number,
  end: number,
  alone: ReadonlySet<string>,
): string | null {
  const { tokens, text, grammar } = ground;
  const rest = wordStarts(ground, first, end).filter(
    (i, k, all) => k > 0 || all.length === 1 || !isPronounAt(ground, i),
  );
  const words = rest.map((i) => fold(tokens[i]!.word));
  const last = words.length - 1;
  if (
    last < 1 ||
    words.some((word) => everyPerson.organisations.has(word)) ||
    isParticle(words[last]!)
  )
    return null;
  const given = words.findIndex(
    (word, i) =>
      i < last &&
      (everyPerson.givenHe.has(word) || everyPerson.givenShe.has(word) || isTitle(word)),
  );
  const isTwo = grammar.nounCapitals
    ? !words.some(isParticle)
    : last === 1 && alone.has(tokens[rest[1]!]!.word) && !alone.has(tokens[rest[0]!]!.word);
  const start = given >= 0 ? given : isTwo ? last - 1 : -1;
  return start < 0 || last - start > 4
    ? null
    : text.slice(tokens[rest[start]!]!.start, tokens[end - 1]!.end);
}

/** Tokens that begin a word; what follows a hyphen belongs to the word before. */
const wordStarts = ({ text, tokens }: Ground, first: number, end: number): readonly number[] =>
  Array.from({ length: end - first }, (_, k) => first + k).filter(
    (i) => i === first || text.slice(tokens[i - 1]!.end, tokens[i]!.start) !== '-',
  );

const isPronounAt = ({ grammar, tokens }: Ground, i: number): boolean =>
  grammar.pronouns.has(tokens[i]!.word) ||
  [
    grammar.determiners,
    grammar.oblique,
    grammar.prepositions,
    grammar.conjunctions,
    grammar.relatives,
    grammar.fillers,
  ].some((words) => words.has(tokens[i]!.word));
