/**
 * How much what stands where a name would stand looks like one, whatever the rest of the file says.
 */
import { everyPart } from '../../languages/index.ts';
import { everyGrammar, everyPerson } from '../../languages/unions.ts';
import { isArticleWord, isUnspaced, labelWordsOf, type LabelParts } from './label-parts.ts';
import { isOfMany } from '../../languages/crowds.ts';
import { participantOfLabel, type Names } from '../labels.ts';
import {
  DOCUMENTS,
  FUNCTIONS,
  HONORIFICS,
  OFFICE_ENDINGS,
  PARTICLES,
  SPEECH_ROLES,
  VOICES,
  foldWord,
} from '../../languages/speech.ts';
import type { Turn } from '../../types.ts';

/** A given name of some language, whatever else the word means: “May”, “Mark”, “Will”. */
const isGivenWord = (word: string): boolean =>
  everyPerson.givenHe.has(word) || everyPerson.givenShe.has(word);

const MONTHS = new Set(everyPart('calendar').flatMap(({ months }) => [...months].map(foldWord)));

/** One word that is a name beside being a small word, or a word of a document: “Van”, “May”. */
function isLoneName(words: readonly string[]): boolean {
  const word = foldWord(words[0] ?? '');
  const isBoth = isGivenWord(word) || MONTHS.has(word) || PARTICLES.has(word);
  return words.length === 1 && isBoth && /^\p{Lu}\p{Ll}/u.test(words[0]!);
}

/** “Mr Lund, you worked there”: somebody is spoken to. */
function isAddress(label: string): boolean {
  const word = foldWord(/,\s+(\p{Ll}[\p{L}’']*)/u.exec(label)?.[1] ?? '');
  return (
    FUNCTIONS.has(word) &&
    !isArticleWord(word) &&
    !PARTICLES.has(word) &&
    !everyGrammar.prepositions.has(word)
  );
}

/** “Folha/UOL”: who asks for two papers. */
const TWO_NAMES = /^\p{Lu}[\p{L}.&]{1,20}\/\p{Lu}[\p{L}.&]{1,20}$/u;

/** A sentence ends within what stands behind a name; “Parl.” and “Prof.” are shorter. */
const SENTENCE_INSIDE = /\p{Ll}{5,}[.?!]\s+\p{Lu}/u;

/** A participant of the brief outweighs everything. */
export const SURE_LABEL = 5;

/**
 * How much a label looks like one; 5 for participants, 4 for numbered voices, below 0 for words of
 * a sentence.
 */
export function plausibility({ label, note }: LabelParts, names: Names, isGerman: boolean): number {
  if (isAddress(label) || SENTENCE_INSIDE.test(note ?? '')) return -3;
  if (label.length > (HONORIFICS.has(foldWord(label.split(' ', 1)[0]!)) ? 180 : 90)) return -5;
  if (
    participantOfLabel(names, label) !== null ||
    (note !== null && isVoice(label) && participantOfLabel(names, note) !== null)
  )
    return SURE_LABEL;
  if (names.key.has(label)) return SURE_LABEL;
  const words = labelWordsOf(label);
  const folded = words.map(foldWord);
  if (isVoice(label))
    return folded.some((word) => DOCUMENTS.has(word)) && folded.length === 1 ? 1.5 : 4;
  if (/["“”„«»?!@/=…]|:\/\//u.test(label)) return TWO_NAMES.test(label) ? 2 : -3;
  if (
    !isLoneName(words) &&
    folded.every((word) => DOCUMENTS.has(word) || PARTICLES.has(word) || /^\p{N}+$/u.test(word))
  )
    return -4;
  if (
    folded.some((word) => VOICES.has(word)) &&
    folded.length < 4 &&
    note === null &&
    folded[0]!.startsWith('un')
  )
    return 1.5;
  let p = 0;
  const bare = words.filter((word) => !HONORIFICS.has(foldWord(word)));
  const titled = HONORIFICS.has(folded[0]!) || (folded.length > 1 && HONORIFICS.has(folded[1]!));
  const role = folded.some((word) => SPEECH_ROLES.has(word));
  const isCapital = (word: string): boolean =>
    /^[\p{Lu}\p{Lt}]/u.test(word) || /^(?:[dlo]|mc|al)['’-]\p{Lu}/u.test(word);
  const capitals = bare.filter(isCapital).length;
  const isUpper = /\p{Lu}{2}/u.test(label) && !/\p{Ll}{2}/u.test(bare.join(' '));
  if (titled && bare.length > 0 && isCapital(words[0]!)) p += 3;
  else if (role) p += capitals > 1 ? 3 : 2.5;
  else if (isUpper) p += words.length > 1 ? 1.4 : label.length < 4 ? 0 : 1;
  else if (isUnspaced(label)) p += label.length > 14 ? -3 : OFFICE_ENDINGS.test(label) ? 2.5 : 0.8;
  else if (capitals > 1) p += isGerman ? 0.8 : 2;
  else if (capitals === 1 && bare.length === 1) p += 0.5;
  const isField = (word: string): boolean => PARTICLES.has(foldWord(word.split(/['’]/u)[0]!));
  const isThe = isArticleWord(folded[0]!) && SPEECH_ROLES.has(folded[1] ?? '');
  const office =
    titled || isThe
      ? bare.findIndex((word, i) => SPEECH_ROLES.has(foldWord(word)) && isField(bare[i + 1] ?? '-'))
      : -1;
  const before = office < 0 ? bare : bare.slice(0, office);
  const small = before.filter(
    (word) =>
      /^\p{Ll}/u.test(word) && !PARTICLES.has(foldWord(word)) && !SPEECH_ROLES.has(foldWord(word)),
  );
  if (small.some((word) => !isCapital(word))) p -= 3;
  const sentence = (office < 0 ? folded : before.map(foldWord))
    .filter((word) => !isUpper || word.length > 2)
    .filter((word) => names.functions.has(word) && !isGivenWord(word));
  const isForeign =
    names.functions === FUNCTIONS &&
    (words.length === 1 || (words.length === 2 && capitals === 2 && sentence.length === 1));
  if (sentence.length > 0 && !isForeign && !(titled && sentence.length === 1 && bare.length > 1))
    p -= 3;
  if (
    folded.some((word) => DOCUMENTS.has(word) && !isGivenWord(word)) &&
    !titled &&
    !isLoneName(words)
  )
    p -= role ? 1.5 : 4;
  if (/\p{N}/u.test(label) && !NUMBERED_LABEL.test(label)) p -= 1.5;
  if (words.length > 6) p -= role || titled ? 0.5 : 1.5;
  if (/^\p{Ll}/u.test(label)) p -= role ? 0.5 : 3;
  return p;
}

// ---------------------------------------------------------------- voices without a name

const GENERIC_VOICE =
  /^(?:speaker|spk|sprecher(?:in)?|locuteur|hablante|voice|person|participant|spreker|interviewer|interviewee|unidentified [a-z]+|unknown(?: speaker)?)[\s_#-]{0,2}(?:\p{N}{1,3}|\p{Lu})?$|^[spfm](?:[\s_#-]{0,2}\p{N}{1,3})?$/iu;
/** “Speaker 2”, “S1”. */
const NUMBERED_LABEL = /^\p{L}+[\s_#-]{0,2}(?:\p{N}{1,3}|\p{Lu})$/u;

/** “Speaker 2”, “Q”, “Interviewer”, “Unidentified voice”: somebody, but nobody by name. */
export function isVoice(label: string): boolean {
  if (GENERIC_VOICE.test(label) && (label.length > 1 || /^[QA]$/u.test(label)))
    return label.length > 2 || NUMBERED_LABEL.test(label) || /^[QA]$/u.test(label);
  const words = label
    .split(/[\s,()]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map(foldWord);
  if (isOfMany(words)) return true;
  return (
    words.length > 0 &&
    words.length < 4 &&
    words.every((word) => VOICES.has(word) || /^\p{N}{1,3}$/u.test(word))
  );
}

/** What a label says of its voice; null is nobody known. */
export const voiceOf = (label: string | null): Turn['voice'] =>
  label === null ? 'unsure' : isVoice(label) ? 'unnamed' : 'named';
