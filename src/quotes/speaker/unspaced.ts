/** Japanese and Chinese: 首相は「…」と述べた, 「…」と首相は語った, 首相によると「…」; 王伟说：“…”, “…”王伟说. */
import { languageOf } from '../../languages/index.ts';
import type { UnspacedGrammar } from '../../languages/parts.ts';
import { anyOf } from '../../languages/unions.ts';
import type { Cue } from '../model.ts';
import type { Mention } from '../../names/mentions.ts';
import { itemsWithin, type Ground, type Subject } from './ground.ts';
import type { SpeakerView } from './speaker-view.ts';

/** Characters before and after the words that are looked over. */
const UNSPACED_REACH = 120;

const CHARACTERS_AFTER_CUE = 40;

/** The last name, else the last word, that is marked as the subject of the announcement. */
export function byTopic(view: SpeakerView): Subject | null {
  const grammar = languageOf(view.ground.block.lang)?.unspaced;
  if (!grammar) return null;
  return grammar.order === 'topic' ? japanese(view, grammar) : chinese(view, grammar);
}

/** Start of the sentence in which the words stand. */
const sentenceFrom = ({ text }: Ground, to: number): number => {
  const from = Math.max(0, to - UNSPACED_REACH);
  return (
    from +
    Math.max(...['。', '！', '？', '\n'].map((mark) => text.slice(from, to).lastIndexOf(mark))) +
    1
  );
};

const castAs = (mention: Mention, cue: Cue): Subject => ({
  sort: 'cast',
  who: mention.participant,
  start: mention.start,
  cue,
});

// ---------------------------------------------------------------- Japanese

/**
 * The last words of a clause that a particle marks as its subject; and what may stand between a
 * name and that particle.
 */
function patternsOf({ honorifics, topics }: UnspacedGrammar): {
  readonly topic: RegExp;
  readonly marked: RegExp;
} {
  const [names, marks] = [anyOf(honorifics), anyOf(topics)];
  return {
    topic: new RegExp(
      `([^、。，．「」『』（）\\s\\uFFFB\\uFFFC]{1,20}?)(?:${names})?(?:${marks})(?=[^${topics.join('')}]*$)`,
      'u',
    ),
    marked: new RegExp(`^(?:${names}|[\\p{sc=Han}]{1,6})?(?:${marks})`, 'u'),
  };
}

function japanese(
  { ground, start, last, end }: SpeakerView,
  grammar: UnspacedGrammar,
): Subject | null {
  const { topic: TOPIC, marked: MARKED } = patternsOf(grammar);
  const clause = sentenceFrom(ground, start);
  const source = itemsWithin(ground.cues, clause, start).findLast(({ type }) => type === 'source');
  if (source) return sourceBefore(ground, source, clause);
  const cue = itemsWithin(
    last.cues,
    end,
    Math.min(last.text.length, end + CHARACTERS_AFTER_CUE),
  ).find(({ type }) => type !== 'source');
  if (!cue) return null;
  const after = itemsWithin(last.mentions, end, cue.end).find((mention) =>
    MARKED.test(last.text.slice(mention.end, mention.end + 8)),
  );
  const before = itemsWithin(ground.mentions, clause, start).findLast((mention) =>
    MARKED.test(ground.text.slice(mention.end, mention.end + 8)),
  );
  const named = after ?? before;
  if (named) return castAs(named, cue);
  const topic = TOPIC.exec(ground.text.slice(clause, start))?.[1];
  return topic ? { sort: 'description', words: topic, start: clause, cue } : null;
}

/** 田中氏によると */
function sourceBefore(ground: Ground, cue: Cue, clause: number): Subject | null {
  const named = itemsWithin(ground.mentions, clause, cue.start).at(-1);
  if (named) return castAs(named, cue);
  const words = /[^、。\s]{1,20}$/u.exec(ground.text.slice(clause, cue.start))?.[0];
  return words ? { sort: 'description', words, start: clause, cue } : null;
}

// ---------------------------------------------------------------- Chinese

function chinese(
  { ground, start, last, end }: SpeakerView,
  grammar: UnspacedGrammar,
): Subject | null {
  const to =
    last.text.slice(end, end + CHARACTERS_AFTER_CUE).search(/[。！？\n\uFFFB\uFFFC]|$/u) + end;
  const after = itemsWithin(last.cues, end, to)[0];
  if (after) return unspacedSubjectBefore(last, after, end, grammar);
  const clause = sentenceFrom(ground, start);
  const before = itemsWithin(ground.cues, clause, start).at(-1);
  return before ? unspacedSubjectBefore(ground, before, clause, grammar) : null;
}

function unspacedSubjectBefore(
  ground: Ground,
  cue: Cue,
  from: number,
  { pronouns }: UnspacedGrammar,
): Subject | null {
  const named = itemsWithin(ground.mentions, from, cue.start).at(-1);
  if (named) return castAs(named, cue);
  const words =
    /[^，。、：；“”‘’「」\s\uFFFB\uFFFC]{1,10}$/u.exec(ground.text.slice(from, cue.start))?.[0] ??
    '';
  const gender = pronouns.get(words[0] ?? '');
  if (gender) return { sort: 'pronoun', gender, start: cue.start - words.length, ground, cue };
  return words === '' || cue.type === 'weak'
    ? null
    : { sort: 'description', words, start: cue.start - words.length, cue };
}
