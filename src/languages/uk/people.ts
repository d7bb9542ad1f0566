/** Ukrainian: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { wordSet, NO_WORDS } from '../lists.ts';

/** Titles, addresses and parts of names in Ukrainian; folded, lower case. */
export const ukPeople: PersonWords = {
  titles: { he: NO_WORDS, she: NO_WORDS, open: NO_WORDS },
  addresses: NO_WORDS,
  articles: NO_WORDS,
  bodyArticles: NO_WORDS,
  bodyJoins: NO_WORDS,
  particles: { opens: NO_WORDS, follows: NO_WORDS },
  declension: /^(?:[аяоеуюиієь]|о[июм]|е[июм]|и[им]|ого|ему|ому|ою|ею|ові|еві|их)?$/u,
  organisations: NO_WORDS,
  given: { he: wordSet('volodymyr oleksandr mykola petro'), she: wordSet('oksana yulia') },
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
