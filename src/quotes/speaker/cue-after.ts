/** Who is named by the verb behind the words. */
import type { SpeakerView } from './speaker-view.ts';
import {
  gapBefore,
  indexAt,
  itemsWithin,
  nextQuoted,
  sentenceEnd,
  sentenceStart,
  type Ground,
  type Subject,
} from './ground.ts';
import { languageOf } from '../../languages/index.ts';
import { isNoun, isParticiple, listens } from './cue-form.ts';
import { afterColon, announcer, sourceSubject } from './announcer.ts';
import { answering } from '../cues/uses.ts';
import type { Cue } from '../model.ts';
import { agentOf, isCleft, subjectBefore } from './subject.ts';
import { meaning, subjectAfter, subjects } from './subject-after.ts';

/** “…”, said Tom / Tom said / according to Tom: within the sentence that the quoted words began. */
export function byCueAfter(view: SpeakerView): Subject | null {
  const { ground, start, last, end, run, quotation } = view;
  if (
    run.style === 'block' ||
    (!quotation && ground !== last) ||
    languageOf(ground.block.lang)?.unspaced
  )
    return null;
  const to = tailEnd(last, end);
  const tail = last.text.slice(end, to);
  if (standsInBrackets(ground, start, tail)) return null;
  if (!creditGoesOn(run.text, tail, last) || opensNext(view, tail) || answersBefore(view, to))
    return null;
  for (const cue of itemsWithin(last.cues, end, to).slice(0, 3)) {
    const subject =
      listens(last, cue) || isNoun(last, cue) ? null : subjectAround(last, cue, end, to);
    if (subject) return { ...subject, cue };
  }
  return byVerbAtEnd(view, to);
}

/** “over his objection (“Hearsay.”), she said”: brackets hold the words alone. */
const standsInBrackets = ({ text }: Ground, start: number, tail: string): boolean =>
  /\(\s*$/u.test(text.slice(Math.max(0, start - 2), start)) && /^\s*\)/u.test(tail);

/**
 * “When Vane asked, “Is it safe?” Hale replied, “It is.””: the tail is a sentence of its own, for
 * these words are announced before.
 */
function opensNext({ ground, start, run, after }: SpeakerView, tail: string): boolean {
  if (!/[?!.…]["'’”»)]*$/u.test(run.text) || !/^["'’”»)\s]*\p{Lu}/u.test(tail)) return false;
  if (afterColon(ground, start)) return true;
  const isSentence = /[.…]["'’”»)]*$/u.test(run.text) || (after !== null && /[,:]\s*$/u.test(tail));
  return isSentence && announcer(ground, sentenceStart(ground, start), start) !== null;
}

/**
 * “Were you told?” Pruitt answered “Yes.”: nobody answers with a question when an answer follows.
 */
function answersBefore({ last, end, run, after }: SpeakerView, to: number): boolean {
  if (
    after === null ||
    !/[?？]["'’”»)]*$/u.test(run.text) ||
    !/[\uFFFB\uFFFC]/u.test(last.text[to] ?? '')
  )
    return false;
  return itemsWithin(last.cues, end, to).some(({ lemma }) => answering.has(lemma));
}

/**
 * “hatte Merkel den Plan als „…“ bezeichnet”: the verb closes the clause that its subject opened
 * before the words.
 */
function byVerbAtEnd({ ground, start, last, end }: SpeakerView, to: number): Subject | null {
  const cue = itemsWithin(last.cues, end, to)[0];
  if (
    ground !== last ||
    !cue ||
    !ground.grammar.nounCapitals ||
    last.text.slice(end, cue.start).trim() !== ''
  )
    return null;
  const subject = clauseSubject(ground, sentenceStart(ground, start), start);
  return subject ? { ...subject, cue } : null;
}

function subjectAround(ground: Ground, cue: Cue, from: number, to: number): Subject | null {
  const lead = ground.text.slice(from, cue.start);
  const words = itemsWithin(ground.tokens, from, cue.start);
  if (words.length > 24) return null;
  if (cue.type === 'source') return sourceSubject(ground, cue, from, to);
  const inverted =
    words.every(({ word }) => ground.grammar.fillers.has(word)) && !/[.;:]/u.test(lead);
  const agent = agentOf(ground, cue, to);
  if (agent) return agent;
  if (inverted) return isParticiple(ground, cue) ? null : subjectAfter(ground, cue, to);
  if (
    cue.type === 'weak' &&
    (words.length > 6 || subjectBefore(ground, cue, from)?.sort === 'description')
  )
    return null;
  return (
    subjectBefore(ground, cue, from) ??
    (ground.grammar.verbSecond ? subjectAfter(ground, cue, to) : null)
  );
}

/** The tail runs to a semicolon, the end of the sentence or the next quoted words. */
function tailEnd(ground: Ground, end: number): number {
  const first = /[\p{L}\p{N}]/u.exec(ground.text.slice(end, end + 40));
  const to = Math.min(
    nextQuoted(ground, end, 300),
    sentenceEnd(ground, first ? end + first.index : end),
  );
  const semicolon = ground.text.slice(end, to).indexOf(';');
  return nextClause(ground, end, semicolon < 0 ? to : end + semicolon);
}

/**
 * “… less often, while Okafor warned that”: where a clause with a subject of its own begins after
 * words of this one, else `to`.
 */
function nextClause(ground: Ground, from: number, to: number): number {
  const { grammar, text, tokens } = ground;
  for (let i = indexAt(ground, from) + 1; i < tokens.length - 1 && tokens[i]!.end < to; i++) {
    const { word, start, end } = tokens[i]!;
    if (
      grammar.pronominal.has(word) ||
      !(grammar.conjunctions.has(word) || grammar.relatives.has(word))
    )
      continue;
    if (!/,\s*$/u.test(gapBefore(ground, i)) || itemsWithin(ground.cues, from, start).length > 0)
      continue;
    const cue = itemsWithin(ground.cues, end, to)[0];
    if (
      cue &&
      (subjects(ground, end, cue.start, end).length > 0 || opensWithPronoun(ground, i + 1))
    )
      return start;
    if (/[:;]/u.test(text.slice(from, start))) return to;
  }
  return to;
}

const opensWithPronoun = ({ grammar, tokens }: Ground, i: number): boolean =>
  grammar.pronouns.has(tokens[i]!.word);

/** Does the author's sentence go on after the closing mark? */
function creditGoesOn(words: string, tail: string, ground: Ground): boolean {
  const head = /^[\s”“"'’»)\]]*([\s,–—-]*)(\p{L}+)/u.exec(tail);
  if (!head) return false;
  if (ground.grammar.conjunctions.has(head[2]!.toLowerCase())) return false;
  if (/[.…]["'’”»)]*$/u.test(words) && !/[,–—-]/u.test(head[1]!) && /^\p{Lu}/u.test(head[2]!))
    return shortTag(tail, ground);
  return true;
}

/** “….” Ben said. */
const shortTag = (tail: string, ground: Ground): boolean => {
  const words = tail.trim().split(/\s+/u);
  return (
    words.length <= 4 &&
    /^\s*\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?\s\p{Ll}+(?:\s\p{Ll}+)?\.\s*$/u.test(tail) &&
    ground.cues.length > 0
  );
};

/**
 * First participant that can be a subject in [from, to): the main clause's; if that has none,
 * unless `strict`, a subordinate one's.
 */
export function clauseSubject(
  ground: Ground,
  from: number,
  to: number,
  strict = false,
): Subject | null {
  const all = subjects(ground, from, to);
  const first =
    all.find((mention) => !subordinate(ground, from, mention.start)) ??
    (strict ? undefined : all[0]);
  const pronoun = itemsWithin(ground.tokens, from, to).find(
    ({ word, start }) => ground.grammar.pronouns.has(word) && !isClaimed(ground, start),
  );
  const cleft =
    first !== undefined && pronoun !== undefined && isCleft(ground, pronoun, first.start);
  if (pronoun && !cleft && (!first || pronoun.start < first.start))
    return {
      sort: 'pronoun',
      gender: ground.grammar.pronouns.get(pronoun.word)!,
      start: pronoun.start,
      ground,
    };
  return first ? meaning(first) : null;
}

/** “the objection that he …”: the subject of what is said, which says nothing itself. */
function isClaimed(ground: Ground, at: number): boolean {
  const { grammar, tokens, text } = ground;
  const before = tokens[indexAt(ground, at) - 1];
  return (
    before !== undefined &&
    grammar.complementizers.has(before.word) &&
    /^\s$/u.test(text.slice(before.end, at))
  );
}

/** “When Ushakov asked, Witkoff …”: the clause of this place opens with a subordinating word. */
function subordinate(ground: Ground, from: number, at: number): boolean {
  const words = itemsWithin(
    ground.tokens,
    from + ground.text.slice(from, at).lastIndexOf(',') + 1,
    at,
  );
  return words.length > 0 && ground.grammar.relatives.has(words[0]!.word);
}
