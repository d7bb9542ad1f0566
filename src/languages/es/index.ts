/** Spanish. */
import type { Language } from '../language.ts';
import { genders, listed, NONE, phrases } from '../lists.ts';
import { context } from './context.ts';
import { es as cues } from './cues.ts';
import { people } from './people.ts';
import { es as printed } from './printed.ts';
import { calendar, transcript } from './transcript.ts';

/** All that the press knows about Spanish. */
export const es = {
  tag: 'es',
  name: 'Spanish',
  direction: 'ltr',
  marks: {
    id: 'spanish',
    pairs: [
      ['«', '»'],
      ['“', '”'],
      ['‘', '’'],
    ],
  },
  regions: {},
  noteBeforePunctuation: false,
  incise: null,
  cues,
  cueUses: {
    toListener: listed('preguntar'),
    answers: listed('responder contestar replicar'),
    defines: NONE,
    nouns: NONE,
    nounsAfter: NONE,
    places: NONE,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({ he: 'él', she: 'ella', they: 'ellos ellas', i: 'yo', we: 'nosotros', you: 'tú usted ustedes vosotros' }),
    gendered: genders({ he: 'él', she: 'ella' }),
    prepositions: listed(`
    de del a al con por para contra sobre bajo en entre hacia sin según tras desde ante como
    y o e
  `),
    determiners: listed('el la los las un una su sus este esta ese esa varios'),
    oblique: listed('le les lo me te se'),
    definite: listed('el la'),
    definiteGender: new Map(),
    possessives: listed('su sus mi'),
    relatives: listed('que quien quienes cuyo cuya donde cuando aunque porque si mientras'),
    pronominal: listed('que quien'),
    complementizers: listed('que'),
    conjunctions: listed('y e pero o ni que porque aunque cuando mientras'),
    and: listed('y e'),
    or: listed('o u'),
    sharing: NONE,
    complements: listed('de del'),
    agent: listed('por'),
    givers: NONE,
    passive: listed('fue fueron sido es son'),
    conditional: listed('diría podría'),
    fillers: listed(`
    ha han había habían también luego después ya no nunca le les se lo además
  `),
    cleft: NONE,
    participles: ['ando', 'endo'],
    absolute: null,
    adverbs: ['mente'],
    adjectives: [],
    aged: [],
    asides: [],
    writings: NONE,
    verbSecond: true,
    nounCapitals: false,
  },
  unspaced: null,
  kind: {
    finite: listed(`
    es son era eran será serán ha han había hay está están tiene tienen puede pueden debe
    deben fue fueron hemos quiero quiere
  `),
    persons: listed(`
    yo nosotros me nos mi mis nuestro nuestra nuestros nuestras usted ustedes tú te tu tus
  `),
    works: listed(`
    libro película novela canción álbum artículo periódico diario revista título obra
    programa proyecto
  `),
    sayings: listed('frase frases palabras lema expresión sentencia'),
    labels: listed(`
    palabra palabras término expresión llamado llamada llamados denominado denominada
    titulado titulada apodado lema nombre
  `),
    labelsAfter: listed('significa'),
    determiners: listed('un una el la los las lo este esta estos estas su sus del al'),
    reported: NONE,
    joins: listed('y e o u pero'),
    as: listed('como'),
    small: listed('el la los las del de y un una por para con en es'),
    pointsBack: /(?:la|las) (?:palabras?)/u,
    sentence: null,
  },
  people,
  sense: {
    negations: listed('no nunca jamás nada nadie ningún ninguno ninguna sin tampoco'),
    denyingEnds: [],
    denyingStarts: [],
    light: listed('el los las una unos unas eh pues bueno este y lo es que de'),
    turns: listed('pero sino salvo'),
    contractions: {},
    contractedEnds: {},
    numbers: [],
    tens: [],
  },
  context,
  abbreviations: phrases(`
    Sr, Sra, Srta, Sres, Dr, Dra, D, Dña, Ud, Uds, Vd, Vds, Lic, Ing, Gral, Cía, núm, pág,
    págs, art, etc
  `),
  headings: {
    summary: phrases('resumen, resumen ejecutivo, síntesis, en breve, puntos clave'),
    participants: phrases('participantes, interlocutores, intervinientes, asistentes, personas'),
    body: phrases('desarrollo, desglose detallado, relato detallado, qué se dijo'),
    context: phrases('contexto, antecedentes, trasfondo'),
    analysis: phrases('análisis, valoración, implicaciones, qué significa'),
    questions: phrases(`
    preguntas, preguntas planteadas, preguntas abiertas, cuestiones abiertas, interrogantes
  `),
    source: phrases('fuente, fuentes, referencias, referencia, bibliografía'),
    disclosure: phrases('divulgación, transparencia, aviso, sobre este informe'),
  },
  lines: {
    articles: listed('el los las la'),
    disclosures: phrases('con la ayuda de, con ayuda de, con asistencia de, con la asistencia de'),
    disclosed: null,
    disclosureLabels: [],
    sourceLabels: ['fuente', 'fuentes'],
    noteLabels: ['nota'],
    readersFor: ['para'],
  },
  frequent: {
    telling: listed('el los las de que una es por con para no del se su al'),
    common: listed(`
    a al aquí así como con de del desde el ella en entre era es esta está este esto fue ha
    hay hoy la las le lo los más me mi muy no nos nosotros o para pero por porque que qué se
    sin sobre son su sus también te tiene todo un una y ya yo
  `),
  },
  printed,
  transcript,
  calendar,
} as const satisfies Language;
