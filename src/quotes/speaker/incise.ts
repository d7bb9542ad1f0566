/**
 * French sets the announcement inside the words: « Oui, dit-il, je viens. » So does dialogue after
 * a dash, in any language.
 */
import { languageOf } from '../../languages/index.ts';
import type { Cue } from '../model.ts';
import { groundOf, indexAt, itemsWithin, type Ground, type Subject } from './ground.ts';
import type { Cast } from '../../names/cast.ts';
import { subjectAfter } from './subject-after.ts';
import type { SpeakerView } from './speaker-view.ts';

/** Announcements that are looked at in one run, and words that one may have. */
const MOST_INCISE_WORDS = 12;

const LONGEST_INCISE = 60;

/** A clause inside or after dialogue: — said Jones —. */
export function byIncise(
  { run, ground, start, last, end }: SpeakerView,
  cast: Cast,
): Subject | null {
  if (run.style !== 'dash' && run.pieces.length < 2 && !languageOf(ground.block.lang)?.incise)
    return null;
  if (ground !== last || run.style === 'block') return null;
  const inside = groundOf(
    { ...ground.block, text: ground.block.text.slice(start, end) },
    [],
    cast,
    new Map(),
  );
  for (const cue of inside.cues.slice(0, MOST_INCISE_WORDS)) {
    const subject = cue.type === 'source' || cue.start === 0 ? null : inciseSubject(inside, cue);
    if (!subject) continue;
    const placed =
      subject.sort === 'pronoun' ? { ...subject, start, ground } : { ...subject, start };
    return { ...placed, cue: { ...cue, start: cue.start + start, end: cue.end + start } };
  }
  return null;
}

/**
 * The verb follows a comma or a call, its subject follows the verb, and punctuation closes the
 * phrase.
 */
function inciseSubject(ground: Ground, cue: Cue): Subject | null {
  let first = indexAt(ground, cue.start);
  while (
    first > 0 &&
    /^[\s’'-]$/u.test(
      ground.text.slice(ground.tokens[first - 1]!.end, ground.tokens[first]!.start),
    ) &&
    leads(ground, first - 1)
  )
    first--;
  const from = ground.tokens[first]!.start;
  if (
    !/[,!?…—–.»”][\s"”»]*$/u.test(ground.text.slice(Math.max(0, from - 4), from)) ||
    /^\p{Lu}/u.test(ground.text.slice(from))
  )
    return null;
  const close = ground.text.slice(cue.end, cue.end + LONGEST_INCISE).search(/[,;:.!?…—–«»“”]|$/u);
  const pronoun = itemsWithin(ground.tokens, from, cue.start).findLast(({ word }) =>
    ground.grammar.pronouns.has(word),
  );
  if (pronoun)
    return {
      sort: 'pronoun',
      gender: ground.grammar.pronouns.get(pronoun.word)!,
      start: pronoun.start,
      ground,
    };
  return close < 0 ? null : subjectAfter(ground, cue, cue.end + close);
}

/** “s’écria”, “lui dit”, “a-t-il dit”. */
const leads = ({ tokens, grammar }: Ground, i: number): boolean =>
  grammar.fillers.has(tokens[i]!.word) || grammar.pronouns.has(tokens[i]!.word);
