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
    abel adolfo adrian agustin aitor alberto alejandro alfonso alfredo alonso alvaro amadeo
    andres anselmo antonino antonio arturo augusto aurelio baltasar bartolome benito bernardo
    bruno camilo carlos cesar claudio cristobal damian daniel dario david diego domingo edmundo
    eduardo eladio elias emilio enrique ernesto esteban eugenio eusebio ezequiel fabian facundo
    federico felipe felix fermin fernando fidel francisco gerardo german gonzalo gregorio
    guillermo gustavo hector hernan horacio hugo ignacio inigo ismael ivan jacinto jaime javier
    jeronimo jesus joan joaquin jordi jorge jose josep juan julian julio leandro leonardo
    leopoldo lorenzo lucas luis manuel marcelino marcelo marcos mariano martin mateo matias
    mauricio maximo melchor miguel nestor nicolas octavio oscar pablo pascual patricio paulino
    pedro placido rafael ramon raul ricardo roberto rodolfo rodrigo rogelio roman ruben samuel
    santiago saul sebastian sergio teodoro teofilo tomas ulises valentin vicente victor xavier
  `),
    she: wordSet(`
    adela adriana agueda agustina alejandra alicia almudena amalia amparo ana angela angelica
    antonia araceli asuncion barbara beatriz begona belen berta blanca camila carla carlota
    carmen carolina catalina cecilia celia clara claudia concepcion conchita consuelo cristina
    daniela delia diana dolores elena elisa eloisa elvira emilia emma encarnacion estefania
    estela ester esther eugenia eulalia eva fatima fernanda florencia francisca gabriela
    graciela guadalupe herminia ines inmaculada irene isabel isabella jimena josefa josefina
    juana julia juliana laura leonor leticia lidia lola lorena lourdes lucia luciana luisa
    magdalena manuela marcela margarita maria mariana marisa marta martina matilde mercedes
    micaela miriam monica montserrat natalia nuria olga paloma patricia paula paulina pilar
    raquel rocio rosa rosalia ruth sara silvia sofia susana tatiana teresa valentina valeria
    veronica virginia viviana ximena yolanda zulema
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
