/** Russian: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { wordSet, NO_WORDS } from '../lists.ts';

/** Titles, addresses and parts of names in Russian; folded, lower case. */
export const ruPeople: PersonWords = {
  titles: { he: wordSet('г'), she: NO_WORDS, open: NO_WORDS },
  addresses: wordSet('г'),
  articles: NO_WORDS,
  bodyArticles: NO_WORDS,
  bodyJoins: NO_WORDS,
  particles: { opens: NO_WORDS, follows: NO_WORDS },
  declension: /^(?:[аяоеуюыиь]|о[июм]|е[июм]|ы[им]|и[им]|ого|ему|ому|ою|ею|их|ых)?$/u,
  organisations: NO_WORDS,
  given: {
    he: wordSet('vladimir sergei sergey yuri dmitry dmitri ivan alexei boris'),
    she: wordSet('olga tatiana natalia irina'),
  },
  nouns: { he: NO_WORDS, she: NO_WORDS, open: NO_WORDS },
  notSpeakers: NO_WORDS,
  called: { he: NO_WORDS, she: NO_WORDS },
  callsBefore: NO_WORDS,
  headEnds: NO_WORDS,
  roleEnds: NO_WORDS,
  roleJoins: NO_WORDS,
  roleCompounds: [],
  roleOver: [],
};
