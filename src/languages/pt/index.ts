/** Portuguese. */
import type { Language } from '../language.ts';
import { genders, wordSet, NO_WORDS, phrases } from '../lists.ts';
import { ptContext } from './context.ts';
import { ptCues as cues } from './cues.ts';
import { ptPeople } from './people.ts';
import { ptPrinted as printed } from './printed.ts';
import { ptCalendar, ptTranscript } from './transcript.ts';

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
    toListener: wordSet('perguntar avisar informar'),
    answers: wordSet('responder replicar retorquir'),
    defines: wordSet('significar intitular'),
    nouns: NO_WORDS,
    nounsAfter: NO_WORDS,
    places: NO_WORDS,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({
      he: 'ele',
      she: 'ela',
      they: 'eles elas',
      i: 'eu',
      we: 'nós',
      you: 'tu você vocês',
    }),
    gendered: genders({ he: 'ele dele', she: 'ela dela' }),
    prepositions: wordSet(`
    de do da dos das a ao à aos às com por pelo pela pelos pelas para contra sobre sob em no
    na nos nas num numa entre até desde sem segundo após ante durante como e ou
  `),
    determiners: wordSet(`
    o a os as um uma uns umas seu sua seus suas este esta esse essa aquele aquela vários
    várias
  `),
    oblique: wordSet('lhe lhes me te se'),
    definite: wordSet('o a'),
    definiteGender: new Map(),
    possessives: wordSet('seu sua seus suas meu minha nosso nossa'),
    relatives: wordSet('que quem cujo cuja onde quando embora porque se enquanto'),
    pronominal: wordSet('que quem'),
    complementizers: wordSet('que'),
    conjunctions: wordSet('e mas ou nem que porque quando enquanto embora se'),
    and: wordSet('e'),
    or: wordSet('ou'),
    sharing: wordSet('mas'),
    complements: wordSet('de do da dos das para'),
    agent: wordSet('por pelo pela pelos pelas'),
    givers: NO_WORDS,
    passive: wordSet('foi foram sido é são era'),
    conditional: wordSet('poderia poderiam deveria diria'),
    fillers: wordSet(`
    tem têm tinha tinham havia também depois então já ainda não nunca lhe lhes se me nos
    ontem hoje por sua vez
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
    é são era eram será serão foi foram está estão há tem têm temos tinha pode podem podemos
    deve devem devemos vai vão vamos quero quer queremos sei acho creio penso faz
  `),
    persons: wordSet(`
    eu nós me nos mim meu minha meus minhas nosso nossa nossos nossas vocês você vós tu te
    teu tua
  `),
    works: wordSet(`
    livro filme romance canção álbum artigo jornal revista título obra programa projeto
    projecto partido navio
  `),
    sayings: wordSet('frase frases palavras lema expressão'),
    labels: wordSet(`
    palavra palavras termo expressão chamado chamada chamados denominado denominada apelidado
    apelidada intitulado intitulada lema slogan nome
  `),
    boards: wordSet(`
      placa placas cartaz cartazes faixa faixas letreiro inscrição adesivo
    `),
    entitled: wordSet(`
      intitulado intitulada título
    `),
    labelsAfter: wordSet('significa'),
    determiners: wordSet(`
    o a os as um uma este esta esse essa aquele aquela seu sua do da no na ao à
  `),
    reported: NO_WORDS,
    joins: wordSet('e ou mas'),
    as: wordSet('como'),
    small: wordSet('não uma com para pelo ao'),
    pointsBack: /(?:a|as) (?:palavras?|frase|expressão)/u,
    sentence: null,
  },
  people: ptPeople,
  sense: {
    negations: wordSet('não nunca jamais nada ninguém nenhum nenhuma nem sem tampouco'),
    denyingEnds: [],
    denyingStarts: [],
    light: wordSet('o a os as um uma e é que de eh hã ah então pois bem bom né tipo assim'),
    turns: wordSet('mas porém contudo salvo exceto excepto'),
    contractions: {},
    contractedEnds: {},
    numbers: [
      ...wordSet(
        `zero 1 dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte`,
      ),
    ],
    tens: [...wordSet(`vinte trinta quarenta cinquenta sessenta setenta oitenta noventa`)],
  },
  context: ptContext,
  abbreviations: phrases(`
    Sr, Sra, Srs, Sras, Dr, Dra, Prof, Profa, Eng, Exmo, Exma, Dep, Sen, D, V. Exa, etc, pág,
    págs, art, arts, n, núm, av
  `),
  headings: {
    summary: phrases(`
    resumo, sumário executivo, síntese, em resumo, em síntese, pontos principais,
    pontos-chave
  `),
    participants: phrases(
      'participantes, intervenientes, interlocutores, presentes, pessoas, quem falou, pessoa, participante, oradores, intervenções',
    ),
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
    articles: wordSet('o a os as'),
    disclosures: phrases(`
    com a ajuda de, com o auxílio de, com a assistência de, elaborado com, redigido com
  `),
    disclosed: null,
    disclosureLabels: phrases('divulgação, transparência'),
    sourceLabels: ['fonte', 'fontes'],
    subjectLabels: ['assunto'],
    genres: phrases(`relatório, dossiê, memorando, rascunho, nota informativa`),
    chat: {
      opens: phrases(`claro, com certeza, certamente, aqui está, aqui estão, segue`),
      closes: phrases(
        `avise-me, me avise, diga-me, gostaria que, quer que, se quiser, se desejar, posso também`,
      ),
    },
    page: {
      furniture: phrases(
        `ir para o conteúdo, pular para o conteúdo, publicidade, partilhar, compartilhar, guardar, salvar, imprimir, assine, entrar, iniciar sessão, newsletter, menu, pesquisar, buscar, início, comentários`,
      ),
      related: phrases(`leia também, artigos relacionados, mais lidas, veja também`),
    },
    letters: {
      from: phrases(`de`),
      heads: phrases(`enviado, enviada em, para, cc, cco, data, responder a, anexos, assunto`),
      wrote: phrases(`escreveu`),
      parted: phrases(`mensagem original, mensagem encaminhada, início da mensagem encaminhada`),
      forwards: phrases(`enc, encaminhada`),
      replies: phrases(`re, enc, res`),
    },
    noteLabels: ['nota'],
    readersFor: ['para'],
  },
  frequent: {
    telling: wordSet(`
    o os do da dos das que não uma para com em pelo pela ao foi são também mais
  `),
    common: wordSet(`
    a ao aos as até com como da das de do dos e é ela ele em entre era eu foi há isso já mais
    mas me meu muito na nas não nem no nos nós o os ou para pela pelo por que quem se sem ser
    seu são sua também tem um uma você
  `),
  },
  printed,
  transcript: ptTranscript,
  calendar: ptCalendar,
} as const satisfies Language;
