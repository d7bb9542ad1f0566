/** Polish. */
import type { Language } from '../language.ts';
import { genders, listed, NONE, phrases } from '../lists.ts';
import { context } from './context.ts';
import { pl as cues } from './cues.ts';
import { people } from './people.ts';
import { pl as printed } from './printed.ts';
import { calendar, transcript } from './transcript.ts';

/** All that the press knows about Polish. */
export const pl = {
  tag: 'pl',
  name: 'Polish',
  direction: 'ltr',
  marks: {
    id: 'polish',
    pairs: [
      ['„', '”'],
      ['«', '»'],
      ['‚', '’'],
    ],
  },
  regions: {},
  noteBeforePunctuation: false,
  incise: null,
  cues,
  cueUses: {
    toListener: listed('zapytać poprosić ostrzec'),
    answers: listed('odpowiedzieć'),
    defines: listed('tytuł oznaczać'),
    nouns: NONE,
    nounsAfter: NONE,
    places: NONE,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({ he: 'on', she: 'ona', they: 'oni one', i: 'ja', we: 'my', you: 'ty wy' }),
    gendered: genders({ he: 'on jego jemu mu', she: 'ona jej nią' }),
    prepositions: listed(`
    w we na z ze do o od ode dla za po przy przez między bez przed nad pod u wobec wśród
    oprócz podczas według i lub oraz
  `),
    determiners: listed(`
    ten ta to ci te tamten tamta jego jej ich swój swoja każdy każda pewien pewna
  `),
    oblique: listed('mu jemu jej im nam mi się'),
    definite: NONE,
    definiteGender: new Map(),
    possessives: listed('jego jej ich mój moja nasz nasza swój swoja'),
    relatives: listed(`
    który która które którzy że żeby kiedy gdy jeśli jeżeli gdzie kto co choć chociaż
    ponieważ bo podczas
  `),
    pronominal: listed('który która które którzy'),
    complementizers: listed('że żeby'),
    conjunctions: listed('i a ale lub albo że kiedy gdy bo lecz więc'),
    and: listed('i oraz'),
    or: listed('lub albo'),
    sharing: listed('a ale lecz'),
    complements: listed('dla z'),
    agent: listed('przez'),
    givers: NONE,
    passive: listed('został została zostało zostali zostały był była było'),
    conditional: listed('by mógłby mogłaby mogliby'),
    fillers: listed(`
    także potem już nie nigdy też następnie jednak wtedy dzisiaj dziś wczoraj się ponownie
    jeszcze
  `),
    cleft: NONE,
    participles: ['ąc'],
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
    jest są był była było byli będzie będą ma mają mam mamy może mogą możemy musi muszą
    musimy chce chcą chcemy chcę wiem wie myślę uważam trzeba można powinien powinna
  `),
    persons: listed(`
    ja my mnie mi nas nam mój moja moje nasz nasza nasze wy was wam wasz ty ciebie ci twój
  `),
    works: listed(`
    książka książce film filmie piosenka album gazeta gazecie dziennik czasopismo powieść
    artykuł tytuł program projekt partia statek firma zespół
  `),
    sayings: listed('słowa słowami zdanie hasło'),
    labels: listed(`
    słowo słowa termin pojęcie wyrażenie określenie zwany zwana zwane nazwany nazwana
    nazywany tak zatytułowany zatytułowana pseudonim hasło motto nazwa nazwie
  `),
    labelsAfter: listed('oznacza znaczy'),
    determiners: listed('ten ta to te ci tamten tamta jego jej ich'),
    reported: NONE,
    joins: listed('i oraz lub albo ale'),
    as: listed('jako'),
    small: listed('się nie że jest jak ale przez oraz przy'),
    pointsBack: /(?:słow[oa]|wyrażenie|zwrot|określenie)/u,
    sentence: null,
  },
  people,
  sense: {
    negations: listed(`
    nie nigdy nikt nikogo nikomu nic niczego żaden żadna żadne bez ani nigdzie
  `),
    denyingEnds: [],
    denyingStarts: [],
    light: listed('więc to ta te i że się jest yyy eee ach pani państwo po prostu'),
    turns: listed('ale lecz jednak chyba oprócz'),
    contractions: {},
    contractedEnds: {},
    numbers: [],
    tens: [],
  },
  context,
  abbreviations: phrases(`
    dr, mgr, inż, prof, hab, ks, św, im, np, m. in, tj, tzn, tzw, itd, itp, ul, al, pl, r, w,
    str, s, nr, art, ust, pkt, godz, tys, mln, mld, zł, gr, por
  `),
  headings: {
    summary: phrases(`
    podsumowanie, streszczenie, w skrócie, najważniejsze, najważniejsze punkty, skrót
  `),
    participants: phrases('uczestnicy, rozmówcy, obecni, osoby, uczestnicy rozmowy, kto mówił'),
    body: phrases('przebieg, przebieg rozmowy, szczegóły, szczegółowy opis, co powiedziano'),
    context: phrases('kontekst, tło'),
    analysis: phrases('analiza, ocena, znaczenie, co to znaczy, wnioski'),
    questions: phrases('pytania, pytania otwarte, otwarte pytania, nierozstrzygnięte pytania'),
    source: phrases('źródło, źródła, bibliografia, literatura, odniesienia, przypisy'),
    disclosure: phrases('nota o powstaniu, informacja o powstaniu, o tym opracowaniu, zastrzeżenie'),
  },
  lines: {
    articles: NONE,
    disclosures: phrases(`
    przy pomocy, przy wsparciu, z pomocą, przygotowano z pomocą, przygotowano przy użyciu
  `),
    disclosed: null,
    disclosureLabels: phrases('zastrzeżenie'),
    sourceLabels: ['źródło', 'źródła'],
    noteLabels: ['uwaga', 'przypis'],
    readersFor: ['dla'],
  },
  frequent: {
    telling: listed('się nie na do że jest w z i jak ale od przez po dla był była tym'),
    common: listed(`
    a ale bardzo bez będzie była był było być by co czy dla do gdy go i ich ja jak jako jego
    jej jest jeszcze już każdy kto która które który mnie może my na nas nie o od on oni po
    przez są się ta tak także to tu tylko w we więc z za że
  `),
  },
  printed,
  transcript,
  calendar,
} as const satisfies Language;
