/** Spanish. */
import type { Language } from '../language.ts';
import { genders, wordSet, NO_WORDS, phrases } from '../lists.ts';
import { esContext } from './context.ts';
import { esCues as cues } from './cues.ts';
import { esPeople } from './people.ts';
import { esPrinted as printed } from './printed.ts';
import { esCalendar, esTranscript } from './transcript.ts';

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
    toListener: wordSet('preguntar'),
    answers: wordSet('responder contestar replicar'),
    defines: NO_WORDS,
    nouns: NO_WORDS,
    nounsAfter: NO_WORDS,
    places: NO_WORDS,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({
      he: 'él',
      she: 'ella',
      they: 'ellos ellas',
      i: 'yo',
      we: 'nosotros',
      you: 'tú usted ustedes vosotros',
    }),
    gendered: genders({ he: 'él', she: 'ella' }),
    prepositions: wordSet(`
    de del a al con por para contra sobre bajo en entre hacia sin según tras desde ante como
    y o e
  `),
    determiners: wordSet('el la los las un una su sus este esta ese esa varios'),
    oblique: wordSet('le les lo me te se'),
    definite: wordSet('el la'),
    definiteGender: new Map(),
    possessives: wordSet('su sus mi'),
    relatives: wordSet('que quien quienes cuyo cuya donde cuando aunque porque si mientras'),
    pronominal: wordSet('que quien'),
    complementizers: wordSet('que'),
    conjunctions: wordSet('y e pero o ni que porque aunque cuando mientras'),
    and: wordSet('y e'),
    or: wordSet('o u'),
    sharing: NO_WORDS,
    complements: wordSet('de del'),
    agent: wordSet('por'),
    givers: NO_WORDS,
    passive: wordSet('fue fueron sido es son'),
    conditional: wordSet('diría podría'),
    fillers: wordSet(`
    ha han había habían también luego después ya no nunca le les se lo además
  `),
    cleft: NO_WORDS,
    participles: ['ando', 'endo'],
    absolute: null,
    adverbs: ['mente'],
    adjectives: [],
    aged: [],
    asides: [],
    writings: NO_WORDS,
    verbSecond: true,
    subjectDropped: true,
    nounCapitals: false,
  },
  unspaced: null,
  kind: {
    finite: wordSet(`
    es son era eran será serán ha han había hay está están tiene tienen puede pueden debe
    deben fue fueron hemos quiero quiere
  `),
    persons: wordSet(`
    yo nosotros me nos mi mis nuestro nuestra nuestros nuestras usted ustedes tú te tu tus
  `),
    works: wordSet(`
    libro película novela canción álbum artículo periódico diario revista título obra
    programa proyecto
  `),
    sayings: wordSet('frase frases palabras lema expresión sentencia'),
    labels: wordSet(`
    palabra palabras término expresión llamado llamada llamados denominado denominada
    titulado titulada apodado lema nombre
  `),
    boards: wordSet(`
      cartel carteles letrero letreros pancarta pancartas placa rótulo inscripción pintada pegatina
    `),
    entitled: wordSet(`
      titulado titulada titulados título
    `),
    labelsAfter: wordSet('significa'),
    determiners: wordSet('un una el la los las lo este esta estos estas su sus del al'),
    reported: NO_WORDS,
    joins: wordSet('y e o u pero'),
    as: wordSet('como'),
    small: wordSet('el la los las del de y un una por para con en es'),
    pointsBack: /(?:la|las) (?:palabras?)/u,
    sentence: null,
  },
  people: esPeople,
  sense: {
    negations: wordSet('no nunca jamás nada nadie ningún ninguno ninguna sin tampoco ni apenas'),
    denyingEnds: [],
    denyingStarts: [],
    light: wordSet('el los las una unos unas eh pues bueno este y lo es que de'),
    turns: wordSet('pero sino salvo'),
    contractions: {},
    contractedEnds: {},
    numbers: [
      ...wordSet(
        `cero 1 dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte`,
      ),
    ],
    tens: [...wordSet(`veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa`)],
  },
  context: esContext,
  abbreviations: phrases(`
    Sr, Sra, Srta, Sres, Dr, Dra, D, Dña, Ud, Uds, Vd, Vds, Lic, Ing, Gral, Cía, núm, pág,
    págs, art, etc
  `),
  headings: {
    summary: phrases('resumen, resumen ejecutivo, síntesis, en breve, puntos clave'),
    participants: phrases(
      'participantes, interlocutores, intervinientes, asistentes, personas, persona, participante, presentes, ponentes, oradores, intervinieron, intervienen',
    ),
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
    articles: wordSet('el los las la'),
    disclosures: phrases('con la ayuda de, con ayuda de, con asistencia de, con la asistencia de'),
    disclosed:
      /^(?:este (?:resumen|informe|documento|texto)|esta (?:síntesis|nota)) (?:fue|ha sido) (?:redactad|generad|elaborad|cread|producid)[oa] (?:por|con)(?: una?)? ?(?:ia|inteligencia artificial|chatgpt|claude|gemini|copilot)\b/u,
    disclosureLabels: [],
    sourceLabels: ['fuente', 'fuentes'],
    subjectLabels: ['asunto'],
    genres: phrases(
      `informe, dosier, dossier, memorando, borrador, nota informativa, informe de pruebas`,
    ),
    chat: {
      opens: phrases(
        `claro, por supuesto, desde luego, con gusto, aquí tienes, aquí tiene, aquí está, a continuación`,
      ),
      closes: phrases(
        `avísame, avíseme, dime si, ¿quieres, ¿quiere, ¿te gustaría, ¿le gustaría, si quieres, si lo desea, si deseas, no dudes, también puedo`,
      ),
    },
    page: {
      furniture: phrases(
        `saltar al contenido, ir al contenido, ir al contenido principal, publicidad, compartir, guardar, imprimir, suscríbete, suscribirse, iniciar sesión, regístrate, boletín, menú, buscar, inicio, comentarios, volver arriba, aceptar todo, escuchar`,
      ),
      related: phrases(
        `artículos relacionados, noticias relacionadas, lo más leído, más información, te puede interesar, lee también, ver más`,
      ),
    },
    letters: {
      from: phrases(`de`),
      heads: phrases(`enviado, enviado el, para, cc, cco, fecha, responder a, adjuntos, asunto`),
      wrote: phrases(`escribió`),
      parted: phrases(`mensaje original, mensaje reenviado, inicio del mensaje reenviado`),
      forwards: phrases(`rv, reenv, reenviado`),
      replies: phrases(`re, rv, reenv`),
    },
    noteLabels: ['nota'],
    readersFor: ['para'],
  },
  frequent: {
    telling: wordSet('el los las de que una es por con para no del se su al'),
    common: wordSet(`
    a al aquí así como con de del desde el ella en entre era es esta está este esto fue ha
    hay hoy la las le lo los más me mi muy no nos nosotros o para pero por porque que qué se
    sin sobre son su sus también te tiene todo un una y ya yo
  `),
  },
  printed,
  transcript: esTranscript,
  calendar: esCalendar,
} as const satisfies Language;
