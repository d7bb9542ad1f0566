/** Spanish: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { wordSet, NO_WORDS } from '../lists.ts';

/** Titles, addresses and parts of names in Spanish; folded, lower case. */
export const esPeople: PersonWords = {
  titles: {
    he: wordSet('senor don sr'),
    she: wordSet('senora dona sra srta'),
    open: wordSet('presidente doctora profesor'),
  },
  addresses: wordSet('senor senora don dona sr sra srta'),
  articles: wordSet('el los las la'),
  bodyArticles: NO_WORDS,
  bodyJoins: NO_WORDS,
  particles: { opens: wordSet('de'), follows: wordSet('del') },
  declension: null,
  organisations: NO_WORDS,
  given: {
    he: wordSet(`
    jose carlos luis antonio manuel francisco pedro juan miguel javier fernando rafael pablo
    sergio alberto jorge alejandro ramon enrique diego andres felipe ignacio alvaro santiago
    joaquin mariano
  `),
    she: wordSet(`
    carmen rosa isabel lucia maria teresa ana pilar dolores cristina laura
    marta elena mercedes beatriz raquel sofia alicia ines irene gabriela silvia veronica
    yolanda consuelo
  `),
  },
  nouns: { he: NO_WORDS, she: NO_WORDS, open: NO_WORDS },
  notSpeakers: NO_WORDS,
  called: { he: NO_WORDS, she: NO_WORDS },
  callsBefore: NO_WORDS,
  headEnds: wordSet('de'),
  roleEnds: wordSet('de'),
  roleJoins: wordSet('y'),
  roleCompounds: [],
  roleOver: ['ex'],
};
