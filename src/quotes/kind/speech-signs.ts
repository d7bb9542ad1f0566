/** What speaks for speech inside the marks. */
import { defines } from './naming.ts';
import {
  cited,
  colon,
  comma,
  wordCount,
  cued,
  ends,
  finite,
  trimmedStart,
  foreign,
  lastLeadWord,
  namesSource,
  person,
  reported,
  short,
  startsUpper,
  stopped,
  strong,
  titled,
} from './signs.ts';
import type { KindView } from './kind-view.ts';

/** What a rule sees, and what it says of the words. */
export interface Sign {
  readonly id: string;
  readonly says: string;
  readonly holds: (view: KindView) => boolean;
}

/** Signs of how a run is announced, how long it is, and how it reads. */
export const SPEECH_SIGNS: readonly Sign[] = [
  {
    id: 'cue-next',
    says: 'A speech verb stands directly before the marks.',
    holds: (v) => strong(v.cueBefore, 1),
  },
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
  {
    id: 'cue-after',
    says: 'A speech verb follows the marks.',
    holds: (v) => strong(v.cueAfter, 5),
  },
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
    holds: (v) =>
      v.cueBefore?.cue.type === 'weak' &&
      v.cueBefore.gap <= 8 &&
      !v.cueBefore.unowned &&
      !defines(v.cueBefore.cue),
  },
  {
    id: 'narrated',
    says: 'It stands in the narration of a tale, and nothing announces it.',
    holds: (v) =>
      v.tale &&
      !v.atStart &&
      v.run.parent === null &&
      !cued(v) &&
      !colon(v) &&
      !stopped(v) &&
      !ends(v, ',—-'),
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
  { id: 'words-1', says: 'It is one word.', holds: (v) => wordCount(v) <= 1 },
  {
    id: 'words-2-3',
    says: 'It is two or three words.',
    holds: (v) => wordCount(v) === 2 || wordCount(v) === 3,
  },
  {
    id: 'words-5',
    says: 'It has five words or more.',
    holds: (v) => wordCount(v) >= 5 && !titled(v),
  },
  {
    id: 'words-8',
    says: 'It has eight words or more.',
    holds: (v) => wordCount(v) >= 8 && !titled(v),
  },
  {
    id: 'words-15',
    says: 'It has fifteen words or more.',
    holds: (v) => wordCount(v) >= 15 && !titled(v),
  },
  {
    id: 'stop-inside',
    says: 'It ends with a full stop, a question or an exclamation mark.',
    holds: (v) => stopped(v) && startsUpper(v),
  },
  {
    id: 'stop-short',
    says: 'The sentence ends within the marks.',
    holds: (v) => stopped(v) && !startsUpper(v),
  },
  { id: 'exclaims', says: 'It asks or exclaims.', holds: (v) => ends(v, '!?！？') },
  {
    id: 'comma-inside',
    says: 'A comma stands before the closing mark.',
    holds: (v) => ends(v, ',،，'),
  },
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
    holds: (v) => !startsUpper(v) && wordCount(v) >= 4 && /\s/u.test(v.run.text),
  },
  {
    id: 'no-noun',
    says: 'It begins in lower case where terms are nouns and begin with a capital.',
    holds: (v) => v.nounCapitals && /^\p{Ll}/u.test(trimmedStart(v)) && wordCount(v) < 4,
  },
  {
    id: 'as',
    says: 'A word of judgement (“as”) stands before it.',
    holds: (v) => v.lang.as.has(lastLeadWord(v)),
  },
  {
    id: 'cue-weak-after',
    says: 'A verb of naming or describing follows.',
    holds: (v) => v.cueAfter?.cue.type === 'weak' && v.cueAfter.gap <= 3,
  },
  {
    id: 'single-marks-plain',
    says: 'It is in single marks and nothing announces it.',
    holds: (v) =>
      (v.run.style === "'" || v.run.style === '‘') &&
      v.run.pieces.length === 1 &&
      !cued(v) &&
      !colon(v) &&
      !v.atStart &&
      !stopped(v),
  },
  { id: 'cited', says: 'It stands in a citation.', holds: cited },
  {
    id: 'foreign',
    says: 'It has small words of another language only, like a name left untranslated.',
    holds: (v) => wordCount(v) <= 10 && foreign(v),
  },
  {
    id: 'bracketed-words',
    says: 'It marks words left out or put in.',
    holds: (v) => /\[[^\]]*\]|…|\.\.\./u.test(v.run.text),
  },
  {
    id: 'dash',
    says: 'It is a turn of a dialogue in dashes.',
    holds: (v) => v.run.style === 'dash',
  },
];
