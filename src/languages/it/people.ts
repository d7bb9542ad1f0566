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
    adriano alberto aldo alessandro alessio alfonso alfredo amedeo angelo antonino antonio
    armando arturo attilio augusto aurelio beppe bernardo bruno carlo carmelo cesare ciro
    claudio corrado cosimo cristiano damiano daniele dario davide diego dino domenico donato
    edoardo egidio elio emanuele emiliano emilio ennio enrico enzo ernesto ettore eugenio ezio
    fabio fabrizio fausto federico ferdinando filippo flavio francesco gaetano giacomo giancarlo
    gianfranco gianluca gianni gino giorgio giovanni giuliano giulio giuseppe guglielmo guido
    ignazio ivano lamberto lorenzo luca luciano lucio ludovico luigi marcello marco mariano
    mario massimiliano massimo matteo maurizio mauro michele mirko nello nicolo nino osvaldo
    ottavio paolo pasquale patrizio pierluigi piero pietro raffaele renato renzo riccardo
    rinaldo roberto rocco ruggero salvatore samuele sandro saverio sergio silvano silvio simone
    stefano tommaso tullio ubaldo ugo umberto valentino valerio vincenzo vito vittorio walter
  `),
    she: wordSet(`
    ada adele adriana agata agnese alessandra alessia alice amelia angela angelica anita anna
    annalisa annamaria antonella antonia arianna assunta barbara beatrice benedetta bianca bruna
    camilla carla carlotta carmela carolina caterina cecilia chiara cinzia clara claudia
    cristina daniela debora diana domenica donatella dora edda elda elena eleonora elisa
    elisabetta emanuela emilia emma enrica eva fabiana fabiola federica filomena fiorella flavia
    franca francesca gabriella gaia gemma gina ginevra giorgia giovanna giulia giuliana
    giuseppina grazia graziella ida ilaria immacolata iolanda irene isabella ivana laura lavinia
    letizia lia lidia liliana lina livia loredana lorella lorenza lucia luciana luisa maddalena
    manuela mara marcella margherita mariangela marisa marta martina matilde maura michela
    mirella miriam monica nadia natalia nicoletta nora olga ornella paola patrizia raffaella
    renata rita roberta rosa rosalba rosanna rosaria rossella sabrina sara serena silvana silvia
    simonetta sofia sonia stefania susanna teresa tina tiziana valentina vanessa vera veronica
    virginia vittoria viviana
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
