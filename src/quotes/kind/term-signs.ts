/** What speaks for a term, a title or a name inside the marks. */
import { BLANK } from './stage.ts';
import {
  colon,
  wordCount,
  cued,
  ends,
  follows,
  interrupted,
  joinsBefore,
  labelWords,
  lastLeadWord,
  isListed,
  nickname,
  ownsName,
  reported,
  short,
  startsUpper,
  stopped,
  strong,
  termed,
  titled,
  weaklyCued,
} from './signs.ts';
import type { Sign } from './speech-signs.ts';

/** Signs of terms, titles and names, and of what stands around them. */
export const TERM_SIGNS: readonly Sign[] = [
  { id: 'titled', says: 'Its words are capitalised like a title or a name.', holds: titled },
  {
    id: 'name',
    says: 'It is one capitalised word.',
    holds: (v) => wordCount(v) === 1 && startsUpper(v) && !stopped(v) && !ends(v, ','),
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
  {
    id: 'label',
    says: 'A word like “term” or “called” stands before it.',
    holds: (v) => labelWords(v, v.lang.labels, 1),
  },
  {
    id: 'label-near',
    says: 'A word like “term” or “called” stands near before it.',
    holds: (v) =>
      labelWords(v, v.lang.labels, 4) && !labelWords(v, v.lang.labels, 1) && !ownsName(v),
  },
  {
    id: 'label-after',
    says: 'A word like “means” follows it.',
    holds: (v) => v.tailWords.slice(0, 2).some((word) => v.lang.labelsAfter.has(word)),
  },
  {
    id: 'board',
    says: 'It stands on a sign, a banner or the like.',
    holds: (v) => labelWords(v, v.lang.boards, 9) && !v.personBefore,
  },
  {
    id: 'entitled',
    says: 'A word like “entitled” stands right before it.',
    holds: (v) => labelWords(v, v.lang.entitled, 1) && !colon(v),
  },
  { id: 'nickname', says: 'It stands between a first name and a surname.', holds: nickname },
  { id: 'heading', says: 'It stands in a heading or in the source section.', holds: isListed },
  {
    id: 'determiner',
    says: 'An article stands before these few words.',
    holds: (v) =>
      short(v) &&
      v.lang.determiners.has(lastLeadWord(v)) &&
      !v.lang.determiners.has(v.words[0]?.toLowerCase() ?? ''),
  },
  {
    id: 'determiner-long',
    says: 'An article stands before it.',
    holds: (v) => !short(v) && v.lang.determiners.has(lastLeadWord(v)),
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
  {
    id: 'single-marks',
    says: 'It is in single marks in a text that quotes in double ones.',
    holds: (v) => v.minor,
  },
  {
    id: 'repeated',
    says: 'The same few words are marked again.',
    holds: (v) => v.repeats > 1 && short(v) && !stopped(v),
  },
  {
    id: 'noun-after',
    says: 'The sentence runs on with a noun.',
    holds: (v) => short(v) && /^\s\p{L}/u.test(v.tail) && !stopped(v) && !cued(v) && !reported(v),
  },
  {
    id: 'uncued',
    says: 'Nothing announces these few words.',
    holds: (v) => !cued(v) && wordCount(v) <= 4 && !colon(v) && !weaklyCued(v) && !reported(v),
  },
  {
    id: 'joined',
    says: 'It is joined to a marked passage of the same sentence.',
    holds: joinsBefore,
  },
  {
    id: 'followed-by-clause',
    says: 'A comma or a dash follows.',
    holds: (v) => ',–—-'.includes(follows(v)) && follows(v) !== '',
  },
  {
    id: 'not-words',
    says: 'It is an address, a number or a sign.',
    holds: (v) =>
      (wordCount(v) <= 2 && /[@/\d_=]/u.test(v.run.text)) || /^\S+\.\p{L}{2,}$/u.test(v.run.text),
  },
  {
    id: 'nested-voice',
    says: 'It stands inside another quotation.',
    holds: (v) => v.run.parent !== null && !v.lead.includes(BLANK),
  },
  {
    id: 'tagged',
    says: 'It opens the sentence, and a person stands right behind it with a verb.',
    holds: (v) => v.tagged,
  },
  { id: 'person-near', says: 'The author’s sentence names a person.', holds: (v) => v.personNear },
  {
    id: 'preposition',
    says: 'A preposition stands before it.',
    holds: (v) => v.prepositions.has(lastLeadWord(v)),
  },
  {
    id: 'no-lead',
    says: 'The author’s sentence begins with it.',
    holds: (v) => !/\p{L}/u.test(v.lead),
  },
  {
    id: 'colon-sentence',
    says: 'A colon announces it, and it is a sentence by itself.',
    holds: (v) =>
      (colon(v) || (/[:：]\s*$/u.test(v.lead) && wordCount(v) >= 5)) &&
      stopped(v) &&
      startsUpper(v) &&
      !titled(v) &&
      !isListed(v),
  },
  {
    id: 'label-line',
    says: 'Nothing but a name and a colon stands before it.',
    holds: (v) =>
      /^[\s*•–-]*[^:.!?\n“”„"«»]{1,60}[:：]\s*$/u.test(v.lead) &&
      v.personNear &&
      startsUpper(v) &&
      (stopped(v) || ends(v, ',')),
  },
  {
    id: 'goes-on',
    says: 'It goes on with words that an announcement interrupts.',
    holds: interrupted,
  },
  {
    id: 'fragment',
    says: 'A person, named or a pronoun, says these few words.',
    holds: (v) => wordCount(v) <= 4 && v.personBefore && strong(v.cueBefore, 12) && !termed(v),
  },
  {
    id: 'fragment-called',
    says: 'A person, named or a pronoun, calls something so.',
    holds: (v) =>
      wordCount(v) <= 4 && v.personBefore && weaklyCued(v) && !v.cueBefore!.unowned && !termed(v),
  },
  {
    id: 'label-again',
    says: 'An article stands before these few words, and they are marked again.',
    holds: (v) =>
      v.repeats > 1 && short(v) && !stopped(v) && v.lang.determiners.has(lastLeadWord(v)),
  },
  {
    id: 'among-terms',
    says: 'Most other marked words of the text are none.',
    holds: (v) => v.amongTerms,
  },
];
