/**
 * Which pronoun a person goes by: declared, told by title or given name, or learnt from the text.
 */
import type { Participant } from '../../types.ts';
import { fold } from '../../languages/lists.ts';
import { everyPerson } from '../../languages/unions.ts';
import type { Ground } from './ground.ts';
import { itemsWithin } from './ground.ts';
import { toListener } from '../cues/uses.ts';

/** The gender by which the text refers to participants, as far as it shows. */
export type Genders = ReadonlyMap<Participant, 'he' | 'she' | 'other'>;

/** Votes needed before the text's own pronouns settle a gender, and their majority. */
const VOTES = 2;
const MAJORITY = 2;

/** Genders by what participants state, by titles, and by the pronouns that follow their names. */
export function gendersOf(people: readonly Participant[], grounds: readonly Ground[]): Genders {
  const votes = new Map<Participant, { he: number; she: number }>();
  for (const ground of grounds) countPronouns(ground, votes);
  return new Map(
    people.flatMap((who) => {
      const gender = statedGender(who) ?? learnt(votes.get(who)) ?? likelyGender(who);
      return gender ? [[who, gender] as const] : [];
    }),
  );
}

const { givenHe, givenShe, nounsHe, nounsShe, titlesHe, titlesShe } = everyPerson;

function statedGender(who: Participant): 'he' | 'she' | 'other' | null {
  if (who.pronouns) return who.pronouns === 'he' || who.pronouns === 'she' ? who.pronouns : 'other';
  const words = [who.name, ...who.aliases].flatMap((name) => fold(name).split(/[^\p{L}]+/u));
  const he = words.some((word) => titlesHe.has(word) || nounsHe.has(word));
  const she = words.some((word) => titlesShe.has(word) || nounsShe.has(word));
  if (he !== she) return he ? 'he' : 'she';
  const given = words.find((word) => givenHe.has(word) !== givenShe.has(word));
  return given === undefined ? null : givenHe.has(given) ? 'he' : 'she';
}

/** Pronouns that follow the only person named in a sentence speak for that person's gender. */
function countPronouns(ground: Ground, votes: Map<Participant, { he: number; she: number }>): void {
  for (const [i, from] of ground.sentences.entries()) {
    const to = ground.sentences[i + 1] ?? ground.text.length;
    const named = itemsWithin(ground.mentions, from, to);
    const who = named[0]?.participant;
    if (!who || named.some(({ participant }) => participant !== who)) continue;
    const vote = votes.get(who) ?? { he: 0, she: 0 };
    votes.set(who, vote);
    for (const { word } of itemsWithin(
      ground.tokens,
      named[0]!.end,
      askedAt(ground, named[0]!.end, to),
    )) {
      const gender = ground.grammar.gendered.get(word);
      if (gender) vote[gender]++;
    }
  }
}

/** “Hale asked whether he …”: after a word for asking or telling, a pronoun may mean the listener. */
const askedAt = (ground: Ground, from: number, to: number): number =>
  itemsWithin(ground.cues, from, to).find(({ lemma }) => toListener.has(lemma))?.start ?? to;

/**
 * Given names that end in “a” are women's, nearly always; heard last, and not where the language
 * declines names.
 */
function likelyGender(who: Participant): 'she' | null {
  const words = fold(who.name).split(/[^\p{L}]+/u);
  const given = words[0] ?? '';
  return words.length > 1 && /^\p{L}{2,}a$/u.test(given) && !MEN.has(given) ? 'she' : null;
}

const MEN = new Set([
  'joshua',
  'luca',
  'andrea',
  'nikita',
  'sasha',
  'ezra',
  'noah',
  'elia',
  'mustafa',
  'musa',
  'isa',
  'garcia',
  'mischa',
  'ilya',
  'kolya',
  'barda',
  'akira',
]);

function learnt(vote: { he: number; she: number } | undefined): 'he' | 'she' | null {
  if (!vote) return null;
  if (vote.he >= VOTES && vote.he >= MAJORITY * vote.she) return 'he';
  return vote.she >= VOTES && vote.she >= MAJORITY * vote.he ? 'she' : null;
}
