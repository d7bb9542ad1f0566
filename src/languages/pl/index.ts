/** Polish. */
import type { Language } from '../language.ts';
import { genders, wordSet, NO_WORDS, phrases } from '../lists.ts';
import { plContext } from './context.ts';
import { plCues as cues } from './cues.ts';
import { plPeople } from './people.ts';
import { plPrinted as printed } from './printed.ts';
import { plCalendar, plTranscript } from './transcript.ts';

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
    toListener: wordSet('zapytać poprosić ostrzec'),
    answers: wordSet('odpowiedzieć'),
    defines: wordSet('tytuł oznaczać'),
    nouns: NO_WORDS,
    nounsAfter: NO_WORDS,
    places: NO_WORDS,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({ he: 'on', she: 'ona', they: 'oni one', i: 'ja', we: 'my', you: 'ty wy' }),
    gendered: genders({ he: 'on jego jemu mu', she: 'ona jej nią' }),
    prepositions: wordSet(`
    w we na z ze do o od ode dla za po przy przez między bez przed nad pod u wobec wśród
    oprócz podczas według i lub oraz
  `),
    determiners: wordSet(`
    ten ta to ci te tamten tamta jego jej ich swój swoja każdy każda pewien pewna
  `),
    oblique: wordSet('mu jemu jej im nam mi się'),
    definite: NO_WORDS,
    definiteGender: new Map(),
    possessives: wordSet('jego jej ich mój moja nasz nasza swój swoja'),
    relatives: wordSet(`
    który która które którzy że żeby kiedy gdy jeśli jeżeli gdzie kto co choć chociaż
    ponieważ bo podczas
  `),
    pronominal: wordSet('który która które którzy'),
    complementizers: wordSet('że żeby'),
    conjunctions: wordSet('i a ale lub albo że kiedy gdy bo lecz więc'),
    and: wordSet('i oraz'),
    or: wordSet('lub albo'),
    sharing: wordSet('a ale lecz'),
    complements: wordSet('dla z'),
    agent: wordSet('przez'),
    givers: NO_WORDS,
    passive: wordSet('został została zostało zostali zostały był była było'),
    conditional: wordSet('by mógłby mogłaby mogliby'),
    fillers: wordSet(`
    także potem już nie nigdy też następnie jednak wtedy dzisiaj dziś wczoraj się ponownie
    jeszcze
  `),
    cleft: NO_WORDS,
    participles: ['ąc'],
    absolute: null,
    adverbs: [],
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
    jest są był była było byli będzie będą ma mają mam mamy może mogą możemy musi muszą
    musimy chce chcą chcemy chcę wiem wie myślę uważam trzeba można powinien powinna
  `),
    persons: wordSet(`
    ja my mnie mi nas nam mój moja moje nasz nasza nasze wy was wam wasz ty ciebie ci twój
  `),
    works: wordSet(`
    książka książce film filmie piosenka album gazeta gazecie dziennik czasopismo powieść
    artykuł tytuł program projekt partia statek firma zespół
  `),
    sayings: wordSet('słowa słowami zdanie hasło'),
    labels: wordSet(`
    słowo słowa termin pojęcie wyrażenie określenie zwany zwana zwane nazwany nazwana
    nazywany tak zatytułowany zatytułowana pseudonim hasło motto nazwa nazwie
  `),
    boards: wordSet(`
      tablica tablicy tabliczka tabliczce transparent transparencie napis szyld szyldzie plakat plakacie
    `),
    entitled: wordSet(`
      zatytułowany zatytułowana tytułem
    `),
    labelsAfter: wordSet('oznacza znaczy'),
    determiners: wordSet('ten ta to te ci tamten tamta jego jej ich'),
    reported: NO_WORDS,
    joins: wordSet('i oraz lub albo ale'),
    as: wordSet('jako'),
    small: wordSet('się nie że jest jak ale przez oraz przy'),
    pointsBack: /(?:słow[oa]|wyrażenie|zwrot|określenie)/u,
    sentence: null,
  },
  people: plPeople,
  sense: {
    negations: wordSet(`
    nie nigdy nikt nikogo nikomu nic niczego żaden żadna żadne bez ani nigdzie
  `),
    denyingEnds: [],
    denyingStarts: [],
    light: wordSet('więc to ta te i że się jest yyy eee ach pani państwo po prostu'),
    turns: wordSet('ale lecz jednak chyba oprócz'),
    contractions: {},
    contractedEnds: {},
    numbers: [
      ...wordSet(
        `zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia`,
      ),
    ],
    tens: [
      ...wordSet(
        `dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt`,
      ),
    ],
  },
  context: plContext,
  abbreviations: phrases(`
    dr, mgr, inż, prof, hab, ks, św, im, np, m. in, tj, tzn, tzw, itd, itp, ul, al, pl, r, w,
    str, s, nr, art, ust, pkt, godz, tys, mln, mld, zł, gr, por
  `),
  headings: {
    summary: phrases(`
    podsumowanie, streszczenie, w skrócie, najważniejsze, najważniejsze punkty, skrót
  `),
    participants: phrases(
      'uczestnicy, rozmówcy, obecni, osoby, uczestnicy rozmowy, kto mówił, osoba, uczestnik, mówcy, udział wzięli',
    ),
    body: phrases('przebieg, przebieg rozmowy, szczegóły, szczegółowy opis, co powiedziano'),
    context: phrases('kontekst, tło'),
    analysis: phrases('analiza, ocena, znaczenie, co to znaczy, wnioski'),
    questions: phrases('pytania, pytania otwarte, otwarte pytania, nierozstrzygnięte pytania'),
    source: phrases('źródło, źródła, bibliografia, literatura, odniesienia, przypisy'),
    disclosure: phrases(
      'nota o powstaniu, informacja o powstaniu, o tym opracowaniu, zastrzeżenie',
    ),
  },
  lines: {
    articles: NO_WORDS,
    disclosures: phrases(`
    przy pomocy, przy wsparciu, z pomocą, przygotowano z pomocą, przygotowano przy użyciu
  `),
    disclosed: null,
    disclosureLabels: phrases('zastrzeżenie'),
    sourceLabels: ['źródło', 'źródła'],
    subjectLabels: ['temat'],
    genres: phrases(`raport, dossier, notatka, szkic`),
    chat: {
      opens: phrases(`oczywiście, jasne, oto, poniżej, proszę`),
      closes: phrases(`daj mi znać, daj znać, czy chcesz, czy chciałbyś, jeśli chcesz, mogę też`),
    },
    page: {
      furniture: phrases(
        `przejdź do treści, reklama, udostępnij, zapisz, drukuj, subskrybuj, zaloguj się, newsletter, menu, szukaj, strona główna, komentarze`,
      ),
      related: phrases(`czytaj także, zobacz także, powiązane artykuły, najczęściej czytane`),
    },
    letters: {
      from: phrases(`od`),
      heads: phrases(`wysłano, wysłane, do, dw, udw, data, odpowiedz do, załączniki, temat`),
      wrote: phrases(`napisał, napisała, napisał(a)`),
      parted: phrases(
        `wiadomość oryginalna, oryginalna wiadomość, przekazana wiadomość, wiadomość przekazana`,
      ),
      forwards: phrases(`pd, przekazana`),
      replies: phrases(`odp, pd`),
    },
    noteLabels: ['uwaga', 'przypis'],
    readersFor: ['dla'],
  },
  frequent: {
    telling: wordSet('się nie na do że jest w z i jak ale od przez po dla był była tym'),
    common: wordSet(`
    a ale bardzo bez będzie była był było być by co czy dla do gdy go i ich ja jak jako jego
    jej jest jeszcze już każdy kto która które który mnie może my na nas nie o od on oni po
    przez są się ta tak także to tu tylko w we więc z za że
  `),
  },
  printed,
  transcript: plTranscript,
  calendar: plCalendar,
} as const satisfies Language;
