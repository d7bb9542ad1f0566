/** Italian: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { listed, NONE } from '../lists.ts';

/** Titles, addresses and parts of names in Italian; folded, lower case. */
export const people: PersonWords = {
  titles: {
    he: listed('signor signore sig'),
    she: listed('signora signorina'),
    open: listed(`
    dott dottor dottoressa prof professoressa avv avvocato ing onorevole onorevoli sen
    senatore senatrice ministra sindaco sindaca presidentessa
  `),
  },
  addresses: listed('signor signore sig signora signorina dott prof'),
  articles: listed('il lo gli i la le'),
  bodyArticles: listed('gli'),
  bodyJoins: NONE,
  particles: { opens: NONE, follows: listed('di da del della dello dalla dei degli la') },
  declension: null,
  organisations: listed(`
    ministero consiglio comune governo partito banca universita societa associazione
    sindacato agenzia tribunale corte commissione istituto fondazione giornale
  `),
  given: {
    he: listed(`
    mario luigi giuseppe giovanni marco paolo luca matteo alessandro roberto francesco
    stefano antonio
  `),
    she: listed(`
    giulia francesca elena lucia chiara giovanna paola federica valentina alessandra
  `),
  },
  nouns: {
    he: listed('uomo ragazzo padre figlio fratello marito re prete'),
    she: listed('donna ragazza madre figlia sorella moglie regina'),
    open: listed(`
    portavoce amico amica collega vicino vicina bambino bambina insegnante medico avvocato
    avvocata capo cliente testimone giornalista
  `),
  },
  notSpeakers: listed(`
    altro altra altri lettera dichiarazione testo risposta domanda parola parole voce voci
    cosa fatto idea sguardo
  `),
  called: { he: listed('signore padre papà zio nonno'), she: listed('signora signorina madre mamma zia nonna') },
  callsBefore: listed('caro cara no sì'),
  headEnds: listed('di del della con in a da per'),
  roleEnds: listed('di del della dello dei per presso'),
  roleJoins: listed('e'),
  roleCompounds: [],
  roleOver: ['ex'],
};
