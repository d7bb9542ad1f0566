/** Portuguese. */
import type { Language } from '../language.ts';
import { genders, listed, NONE, phrases } from '../lists.ts';
import { context } from './context.ts';
import { pt as cues } from './cues.ts';
import { people } from './people.ts';
import { pt as printed } from './printed.ts';
import { calendar, transcript } from './transcript.ts';

/** All that the press knows about Portuguese. */
export const pt = {
  tag: 'pt',
  name: 'Portuguese',
  direction: 'ltr',
  marks: {
    id: 'portuguese',
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
    toListener: listed('perguntar avisar informar'),
    answers: listed('responder replicar retorquir'),
    defines: listed('significar intitular'),
    nouns: NONE,
    nounsAfter: NONE,
    places: NONE,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({ he: 'ele', she: 'ela', they: 'eles elas', i: 'eu', we: 'nós', you: 'tu você vocês' }),
    gendered: genders({ he: 'ele dele', she: 'ela dela' }),
    prepositions: listed(`
    de do da dos das a ao à aos às com por pelo pela pelos pelas para contra sobre sob em no
    na nos nas num numa entre até desde sem segundo após ante durante como e ou
  `),
    determiners: listed(`
    o a os as um uma uns umas seu sua seus suas este esta esse essa aquele aquela vários
    várias
  `),
    oblique: listed('lhe lhes me te se'),
    definite: listed('o a'),
    definiteGender: new Map(),
    possessives: listed('seu sua seus suas meu minha nosso nossa'),
    relatives: listed('que quem cujo cuja onde quando embora porque se enquanto'),
    pronominal: listed('que quem'),
    complementizers: listed('que'),
    conjunctions: listed('e mas ou nem que porque quando enquanto embora se'),
    and: listed('e'),
    or: listed('ou'),
    sharing: listed('mas'),
    complements: listed('de do da dos das para'),
    agent: listed('por pelo pela pelos pelas'),
    givers: NONE,
    passive: listed('foi foram sido é são era'),
    conditional: listed('poderia poderiam deveria diria'),
    fillers: listed(`
    tem têm tinha tinham havia também depois então já ainda não nunca lhe lhes se me nos
    ontem hoje por sua vez
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
    é são era eram será serão foi foram está estão há tem têm temos tinha pode podem podemos
    deve devem devemos vai vão vamos quero quer queremos sei acho creio penso faz
  `),
    persons: listed(`
    eu nós me nos mim meu minha meus minhas nosso nossa nossos nossas vocês você vós tu te
    teu tua
  `),
    works: listed(`
    livro filme romance canção álbum artigo jornal revista título obra programa projeto
    projecto partido navio
  `),
    sayings: listed('frase frases palavras lema expressão'),
    labels: listed(`
    palavra palavras termo expressão chamado chamada chamados denominado denominada apelidado
    apelidada intitulado intitulada lema slogan nome
  `),
    labelsAfter: listed('significa'),
    determiners: listed(`
    o a os as um uma este esta esse essa aquele aquela seu sua do da no na ao à
  `),
    reported: NONE,
    joins: listed('e ou mas'),
    as: listed('como'),
    small: listed('não uma com para pelo ao'),
    pointsBack: /(?:a|as) (?:palavras?|frase|expressão)/u,
    sentence: null,
  },
  people,
  sense: {
    negations: listed('não nunca jamais nada ninguém nenhum nenhuma nem sem tampouco'),
    denyingEnds: [],
    denyingStarts: [],
    light: listed('o a os as um uma e é que de eh hã ah então pois bem bom né tipo assim'),
    turns: listed('mas porém contudo salvo exceto excepto'),
    contractions: {},
    contractedEnds: {},
    numbers: [],
    tens: [],
  },
  context,
  abbreviations: phrases(`
    Sr, Sra, Srs, Sras, Dr, Dra, Prof, Profa, Eng, Exmo, Exma, Dep, Sen, D, V. Exa, etc, pág,
    págs, art, arts, n, núm, av
  `),
  headings: {
    summary: phrases(`
    resumo, sumário executivo, síntese, em resumo, em síntese, pontos principais,
    pontos-chave
  `),
    participants: phrases('participantes, intervenientes, interlocutores, presentes, pessoas, quem falou'),
    body: phrases('desenvolvimento, relato detalhado, desenrolar, cronologia, o que foi dito'),
    context: phrases('contexto, antecedentes, enquadramento'),
    analysis: phrases('análise, avaliação, implicações, o que significa, conclusões'),
    questions: phrases(`
    perguntas, questões, perguntas em aberto, questões em aberto, questões levantadas
  `),
    source: phrases('fonte, fontes, referências, bibliografia, nota sobre as fontes'),
    disclosure: phrases('transparência, divulgação, advertência, aviso, como esta nota foi feita'),
  },
  lines: {
    articles: listed('o a os as'),
    disclosures: phrases(`
    com a ajuda de, com o auxílio de, com a assistência de, elaborado com, redigido com
  `),
    disclosed: null,
    disclosureLabels: phrases('divulgação, transparência'),
    sourceLabels: ['fonte', 'fontes'],
    noteLabels: ['nota'],
    readersFor: ['para'],
  },
  frequent: {
    telling: listed(`
    o os do da dos das que não uma para com em pelo pela ao foi são também mais
  `),
    common: listed(`
    a ao aos as até com como da das de do dos e é ela ele em entre era eu foi há isso já mais
    mas me meu muito na nas não nem no nos nós o os ou para pela pelo por que quem se sem ser
    seu são sua também tem um uma você
  `),
  },
  printed,
  transcript,
  calendar,
} as const satisfies Language;
