/** Russian: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { listed, NONE } from '../lists.ts';

/** Titles, addresses and parts of names in Russian; folded, lower case. */
export const people: PersonWords = {
  titles: { he: listed('г'), she: NONE, open: NONE },
  addresses: listed('г'),
  articles: NONE,
  bodyArticles: NONE,
  bodyJoins: NONE,
  particles: { opens: NONE, follows: NONE },
  declension: /^(?:[аяоеуюыиь]|о[июм]|е[июм]|ы[им]|и[им]|ого|ему|ому|ою|ею|их|ых)?$/u,
  organisations: NONE,
  given: { he: listed('vladimir sergei sergey yuri dmitry dmitri ivan alexei boris'), she: listed('olga tatiana natalia irina') },
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
