/** Polish: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { listed, NONE } from '../lists.ts';

export const people: PersonWords = {
  titles: { he: listed('pan'), she: listed('pani'), open: NONE },
  addresses: listed('pan pani'),
  articles: NONE,
  bodyArticles: NONE,
  bodyJoins: NONE,
  particles: { opens: NONE, follows: NONE },
  declension: null,
  organisations: NONE,
  given: { he: listed('pawel piotr andrzej'), she: listed('agnieszka ewa') },
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
