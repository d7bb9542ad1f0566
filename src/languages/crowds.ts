/** Words by which a label of many is told: “Several hon. Members”, “Plusieurs députés du groupe …”. */
import { foldWord } from './speech.ts';

interface CrowdWords {
  /** “Several”, “some”: before a word of `crowd`. */
  readonly several: string;
  /** Many at once: “members”, “voices”. */
  readonly crowd: string;
}

const CROWD_WORDS: Readonly<Record<string, CrowdWords>> = {
  en: {
    several: 'several many some most multiple various other',
    crowd: 'members voices speakers senators deputies delegates representatives reporters',
  },
  de: {
    several: 'mehrere einige viele verschiedene weitere',
    crowd: 'abgeordnete abgeordneten stimmen mitglieder teilnehmer journalisten',
  },
  fr: {
    several: 'plusieurs certains certaines quelques divers diverses nombreux nombreuses',
    crowd: 'députés députées sénateurs membres voix participants orateurs journalistes',
  },
  es: {
    several: 'varios varias algunos algunas muchos muchas diversos',
    crowd: 'diputados diputadas senadores senadoras señorías miembros voces periodistas',
  },
  it: {
    several: 'diversi alcuni alcune molti varie vari',
    crowd: 'deputati senatori membri voci consiglieri giornalisti',
  },
  pt: {
    several: 'vários várias alguns algumas muitos diversos',
    crowd: 'deputados deputadas senadores membros vozes jornalistas',
  },
  nl: {
    several: 'verschillende enkele meerdere veel diverse',
    crowd: 'leden stemmen kamerleden deelnemers journalisten',
  },
  pl: {
    several: 'kilku wielu niektórzy liczne',
    crowd: 'posłowie posłów głosy członkowie senatorowie posłanki',
  },
  ru: { several: 'несколько многие', crowd: 'депутатов депутаты голоса члены журналисты' },
  uk: { several: 'кілька багато деякі', crowd: 'депутатів депутати голоси члени журналісти' },
};

const crowdWordSet = (part: keyof CrowdWords): ReadonlySet<string> =>
  new Set(Object.values(CROWD_WORDS).flatMap((words) => words[part].split(' ').map(foldWord)));

/** Open a label of many: several, some. */
const SEVERAL = crowdWordSet('several');
/** Many at once: members, voices. */
const CROWD = crowdWordSet('crowd');

/** “Abgeordnete Dr. Anna Lund” is one; “Abgeordnete der Hafenpartei” are many. */
const TITLES_TOO = new Set(['abgeordnete', 'abgeordneten']);
const JOINS_CROWD = new Set([
  'der',
  'des',
  'von',
  'vom',
  'aus',
  'im',
  'auf',
  'und',
  'links',
  'rechts',
]);

const MOST_WORDS_OF_MANY = 8;

/**
 * “Several hon. Members”, “Voix sur les bancs”, “Opposition members”.
 *
 * @param words of a label, folded; one word alone is judged elsewhere
 */
export const isOfMany = (words: readonly string[]): boolean =>
  words.length > 1 &&
  words.length <= MOST_WORDS_OF_MANY &&
  ((CROWD.has(words[0]!) && !(TITLES_TOO.has(words[0]!) && !JOINS_CROWD.has(words[1]!))) ||
    (words.length < 5 && CROWD.has(words.at(-1)!)) ||
    (SEVERAL.has(words[0]!) && words.slice(1, 4).some((word) => CROWD.has(word))));
