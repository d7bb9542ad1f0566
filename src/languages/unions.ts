/**
 * Words of all languages at once, for texts whose language nobody tells: names, labels,
 * transcripts. Folded where names are.
 */
import { everyPart } from './index.ts';
import type { PersonWords, SenseWords, TranscriptWords } from './language.ts';
import type { LineWords } from './line-words.ts';
import type { Grammar } from './parts.ts';
import { escapedPattern, fold } from './lists.ts';

const union = (sets: readonly Iterable<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]));

const ofPeople = (part: (words: PersonWords) => Iterable<string>): ReadonlySet<string> =>
  new Set(everyPart('people').flatMap((words) => Array.from(part(words), fold)));
const ofGrammar = (part: (words: Grammar) => Iterable<string>): ReadonlySet<string> =>
  union(everyPart('grammar').map(part));
const ofSense = (part: (words: SenseWords) => Iterable<string>): ReadonlySet<string> =>
  union(everyPart('sense').map(part));
const ofLabels = (part: (words: TranscriptWords) => Iterable<string>): ReadonlySet<string> =>
  union(everyPart('transcript').map(part));
const everyLineWord = (part: (words: LineWords) => readonly string[]): readonly string[] =>
  everyPart('lines').flatMap(part);

/** Titles and parts of names in all languages at once: nobody tells the language of a name. */
export const everyPerson = {
  titlesHe: ofPeople(({ titles }) => titles.he),
  titlesShe: ofPeople(({ titles }) => titles.she),
  titlesOpen: ofPeople(({ titles }) => titles.open),
  addresses: ofPeople(({ addresses }) => addresses),
  articles: ofPeople(({ articles }) => articles),
  bodyArticles: ofPeople(({ bodyArticles }) => bodyArticles),
  bodyJoins: ofPeople(({ bodyJoins }) => bodyJoins),
  opens: ofPeople(({ particles }) => particles.opens),
  follows: ofPeople(({ particles }) => particles.follows),
  organisations: ofPeople(({ organisations }) => organisations),
  givenHe: ofPeople(({ given }) => given.he),
  givenShe: ofPeople(({ given }) => given.she),
  nounsHe: ofPeople(({ nouns }) => nouns.he),
  nounsShe: ofPeople(({ nouns }) => nouns.she),
  nounsOpen: ofPeople(({ nouns }) => nouns.open),
  notSpeakers: ofPeople(({ notSpeakers }) => notSpeakers),
  calledHe: union(everyPart('people').map(({ called }) => called.he)),
  calledShe: union(everyPart('people').map(({ called }) => called.she)),
  callsBefore: union(everyPart('people').map(({ callsBefore }) => callsBefore)),
  headEnds: ofPeople(({ headEnds }) => headEnds),
  roleEnds: ofPeople(({ roleEnds }) => roleEnds),
  roleJoins: ofPeople(({ roleJoins }) => roleJoins),
  roleCompounds: ofPeople(({ roleCompounds }) => roleCompounds),
  roleOver: ofPeople(({ roleOver }) => roleOver),
  declensions: everyPart('people').flatMap(({ declension }) => (declension ? [declension] : [])),
} as const;

/** True for a small word of a surname: “von”, “de”, “der”. */
export const isParticle = (word: string): boolean =>
  everyPerson.opens.has(word) || everyPerson.follows.has(word);

/** Grammar words in all languages at once, where a name or a heading stands alone. */
export const everyGrammar = {
  and: ofGrammar(({ and }) => and),
  /**
   * A letter alone is an article only where it is elided (l’), for it may be an initial or mean
   * “a”.
   */
  definite: ofGrammar(({ definite }) =>
    [...definite].filter((word) => word.length > 1 || word === 'l'),
  ),
  prepositions: ofGrammar(({ prepositions }) => prepositions),
  adjectives: [...ofGrammar(({ adjectives }) => adjectives)],
  aged: [...ofGrammar(({ aged }) => aged)],
  asides: [...ofGrammar(({ asides }) => asides)],
} as const;

/**
 * Negations and modal words in all languages at once, for transcripts whose language nobody told.
 */
export const everySense = {
  negations: ofSense(({ negations }) => negations),
  denyingEnds: [...ofSense(({ denyingEnds }) => denyingEnds)],
  denyingStarts: [...ofSense(({ denyingStarts }) => denyingStarts)],
  light: ofSense(({ light }) => light),
  turns: ofSense(({ turns }) => turns),
} as const;

/** Words of what could not be heard, and of hesitation, in all languages at once. */
export const everyContext = {
  unheard: union(everyPart('context').map(({ unheard }) => unheard)),
  hesitations: union(everyPart('context').map(({ hesitations }) => hesitations)),
} as const;

/** Labels of transcripts in all languages at once. */
export const everyLabel = {
  roles: ofLabels(({ roles }) => roles),
  anonymous: ofLabels(({ anonymous }) => anonymous),
  questions: ofLabels(({ questions }) => questions),
  answers: ofLabels(({ answers }) => answers),
  salutations: ofLabels(({ salutations }) => salutations),
  documents: ofLabels(({ documents }) => documents),
  discourse: ofLabels(({ discourse }) => discourse),
  functionWords: ofLabels(({ functionWords }) => functionWords),
  stage: ofLabels(({ stage }) => stage),
  continued: ofLabels(({ continued }) => continued),
  pages: ofLabels(({ pages }) => pages),
} as const;

/** Words that lines of plain text begin with, in all languages at once. */
export const everyLine = {
  articles: union(everyPart('lines').map(({ articles }) => articles)),
  disclosures: everyLineWord(({ disclosures }) => disclosures),
  disclosed: everyPart('lines').flatMap(({ disclosed }) => (disclosed ? [disclosed] : [])),
  disclosureLabels: everyLineWord(({ disclosureLabels }) => disclosureLabels),
  sourceLabels: everyLineWord(({ sourceLabels }) => sourceLabels),
  subjectLabels: everyLineWord(({ subjectLabels }) => subjectLabels),
  genres: everyLineWord(({ genres }) => genres),
  chatOpens: everyLineWord(({ chat }) => chat.opens),
  chatCloses: everyLineWord(({ chat }) => chat.closes),
  furniture: everyLineWord(({ page }) => page.furniture),
  related: everyLineWord(({ page }) => page.related),
  noteLabels: everyLineWord(({ noteLabels }) => noteLabels),
  readersFor: everyLineWord(({ readersFor }) => readersFor),
} as const;

const everyLetter = everyPart('lines').map(({ letters }) => letters);

/** Words of mail programs in all languages at once. */
export const everyMail = {
  from: everyLetter.flatMap(({ from }) => from),
  heads: everyLetter.flatMap(({ heads }) => heads),
  wrote: everyLetter.flatMap(({ wrote }) => wrote),
  parted: everyLetter.flatMap(({ parted }) => parted),
  forwards: everyLetter.flatMap(({ forwards }) => forwards),
  replies: everyLetter.flatMap(({ replies }) => replies),
} as const;

/**
 * A pattern that matches any of the words as they stand; the longest first. Nothing where there are
 * none.
 */
export const anyOf = (words: Iterable<string>): string =>
  [...words]
    .toSorted((a, b) => b.length - a.length)
    .map(escapedPattern)
    .join('|') || '(?!)';
