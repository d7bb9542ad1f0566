/** Whom “he” or “she” means: the nearest earlier subject of that gender, then the last speaker. */
import type { Participant } from '../../types.ts';
import type { Gender } from '../../languages/parts.ts';
import {
  indexAt,
  itemsWithin,
  sentenceEnd,
  sentenceStart,
  sentencesBefore,
  type Ground,
  type Subject,
} from './ground.ts';
import { blockSpeaker, speakerOfView, type SpeakerState } from './state.ts';
import { subjects } from './subject-after.ts';
import type { SpeakerView } from './speaker-view.ts';

/** Blocks, and sentences of each, that are looked back over. */
const PRONOUN_REACH = 8;

const SENTENCES = 12;

/** A pronoun, or another word for someone spoken of, whose gender may be null: unknown. */
type Pronoun = Pick<Extract<Subject, { readonly sort: 'pronoun' }>, 'start' | 'ground'> & {
  readonly gender: Gender | null;
};

/** Pronouns that stand for nobody of the text. */
const WITHOUT_ANTECEDENT: ReadonlySet<Gender | null> = new Set(['i', 'we', 'it', 'you']);

/**
 * The person that a pronoun means: the nearest before it whose gender fits, in dialogue rather not
 * the one who spoke last. Null for pronouns that mean no single person, and where nobody fits.
 */
export function resolvePronoun(
  state: SpeakerState,
  view: SpeakerView,
  pronoun: Pronoun,
): Participant | null {
  const objects = notMeantBy(pronoun);
  const fits = (who: Participant): boolean =>
    genderAgrees(state, who, pronoun.gender) && !view.addressed.has(who) && !objects.has(who);
  if (WITHOUT_ANTECEDENT.has(pronoun.gender)) return null;
  const partner = state.dialogue && view.opens ? blockSpeaker(state, view.run.block - 1) : null;
  const here = state.dialogue ? [] : beforeIn(pronoun.ground, pronoun.start).filter(fits);
  const candidates = here.length > 0 ? here : candidatesBefore(state, view, pronoun).filter(fits);
  const known = candidates.filter((who) => state.genders.get(who) === pronoun.gender);
  const pool = known.length > 0 ? known : candidates;
  return pool.find((who) => who !== partner) ?? pool[0] ?? null;
}

/** People named in the sentence of a pronoun in places where they can't be meant by it. */
export const notMeantBy = (pronoun: Pronoun): ReadonlySet<Participant> =>
  new Set([...objectsAfter(pronoun), ...agentsBefore(pronoun)]);

/**
 * “he told Hale what he knew”: whoever is named after the first such pronoun of the sentence is
 * someone else.
 */
function objectsAfter({ ground, start, gender }: Pronoun): ReadonlySet<Participant> {
  const from = sentenceStart(ground, start);
  const first = itemsWithin(ground.tokens, from, start).find(
    ({ word }) => ground.grammar.pronouns.get(word) === gender,
  );
  const after = itemsWithin(
    ground.mentions,
    first?.start ?? start,
    sentenceEnd(ground, start),
  ).filter(({ possessive }) => !possessive);
  return new Set(after.map(({ participant }) => participant));
}

/** “Pressed by Hale, she …”: whoever is named after a word for “by” before the pronoun is someone else. */
function agentsBefore({ ground, start }: Pronoun): readonly Participant[] {
  const { grammar, tokens } = ground;
  return itemsWithin(ground.mentions, sentenceStart(ground, start), start).flatMap((mention) => {
    const before = tokens[indexAt(ground, mention.start) - 1];
    return before && grammar.agent.has(before.word) && !mention.possessive
      ? [mention.participant]
      : [];
  });
}

/** A pronoun of this gender may stand for this person; what is not known agrees with anything. */
export function genderAgrees(
  state: SpeakerState,
  who: Participant,
  gender: Gender | null,
): boolean {
  const own = state.genders.get(who);
  if (gender === null) return true;
  if (gender === 'they') return own === 'other';
  return own === undefined || own === gender;
}

/**
 * Whoever could be meant, nearest first: subjects and speakers of the block, then of the blocks
 * before.
 */
export function candidatesBefore(
  state: SpeakerState,
  view: SpeakerView,
  pronoun: Pronoun,
): readonly Participant[] {
  const at = pronoun.ground === view.last ? view.run.block : pronoun.ground.block.index;
  const here = beforeIn(pronoun.ground, pronoun.start);
  const spoken = pronoun.ground === view.ground ? speakerOfView(state, view.before) : null;
  const earlier: Participant[] = [];
  for (
    let block = at - 1;
    block >= 0 &&
    at - block <= PRONOUN_REACH &&
    state.grounds[block]!.block.section === view.ground.block.section;
    block--
  ) {
    const ground = state.grounds[block]!;
    const speaker = blockSpeaker(state, block);
    earlier.push(...(speaker ? [speaker] : []), ...beforeIn(ground, ground.text.length));
  }
  return [...here, ...(spoken ? [spoken] : []), ...earlier];
}

/**
 * Subjects of the sentences before `to`, last sentence first; in a sentence, first subject first,
 * then other names.
 */
function beforeIn(ground: Ground, to: number): readonly Participant[] {
  const people: Participant[] = [];
  let end = to;
  for (const start of sentencesBefore(ground, to, SENTENCES)) {
    people.push(
      ...subjects(ground, start, end).map(({ participant }) => participant),
      ...itemsWithin(ground.mentions, start, end).map(({ participant }) => participant),
    );
    end = start;
  }
  return people;
}
