/**
 * People outside Participants whom the text itself announces as speakers: by name, or by a
 * description with an article.
 */
import type { Participant } from '../../types.ts';
import { fold } from '../../languages/lists.ts';
import { everyPerson } from '../../languages/unions.ts';
import { castFrom } from '../../names/cast.ts';
import { holdsRole } from './holders.ts';
import { isHonor } from '../../names/person.ts';
import type { Ground, Subject } from './ground.ts';

/** At most this many are followed through the text. */
const MOST_NEWCOMERS = 500;

/**
 * @param dialogue descriptions are followed too (“the parson”), as fiction does; elsewhere they
 * stay where they stand
 */
export function newcomers(
  subjects: readonly (Subject | null)[],
  known: readonly Participant[],
  dialogue: boolean,
  grounds: readonly Ground[],
): readonly Participant[] {
  const listed = new Set(known);
  const names = new Set<string>();
  const described = new Map<string, string>();
  for (const subject of subjects) {
    if (names.size + described.size >= MOST_NEWCOMERS) break;
    if (subject?.sort === 'name' && !isRoleOf(subject.words, known)) names.add(subject.words);
    if (subject?.sort === 'cast' && !listed.has(subject.who)) names.add(subject.who.name);
    if (dialogue && subject?.sort === 'description')
      described.set(headWord(subject.words), subject.words);
  }
  const longer = (name: string): boolean =>
    [...names].some(
      (other) =>
        other !== name &&
        fold(other).split(' ').at(-1) === fold(name).split(' ').at(-1) &&
        other.length > name.length,
    );
  const taken = new Set(known.map(({ id }) => id));
  const full = fullNames(names, grounds);
  const people = castFrom([
    ...new Set([...names].filter((name) => !longer(name)).map((name) => full.get(name) ?? name)),
  ]);
  const nouns = [...described]
    .filter(([head]) => head !== '')
    .map(([head, words]) => ({ ...castFrom([words])[0]!, role: head }));
  return [...people, ...nouns].map((who) => ({
    ...who,
    id: taken.has(who.id) ? `${who.id}-met` : who.id,
  }));
}

/** “Counsel asked”: one word that is the role of somebody known. */
const isRoleOf = (words: string, known: readonly Participant[]): boolean =>
  !/\s/u.test(words) && known.some(({ role }) => holdsRole(words, role));

/** Surname → the full name that the text gives it somewhere; none where it gives it to two. */
function fullNames(
  names: ReadonlySet<string>,
  grounds: readonly Ground[],
): ReadonlyMap<string, string> {
  const given = new Map<string, Set<string>>();
  for (const ground of grounds) {
    for (let i = 1; i < ground.tokens.length; i++) {
      const surname = wordAt(ground, i);
      if (!names.has(surname) || !isGivenBefore(ground, i)) continue;
      given.set(surname, (given.get(surname) ?? new Set()).add(wordAt(ground, i - 1)));
    }
  }
  const alone = [...given].filter(([, all]) => all.size === 1);
  return new Map(alone.map(([surname, all]) => [surname, `${[...all][0]!} ${surname}`]));
}

const wordAt = ({ text, tokens }: Ground, i: number): string =>
  text.slice(tokens[i]!.start, tokens[i]!.end);

/** A known given name, or a capitalised word inside a sentence that is no title. */
function isGivenBefore(ground: Ground, i: number): boolean {
  const { text, tokens } = ground;
  const [before, token] = [tokens[i - 1]!, tokens[i]!];
  const word = wordAt(ground, i - 1);
  if (text.slice(before.end, token.start) !== ' ' || !/^\p{Lu}\p{Ll}+$/u.test(word)) return false;
  if (isHonor(word)) return false;
  const key = fold(word);
  if (everyPerson.givenHe.has(key) || everyPerson.givenShe.has(key)) return true;
  const lead = text.slice(Math.max(0, before.start - 2), before.start);
  return !ground.grammar.nounCapitals && /[\p{Ll},]\s$/u.test(lead);
}

/** “the lath-like stripling” → stripling: the last word before a preposition. */
export function headWord(words: string): string {
  const tokens = fold(words)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const cut = tokens.findIndex((word, i) => i > 1 && everyPerson.headEnds.has(word));
  return (cut < 0 ? tokens : tokens.slice(0, cut)).at(-1) ?? '';
}
