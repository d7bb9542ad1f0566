/** Russian. */
import type { Language } from '../language.ts';
import { genders, listed, NONE, phrases } from '../lists.ts';
import { context } from './context.ts';
import { ru as cues } from './cues.ts';
import { people } from './people.ts';
import { ru as printed } from './printed.ts';
import { calendar, transcript } from './transcript.ts';

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
    toListener: NONE,
    answers: listed('ответить отвечать'),
    defines: NONE,
    nouns: NONE,
    nounsAfter: NONE,
    places: NONE,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({ he: 'он', she: 'она', they: 'они', i: 'я', we: 'мы', you: 'ты вы' }),
    gendered: genders({ he: 'он его ему', she: 'она её ее ей' }),
    prepositions: listed(`
    в во на с со к ко о об от до для из за по при у через между без после перед и или
  `),
    determiners: listed('этот эта его её'),
    oblique: listed('ему ей им нам мне'),
    definite: NONE,
    definiteGender: new Map(),
    possessives: NONE,
    relatives: listed('который которая которые что чтобы когда если где кто'),
    pronominal: listed('который'),
    complementizers: listed('что'),
    conjunctions: listed('и а но или что когда если'),
    and: listed('и'),
    or: listed('или'),
    sharing: NONE,
    complements: NONE,
    agent: NONE,
    givers: NONE,
    passive: listed('был была были'),
    conditional: listed('бы'),
    fillers: listed('также затем потом уже не никогда'),
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
    есть был была было были будет будут может могут должен должны хочу хочет знаю знает думаю
    считаю нужно надо
  `),
    persons: listed('я мы мне меня нам нас мой моя наш наша наши вы вам вас ваш ты тебе'),
    works: listed(`
    книга книге фильм фильме песня песни альбом газета газете журнал журнале роман партия
    партии программа проект компания компании группа банк
  `),
    sayings: listed('слова фраза фразу девиз'),
    labels: listed(`
    слово слова термин выражение называемый называемая называемые называемых называют под
    названием именем девиз лозунг
  `),
    labelsAfter: listed('означает'),
    determiners: listed('этот эта это эти тот та те'),
    reported: NONE,
    joins: listed('и или а но'),
    as: listed('как'),
    small: listed('и в на с не что для из'),
    pointsBack: /слов[оа]/u,
    sentence: null,
  },
  people,
  sense: {
    negations: listed('не ни нет никогда никто никого никому ничего ничто нельзя без нигде'),
    denyingEnds: [],
    denyingStarts: [],
    light: listed('ну вот так и это в на ну той та'),
    turns: listed('но однако если'),
    contractions: {},
    contractedEnds: {},
    numbers: [],
    tens: [],
  },
  context,
  abbreviations: phrases(`
    г, гг, в, вв, др, пр, т. е, т. д, т. п, им, ул, стр, руб, коп, млн, млрд, тыс, проф,
    акад, ст, см
  `),
  headings: {
    summary: phrases(`
    краткое содержание, краткое изложение, резюме, сводка, главное, коротко, аннотация
  `),
    participants: phrases(`
    участники, участники разговора, собеседники, присутствовали, действующие лица, стороны
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
    articles: NONE,
    disclosures: phrases('при содействии, при помощи, подготовлено с помощью'),
    disclosed: null,
    disclosureLabels: [],
    sourceLabels: ['источник'],
    noteLabels: ['примечание'],
    readersFor: ['для'],
  },
  frequent: { telling: listed('и в не на что он как это по из она был для от сказал'), common: NONE },
  printed,
  transcript,
  calendar,
} as const satisfies Language;
