/** Spanish: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { listed, NONE } from '../lists.ts';

/** Titles, addresses and parts of names in Spanish; folded, lower case. */
export const people: PersonWords = {
  titles: { he: listed('senor don sr'), she: listed('senora dona sra srta'), open: listed('presidente doctora profesor') },
  addresses: listed('senor senora don dona sr sra srta'),
  articles: listed('el los las la'),
  bodyArticles: NONE,
  bodyJoins: NONE,
  particles: { opens: listed('de'), follows: listed('del') },
  declension: null,
  organisations: NONE,
  given: {
    he: listed(`
    jose carlos luis antonio manuel francisco pedro juan miguel javier fernando rafael pablo
    sergio alberto jorge alejandro ramon enrique diego andres felipe ignacio alvaro santiago
    joaquin mariano
  `),
    she: listed(`
    carmen rosa isabel lucia maria teresa ana pilar dolores cristina laura
    marta elena mercedes beatriz raquel sofia alicia ines irene gabriela silvia veronica
    yolanda consuelo
  `),
  },
  nouns: { he: NONE, she: NONE, open: NONE },
  notSpeakers: NONE,
  called: { he: NONE, she: NONE },
  callsBefore: NONE,
  headEnds: listed('de'),
  roleEnds: listed('de'),
  roleJoins: listed('y'),
  roleCompounds: [],
  roleOver: ['ex'],
};
