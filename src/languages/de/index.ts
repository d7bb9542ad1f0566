/** German. */
import type { Language } from '../language.ts';
import { genders, listed, NONE, phrases } from '../lists.ts';
import { context } from './context.ts';
import { de as cues } from './cues.ts';
import { people } from './people.ts';
import { de as printed } from './printed.ts';
import { calendar, transcript } from './transcript.ts';

/** All that the press knows about German. */
export const de = {
  tag: 'de',
  name: 'German',
  direction: 'ltr',
  marks: {
    id: 'german',
    pairs: [
      ['„', '“'],
      ['‚', '‘'],
      ['»', '«'],
      ['›', '‹'],
    ],
  },
  regions: {
    'de-CH': {
      id: 'swiss',
      pairs: [
        ['«', '»'],
        ['‹', '›'],
      ],
    },
    'de-LI': {
      id: 'swiss',
      pairs: [
        ['«', '»'],
        ['‹', '›'],
      ],
    },
  },
  noteBeforePunctuation: false,
  incise: null,
  cues,
  cueUses: {
    toListener: listed('fragen informieren bitten'),
    answers: listed('antworten beantworten erwidern entgegnen'),
    defines: listed('sogenannt heißen'),
    nouns: NONE,
    nounsAfter: NONE,
    places: NONE,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({ he: 'er dieser', she: 'sie diese', i: 'ich', we: 'wir', it: 'es', you: 'du' }),
    gendered: genders({ he: 'er sein seine seinen seiner seinem seines ihm ihn', she: 'ihr ihre ihren ihrer ihrem ihres' }),
    prepositions: listed(`
    von vom mit bei beim zu zum zur nach für gegen über unter an am auf aus durch vor hinter
    zwischen neben gegenüber ohne um seit laut gemäß im in ins trotz wegen während angesichts
    inklusive als samt sowie und oder
  `),
    determiners: listed(`
    der die das ein eine einer sein seine ihr ihre dieser diese viele mehrere einige beide
  `),
    oblique: listed('dem den des einem einen eines seinem seinen seines ihrem ihren ihres'),
    definite: listed('der die das den dem'),
    definiteGender: genders({ he: 'der', she: 'die' }),
    possessives: listed('sein seine ihr ihre'),
    relatives: listed(`
    welcher welche welches dessen deren wo wobei weil dass daß obwohl wenn falls als nachdem
    bevor während damit indem
  `),
    pronominal: listed('der die das welche welcher welches'),
    complementizers: listed('dass daß'),
    conjunctions: listed(`
    und aber oder sondern denn doch weil dass daß während wobei obwohl wenn der die das
    welche
  `),
    and: listed('und'),
    or: listed('oder'),
    sharing: listed('sowie'),
    complements: listed('von vom des der für'),
    agent: listed('von vom durch'),
    givers: NONE,
    passive: listed('wurde wurden worden wird werden'),
    conditional: listed('würde würden könnte könnten'),
    fillers: listed(`
    hat habe haben hatte hatten auch dann nun später erneut bereits noch nur sogar nie nicht
    immer oft wird wurde weiter weiterhin zudem außerdem ferner dazu hierzu daraufhin heute
    gestern sich darauf zuvor zugleich gleichzeitig
  `),
    cleft: listed('war ist'),
    participles: ['end'],
    absolute: null,
    adverbs: [],
    adjectives: ['e', 'en', 'er', 'es'],
    aged: ['jährige', 'jähriger', 'jährigen'],
    asides: [],
    writings: NONE,
    verbSecond: true,
    nounCapitals: true,
  },
  unspaced: null,
  kind: {
    finite: listed(`
    ist sind war waren bin wird werden würde würden wurde wurden hat haben hatte hatten habe
    hätte hätten kann können könne könnte könnten muss müssen müsse müsste soll sollen solle
    sollte will wollen wolle wollte darf dürfen dürfe sei seien gibt gab geht ging macht
    steht kommt bleibt brauchen
  `),
    persons: listed(`
    ich wir mich uns mir mein meine meinen meiner unser unsere unseren unserer euch
  `),
    works: listed(`
    film buch titel roman lied song album zeitung zeitschrift magazin wochenzeitung
    tageszeitung sender fernsehsender partei mission projekt raumschiff sonde raumsonde firma
    bewegung ausstellung preis website seite organisation fluggesellschaft gruppe band typ
    stück schiff programm kampagne aktion operation serie sendung dokumentation verein
    bündnis initiative regierungspartei oppositionspartei unternehmen marke modell zug hotel
    restaurant
  `),
    sayings: listed('satz sätze worte wort formel zitat parole ausspruch fazit'),
    labels: listed(`
    so-genannte so-genannten sogenannte sogenannten sogenannter sogenanntes genannte
    genannten genannter genanntes namens name namen begriff begriffe wort bezeichnung motto
    spitznamen spitzname beinamen titel stichwort schlagwort heißt hieß heißen kurz auch
    slogan losung
  `),
    labelsAfter: listed('genannt heißt hieß heißen benannt getauft'),
    determiners: listed(`
    der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen
    diesem ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner kein keine keinen im am
    zum zur vom beim ins
  `),
    reported: listed(`
    sei seien habe hätte hätten würde würden könne könnten müsse müssten solle sollten wolle
    werde dürfe gebe gäbe wäre wären bleibe stehe gehe komme lasse liege mache sehe wisse
  `),
    joins: listed('und oder sowie aber'),
    as: listed('als'),
    small: listed(`
    der die das des dem den und ein eine für von zu im in mit auf ist sich nicht es
  `),
    pointsBack: /(?:das|dem|die) (?:Worte?n?|Wendung|Ausdruck)/u,
    sentence: null,
  },
  people,
  sense: {
    negations: listed(`
    nicht nie niemals niemand niemanden niemandem nichts weder noch ohne kein keine keinen
    keinem keiner keines nirgends kaum
  `),
    denyingEnds: [],
    denyingStarts: [],
    light: listed(`
    der die das den dem des ein eine einen einem einer eines ja äh ähm also halt eben mal
    doch und es er sie wir ist sind war im in am an zu
  `),
    turns: listed('aber sondern nicht außer'),
    contractions: {},
    contractedEnds: {},
    numbers: [],
    tens: [],
  },
  context,
  abbreviations: phrases(`
    Dr, Prof, St, bzw, ca, Nr, Abs, Mio, Mrd, z. B, u. a, d. h, Jan, Feb, Apr, Aug, Sept,
    Okt, Nov, Dez
  `),
  headings: {
    summary: phrases(`
    zusammenfassung, überblick, kurzfassung, das wichtigste in kürze, auf einen blick,
    kernaussagen
  `),
    participants: phrases(`
    teilnehmer, teilnehmende, teilnehmerinnen, teilnehmerinnen und teilnehmer, beteiligte,
    personen, gesprächspartner, anwesende, sprecher
  `),
    body: phrases('verlauf, im einzelnen, ablauf, gesprächsverlauf, was gesagt wurde'),
    context: phrases('kontext, hintergrund, zum hintergrund, einordnung, zur einordnung'),
    analysis: phrases('analyse, bewertung, auswertung, bedeutung, was es bedeutet'),
    questions: phrases('offene fragen, fragen, aufgeworfene fragen, ungeklärte fragen'),
    source: phrases(`
    quelle, quellen, quellenangabe, quellenangaben, quellennachweis, quellenverzeichnis,
    literatur, belege
  `),
    disclosure: phrases('offenlegung, hinweis zur entstehung, transparenzhinweis, über dieses dossier'),
  },
  lines: {
    articles: listed('die der das'),
    disclosures: phrases(`
    offenlegung:, mit unterstützung von, mit unterstützung durch, mit hilfe von, erstellt mit
  `),
    disclosed: null,
    disclosureLabels: phrases('offenlegung'),
    sourceLabels: ['quelle', 'quellen'],
    noteLabels: ['anmerkung', 'hinweis'],
    readersFor: ['für'],
  },
  frequent: {
    telling: listed(`
    der die das und nicht ist mit dem den von auf für auch sich wurde sagte ein
  `),
    common: listed(`
    aber als am an auch auf aus bei bin da damit dann das dass dem den der des die doch du
    ein eine einem einen einer er es für haben hat hier ich ihr im in ist ja jetzt kein keine
    man mehr mich mir mit nach nicht noch nur oder schon sein sich sie sind so über um und
    uns unter vom von vor war was wenn wer werden wie wir wird wurde zu zum zur zwar
  `),
  },
  printed,
  transcript,
  calendar,
} as const satisfies Language;
