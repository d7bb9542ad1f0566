/**
 * People outside Participants whom the text itself announces as speakers: by name, or by a
 * description with an article.
 */
import type { Participant } from '../../types.ts';
import { fold } from '../../languages/lists.ts';
import { everyPerson } from '../../languages/unions.ts';
import { castFrom } from '../../names/cast.ts';
import type { Subject } from './ground.ts';

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
): readonly Participant[] {
  const listed = new Set(known);
  const names = new Set<string>();
  const described = new Map<string, string>();
  for (const subject of subjects) {
    if (names.size + described.size >= MOST_NEWCOMERS) break;
    if (subject?.sort === 'name') names.add(subject.words);
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
  const people = castFrom([...names].filter((name) => !longer(name)));
  const nouns = [...described]
    .filter(([head]) => head !== '')
    .map(([head, words]) => ({ ...castFrom([words])[0]!, role: head }));
  return [...people, ...nouns].map((who) => ({
    ...who,
    id: taken.has(who.id) ? `${who.id}-met` : who.id,
  }));
}

/** “the lath-like stripling” → stripling: the last word before a preposition. */
function headWord(words: string): string {
  const tokens = fold(words)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const cut = tokens.findIndex((word, i) => i > 1 && everyPerson.headEnds.has(word));
  return (cut < 0 ? tokens : tokens.slice(0, cut)).at(-1) ?? '';
}
