/** Dutch. */
import type { Language } from '../language.ts';
import { genders, wordSet, NO_WORDS, phrases } from '../lists.ts';
import { nlContext } from './context.ts';
import { nlCues as cues } from './cues.ts';
import { nlPeople } from './people.ts';
import { nlPrinted as printed } from './printed.ts';
import { nlCalendar, nlTranscript } from './transcript.ts';

/** All that the press knows about Dutch. */
export const nl = {
  tag: 'nl',
  name: 'Dutch',
  direction: 'ltr',
  marks: {
    id: 'dutch',
    pairs: [
      ['“', '”'],
      ['‘', '’'],
      ['„', '”'],
    ],
  },
  regions: {},
  noteBeforePunctuation: false,
  incise: null,
  cues,
  cueUses: {
    toListener: wordSet('vragen waarschuwen informeren verzoeken'),
    answers: wordSet('antwoorden beantwoorden reageren'),
    defines: wordSet('betekenen heten'),
    nouns: NO_WORDS,
    nounsAfter: NO_WORDS,
    places: NO_WORDS,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({
      he: 'hij',
      she: 'zij ze',
      i: 'ik',
      we: 'wij we',
      it: 'het',
      you: 'jij jullie',
    }),
    gendered: genders({ he: 'hij hem zijn', she: 'haar' }),
    prepositions: wordSet(`
    van voor met bij naar op over onder aan in uit door tegen tussen naast achter zonder om
    sinds volgens wegens tijdens ondanks als te tot per en of
  `),
    determiners: wordSet(`
    de het een zijn haar hun deze dit die dat mijn onze ons veel meerdere enkele sommige
    beide
  `),
    oblique: wordSet('hem hen hun mij me ons'),
    definite: wordSet('de het'),
    definiteGender: new Map(),
    possessives: wordSet('zijn haar hun mijn onze ons uw'),
    relatives: wordSet(`
    die dat wie wat waar waarbij omdat hoewel als toen nadat voordat terwijl zodat opdat of
  `),
    pronominal: wordSet('die dat wie'),
    complementizers: wordSet('dat of'),
    conjunctions: wordSet('en maar of want dus dat omdat terwijl hoewel als toen die'),
    and: wordSet('en'),
    or: wordSet('of'),
    sharing: wordSet('maar alsook'),
    complements: wordSet('van voor'),
    agent: wordSet('door'),
    givers: NO_WORDS,
    passive: wordSet('werd werden wordt worden geworden'),
    conditional: wordSet('zou zouden'),
    fillers: wordSet(`
    heeft hebben had hadden ook dan toen nu later opnieuw al alleen zelfs nooit niet altijd
    vaak verder bovendien daarna daarop vandaag gisteren zich er nog wel tegelijk eerder
  `),
    cleft: wordSet('was is'),
    participles: ['end', 'ende'],
    absolute: null,
    adverbs: [],
    adjectives: [],
    aged: ['jarige'],
    asides: [],
    writings: NO_WORDS,
    verbSecond: true,
    subjectDropped: false,
    nounCapitals: false,
  },
  unspaced: null,
  kind: {
    finite: wordSet(`
    is zijn was waren ben wordt worden werd werden zal zullen zou zouden heeft hebben had
    hadden heb kan kunnen kon konden moet moeten moest wil willen wilde mag mogen gaat gaan
    komt blijft staat doet doen weet denk
  `),
    persons: wordSet('ik wij we mij me ons onze mijn u uw jij je jouw jullie'),
    works: wordSet(`
    boek film roman lied album krant tijdschrift artikel titel serie programma project partij
    schip bedrijf stichting vereniging
  `),
    sayings: wordSet('woorden zin uitspraak leus kreet'),
    labels: wordSet(`
    woord woorden term begrip uitdrukking genoemd genaamd zogenaamde zogeheten heet heette
    heten bijgenaamd getiteld bijnaam motto leus slogan naam
  `),
    boards: wordSet(`
      bord borden bordje spandoek spandoeken plakkaat opschrift sticker affiche
    `),
    entitled: wordSet(`
      getiteld titel
    `),
    labelsAfter: wordSet('genoemd betekent heet'),
    determiners: wordSet('de het een deze dit die dat zijn haar hun mijn ons onze geen'),
    reported: NO_WORDS,
    joins: wordSet('en of maar'),
    as: wordSet('als'),
    small: wordSet('het een voor niet dat zijn ook'),
    pointsBack: /(?:het|de|die) (?:woord|woorden|uitdrukking|term|zinsnede)/u,
    sentence: null,
  },
  people: nlPeople,
  sense: {
    negations: wordSet(
      'niet nooit geen niemand niets nergens noch zonder nauwelijks amper geenszins evenmin',
    ),
    denyingEnds: [],
    denyingStarts: [],
    light: wordSet(`
    de het een en dit dat die ja eh uh nou dus eigenlijk gewoon maar wel hoor ik hij zij ze
    wij we is zijn was in op aan te
  `),
    turns: wordSet('maar behalve tenzij'),
    contractions: {},
    contractedEnds: {},
    numbers: [
      ...wordSet(
        `nul 1 twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig`,
      ),
    ],
    tens: [...wordSet(`twintig dertig veertig vijftig zestig zeventig tachtig negentig`)],
  },
  context: nlContext,
  abbreviations: phrases(`
    dhr, mevr, mr, drs, dr, ir, ing, prof, bijv, bv, enz, nl, o. a, m. n, d. w. z, i. p. v,
    blz, nr, art, resp, ca, mln, mld, jl
  `),
  headings: {
    summary: phrases(`
    samenvatting, overzicht, kernpunten, hoofdpunten, in het kort, in één oogopslag
  `),
    participants: phrases(`
    deelnemers, sprekers, aanwezigen, betrokkenen, personen, gesprekspartners, wie sprak,
    persoon, deelnemer, aanwezig, spreker, aan het woord
  `),
    body: phrases('verloop, gespreksverloop, in detail, tijdlijn, wat er gezegd werd'),
    context: phrases('context, achtergrond'),
    analysis: phrases('analyse, beoordeling, duiding, betekenis, wat het betekent, conclusies'),
    questions: phrases('vragen, open vragen, openstaande vragen, onbeantwoorde vragen'),
    source: phrases('bron, bronnen, bronvermelding, literatuur, verwijzingen, referenties'),
    disclosure: phrases(`
    verantwoording, openbaarmaking, over dit dossier, hoe dit dossier tot stand kwam
  `),
  },
  lines: {
    articles: wordSet('de het'),
    disclosures: phrases(`
    met hulp van, met behulp van, met ondersteuning van, opgesteld met,
    geschreven met hulp van
  `),
    disclosed: null,
    disclosureLabels: phrases('verantwoording'),
    sourceLabels: ['bron', 'bronnen'],
    subjectLabels: ['onderwerp'],
    genres: phrases(`rapport, dossier, memo, concept, notitie`),
    chat: {
      opens: phrases(`natuurlijk, zeker, graag, hier is, hier zijn, hieronder`),
      closes: phrases(
        `laat me weten, laat het me weten, wil je, wilt u, als je wilt, als u wilt, ik kan ook`,
      ),
    },
    page: {
      furniture: phrases(
        `naar de inhoud, ga naar de inhoud, advertentie, delen, bewaren, afdrukken, abonneren, inloggen, registreren, nieuwsbrief, menu, zoeken, home, reacties, naar boven`,
      ),
      related: phrases(`gerelateerde artikelen, lees ook, meest gelezen, lees verder`),
    },
    letters: {
      from: phrases(`van`),
      heads: phrases(`verzonden, aan, cc, bcc, datum, antwoord aan, bijlagen, onderwerp`),
      wrote: phrases(`schreef`),
      parted: phrases(`oorspronkelijk bericht, doorgestuurd bericht, begin doorgestuurd bericht`),
      forwards: phrases(`fw, doorst, doorgestuurd`),
      replies: phrases(`re, fw, antw, doorst`),
    },
    noteLabels: ['opmerking', 'noot'],
    readersFor: ['voor'],
  },
  frequent: {
    telling: wordSet(`
    de het een van en niet dat zijn voor met op te die er ook maar werd heeft
  `),
    common: wordSet(`
    aan als bij dan dat de deze die dit een en er geen had haar hebben heeft het hij hoe hun
    ik in is je kan maar me meer met mij mijn moet naar niet nog nu of om ook op over te tot
    uit van voor waar was wat we wel wij wordt ze zei zijn zo
  `),
  },
  printed,
  transcript: nlTranscript,
  calendar: nlCalendar,
} as const satisfies Language;
