/** Ukrainian: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { listed, NONE } from '../lists.ts';

/** Titles, addresses and parts of names in Ukrainian; folded, lower case. */
export const people: PersonWords = {
  titles: { he: NONE, she: NONE, open: NONE },
  addresses: NONE,
  articles: NONE,
  bodyArticles: NONE,
  bodyJoins: NONE,
  particles: { opens: NONE, follows: NONE },
  declension: /^(?:[аяоеуюиієь]|о[июм]|е[июм]|и[им]|ого|ему|ому|ою|ею|ові|еві|их)?$/u,
  organisations: NONE,
  given: { he: listed('volodymyr oleksandr mykola petro'), she: listed('oksana yulia') },
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
