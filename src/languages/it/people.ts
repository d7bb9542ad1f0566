/** Italian: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { listed, NONE } from '../lists.ts';

export const people: PersonWords = {
  titles: { he: listed('signor'), she: listed('signora'), open: NONE },
  addresses: listed('signor signora'),
  articles: listed('il lo gli i la le'),
  bodyArticles: NONE,
  bodyJoins: NONE,
  particles: { opens: NONE, follows: listed('di da del della la') },
  declension: null,
  organisations: NONE,
  given: { he: listed('mario luigi giuseppe giovanni marco'), she: listed('giulia francesca elena lucia') },
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
