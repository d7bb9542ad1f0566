/** Ukrainian. */
import type { Language } from '../language.ts';
import { genders, listed, NONE, phrases } from '../lists.ts';
import { context } from './context.ts';
import { uk as cues } from './cues.ts';
import { people } from './people.ts';
import { uk as printed } from './printed.ts';
import { calendar, transcript } from './transcript.ts';

/** All that the press knows about Ukrainian. */
export const uk = {
  tag: 'uk',
  name: 'Ukrainian',
  direction: 'ltr',
  marks: {
    id: 'ukrainian',
    pairs: [
      ['«', '»'],
      ['„', '“'],
      ['“', '”'],
    ],
  },
  regions: {},
  noteBeforePunctuation: false,
  incise: null,
  cues,
  cueUses: {
    toListener: NONE,
    answers: listed('відповісти відповідати'),
    defines: NONE,
    nouns: NONE,
    nounsAfter: NONE,
    places: NONE,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({ he: 'він', she: 'вона', they: 'вони', i: 'я', we: 'ми', you: 'ти ви' }),
    gendered: genders({ he: 'він його йому', she: 'вона її їй' }),
    prepositions: listed(`
    в у на з із зі до про від для за по при через між без після перед та і й або
  `),
    determiners: listed('этот эта его её'),
    oblique: listed('ему ей им нам мне'),
    definite: NONE,
    definiteGender: new Map(),
    possessives: NONE,
    relatives: listed('який яка які що щоб коли якщо де хто'),
    pronominal: listed('яка який'),
    complementizers: listed('що'),
    conjunctions: listed('і й та а але або що коли якщо'),
    and: listed('та і й'),
    or: listed('або'),
    sharing: NONE,
    complements: NONE,
    agent: NONE,
    givers: NONE,
    passive: listed('был была были'),
    conditional: listed('би'),
    fillers: listed('також потім вже не ніколи'),
    cleft: NONE,
    participles: [],
    absolute: null,
    adverbs: [],
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
    є був була було були буде будуть може можуть мусить повинен повинні хочу хоче знаю думаю
    вважаю треба потрібно
  `),
    persons: listed('я ми мені мене нам нас мій моя наш наша наші ви вам вас ваш ти тобі'),
    works: listed(`
    книга книзі фільм фільмі пісня альбом газета газеті журнал роман партія партії програма
    проєкт компанія група
  `),
    sayings: listed('слова фраза фразу гасло'),
    labels: listed('слово слова термін вислів званий звана звані так назвою девіз гасло'),
    labelsAfter: listed('означає'),
    determiners: listed('цей ця це ці той та те'),
    reported: NONE,
    joins: listed('і й та або але'),
    as: listed('як'),
    small: listed('і в на з не що для із'),
    pointsBack: /слов[оа]/u,
    sentence: null,
  },
  people,
  sense: {
    negations: listed('не ніколи ніхто нікого нічого немає ні нема без'),
    denyingEnds: [],
    denyingStarts: [],
    light: listed('ну ось от так і й та це цей ця в у на ж же то'),
    turns: listed('але якщо'),
    contractions: {},
    contractedEnds: {},
    numbers: [],
    tens: [],
  },
  context,
  abbreviations: phrases(`
    р, рр, ст, т. д, т. п, ін, ім, вул, стор, с, грн, коп, млн, млрд, тис, проф, акад, див
  `),
  headings: {
    summary: phrases('стислий виклад, короткий виклад, резюме, підсумок, головне, коротко, анотація'),
    participants: phrases('учасники, учасники розмови, співрозмовники, присутні, дійові особи, сторони'),
    body: phrases('докладно, перебіг розмови, детальний розбір, що було сказано'),
    context: phrases('контекст, довідка, передісторія, тло'),
    analysis: phrases('аналіз, оцінка, розбір, що це означає, висновки'),
    questions: phrases('питання, запитання, відкриті питання, порушені питання, питання, що виникають'),
    source: phrases('джерело, джерела, посилання, література, бібліографія'),
    disclosure: phrases('розкриття інформації, примітка про підготовку, про підготовку матеріалу'),
  },
  lines: {
    articles: NONE,
    disclosures: phrases('за сприяння, за допомогою, підготовлено за допомогою'),
    disclosed: null,
    disclosureLabels: [],
    sourceLabels: ['джерело'],
    noteLabels: ['примітка'],
    readersFor: ['для'],
  },
  frequent: { telling: listed('і в не на що він як це з та вона був для від сказав до'), common: NONE },
  printed,
  transcript,
  calendar,
} as const satisfies Language;
