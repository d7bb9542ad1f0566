/** Chinese: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { NO_WORDS } from '../lists.ts';

/** Titles, addresses and parts of names in Chinese; folded, lower case. */
export const zhPeople: PersonWords = {
  titles: { he: NO_WORDS, she: NO_WORDS, open: NO_WORDS },
  addresses: NO_WORDS,
  articles: NO_WORDS,
  bodyArticles: NO_WORDS,
  bodyJoins: NO_WORDS,
  particles: { opens: NO_WORDS, follows: NO_WORDS },
  declension: null,
  organisations: NO_WORDS,
  given: { he: NO_WORDS, she: NO_WORDS },
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
