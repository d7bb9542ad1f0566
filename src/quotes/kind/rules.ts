/**
 * The rules by which marked words are told apart, one row each: what it sees, what it says, and its weight. A positive sum is a
 * quotation. Weights are rounded log-odds; a rule that is not sure weighs little, and no single weak rule decides alone.
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
  titled,
  weaklyCued,
} from './signs.ts';
import type { View } from './view.ts';

export interface KindRule {
  readonly id: string;
  readonly says: string;
  readonly weight: number;
  readonly holds: (view: View) => boolean;
}

export const rules: readonly KindRule[] = [
  { id: 'cue-next', weight: 0.4, says: 'A speech verb stands directly before the marks.', holds: (v) => strong(v.cueBefore, 1) },
  {
    id: 'cue-before',
    weight: 1,
    says: 'A speech verb stands before the marks in the same sentence.',
    holds: (v) => strong(v.cueBefore, 8) && !strong(v.cueBefore, 1),
  },
  {
    id: 'cue-distant',
    weight: 1,
    says: 'A speech verb stands far before the marks in the same sentence.',
    holds: (v) => strong(v.cueBefore, 40) && !strong(v.cueBefore, 8),
  },
  { id: 'cue-after', weight: 0.8, says: 'A speech verb follows the marks.', holds: (v) => strong(v.cueAfter, 5) },
  {
    id: 'dialogue',
    weight: 1,
    says: 'It ends with a comma or a mark of its own, and a speech verb follows at once.',
    holds: (v) =>
      strong(v.cueAfter, 3) &&
      (ends(v, '!?…！？,—-') || (ends(v, '.。') && (v.atStart || /^\s*\p{Ll}/u.test(v.tail)))) &&
      /^[\s,—-]*\p{L}/u.test(v.tail),
  },
  {
    id: 'cue-later',
    weight: -0.6,
    says: 'A speech verb follows in the same sentence.',
    holds: (v) => strong(v.cueAfter, 40) && !strong(v.cueAfter, 5),
  },
  {
    id: 'cue-weak',
    weight: 1.2,
    says: 'A verb of naming or describing stands before the marks.',
    holds: (v) => v.cueBefore?.cue.type === 'weak' && v.cueBefore.gap <= 8 && !v.cueBefore.unowned && !defines(v.cueBefore.cue),
  },
  {
    id: 'narrated',
    weight: -0.8,
    says: 'It stands in the narration of a tale, and nothing announces it.',
    holds: (v) => v.tale && !v.atStart && v.run.parent === null && !cued(v) && !colon(v) && !stopped(v) && !ends(v, ',—-'),
  },
  {
    id: 'narrated-low',
    weight: -0.6,
    says: 'It stands in the narration of a tale, and begins in lower case.',
    holds: (v) => v.tale && !v.atStart && !startsUpper(v) && !v.before,
  },
  { id: 'source-named', weight: -1.2, says: 'It names the paper or the body that speaks.', holds: namesSource },
  {
    id: 'noun-stop',
    weight: -0.6,
    says: 'The sentence ends within the marks after a few words with an article before them.',
    holds: (v) =>
      short(v) &&
      (stopped(v) || ends(v, ',')) &&
      !ends(v, '!?') &&
      [v.leadWords.at(-1), v.leadWords.at(-2)].some((word) => v.lang.determiners.has(word ?? '')) &&
      !v.lang.determiners.has(v.words[0]?.toLowerCase() ?? ''),
  },
  { id: 'colon', weight: 0, says: 'A colon announces the words.', holds: colon },
  { id: 'comma-before', weight: 0.2, says: 'A comma stands before the opening mark.', holds: comma },
  { id: 'words-1', weight: -1.3, says: 'It is one word.', holds: (v) => count(v) <= 1 },
  { id: 'words-2-3', weight: -0.2, says: 'It is two or three words.', holds: (v) => count(v) === 2 || count(v) === 3 },
  { id: 'words-5', weight: 0.6, says: 'It has five words or more.', holds: (v) => count(v) >= 5 && !titled(v) },
  { id: 'words-8', weight: 0.8, says: 'It has eight words or more.', holds: (v) => count(v) >= 8 && !titled(v) },
  { id: 'words-15', weight: 0.4, says: 'It has fifteen words or more.', holds: (v) => count(v) >= 15 && !titled(v) },
  {
    id: 'stop-inside',
    weight: 1.4,
    says: 'It ends with a full stop, a question or an exclamation mark.',
    holds: (v) => stopped(v) && startsUpper(v),
  },
  { id: 'stop-short', weight: -0.4, says: 'The sentence ends within the marks.', holds: (v) => stopped(v) && !startsUpper(v) },
  { id: 'exclaims', weight: 0.6, says: 'It asks or exclaims.', holds: (v) => ends(v, '!?！？') },
  { id: 'comma-inside', weight: 0.2, says: 'A comma stands before the closing mark.', holds: (v) => ends(v, ',،，') },
  { id: 'finite', weight: 0.8, says: 'It has a finite verb.', holds: finite },
  { id: 'person', weight: 0.2, says: 'It speaks in the first or second person.', holds: person },
  { id: 'display', weight: 2, says: 'The paragraph is nothing but these words.', holds: (v) => v.alone },
  {
    id: 'starts-paragraph',
    weight: 2,
    says: 'It begins its paragraph.',
    holds: (v) => v.atStart && !v.alone && (stopped(v) || ends(v, ',—-')) && !cited(v),
  },
  { id: 'reported', weight: 2.2, says: 'The sentence around it is in reported speech.', holds: reported },
  {
    id: 'lower-case',
    weight: 0.4,
    says: 'It begins in lower case and runs on in the sentence.',
    holds: (v) => !startsUpper(v) && count(v) >= 4 && /\s/u.test(v.run.text),
  },
  {
    id: 'no-noun',
    weight: 1.6,
    says: 'It begins in lower case where terms are nouns and begin with a capital.',
    holds: (v) => v.nounCapitals && /^\p{Ll}/u.test(first(v)) && count(v) < 4,
  },
  { id: 'as', weight: 0, says: 'A word of judgement (“as”) stands before it.', holds: (v) => v.lang.as.has(lastWord(v)) },
  {
    id: 'cue-weak-after',
    weight: 0.4,
    says: 'A verb of naming or describing follows.',
    holds: (v) => v.cueAfter?.cue.type === 'weak' && v.cueAfter.gap <= 3,
  },
  {
    id: 'single-marks-plain',
    weight: -1.4,
    says: 'It is in single marks and nothing announces it.',
    holds: (v) => (v.run.style === "'" || v.run.style === '‘') && !cued(v) && !colon(v) && !v.atStart && !stopped(v),
  },
  { id: 'cited', weight: -1.8, says: 'It stands in a citation.', holds: cited },
  {
    id: 'foreign',
    weight: -0.2,
    says: 'It has small words of another language only, like a name left untranslated.',
    holds: (v) => count(v) <= 10 && foreign(v),
  },
  {
    id: 'bracketed-words',
    weight: -0.6,
    says: 'It marks words left out or put in.',
    holds: (v) => /\[[^\]]*\]|…|\.\.\./u.test(v.run.text),
  },
  { id: 'dash', weight: 3, says: 'It is a turn of a dialogue in dashes.', holds: (v) => v.run.style === 'dash' },
  { id: 'titled', weight: -1.4, says: 'Its words are capitalised like a title or a name.', holds: titled },
  {
    id: 'name',
    weight: 0.8,
    says: 'It is one capitalised word.',
    holds: (v) => count(v) === 1 && startsUpper(v) && !stopped(v) && !ends(v, ','),
  },
  {
    id: 'work',
    weight: -0.4,
    says: 'A word for a work, a ship or a body stands before it.',
    holds: (v) => labelWords(v, v.lang.works, 1) && !colon(v),
  },
  {
    id: 'work-near',
    weight: 1,
    says: 'A word for a work stands near before it.',
    holds: (v) => labelWords(v, v.lang.works, 4) && !labelWords(v, v.lang.works, 1),
  },
  { id: 'label', weight: -0.9, says: 'A word like “term” or “called” stands before it.', holds: (v) => labelWords(v, v.lang.labels, 1) },
  {
    id: 'label-near',
    weight: -1.1,
    says: 'A word like “term” or “called” stands near before it.',
    holds: (v) => labelWords(v, v.lang.labels, 4) && !labelWords(v, v.lang.labels, 1) && !ownsName(v),
  },
  {
    id: 'label-after',
    weight: -0.6,
    says: 'A word like “means” follows it.',
    holds: (v) => v.tailWords.slice(0, 2).some((word) => v.lang.labelsAfter.has(word)),
  },
  { id: 'nickname', weight: -0.4, says: 'It stands between a first name and a surname.', holds: nickname },
  { id: 'heading', weight: -2.4, says: 'It stands in a heading or in the source section.', holds: listed },
  {
    id: 'determiner',
    weight: -0.5,
    says: 'An article stands before these few words.',
    holds: (v) => short(v) && v.lang.determiners.has(lastWord(v)) && !v.lang.determiners.has(v.words[0]?.toLowerCase() ?? ''),
  },
  {
    id: 'determiner-long',
    weight: 0.2,
    says: 'An article stands before it.',
    holds: (v) => !short(v) && v.lang.determiners.has(lastWord(v)),
  },
  {
    id: 'gloss',
    weight: -0.4,
    says: 'Brackets hold it alone, as a gloss.',
    holds: (v) => /[([]\s*$/u.test(v.lead) && /^\s*[)\]]/u.test(v.tail),
  },
  {
    id: 'abbreviated',
    weight: -0.6,
    says: 'Its short form follows in brackets.',
    holds: (v) => /^\s*\([\p{Lu}\d]/u.test(v.tail) && titled(v),
  },
  { id: 'single-marks', weight: -1, says: 'It is in single marks in a text that quotes in double ones.', holds: (v) => v.minor },
  { id: 'repeated', weight: -1, says: 'The same few words are marked again.', holds: (v) => v.repeats > 1 && short(v) && !stopped(v) },
  {
    id: 'noun-after',
    weight: -0.4,
    says: 'The sentence runs on with a noun.',
    holds: (v) => short(v) && /^\s\p{L}/u.test(v.tail) && !stopped(v) && !cued(v) && !reported(v),
  },
  {
    id: 'uncued',
    weight: -0.6,
    says: 'Nothing announces these few words.',
    holds: (v) => !cued(v) && count(v) <= 4 && !colon(v) && !weaklyCued(v) && !reported(v),
  },
  { id: 'joined', weight: 0, says: 'It is joined to a marked passage of the same sentence.', holds: joined },
  {
    id: 'followed-by-clause',
    weight: 0,
    says: 'A comma or a dash follows.',
    holds: (v) => ',–—-'.includes(follows(v)) && follows(v) !== '',
  },
  {
    id: 'not-words',
    weight: -0.6,
    says: 'It is an address, a number or a sign.',
    holds: (v) => (count(v) <= 2 && /[@/\d_=]/u.test(v.run.text)) || /^\S+\.\p{L}{2,}$/u.test(v.run.text),
  },
  {
    id: 'nested-voice',
    weight: 0.2,
    says: 'It stands inside another quotation.',
    holds: (v) => v.run.parent !== null && !v.lead.includes(BLANK),
  },
];
