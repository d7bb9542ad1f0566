/**
 * Evidence in so many words: markup, attribution lines, announcing words, colons. The sieves run in
 * this order.
 */
import type { Cast } from '../../names/cast.ts';
import { partOf } from '../../languages/index.ts';
import { fold } from '../../languages/lists.ts';
import { everyPerson } from '../../languages/unions.ts';
import { indexAt, itemsWithin, sentenceStart, type Ground, type Subject } from './ground.ts';
import { byIncise } from './incise.ts';
import { byBracket, byLabel, byLine, byMarkup } from './labels.ts';
import { taggedAfter } from '../tag.ts';
import { byTopic } from './unspaced.ts';
import { meaning } from './subject-after.ts';
import type { SpeakerView } from './speaker-view.ts';
import { afterColon, announcer } from './announcer.ts';
import { byCueAfter, clauseSubject } from './cue-after.ts';

/** A way in which the text says who speaks. Sieves are asked in order; the first answer counts. */
export interface ExplicitSieve {
  readonly id: string;
  readonly strength: 'explicit' | 'weak';
  readonly confidence: number;
  readonly says: string;
  readonly find: (view: SpeakerView, cast: Cast) => Subject | null;
}

/** All explicit sieves, the most certain first. */
export const explicitSieves: readonly ExplicitSieve[] = [
  {
    id: 'markup',
    strength: 'explicit',
    confidence: 1,
    says: 'The markup names the speaker.',
    find: byMarkup,
  },
  {
    id: 'line',
    strength: 'explicit',
    confidence: 0.98,
    says: 'An attribution line names the speaker.',
    find: byLine,
  },
  {
    id: 'label',
    strength: 'explicit',
    confidence: 0.97,
    says: 'A label before the words names the speaker.',
    find: byLabel,
  },
  {
    id: 'bracket',
    strength: 'explicit',
    confidence: 0.95,
    says: 'Brackets after the words name the speaker.',
    find: byBracket,
  },
  {
    id: 'after-cue',
    strength: 'explicit',
    confidence: 0.95,
    says: 'An announcing word follows the words.',
    find: byCueAfter,
  },
  {
    id: 'beside',
    strength: 'explicit',
    confidence: 0.88,
    says: 'The person and a verb stand right behind the words.',
    find: byTag,
  },
  {
    id: 'topic',
    strength: 'explicit',
    confidence: 0.9,
    says: 'The topic of the clause is announced after the words.',
    find: byTopic,
  },
  {
    id: 'incise',
    strength: 'explicit',
    confidence: 0.9,
    says: 'An announcement is set inside the words.',
    find: byIncise,
  },
  {
    id: 'owner',
    strength: 'explicit',
    confidence: 0.9,
    says: 'The words are called this person’s own.',
    find: byOwner,
  },
  {
    id: 'before-cue',
    strength: 'explicit',
    confidence: 0.9,
    says: 'An announcing word stands before the words.',
    find: byCueBefore,
  },
  {
    id: 'colon',
    strength: 'explicit',
    confidence: 0.85,
    says: 'The clause before the colon has this subject.',
    find: byColon,
  },
  {
    id: 'display',
    strength: 'explicit',
    confidence: 0.85,
    says: 'The paragraph before ends in a colon.',
    find: byDisplay,
  },
];

/**
 * “…”, tranche Ida Moen: the words open the sentence, and a verb that no list has to know stands
 * beside the name.
 */
function byTag({ ground, start, last, end, run }: SpeakerView): Subject | null {
  if (
    run.style === 'block' ||
    /[\p{L}\p{N}]/u.test(ground.text.slice(sentenceStart(ground, start), start))
  )
    return null;
  const mention = taggedAfter(last, end, run.text);
  return mention ? meaning(mention) : null;
}

/**
 * “Hale’s line “…””, “a phrase of Hale’s”, “el lema de Hale: «…»”: a noun for words, and whose they
 * are, right before the marks.
 */
function byOwner(view: SpeakerView): Subject | null {
  return ownerBeside(view) ?? ownerAhead(view);
}

/** “In Hale’s words, the plan is “…””, “En palabras de Hale, …”: the phrase opens the sentence. */
function ownerAhead({ ground, start, run }: SpeakerView): Subject | null {
  if (run.style === 'block') return null;
  const { grammar, text, tokens } = ground;
  const from = sentenceStart(ground, start);
  if (announcer(ground, from, start)) return null;
  const lead = text.slice(from, Math.min(start, from + 60)).indexOf(',');
  const mention = itemsWithin(ground.mentions, from, from + Math.max(0, lead))[0];
  if (!mention || !grammar.prepositions.has(tokens[indexAt(ground, from)]?.word ?? '')) return null;
  const noun = mention.possessive
    ? /^['’]?s?\s+(\p{L}+)$/u.exec(text.slice(mention.end, from + lead))?.[1]
    : text.slice(mention.end, from + lead).trim() === ''
      ? nounOf(ground, mention.start, '')
      : null;
  return noun && isUtterance(ground, noun.toLowerCase()) ? meaning(mention) : null;
}

function ownerBeside({ ground, start, run }: SpeakerView): Subject | null {
  const mention = itemsWithin(ground.mentions, Math.max(0, start - 60), start).at(-1);
  if (!mention || run.style === 'block') return null;
  const behind = /^(?:['’]?s?)?((?:\s\p{L}+){0,3})\s*[,:(]?\s*$/u.exec(
    ground.text.slice(mention.end, start),
  );
  const noun = mention.possessive
    ? behind?.[1]?.trim().split(/\s/u).at(-1)
    : nounOf(ground, mention.start, behind?.[1] ?? ' ');
  if (!noun || !isUtterance(ground, noun.toLowerCase())) return null;
  return meaning(mention);
}

/** The noun that a preposition joins to the name: “el lema de Hale”. */
function nounOf({ grammar, text }: Ground, at: number, behind: string): string | null {
  const before = /(\p{L}+)\s+(\p{L}+)[\s’']+$/u.exec(text.slice(Math.max(0, at - 40), at));
  return behind === '' && before && grammar.complements.has(before[2]!.toLowerCase())
    ? before[1]!
    : null;
}

const isUtterance = ({ block, grammar }: Ground, noun: string): boolean =>
  grammar.writings.has(noun) || partOf(block.lang, 'kind').sayings.has(noun);

/** “Tom said: “…””: the subject of the last announcing word of the sentence. */
function byCueBefore({ ground, start, run }: SpeakerView): Subject | null {
  if (run.style === 'block') return null;
  return announcer(ground, sentenceStart(ground, start), start);
}

/** “Tom pointed to the door: “…””, without an announcing word. */
function byColon({ ground, start, run, opens }: SpeakerView): Subject | null {
  if (run.style === 'block' || opens || !afterColon(ground, start)) return null;
  return (
    giver(ground, start) ??
    clauseSubject(ground, lastClause(ground, start), start, true) ??
    ownerOfLine(ground, start)
  );
}

/** “He gave the number, and the chair concluded: …”: where the last clause with a name of its own begins. */
function lastClause(ground: Ground, to: number): number {
  const from = sentenceStart(ground, Math.max(0, to - 1));
  const { grammar, text, tokens } = ground;
  for (const mention of itemsWithin(ground.mentions, from, to).toReversed()) {
    let at = indexAt(ground, mention.start) - 1;
    if (grammar.definite.has(tokens[at]?.word ?? '')) at--;
    const joint = tokens[at];
    if (!joint || joint.start <= from || mention.possessive) continue;
    if (grammar.and.has(joint.word) && /,\s$/u.test(text.slice(from, joint.start)))
      return joint.end;
  }
  return from;
}

/** “Hale’s account was blunter still: …”: whose words the sentence is about, where it is nobody else. */
function ownerOfLine(ground: Ground, to: number): Subject | null {
  const from = sentenceStart(ground, Math.max(0, to - 1));
  const first = itemsWithin(ground.tokens, from, to)[0];
  const gender =
    first && ground.grammar.possessives.has(first.word)
      ? ground.grammar.gendered.get(first.word)
      : undefined;
  const isAlone = itemsWithin(ground.mentions, from, to).length === 0;
  if (first && gender && isAlone && !isOfPersons(ground, first.end, to))
    return { sort: 'pronoun', gender, start: first.start, ground };
  const owner = itemsWithin(ground.mentions, from, to)[0];
  if (!owner?.possessive || itemsWithin(ground.tokens, from, owner.start).length > 1) return null;
  return isOfPersons(ground, owner.end + 1, to) ? null : meaning(owner);
}

/** The noun behind an owner is one of persons: “Hale’s lawyer”. */
export function isOfPersons(ground: Ground, from: number, to: number): boolean {
  const words = itemsWithin(ground.tokens, from, to).slice(0, 4);
  return [everyPerson.nounsHe, everyPerson.nounsShe, everyPerson.nounsOpen].some((nouns) =>
    words.some(({ word }) => nouns.has(fold(word))),
  );
}

/**
 * “Another line came from Hale: …”: someone named right before the colon, after a word for “from”
 * or “by”.
 */
function giver(ground: Ground, to: number): Subject | null {
  const mention = itemsWithin(ground.mentions, Math.max(0, to - 60), to).at(-1);
  if (!mention || mention.possessive || !/^\s*[:：]\s*$/u.test(ground.text.slice(mention.end, to)))
    return null;
  const [, first = '', second] =
    /(\p{L}+)\s+(?:(\p{L}+)\s+)?$/u.exec(
      ground.text.slice(Math.max(0, mention.start - 20), mention.start),
    ) ?? [];
  const before = (
    second !== undefined && ground.grammar.determiners.has(second.toLowerCase())
      ? first
      : (second ?? first)
  ).toLowerCase();
  return ground.grammar.givers.has(before) || ground.grammar.agent.has(before)
    ? meaning(mention)
    : null;
}

/**
 * The paragraph before ends in a colon: its announcing word's subject, or the subject of its last
 * sentence.
 */
function byDisplay({ above, opens, run, ground }: SpeakerView): Subject | null {
  if (!above || !(opens || run.style === 'block') || ground.block.type === 'cell') return null;
  const to = above.text.trimEnd().length;
  if (!/[:：]$/u.test(above.text.slice(Math.max(0, to - 1), to))) return null;
  const from = sentenceStart(above, to - 1);
  return announcer(above, from, to) ?? giver(above, to) ?? clauseSubject(above, from, to, true);
}

/** What an explicit sieve found for one run. */
export interface SpeakerEvidence {
  readonly sieve: ExplicitSieve;
  readonly subject: Subject;
}
