/**
 * What stands where a name would stand: its parts, and how much it looks like one, whatever the
 * rest of the file says.
 */
import { everyPart } from '../../languages/index.ts';
import { everyGrammar, everyPerson } from '../../languages/unions.ts';
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

/** A label taken apart. */
export interface LabelParts {
  /** As printed, without times, marks of emphasis and remarks. */
  readonly label: string;
  /** What stood in brackets or after a comma: party, seat, office. */
  readonly note: string | null;
  readonly time: string | null;
}

const LABEL_TIME =
  /(?<![\p{L}\d])(?:\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s{1,3})?(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?(?:\s?[AaPp]\.?[Mm]\b\.?)?)(?![\d:])/u;

/** `The Chair (Mr. Lund (Quay East, CPC)):` has one bracket in another. */
const MOST_NESTED = 2;

/** “Per Lund (M) replik”: what kind of speech it is, behind a party. */
const BEHIND_NOTE = /(\([^()]{1,30}\))\s+\p{Ll}[\p{L}\s]{2,30}$/u;

/** `<Speaker>Per Lund</Speaker>`: names in tags of some program. */
const LABEL_TAG = /<\/?\p{L}[^<>]{0,40}>/gu;

/** `国務大臣（田中太郎君）`: an office, and in brackets who holds it. */
const HOLDER = /^[\p{sc=Han}々ヶ]{2,10}[君氏]$/u;

/** “De heer Lund i (VVD)”: the sign of a link to more about the speaker. */
const INFO_SIGN = /(?<=\p{L}{2})\s[iⓘℹ]\uFE0F?$/u;

/** Labels come back: what was taken apart is kept. */
const knownParts = new Map<string, LabelParts | null>();
const MOST_KEPT = 5000;

/** Splits a piece of a line that may be a label. Null for one that has no letters. */
export function labelParts(raw: string): LabelParts | null {
  const known = knownParts.get(raw);
  if (known !== undefined) return known;
  if (knownParts.size >= MOST_KEPT) knownParts.clear();
  const parts = splitLabel(raw);
  knownParts.set(raw, parts);
  return parts;
}

function splitLabel(raw: string): LabelParts | null {
  let text = raw.includes('</') ? raw.replaceAll(LABEL_TAG, ' ') : raw;
  if (/[*_`#@]/u.test(text))
    text = text.replaceAll(/[*_`#]+(?=\P{L}|$)|(?<=\P{L}|^)[*_`#@]+/gu, ' ');
  if (text.includes(')')) text = text.replace(BEHIND_NOTE, '$1');
  const clock = text.length > 160 || !text.includes(':') ? null : LABEL_TIME.exec(text);
  if (clock) text = text.slice(0, clock.index) + text.slice(clock.index + clock[0].length);
  const notes: string[] = [];
  for (let n = 0; n < MOST_NESTED && /[([{]/u.test(text); n++)
    text = text.replaceAll(
      /\(([^()]{0,90})\)|\[([^[\]]{0,90})\]|\{([^{}]{0,90})\}/gu,
      (_, a?: string, b?: string, c?: string) => {
        const note = (a ?? b ?? c ?? '').trim();
        if (note !== '') notes.push(note);
        return ' ';
      },
    );
  let label = trimmedLabel(text).replace(/\s\.$/u, '').replace(INFO_SIGN, '');
  if (label === '' && notes.length > 0) label = trimmedLabel(notes.shift()!);
  const holder = isUnspaced(label) && OFFICE_ENDINGS.test(label) ? notes[0] : undefined;
  if (holder !== undefined && HOLDER.test(holder)) [label, notes[0]] = [holder, label];
  const person = notes.find(
    (note) => HONORIFICS.has(foldWord(note.split(/\s+/u)[0]!)) && /\s/u.test(note),
  );
  const named = person ?? (isOfficeLike(label) ? notes.find((note) => isPerson(note)) : undefined);
  if (named !== undefined) label = `${label} (${named})`;
  const [, name, office] =
    /^([^,]{3,60}),\s+(\p{L}[^,]{0,100}(?:,[^,]{1,60}){0,3})$/u.exec(label) ?? [];
  if (
    name !== undefined &&
    isPerson(name) &&
    (!hasFunction(office!) || opensOffice(name, office!) || isOfficeAt(office!))
  ) {
    notes.push(office!);
    label = name.trim();
  }
  return /\p{L}/u.test(label)
    ? { label, note: notes.at(0) ?? null, time: clock?.[1] ?? null }
    : null;
}

/**
 * “The Secretary of State for Ports” stands before a name in brackets; behind a name stand a party
 * and a seat.
 */
const isOfficeLike = (label: string): boolean => {
  const words = labelWordsOf(label).map(foldWord);
  return (
    words.length > 0 &&
    ((isArticleWord(words[0]!) && words.slice(1).some((word) => SPEECH_ROLES.has(word))) ||
      SPEECH_ROLES.has(words[0]!))
  );
};

/** “Mme Solène Arrivet, ministre chargée des transports”: behind a title and a whole name. */
const opensOffice = (name: string, office: string): boolean =>
  HONORIFICS.has(foldWord(name.split(' ', 1)[0]!)) &&
  SPEECH_ROLES.has(
    foldWord(labelWordsOf(office).find((word) => !isArticleWord(foldWord(word))) ?? ''),
  );

const isArticleWord = (word: string): boolean =>
  everyGrammar.definite.has(word) || everyPerson.articles.has(word);

const trimmedLabel = (text: string): string =>
  text
    .replace(/^[\s\p{Pd}\p{Ps}•·|/<>"“”„«»‘’'~=,;:]+/u, '')
    .replace(/[\s\p{Pd}\p{Pe}|/<>"“”«»‘~=,;:]+$/u, '')
    .replaceAll(/\s+/gu, ' ');

const labelWordsOf = (label: string): readonly string[] =>
  label.split(/[\s,()]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

const hasFunction = (text: string): boolean =>
  labelWordsOf(text).some((word) => FUNCTIONS.has(foldWord(word)) && !/^\p{Lu}{2,4}$/u.test(word));

/**
 * “Parl. Staatssekretär beim Bundesminister für Verkehr”, “on behalf of the Green Group”: an office,
 * or for whom somebody speaks, behind a name. Its small words are prepositions only.
 */
const isOfficeAt = (office: string): boolean => {
  const words = labelWordsOf(office)
    .map(foldWord)
    .filter((word) => !isArticleWord(word));
  const isPreposition = (word: string): boolean => everyGrammar.prepositions.has(word);
  const isTitled = words.slice(0, 2).some((word) => SPEECH_ROLES.has(word) || HONORIFICS.has(word));
  const isFor = words.length < 9 && isPreposition(words[0] ?? '') && /\p{Lu}/u.test(office);
  return (isTitled || isFor) && words.every((word) => isPreposition(word) || !FUNCTIONS.has(word));
};

/** Two words at least that are those of a name, titles not counted. */
const isPerson = (name: string): boolean => {
  const words = labelWordsOf(name).filter((word) => !HONORIFICS.has(foldWord(word)));
  return (
    words.length > 1 &&
    words.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word) || PARTICLES.has(foldWord(word))) &&
    !words.some((word) => DOCUMENTS.has(foldWord(word)))
  );
};

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

/** Chinese, Japanese, Korean: no capitals and no spaces tell a name. */
export const isUnspaced = (label: string): boolean =>
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}・々ー（）\s]+$/u.test(label);

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
