/** German. */
import type { Language } from '../language.ts';
import { genders, wordSet, NO_WORDS, phrases } from '../lists.ts';
import { deContext } from './context.ts';
import { deCues as cues } from './cues.ts';
import { dePeople } from './people.ts';
import { dePrinted as printed } from './printed.ts';
import { deCalendar, deTranscript } from './transcript.ts';

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
    toListener: wordSet('fragen informieren bitten'),
    answers: wordSet('antworten beantworten erwidern entgegnen'),
    defines: wordSet('sogenannt heißen'),
    nouns: NO_WORDS,
    nounsAfter: NO_WORDS,
    places: NO_WORDS,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({
      he: 'er dieser',
      she: 'sie diese',
      i: 'ich',
      we: 'wir',
      it: 'es',
      you: 'du',
    }),
    gendered: genders({
      he: 'er sein seine seinen seiner seinem seines ihm ihn',
      she: 'ihr ihre ihren ihrer ihrem ihres',
    }),
    prepositions: wordSet(`
    von vom mit bei beim zu zum zur nach für gegen über unter an am auf aus durch vor hinter
    zwischen neben gegenüber ohne um seit laut gemäß im in ins trotz wegen während angesichts
    inklusive als samt sowie und oder
  `),
    determiners: wordSet(`
    der die das ein eine einer sein seine ihr ihre dieser diese viele mehrere einige beide
  `),
    oblique: wordSet('dem den des einem einen eines seinem seinen seines ihrem ihren ihres'),
    definite: wordSet('der die das den dem'),
    definiteGender: genders({ he: 'der', she: 'die' }),
    possessives: wordSet('sein seine ihr ihre'),
    relatives: wordSet(`
    welcher welche welches dessen deren wo wobei weil dass daß obwohl wenn falls als nachdem
    bevor während damit indem
  `),
    pronominal: wordSet('der die das welche welcher welches'),
    complementizers: wordSet('dass daß'),
    conjunctions: wordSet(`
    und aber oder sondern denn doch weil dass daß während wobei obwohl wenn der die das
    welche
  `),
    and: wordSet('und'),
    or: wordSet('oder'),
    sharing: wordSet('sowie'),
    complements: wordSet('von vom des der für'),
    agent: wordSet('von vom durch'),
    givers: NO_WORDS,
    passive: wordSet('wurde wurden worden wird werden'),
    conditional: wordSet('würde würden könnte könnten'),
    fillers: wordSet(`
    hat habe haben hatte hatten auch dann nun später erneut bereits noch nur sogar nie nicht
    immer oft wird wurde weiter weiterhin zudem außerdem ferner dazu hierzu daraufhin heute
    gestern sich darauf zuvor zugleich gleichzeitig
  `),
    cleft: wordSet('war ist'),
    participles: ['end'],
    absolute: null,
    adverbs: [],
    adjectives: ['e', 'en', 'er', 'es'],
    aged: ['jährige', 'jähriger', 'jährigen'],
    asides: [],
    writings: NO_WORDS,
    verbSecond: true,
    subjectDropped: false,
    nounCapitals: true,
  },
  unspaced: null,
  kind: {
    finite: wordSet(`
    ist sind war waren bin wird werden würde würden wurde wurden hat haben hatte hatten habe
    hätte hätten kann können könne könnte könnten muss müssen müsse müsste soll sollen solle
    sollte will wollen wolle wollte darf dürfen dürfe sei seien gibt gab geht ging macht
    steht kommt bleibt brauchen
  `),
    persons: wordSet(`
    ich wir mich uns mir mein meine meinen meiner unser unsere unseren unserer euch
  `),
    works: wordSet(`
    film buch titel roman lied song album zeitung zeitschrift magazin wochenzeitung
    tageszeitung sender fernsehsender partei mission projekt raumschiff sonde raumsonde firma
    bewegung ausstellung preis website seite organisation fluggesellschaft gruppe band typ
    stück schiff programm kampagne aktion operation serie sendung dokumentation verein
    bündnis initiative regierungspartei oppositionspartei unternehmen marke modell zug hotel
    restaurant
  `),
    sayings: wordSet('satz sätze worte wort formel zitat parole ausspruch fazit'),
    labels: wordSet(`
    so-genannte so-genannten sogenannte sogenannten sogenannter sogenanntes genannte
    genannten genannter genanntes namens name namen begriff begriffe wort bezeichnung motto
    spitznamen spitzname beinamen titel stichwort schlagwort heißt hieß heißen kurz auch
    slogan losung
  `),
    boards: wordSet(`
      schild schildern schilder banner plakat plakate plakaten transparent transparente transparenten tafel aufkleber inschrift aufschrift spruchband
    `),
    entitled: wordSet(`
      titel untertitel überschrift betitelt
    `),
    labelsAfter: wordSet('genannt heißt hieß heißen benannt getauft'),
    determiners: wordSet(`
    der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen
    diesem ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner kein keine keinen im am
    zum zur vom beim ins
  `),
    reported: wordSet(`
    sei seien habe hätte hätten würde würden könne könnten müsse müssten solle sollten wolle
    werde dürfe gebe gäbe wäre wären bleibe stehe gehe komme lasse liege mache sehe wisse
  `),
    joins: wordSet('und oder sowie aber'),
    as: wordSet('als'),
    small: wordSet(`
    der die das des dem den und ein eine für von zu im in mit auf ist sich nicht es
  `),
    pointsBack: /(?:das|dem|die) (?:Worte?n?|Wendung|Ausdruck)/u,
    sentence: null,
  },
  people: dePeople,
  sense: {
    negations: wordSet(`
    nicht nie niemals niemand niemanden niemandem nichts weder noch ohne kein keine keinen
    keinem keiner keines nirgends kaum keineswegs keinesfalls mitnichten
  `),
    denyingEnds: [],
    denyingStarts: [],
    light: wordSet(`
    der die das den dem des ein eine einen einem einer eines ja äh ähm also halt eben mal
    doch und es er sie wir ist sind war im in am an zu
  `),
    turns: wordSet('aber sondern nicht außer'),
    contractions: {},
    contractedEnds: {},
    numbers: [
      ...wordSet(
        `null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig`,
      ),
    ],
    tens: [...wordSet(`zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig`)],
  },
  context: deContext,
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
    personen, gesprächspartner, anwesende, sprecher, person, teilnehmer/innen, anwesend,
    anwesend waren, es sprachen, redner, rednerinnen und redner, gesprächsteilnehmer,
    podium
  `),
    body: phrases('verlauf, im einzelnen, ablauf, gesprächsverlauf, was gesagt wurde'),
    context: phrases('kontext, hintergrund, zum hintergrund, einordnung, zur einordnung'),
    analysis: phrases('analyse, bewertung, auswertung, bedeutung, was es bedeutet'),
    questions: phrases('offene fragen, fragen, aufgeworfene fragen, ungeklärte fragen'),
    source: phrases(`
    quelle, quellen, quellenangabe, quellenangaben, quellennachweis, quellenverzeichnis,
    literatur, belege
  `),
    disclosure: phrases(
      'offenlegung, hinweis zur entstehung, transparenzhinweis, über dieses dossier',
    ),
  },
  lines: {
    articles: wordSet('die der das'),
    disclosures: phrases(`
    offenlegung:, mit unterstützung von, mit unterstützung durch, mit hilfe von, erstellt mit
  `),
    disclosed:
      /^(?:(?:diese[rs]?|die|der) (?:bericht|text|zusammenfassung|dokument|entwurf|analyse|übersicht) (?:wurde|ist) )?(?:mit ?hilfe von |mit (?:der )?(?:hilfe|unterstützung) (?:von|einer) |von (?:einer )?|durch (?:eine )?)(?:ki|künstlicher? intelligenz|chatgpt|claude|gemini|copilot|sprachmodell)/u,
    disclosureLabels: phrases('offenlegung'),
    sourceLabels: ['quelle', 'quellen'],
    subjectLabels: ['betreff'],
    genres: phrases(
      `evidenzbrief, dossier, belegdossier, kurzdossier, bericht, briefing, memo, entwurf, vermerk, faktenblatt`,
    ),
    chat: {
      opens: phrases(
        `gerne, gern, natürlich, klar, selbstverständlich, sicher, hier ist, hier sind, hier findest, hier finden, nachfolgend, im folgenden findest`,
      ),
      closes: phrases(
        `sag mir, sagen sie mir, lass mich wissen, lassen sie mich wissen, möchtest du, möchten sie, soll ich, wenn du möchtest, wenn sie möchten, wenn du willst, gib mir bescheid, ich kann auch`,
      ),
    },
    page: {
      furniture: phrases(
        `zum inhalt springen, zum hauptinhalt, zur navigation springen, direkt zum inhalt, anzeige, werbung, teilen, merken, drucken, abonnieren, anmelden, registrieren, newsletter, menü, suche, startseite, kommentare, nach oben, zum seitenanfang, artikel anhören, vorlesen, alle akzeptieren`,
      ),
      related: phrases(
        `mehr zum thema, weitere artikel, auch interessant, meistgelesen, lesen sie auch, das könnte sie auch interessieren, verwandte artikel, empfohlen`,
      ),
    },
    letters: {
      from: phrases(`von`),
      heads: phrases(
        `gesendet, an, cc, bcc, kopie, datum, antwort an, priorität, anlagen, betreff`,
      ),
      wrote: phrases(`schrieb, hat geschrieben`),
      parted: phrases(
        `ursprüngliche nachricht, originalnachricht, weitergeleitete nachricht, anfang der weitergeleiteten nachricht, weitergeleitete e-mail`,
      ),
      forwards: phrases(`wg, weitergeleitet, weitergeleiteten`),
      replies: phrases(`aw, wg, antw`),
    },
    noteLabels: ['anmerkung', 'hinweis'],
    readersFor: ['für'],
  },
  frequent: {
    telling: wordSet(`
    der die das und nicht ist mit dem den von auf für auch sich wurde sagte ein
  `),
    common: wordSet(`
    aber als am an auch auf aus bei bin da damit dann das dass dem den der des die doch du
    ein eine einem einen einer er es für haben hat hier ich ihr im in ist ja jetzt kein keine
    man mehr mich mir mit nach nicht noch nur oder schon sein sich sie sind so über um und
    uns unter vom von vor war was wenn wer werden wie wir wird wurde zu zum zur zwar
  `),
  },
  printed,
  transcript: deTranscript,
  calendar: deCalendar,
} as const satisfies Language;
