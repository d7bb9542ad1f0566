/** Russian. */
import type { Language } from '../language.ts';
import { genders, wordSet, NO_WORDS, phrases } from '../lists.ts';
import { ruContext } from './context.ts';
import { ruCues as cues } from './cues.ts';
import { ruPeople } from './people.ts';
import { ruPrinted as printed } from './printed.ts';
import { ruCalendar, ruTranscript } from './transcript.ts';

/** All that the press knows about Russian. */
export const ru = {
  tag: 'ru',
  name: 'Russian',
  direction: 'ltr',
  marks: {
    id: 'russian',
    pairs: [
      ['«', '»'],
      ['„', '“'],
    ],
  },
  regions: {},
  noteBeforePunctuation: false,
  incise: null,
  cues,
  cueUses: {
    toListener: NO_WORDS,
    answers: wordSet('ответить отвечать'),
    defines: NO_WORDS,
    nouns: NO_WORDS,
    nounsAfter: NO_WORDS,
    places: NO_WORDS,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({ he: 'он', she: 'она', they: 'они', i: 'я', we: 'мы', you: 'ты вы' }),
    gendered: genders({ he: 'он его ему', she: 'она её ее ей' }),
    prepositions: wordSet(`
    в во на с со к ко о об от до для из за по при у через между без после перед и или
  `),
    determiners: wordSet('этот эта его её'),
    oblique: wordSet('ему ей им нам мне'),
    definite: NO_WORDS,
    definiteGender: new Map(),
    possessives: NO_WORDS,
    relatives: wordSet('который которая которые что чтобы когда если где кто'),
    pronominal: wordSet('который'),
    complementizers: wordSet('что'),
    conjunctions: wordSet('и а но или что когда если'),
    and: wordSet('и'),
    or: wordSet('или'),
    sharing: NO_WORDS,
    complements: NO_WORDS,
    agent: NO_WORDS,
    givers: NO_WORDS,
    passive: wordSet('был была были'),
    conditional: wordSet('бы'),
    fillers: wordSet('также затем потом уже не никогда'),
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
    есть был была было были будет будут может могут должен должны хочу хочет знаю знает думаю
    считаю нужно надо
  `),
    persons: wordSet('я мы мне меня нам нас мой моя наш наша наши вы вам вас ваш ты тебе'),
    works: wordSet(`
    книга книге фильм фильме песня песни альбом газета газете журнал журнале роман партия
    партии программа проект компания компании группа банк
  `),
    sayings: wordSet('слова фраза фразу девиз'),
    labels: wordSet(`
    слово слова термин выражение называемый называемая называемые называемых называют под
    названием именем девиз лозунг
  `),
    boards: wordSet(`
      табличка табличке плакат плакате надпись вывеска вывеске транспарант
    `),
    entitled: wordSet(`
      названием заглавием
    `),
    labelsAfter: wordSet('означает'),
    determiners: wordSet('этот эта это эти тот та те'),
    reported: NO_WORDS,
    joins: wordSet('и или а но'),
    as: wordSet('как'),
    small: wordSet('и в на с не что для из'),
    pointsBack: /слов[оа]/u,
    sentence: null,
  },
  people: ruPeople,
  sense: {
    negations: wordSet('не ни нет никогда никто никого никому ничего ничто нельзя без нигде'),
    denyingEnds: [],
    denyingStarts: [],
    light: wordSet('ну вот так и это в на ну той та'),
    turns: wordSet('но однако если'),
    contractions: {},
    contractedEnds: {},
    numbers: [],
    tens: [],
  },
  context: ruContext,
  abbreviations: phrases(`
    г, гг, в, вв, др, пр, т. е, т. д, т. п, им, ул, стр, руб, коп, млн, млрд, тыс, проф,
    акад, ст, см
  `),
  headings: {
    summary: phrases(`
    краткое содержание, краткое изложение, резюме, сводка, главное, коротко, аннотация
  `),
    participants: phrases(`
    участники, участники разговора, собеседники, присутствовали, действующие лица, стороны,
    участник, лица, выступавшие, выступили, присутствуют
  `),
    body: phrases('подробно, ход разговора, подробный разбор, что было сказано'),
    context: phrases('контекст, справка, предыстория, фон'),
    analysis: phrases('анализ, оценка, разбор, что это значит, выводы'),
    questions: phrases(`
    вопросы, открытые вопросы, возникающие вопросы, нерешённые вопросы, оставшиеся вопросы
  `),
    source: phrases('источник, источники, ссылки, литература, библиография'),
    disclosure: phrases('раскрытие информации, примечание о подготовке, о подготовке материала'),
  },
  lines: {
    articles: NO_WORDS,
    disclosures: phrases('при содействии, при помощи, подготовлено с помощью'),
    disclosed: null,
    disclosureLabels: [],
    sourceLabels: ['источник'],
    subjectLabels: ['тема'],
    genres: phrases(`справка, отчёт, отчет, досье, черновик, записка`),
    chat: {
      opens: phrases(`конечно, разумеется, вот, ниже`),
      closes: phrases(
        `дайте знать, дай знать, хотите, хочешь, если хотите, если хочешь, могу также`,
      ),
    },
    page: {
      furniture: phrases(
        `перейти к содержанию, перейти к основному содержанию, реклама, поделиться, сохранить, печать, подписаться, войти, меню, поиск, главная, комментарии`,
      ),
      related: phrases(`читайте также, по теме, самое читаемое`),
    },
    letters: {
      from: phrases(`от`),
      heads: phrases(`отправлено, кому, копия, дата, тема, вложения`),
      wrote: phrases(`написал, написала, пишет`),
      parted: phrases(
        `исходное сообщение, пересылаемое сообщение, пересланное сообщение, начало переадресованного сообщения`,
      ),
      forwards: phrases(`fwd, пересылаемое, пересланное, переадресованного`),
      replies: phrases(`re, fwd, на`),
    },
    noteLabels: ['примечание'],
    readersFor: ['для'],
  },
  frequent: {
    telling: wordSet('и в не на что он как это по из она был для от сказал'),
    common: NO_WORDS,
  },
  printed,
  transcript: ruTranscript,
  calendar: ruCalendar,
} as const satisfies Language;
