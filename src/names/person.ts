/** The name of a person in its parts. */
import { fold } from '../languages/lists.ts';
import { foldWord, HONORIFICS, SPEECH_ROLES } from '../languages/speech.ts';
import { everyGrammar, everyLabel, everyPerson, isParticle } from '../languages/unions.ts';
import { nameKeys } from './fold.ts';

/** A word of a name as it is compared. */
export interface NameWord {
  /** One key, or two; see `nameKeys`. */
  readonly keys: readonly string[];
  /** An initial. */
  readonly letter: boolean;
}

/** A name taken apart. */
export interface PersonName {
  /** Given names, then surnames; without titles, particles and marks of generation. */
  readonly words: readonly NameWord[];
  readonly particles: ReadonlySet<string>;
  /** The particle that it begins with: “VON DER LEYEN”. */
  readonly lead: string | null;
  /** jr, sr, ii, iii, iv. */
  readonly generation: string | null;
  /** Told by its title. */
  readonly gender: 'he' | 'she' | null;
  /** Such as stands before a surname: “Mr”, “Dr”, “Senator”. */
  readonly titled: boolean;
  /** Such as stands before a given name, too: “Sir”, “Sister”. */
  readonly familiar: boolean;
}

/** Not the letters that one may be called by, and no particles. */
const HONORS = new Set([...HONORIFICS].filter((word) => word.length > 1 && !isParticle(word)));
/** Adjectives among the titles: they may be a given name (Young Lee) and tell nothing. */
const ADJECTIVES = new Set(['young', 'old', 'little', 'poor', 'dear', 'le', 'la']);
const ROLE_WORDS = new Set(
  [...everyLabel.roles, ...everyPerson.nounsOpen]
    .flatMap((phrase) => phrase.split(/[\s’'-]+/u))
    .map(foldWord)
    .filter((word) => word.length > 2 && !isParticle(word) && !everyGrammar.definite.has(word)),
);
const FAMILIAR = new Set([
  'sir',
  'dame',
  'sister',
  'brother',
  'father',
  'mother',
  'king',
  'queen',
  'prince',
  'princess',
  'pope',
  'don',
  'dona',
  'dom',
  'uncle',
  'aunt',
]);

const GENERATIONS: Readonly<Record<string, string>> = {
  jr: 'jr',
  jnr: 'jr',
  junior: 'jr',
  sr: 'sr',
  snr: 'sr',
  senior: 'sr',
  ii: 'ii',
  iii: 'iii',
  iv: 'iv',
};

/** Degrees, honours and seats behind a name, in every alphabet of their full stops. */
const POSTNOMINALS = new Set(
  (
    'phd dphil md dds dmd jd llm llb lld mba mph mpp mpa msc bsc meng esq qc kc sc rn cpa cfa obe mbe cbe kbe dbe kcb dcb cmg kcmg frs fba ' +
    'mp msp mla mep mna mpp td mdb mdl mdbb mdl rer bt jp dl ret usn usa usaf usmc tm cm oc cc am ao ac om pc pe'
  ).split(' '),
);
/** Of those, what may be a name where everything is in capitals. */
const NAMELIKE = new Set([
  'am',
  'ao',
  'ac',
  'om',
  'tm',
  'cm',
  'oc',
  'cc',
  'pc',
  'pe',
  'usa',
  'ret',
  'rer',
  'sc',
  'td',
]);

/** True for a title, an office or a form of address in any language, of one word; of several people, too (Senators). */
export const isHonor = (word: string): boolean => {
  const folded = foldWord(word);
  if (ADJECTIVES.has(folded)) return false;
  const title =
    everyPerson.titlesHe.has(folded) ||
    everyPerson.titlesShe.has(folded) ||
    everyPerson.titlesOpen.has(folded);
  if (title || HONORS.has(folded) || isRole(folded)) return true;
  return /^\p{L}{7,}s$/u.test(folded) && isHonor(folded.slice(0, -1));
};

/** True for a word that means an office or a role. */
export const isRole = (folded: string): boolean =>
  SPEECH_ROLES.has(folded) || ROLE_WORDS.has(folded);

/** Is the key a given name that some language knows? */
export const isGiven = (key: string): boolean =>
  everyPerson.givenHe.has(key) || everyPerson.givenShe.has(key);

/** Degrees and honours behind a name: PhD, M.D., QC. */
export const isPostnominal = (word: string): boolean => POSTNOMINALS.has(foldWord(word));

/**
 * Words at spaces, hyphens and after full stops; “Ph.D.” and “M.D.” stay whole behind the first
 * word.
 */
export function nameWords(text: string): readonly string[] {
  return text
    .split(/[\s\u3000‐‑–—-]+/u)
    .flatMap((word, i) =>
      i > 0 && (isPostnominal(word) || GENERATIONS[foldWord(word)])
        ? [word]
        : word.split(/(?<=\p{L}\.)(?=\p{L})(?![ªº])/u),
    )
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}.]+$/gu, ''))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

const isCapitals = (word: string): boolean => /\p{Lu}.*\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word);

/** “LUND Per”: a surname that is set in capitals before a given name that is not. */
function surnameLast(words: readonly string[]): readonly string[] {
  const isSurname = (word: string): boolean => isCapitals(word) && /[aeiouy]/u.test(fold(word));
  const end = words.findIndex((word) => !isSurname(word) && !isParticle(fold(word)));
  if (
    end < 1 ||
    !words.slice(0, end).some(isSurname) ||
    words.slice(end).some((word) => isCapitals(word) && word.length > 2)
  )
    return words;
  return [...words.slice(end), ...words.slice(0, end)];
}

/**
 * @param text a name without brackets, commas and offices behind it
 * @param asInitial “M.” before a name is an initial, not Monsieur
 */
export function personName(text: string, asInitial = false): PersonName {
  let words = nameWords(text);
  let [gender, titled, familiar]: [PersonName['gender'], boolean, boolean] = [null, false, false];
  while (words.length > 1 && isFront(words[0]!, words[1]!, asInitial)) {
    const title = foldWord(words[0]!);
    if (everyPerson.addresses.has(title) || FAMILIAR.has(title) || title === 'm')
      gender ??= everyPerson.titlesHe.has(title)
        ? 'he'
        : everyPerson.titlesShe.has(title)
          ? 'she'
          : null;
    titled ||= !everyPerson.articles.has(title) && !FAMILIAR.has(title);
    familiar ||= FAMILIAR.has(title);
    words = words.slice(1);
  }
  let generation: string | null = null;
  for (let last = words.at(-1)!; words.length > 1 && isBack(last, words); last = words.at(-1)!) {
    generation ??= GENERATIONS[foldWord(last)] ?? null;
    words = words.slice(0, -1);
  }
  words = surnameLast(words);
  const small = words.map((word) => isParticle(fold(word)));
  const kept = words.filter((_, i) => !small[i] || i === words.length - 1);
  return {
    words: joinPrefixes(kept).map((word) => ({
      keys: nameKeys(word.replaceAll('.', '')),
      letter: /^\p{L}\p{M}*\.?$/u.test(word),
    })),
    particles: new Set(words.filter((_, i) => small[i]).map(fold)),
    lead: small[0] && words.length > 1 ? fold(words[0]!) : null,
    generation,
    gender,
    titled,
    familiar,
  };
}

function isFront(word: string, next: string, asInitial: boolean): boolean {
  const folded = foldWord(word);
  if (folded.length === 1)
    return folded === 'm'
      ? !asInitial
      : /^[ao]$/u.test(folded) && word.length === 1 && isHonor(next);
  if (everyPerson.articles.has(folded) || everyGrammar.definite.has(folded))
    return !isParticle(folded) || isHonor(next);
  return isHonor(word) && !(isGiven(folded) && !isHonor(next) && !FAMILIAR.has(folded));
}

/**
 * Behind a name: generation, or letters of a degree; what may be a name as well only beside small
 * letters.
 */
function isBack(word: string, words: readonly string[]): boolean {
  const folded = foldWord(word);
  if (GENERATIONS[folded]) return true;
  if (!POSTNOMINALS.has(folded) || !/\p{Lu}/u.test(word)) return false;
  return !NAMELIKE.has(folded) || (isCapitals(word) && words.some((one) => /\p{Ll}{2}/u.test(one)));
}

/** “Mc Donald”, “O Brien” without its apostrophe. */
function joinPrefixes(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const isPrefix =
      i + 1 < words.length && (i > 0 ? /^(?:mc|mac|o)$/iu : /^(?:mc|mac)$/iu).test(words[i]!);
    joined.push(isPrefix ? `${words[i]}${words[++i]}` : words[i]!);
  }
  return joined;
}
