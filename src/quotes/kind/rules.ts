/**
 * The rules by which marked words are told apart, one row each: what it sees and what it says; its weight is learnt (`weights.ts`).
 * A sum over the threshold is a quotation. A rule that is not sure weighs little, and no single weak rule decides alone.
 */
import { defines } from './naming.ts';
import { BLANK } from './stage.ts';
import {
  cited,
  colon,
  comma,
  count,
  cued,
  ends,
  finite,
  first,
  follows,
  foreign,
  interrupted,
  joined,
  labelWords,
  lastWord,
  listed,
  namesSource,
  nickname,
  ownsName,
  person,
  reported,
  short,
  startsUpper,
  stopped,
  strong,
  termed,
  titled,
  weaklyCued,
} from './signs.ts';
import type { View } from './view.ts';
import { weights } from './weights.ts';

/** What a rule sees, and what it says of the words. */
interface Sign {
  readonly id: string;
  readonly says: string;
  readonly holds: (view: View) => boolean;
}

export interface KindRule extends Sign {
  readonly weight: number;
}

const signs: readonly Sign[] = [
  { id: 'cue-next', says: 'A speech verb stands directly before the marks.', holds: (v) => strong(v.cueBefore, 1) },
  {
    id: 'cue-before',
    says: 'A speech verb stands before the marks in the same sentence.',
    holds: (v) => strong(v.cueBefore, 8) && !strong(v.cueBefore, 1),
  },
  {
    id: 'cue-distant',
    says: 'A speech verb stands far before the marks in the same sentence.',
    holds: (v) => strong(v.cueBefore, 40) && !strong(v.cueBefore, 8),
  },
  { id: 'cue-after', says: 'A speech verb follows the marks.', holds: (v) => strong(v.cueAfter, 5) },
  {
    id: 'dialogue',
    says: 'It ends with a comma or a mark of its own, and a speech verb follows at once.',
    holds: (v) =>
      strong(v.cueAfter, 3) &&
      (ends(v, '!?…！？,—-') || (ends(v, '.。') && (v.atStart || /^\s*\p{Ll}/u.test(v.tail)))) &&
      /^[\s,—-]*\p{L}/u.test(v.tail),
  },
  {
    id: 'cue-later',
    says: 'A speech verb follows in the same sentence.',
    holds: (v) => strong(v.cueAfter, 40) && !strong(v.cueAfter, 5),
  },
  {
    id: 'cue-weak',
    says: 'A verb of naming or describing stands before the marks.',
    holds: (v) => v.cueBefore?.cue.type === 'weak' && v.cueBefore.gap <= 8 && !v.cueBefore.unowned && !defines(v.cueBefore.cue),
  },
  {
    id: 'narrated',
    says: 'It stands in the narration of a tale, and nothing announces it.',
    holds: (v) => v.tale && !v.atStart && v.run.parent === null && !cued(v) && !colon(v) && !stopped(v) && !ends(v, ',—-'),
  },
  {
    id: 'narrated-low',
    says: 'It stands in the narration of a tale, and begins in lower case.',
    holds: (v) => v.tale && !v.atStart && !startsUpper(v) && !v.before,
  },
  { id: 'source-named', says: 'It names the paper or the body that speaks.', holds: namesSource },
  {
    id: 'noun-stop',
    says: 'The sentence ends within the marks after a few words with an article before them.',
    holds: (v) =>
      short(v) &&
      (stopped(v) || ends(v, ',')) &&
      !ends(v, '!?') &&
      [v.leadWords.at(-1), v.leadWords.at(-2)].some((word) => v.lang.determiners.has(word ?? '')) &&
      !v.lang.determiners.has(v.words[0]?.toLowerCase() ?? ''),
  },
  { id: 'colon', says: 'A colon announces the words.', holds: colon },
  { id: 'comma-before', says: 'A comma stands before the opening mark.', holds: comma },
  { id: 'words-1', says: 'It is one word.', holds: (v) => count(v) <= 1 },
  { id: 'words-2-3', says: 'It is two or three words.', holds: (v) => count(v) === 2 || count(v) === 3 },
  { id: 'words-5', says: 'It has five words or more.', holds: (v) => count(v) >= 5 && !titled(v) },
  { id: 'words-8', says: 'It has eight words or more.', holds: (v) => count(v) >= 8 && !titled(v) },
  { id: 'words-15', says: 'It has fifteen words or more.', holds: (v) => count(v) >= 15 && !titled(v) },
  {
    id: 'stop-inside',
    says: 'It ends with a full stop, a question or an exclamation mark.',
    holds: (v) => stopped(v) && startsUpper(v),
  },
  { id: 'stop-short', says: 'The sentence ends within the marks.', holds: (v) => stopped(v) && !startsUpper(v) },
  { id: 'exclaims', says: 'It asks or exclaims.', holds: (v) => ends(v, '!?！？') },
  { id: 'comma-inside', says: 'A comma stands before the closing mark.', holds: (v) => ends(v, ',،，') },
  { id: 'finite', says: 'It has a finite verb.', holds: finite },
  { id: 'person', says: 'It speaks in the first or second person.', holds: person },
  { id: 'display', says: 'The paragraph is nothing but these words.', holds: (v) => v.alone },
  {
    id: 'starts-paragraph',
    says: 'It begins its paragraph.',
    holds: (v) => v.atStart && !v.alone && (stopped(v) || ends(v, ',—-')) && !cited(v),
  },
  { id: 'reported', says: 'The sentence around it is in reported speech.', holds: reported },
  {
    id: 'lower-case',
    says: 'It begins in lower case and runs on in the sentence.',
    holds: (v) => !startsUpper(v) && count(v) >= 4 && /\s/u.test(v.run.text),
  },
  {
    id: 'no-noun',
    says: 'It begins in lower case where terms are nouns and begin with a capital.',
    holds: (v) => v.nounCapitals && /^\p{Ll}/u.test(first(v)) && count(v) < 4,
  },
  { id: 'as', says: 'A word of judgement (“as”) stands before it.', holds: (v) => v.lang.as.has(lastWord(v)) },
  {
    id: 'cue-weak-after',
    says: 'A verb of naming or describing follows.',
    holds: (v) => v.cueAfter?.cue.type === 'weak' && v.cueAfter.gap <= 3,
  },
  {
    id: 'single-marks-plain',
    says: 'It is in single marks and nothing announces it.',
    holds: (v) => (v.run.style === "'" || v.run.style === '‘') && !cued(v) && !colon(v) && !v.atStart && !stopped(v),
  },
  { id: 'cited', says: 'It stands in a citation.', holds: cited },
  {
    id: 'foreign',
    says: 'It has small words of another language only, like a name left untranslated.',
    holds: (v) => count(v) <= 10 && foreign(v),
  },
  {
    id: 'bracketed-words',
    says: 'It marks words left out or put in.',
    holds: (v) => /\[[^\]]*\]|…|\.\.\./u.test(v.run.text),
  },
  { id: 'dash', says: 'It is a turn of a dialogue in dashes.', holds: (v) => v.run.style === 'dash' },
  { id: 'titled', says: 'Its words are capitalised like a title or a name.', holds: titled },
  {
    id: 'name',
    says: 'It is one capitalised word.',
    holds: (v) => count(v) === 1 && startsUpper(v) && !stopped(v) && !ends(v, ','),
  },
  {
    id: 'work',
    says: 'A word for a work, a ship or a body stands before it.',
    holds: (v) => labelWords(v, v.lang.works, 1) && !colon(v),
  },
  {
    id: 'work-near',
    says: 'A word for a work stands near before it.',
    holds: (v) => labelWords(v, v.lang.works, 4) && !labelWords(v, v.lang.works, 1),
  },
  { id: 'label', says: 'A word like “term” or “called” stands before it.', holds: (v) => labelWords(v, v.lang.labels, 1) },
  {
    id: 'label-near',
    says: 'A word like “term” or “called” stands near before it.',
    holds: (v) => labelWords(v, v.lang.labels, 4) && !labelWords(v, v.lang.labels, 1) && !ownsName(v),
  },
  {
    id: 'label-after',
    says: 'A word like “means” follows it.',
    holds: (v) => v.tailWords.slice(0, 2).some((word) => v.lang.labelsAfter.has(word)),
  },
  { id: 'nickname', says: 'It stands between a first name and a surname.', holds: nickname },
  { id: 'heading', says: 'It stands in a heading or in the source section.', holds: listed },
  {
    id: 'determiner',
    says: 'An article stands before these few words.',
    holds: (v) => short(v) && v.lang.determiners.has(lastWord(v)) && !v.lang.determiners.has(v.words[0]?.toLowerCase() ?? ''),
  },
  {
    id: 'determiner-long',
    says: 'An article stands before it.',
    holds: (v) => !short(v) && v.lang.determiners.has(lastWord(v)),
  },
  {
    id: 'gloss',
    says: 'Brackets hold it alone, as a gloss.',
    holds: (v) => /[([]\s*$/u.test(v.lead) && /^\s*[)\]]/u.test(v.tail),
  },
  {
    id: 'abbreviated',
    says: 'Its short form follows in brackets.',
    holds: (v) => /^\s*\([\p{Lu}\d]/u.test(v.tail) && titled(v),
  },
  { id: 'single-marks', says: 'It is in single marks in a text that quotes in double ones.', holds: (v) => v.minor },
  { id: 'repeated', says: 'The same few words are marked again.', holds: (v) => v.repeats > 1 && short(v) && !stopped(v) },
  {
    id: 'noun-after',
    says: 'The sentence runs on with a noun.',
    holds: (v) => short(v) && /^\s\p{L}/u.test(v.tail) && !stopped(v) && !cued(v) && !reported(v),
  },
  {
    id: 'uncued',
    says: 'Nothing announces these few words.',
    holds: (v) => !cued(v) && count(v) <= 4 && !colon(v) && !weaklyCued(v) && !reported(v),
  },
  { id: 'joined', says: 'It is joined to a marked passage of the same sentence.', holds: joined },
  {
    id: 'followed-by-clause',
    says: 'A comma or a dash follows.',
    holds: (v) => ',–—-'.includes(follows(v)) && follows(v) !== '',
  },
  {
    id: 'not-words',
    says: 'It is an address, a number or a sign.',
    holds: (v) => (count(v) <= 2 && /[@/\d_=]/u.test(v.run.text)) || /^\S+\.\p{L}{2,}$/u.test(v.run.text),
  },
  {
    id: 'nested-voice',
    says: 'It stands inside another quotation.',
    holds: (v) => v.run.parent !== null && !v.lead.includes(BLANK),
  },
  { id: 'tagged', says: 'It opens the sentence, and a person stands right behind it with a verb.', holds: (v) => v.tagged },
  { id: 'person-near', says: 'The author’s sentence names a person.', holds: (v) => v.personNear },
  { id: 'preposition', says: 'A preposition stands before it.', holds: (v) => v.prepositions.has(lastWord(v)) },
  { id: 'no-lead', says: 'The author’s sentence begins with it.', holds: (v) => !/\p{L}/u.test(v.lead) },
  {
    id: 'label-line',
    says: 'Nothing but a name and a colon stands before it.',
    holds: (v) =>
      /^[\s*•–-]*[^:.!?\n“”„"«»]{1,60}[:：]\s*$/u.test(v.lead) && v.personNear && startsUpper(v) && (stopped(v) || ends(v, ',')),
  },
  { id: 'goes-on', says: 'It goes on with words that an announcement interrupts.', holds: interrupted },
  {
    id: 'fragment',
    says: 'A person, named or a pronoun, says these few words.',
    holds: (v) => count(v) <= 4 && v.personBefore && strong(v.cueBefore, 12) && !termed(v),
  },
  {
    id: 'fragment-called',
    says: 'A person, named or a pronoun, calls something so.',
    holds: (v) => count(v) <= 4 && v.personBefore && weaklyCued(v) && !v.cueBefore!.unowned && !termed(v),
  },
  {
    id: 'label-again',
    says: 'An article stands before these few words, and they are marked again.',
    holds: (v) => v.repeats > 1 && short(v) && !stopped(v) && v.lang.determiners.has(lastWord(v)),
  },
  { id: 'among-terms', says: 'Most other marked words of the text are none.', holds: (v) => v.amongTerms },
];

export const rules: readonly KindRule[] = signs.map((sign) => ({ ...sign, weight: weights[sign.id] ?? 0 }));
