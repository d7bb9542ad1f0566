/**
 * What a label says: a name, an office, a voice without a name; in brackets, behind commas and
 * dashes.
 */
import { DOCUMENTS, foldWord, FUNCTIONS, VOICES } from '../languages/speech.ts';
import { fold } from '../languages/lists.ts';
import { everyGrammar, everyLabel, everyPerson, isParticle } from '../languages/unions.ts';
import { isGiven, isHonor, isPostnominal, isRole, nameWords } from './person.ts';

/**
 * `person`: a name; `office`: “THE COURT”; `voice`: somebody without a name; `words`: words of the
 * text (“Bottom Line”).
 */
export type LabelSort = 'person' | 'office' | 'voice' | 'words';

/** A label taken apart into phrases. */
export interface LabelPhrases {
  /** The whole without brackets and remarks. */
  readonly bare: string;
  /** What may be a name, the likeliest first. */
  readonly names: readonly string[];
  readonly offices: readonly string[];
  /** What stands in brackets: a party, a seat, a remark, or a name. */
  readonly asides: readonly string[];
}

const BRACKETS = /\(([^()]{0,120})\)|\[([^[\]]{0,120})\]|\{([^{}]{0,120})\}/gu;
const MARKS = /^[\s>*_#•·–—-]+|[\s:*_;,–—-]+$/gu;
const LEADING_NUMBER = /^(?:q\s?)?\d{1,4}[.)]\s+/iu;
const LABEL_DASHES = /\s+(?:[-–—]{1,3}|\||\/|·)\s+|\s*—\s*/u;

/** “Arbetsmarknadsminister IDA MOEN”: an office in one long word, the whole name in capitals. */
const OFFICE_THEN_CAPITALS =
  /^(\p{Lu}\p{Ll}{6,})\s(\p{Lu}{2}[\p{Lu}’'-]*(?:\s\p{Lu}[\p{Lu}.’'-]*){0,2}\s\p{Lu}{2}[\p{Lu}’'-]*)$/u;

/** Takes a label apart: brackets, commas, offices before and after. */
export function labelPhrases(label: string): LabelPhrases {
  const inside = [...label.matchAll(BRACKETS)].flatMap(
    ([, a, b, c]) => (a ?? b ?? c ?? '').trim() || [],
  );
  const bare = withoutContinued(
    label
      .replaceAll(BRACKETS, ' ')
      .replaceAll(MARKS, '')
      .replace(LEADING_NUMBER, '')
      .replaceAll(/\s+/gu, ' ')
      .trim(),
  );
  const [, office, inCapitals] = OFFICE_THEN_CAPITALS.exec(bare) ?? [];
  if (office !== undefined && !isHonor(foldWord(office)) && !isGiven(foldWord(office)))
    return { bare, names: [inCapitals!], offices: [office], asides: inside };
  const parts = bare.split(LABEL_DASHES).filter(Boolean).flatMap(labelPhraseParts);
  const all = [...parts, ...inside.filter(isName)];
  return {
    bare,
    names: all.filter((text) => !isOfficePhrase(text)),
    offices: all.filter(isOfficePhrase),
    asides: inside,
  };
}

/** “MR. VANE (Continuing)”, “Vane, continued”. */
function withoutContinued(text: string): string {
  const words = text.split(' ');
  while (words.length > 1 && everyLabel.continued.has(words.at(-1)!.toLowerCase())) words.pop();
  return words.join(' ').replace(/,$/u, '');
}

/** “Last, First”, “Last, First, PhD”, “Last, First, Jr.”, “Name, office”, “OFFICE, NAME”. */
function labelPhraseParts(text: string): readonly string[] {
  const parts = text.split(/\s*[,、，;]\s*/u).filter(Boolean);
  const generation = parts.find((part, i) => i > 0 && GENERATION.test(part));
  const kept = parts.filter(
    (part, i) => i === 0 || isInitials(parts, i) || !(GENERATION.test(part) || isDegrees(part)),
  );
  const [last, first, ...rest] = kept;
  const named = (name: string): string =>
    generation === undefined ? name : `${name} ${generation}`;
  if (first === undefined) return [named(last ?? '')];
  if (isOfficePhrase(last!) || isOfficePhrase(first) || isFullNameLabel(last!))
    return [named(last!), first, ...rest];
  const [surname, given] = [last!, first].map((part) =>
    nameWords(part).filter((word) => !isHonor(word)),
  );
  if (surname!.length > 3 || given!.length > 3 || given!.length === 0) return kept;
  const titles = [first, last!].flatMap((part) => nameWords(part).filter(isHonor));
  return [named([...titles, ...given!, ...surname!].join(' ')), ...rest];
}

const GENERATION = /^(?:jr|jnr|sr|snr|junior|senior|ii|iii|iv)\.?$/iu;
const isDegrees = (part: string): boolean => nameWords(`x ${part}`).slice(1).every(isPostnominal);
/** “Hale, M. A.” has initials, “Ida Moen, M. A.” a degree. */
const isInitials = (parts: readonly string[], i: number): boolean =>
  i === 1 && nameWords(parts[0]!).length === 1 && /^(?:\p{L}\.\s?){1,3}$/u.test(parts[1]!);

/** Two words at least, the first of them a known given name: “Ida Moen, Quay East”. */
function isFullNameLabel(text: string): boolean {
  const words = nameWords(text).filter((word) => !isHonor(word));
  return (
    words.length > 1 &&
    !isParticle(foldWord(words[0]!)) &&
    (isGiven(foldWord(words[0]!)) || /\p{Ll}/u.test(text))
  );
}

/**
 * In brackets: a title and a name, or two capitalised words with a given name; not a party, a seat,
 * a remark.
 */
function isName(text: string): boolean {
  const words = nameWords(text);
  if (words.length < 2 || words.length > 6) return false;
  const names = words.filter((word) => !isHonor(word) && !isParticle(foldWord(word)));
  return (
    names.length > 0 &&
    names.every((word) => /^[\p{Lu}\p{Lo}]/u.test(word)) &&
    (names.length < words.length || isGiven(foldWord(words[0]!)))
  );
}

/** “Secretary of State for Ports”, “THE COURT”, “Harbour Master”: an office without a name. */
export function isOfficePhrase(text: string): boolean {
  const all = nameWords(text).map(foldWord);
  const words = all.filter(
    (word, i) =>
      i > 0 ||
      !(everyGrammar.definite.has(word) || everyPerson.articles.has(word)) ||
      all.length === 1,
  );
  const phrase = words.join(' ');
  if (OFFICES.has(phrase) || OFFICES.has(all.join(' '))) return true;
  if (words.length === 0 || isGiven(words[0]!)) return false;
  const heads = words.findIndex((word) => !isHonor(word));
  if (heads < 0) return true;
  const end = words.findIndex((word, i) => i > 0 && everyPerson.roleEnds.has(word));
  if (end > 0 && (isRole(words[end - 1]!) || isHonor(words[end - 1]!))) return true;
  return words.length > 1 && isRole(words.at(-1)!) && !everyPerson.addresses.has(words[0]!);
}

const OFFICES = new Set(
  [...everyLabel.roles].map((phrase) =>
    phrase
      .split(/[\s-]+/u)
      .map(foldWord)
      .join(' '),
  ),
);

/**
 * Words that stand for voices, and those beside them: “Unidentified male”, “Several voices”,
 * “Audience member 2”.
 */
const VOICE_WORDS = new Set([
  ...VOICES,
  ...[...everyLabel.anonymous, ...everyLabel.questions, ...everyLabel.answers]
    .flatMap((phrase) => phrase.split(/[\s-]+/u))
    .map(foldWord),
]);
const NUMBERED_VOICE =
  /^(?:speaker|spk|voice|person|participant|guest|caller|[a-z])[\s_#.-]{0,2}\d{1,3}$/iu;

/**
 * “Q”, “Speaker 2”, “SPEAKER_00”, “>>”, “Interviewer”, “Unidentified”: somebody, but nobody by
 * name.
 */
export function isNobody(label: string): boolean {
  const bare = label
    .replaceAll(/[()[\]]/gu, ' ')
    .replaceAll(MARKS, '')
    .trim();
  if (!/\p{L}/u.test(bare)) return true;
  if (NUMBERED_VOICE.test(bare)) return true;
  const words = bare
    .split(/[\s_,/.-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map(foldWord);
  const content = words.filter(
    (word) => !everyGrammar.definite.has(word) && !everyPerson.articles.has(word),
  );
  const spoken = content.length > 0 ? content : words;
  return (
    spoken.length > 0 &&
    spoken.length < 5 &&
    spoken.some((word) => VOICE_WORDS.has(word)) &&
    spoken.every(
      (word, i) =>
        VOICE_WORDS.has(word) ||
        /^(?:\p{N}{1,3}|\p{L})$/u.test(word) ||
        (i > 0 && isParticle(word)),
    )
  );
}

/**
 * “Abmilderung der Zinsschranke”: no preposition before the article makes it a name (von der, van
 * der).
 */
const GENITIVE = /(?<!(?:von|van|zu|aan|auf|op|in|uit|an))\s(?:der|des|dem)\s/iu;

/**
 * Words of a document or of a sentence and nobody's name: “Bottom Line”, “Prepared Remarks”, “Zur
 * Frage”.
 */
export function isWords(label: string): boolean {
  const all = nameWords(label).map(foldWord);
  if (all.length === 0) return true;
  const phrase = label.trim().toLowerCase();
  if (
    everyLabel.documents.has(phrase) ||
    everyLabel.discourse.has(phrase) ||
    everyLabel.salutations.has(phrase)
  )
    return true;
  if (GENITIVE.test(label)) return true;
  const spoken = all.filter((word) => !isParticle(word));
  return (
    spoken.length > 0 &&
    (spoken.every((word) => DOCUMENTS.has(word) || FUNCTIONS.has(word)) ||
      (FUNCTIONS.has(spoken[0]!) && !isGiven(spoken[0]!)))
  );
}

/** What a label that means nobody of a list is. */
export function sortOf(
  label: string,
  { bare, names, offices }: LabelPhrases = labelPhrases(label),
): LabelSort {
  const persons = names.filter((name) => !isWords(name) && !isNobody(name));
  if (isNobody(bare)) return persons.length > 0 && persons[0] !== bare ? 'person' : 'voice';
  if (persons.some((name) => !isBodyName(name)) || (persons.length > 0 && offices.length === 0))
    return 'person';
  return offices.length > 0 ? 'office' : 'words';
}

/** The name of an organisation. */
export const isBodyName = (name: string): boolean =>
  nameWords(name).some((word) => everyPerson.organisations.has(fold(word)));
