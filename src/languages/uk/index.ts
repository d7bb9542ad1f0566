/** Ukrainian. */
import type { Language } from '../language.ts';
import { genders, wordSet, NO_WORDS, phrases } from '../lists.ts';
import { ukContext } from './context.ts';
import { ukCues as cues } from './cues.ts';
import { ukPeople } from './people.ts';
import { ukPrinted as printed } from './printed.ts';
import { ukCalendar, ukTranscript } from './transcript.ts';

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
    toListener: NO_WORDS,
    answers: wordSet('відповісти відповідати'),
    defines: NO_WORDS,
    nouns: NO_WORDS,
    nounsAfter: NO_WORDS,
    places: NO_WORDS,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({ he: 'він', she: 'вона', they: 'вони', i: 'я', we: 'ми', you: 'ти ви' }),
    gendered: genders({ he: 'він його йому', she: 'вона її їй' }),
    prepositions: wordSet(`
    в у на з із зі до про від для за по при через між без після перед та і й або
  `),
    determiners: wordSet('этот эта его её'),
    oblique: wordSet('ему ей им нам мне'),
    definite: NO_WORDS,
    definiteGender: new Map(),
    possessives: NO_WORDS,
    relatives: wordSet('який яка які що щоб коли якщо де хто'),
    pronominal: wordSet('яка який'),
    complementizers: wordSet('що'),
    conjunctions: wordSet('і й та а але або що коли якщо'),
    and: wordSet('та і й'),
    or: wordSet('або'),
    sharing: NO_WORDS,
    complements: NO_WORDS,
    agent: NO_WORDS,
    givers: NO_WORDS,
    passive: wordSet('был была были'),
    conditional: wordSet('би'),
    fillers: wordSet('також потім вже не ніколи'),
    cleft: NO_WORDS,
    participles: [],
    absolute: null,
    adverbs: [],
    adjectives: [],
    aged: [],
    asides: [],
    writings: NO_WORDS,
    verbSecond: true,
    subjectDropped: false,
    nounCapitals: false,
  },
  unspaced: null,
  kind: {
    finite: wordSet(`
    є був була було були буде будуть може можуть мусить повинен повинні хочу хоче знаю думаю
    вважаю треба потрібно
  `),
    persons: wordSet('я ми мені мене нам нас мій моя наш наша наші ви вам вас ваш ти тобі'),
    works: wordSet(`
    книга книзі фільм фільмі пісня альбом газета газеті журнал роман партія партії програма
    проєкт компанія група
  `),
    sayings: wordSet('слова фраза фразу гасло'),
    labels: wordSet('слово слова термін вислів званий звана звані так назвою девіз гасло'),
    boards: wordSet(`
      табличка табличці плакат плакаті напис вивіска вивісці транспарант
    `),
    entitled: wordSet(`
      назвою заголовком
    `),
    labelsAfter: wordSet('означає'),
    determiners: wordSet('цей ця це ці той та те'),
    reported: NO_WORDS,
    joins: wordSet('і й та або але'),
    as: wordSet('як'),
    small: wordSet('і в на з не що для із'),
    pointsBack: /слов[оа]/u,
    sentence: null,
  },
  people: ukPeople,
  sense: {
    negations: wordSet('не ніколи ніхто нікого нічого немає ні нема без'),
    denyingEnds: [],
    denyingStarts: [],
    light: wordSet('ну ось от так і й та це цей ця в у на ж же то'),
    turns: wordSet('але якщо'),
    contractions: {},
    contractedEnds: {},
    numbers: [],
    tens: [],
  },
  context: ukContext,
  abbreviations: phrases(`
    р, рр, ст, т. д, т. п, ін, ім, вул, стор, с, грн, коп, млн, млрд, тис, проф, акад, див
  `),
  headings: {
    summary: phrases(
      'стислий виклад, короткий виклад, резюме, підсумок, головне, коротко, анотація',
    ),
    participants: phrases(
      'учасники, учасники розмови, співрозмовники, присутні, дійові особи, сторони, учасник, особи, промовці, виступили',
    ),
    body: phrases('докладно, перебіг розмови, детальний розбір, що було сказано'),
    context: phrases('контекст, довідка, передісторія, тло'),
    analysis: phrases('аналіз, оцінка, розбір, що це означає, висновки'),
    questions: phrases(
      'питання, запитання, відкриті питання, порушені питання, питання, що виникають',
    ),
    source: phrases('джерело, джерела, посилання, література, бібліографія'),
    disclosure: phrases('розкриття інформації, примітка про підготовку, про підготовку матеріалу'),
  },
  lines: {
    articles: NO_WORDS,
    disclosures: phrases('за сприяння, за допомогою, підготовлено за допомогою'),
    disclosed: null,
    disclosureLabels: [],
    sourceLabels: ['джерело'],
    subjectLabels: ['тема'],
    genres: phrases(`довідка, звіт, досьє, чернетка, записка`),
    chat: {
      opens: phrases(`звичайно, звісно, ось, нижче`),
      closes: phrases(`дайте знати, дай знати, хочете, хочеш, якщо хочете, якщо хочеш, можу також`),
    },
    page: {
      furniture: phrases(
        `перейти до вмісту, реклама, поділитися, зберегти, друк, підписатися, увійти, меню, пошук, головна, коментарі`,
      ),
      related: phrases(`читайте також, за темою`),
    },
    letters: {
      from: phrases(`від`),
      heads: phrases(`надіслано, кому, копія, дата, тема, вкладення`),
      wrote: phrases(`написав, написала, пише`),
      parted: phrases(`вихідне повідомлення, переслане повідомлення`),
      forwards: phrases(`fwd, переслане`),
      replies: phrases(`re, fwd`),
    },
    noteLabels: ['примітка'],
    readersFor: ['для'],
  },
  frequent: {
    telling: wordSet('і в не на що він як це з та вона був для від сказав до'),
    common: NO_WORDS,
  },
  printed,
  transcript: ukTranscript,
  calendar: ukCalendar,
} as const satisfies Language;
