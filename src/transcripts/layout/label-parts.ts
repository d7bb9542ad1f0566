/** A piece of a line that may be a label, taken apart: name, office or seat, time. */
import { everyGrammar, everyPerson } from '../../languages/unions.ts';
import {
  DOCUMENTS,
  FUNCTIONS,
  HONORIFICS,
  OFFICE_ENDINGS,
  PARTICLES,
  SPEECH_ROLES,
  foldWord,
} from '../../languages/speech.ts';

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
    /^([^,]{3,60}),\s+(\p{L}[^,]{0,160}(?:,[^,]{1,60}){0,3})$/u.exec(label) ?? [];
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

export const isArticleWord = (word: string): boolean =>
  everyGrammar.definite.has(word) || everyPerson.articles.has(word);

const trimmedLabel = (text: string): string =>
  text
    .replace(/^[\s\p{Pd}\p{Ps}•·|/<>"“”„«»‘’'~=,;:]+/u, '')
    .replace(/[\s\p{Pd}\p{Pe}|/<>"“”«»‘~=,;:]+$/u, '')
    .replaceAll(/\s+/gu, ' ');

export const labelWordsOf = (label: string): readonly string[] =>
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

/** Chinese, Japanese, Korean: no capitals and no spaces tell a name. */
export const isUnspaced = (label: string): boolean =>
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}・々ー（）\s]+$/u.test(label);
