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
    adolfo agustin aitor alberto alejandro alonso alvaro amadeo
    andres anselmo antonio baltasar bartolome benito     camilo carlos cesar cristobal diego domingo edmundo
    eduardo eladio elias enrique esteban eusebio ezequiel facundo
    felipe fermin fernando fidel francisco gerardo german gonzalo gregorio
    guillermo gustavo hernan horacio ignacio inigo ismael jacinto jaime javier
    jeronimo jesus joaquin jordi jorge jose josep juan julio leandro leonardo
    leopoldo lucas luis manuel marcelino marcelo marcos mariano mateo matias
    mauricio maximo melchor miguel nestor octavio pablo pascual patricio paulino
    pedro placido rafael ramon raul ricardo rodolfo rodrigo rogelio ruben     santiago saul sergio teodoro teofilo tomas ulises vicente   `),
    she: wordSet(`
    adela agueda agustina alejandra alicia almudena amalia amparo ana     araceli asuncion beatriz begona belen berta blanca camila carlota
    carmen catalina concepcion conchita consuelo cristina
    dolores elena eloisa encarnacion estefania
    estela ester eulalia fernanda florencia francisca gabriela
    graciela guadalupe herminia ines inmaculada irene isabel jimena josefa josefina
    juana juliana laura leonor leticia lorena lourdes lucia     marcela margarita maria mariana marta mercedes
    micaela montserrat nuria paloma pilar
    raquel rocio rosa rosalia silvia sofia susana tatiana teresa valeria
    veronica ximena yolanda zulema
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
