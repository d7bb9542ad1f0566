/** Japanese: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { NONE } from '../lists.ts';

/** Titles, addresses and parts of names in Japanese; folded, lower case. */
export const people: PersonWords = {
  titles: { he: NONE, she: NONE, open: NONE },
  addresses: NONE,
  articles: NONE,
  bodyArticles: NONE,
  bodyJoins: NONE,
  particles: { opens: NONE, follows: NONE },
  declension: null,
  organisations: NONE,
  given: { he: NONE, she: NONE },
  nouns: { he: NONE, she: NONE, open: NONE },
  notSpeakers: NONE,
  called: { he: NONE, she: NONE },
  callsBefore: NONE,
  headEnds: NONE,
  roleEnds: NONE,
  roleJoins: NONE,
  roleCompounds: [],
  roleOver: [],
};
