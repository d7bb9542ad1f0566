/** Italian: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { wordSet, NO_WORDS } from '../lists.ts';

/** Titles, addresses and parts of names in Italian; folded, lower case. */
export const itPeople: PersonWords = {
  titles: {
    he: wordSet('signor signore sig'),
    she: wordSet('signora signorina'),
    open: wordSet(`
    dott dottor dottoressa prof professoressa avv avvocato ing onorevole onorevoli sen
    senatore senatrice ministra sindaco sindaca presidentessa
  `),
  },
  addresses: wordSet('signor signore sig signora signorina dott prof'),
  articles: wordSet('il lo gli i la le'),
  bodyArticles: wordSet('gli'),
  bodyJoins: NO_WORDS,
  particles: { opens: NO_WORDS, follows: wordSet('di da del della dello dalla dei degli la') },
  declension: null,
  organisations: wordSet(`
    ministero consiglio comune governo partito banca universita societa associazione
    sindacato agenzia tribunale corte commissione istituto fondazione giornale
  `),
  given: {
    he: wordSet(`
    mario luigi giuseppe giovanni marco paolo luca matteo alessandro roberto francesco
    stefano antonio
  `),
    she: wordSet(`
    giulia francesca elena lucia chiara giovanna paola federica valentina alessandra
  `),
  },
  nouns: {
    he: wordSet('uomo ragazzo padre figlio fratello marito re prete'),
    she: wordSet('donna ragazza madre figlia sorella moglie regina'),
    open: wordSet(`
    portavoce amico amica collega vicino vicina bambino bambina insegnante medico avvocato
    avvocata capo cliente testimone giornalista
  `),
  },
  notSpeakers: wordSet(`
    altro altra altri lettera dichiarazione testo risposta domanda parola parole voce voci
    cosa fatto idea sguardo
  `),
  called: {
    he: wordSet('signore padre papà zio nonno'),
    she: wordSet('signora signorina madre mamma zia nonna'),
  },
  callsBefore: wordSet('caro cara no sì'),
  headEnds: wordSet('di del della con in a da per'),
  roleEnds: wordSet('di del della dello dei per presso'),
  roleJoins: wordSet('e'),
  roleCompounds: [],
  roleOver: ['ex'],
};
