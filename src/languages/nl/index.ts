/** Dutch. */
import type { Language } from '../language.ts';
import { genders, listed, NONE, phrases } from '../lists.ts';
import { context } from './context.ts';
import { nl as cues } from './cues.ts';
import { people } from './people.ts';
import { nl as printed } from './printed.ts';
import { calendar, transcript } from './transcript.ts';

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
    toListener: listed('vragen waarschuwen informeren verzoeken'),
    answers: listed('antwoorden beantwoorden reageren'),
    defines: listed('betekenen heten'),
    nouns: NONE,
    nounsAfter: NONE,
    places: NONE,
    purposes: {},
    past: [],
  },
  grammar: {
    pronouns: genders({ he: 'hij', she: 'zij ze', i: 'ik', we: 'wij we', it: 'het', you: 'jij jullie' }),
    gendered: genders({ he: 'hij hem zijn', she: 'haar' }),
    prepositions: listed(`
    van voor met bij naar op over onder aan in uit door tegen tussen naast achter zonder om
    sinds volgens wegens tijdens ondanks als te tot per en of
  `),
    determiners: listed(`
    de het een zijn haar hun deze dit die dat mijn onze ons veel meerdere enkele sommige
    beide
  `),
    oblique: listed('hem hen hun mij me ons'),
    definite: listed('de het'),
    definiteGender: new Map(),
    possessives: listed('zijn haar hun mijn onze ons uw'),
    relatives: listed(`
    die dat wie wat waar waarbij omdat hoewel als toen nadat voordat terwijl zodat opdat of
  `),
    pronominal: listed('die dat wie'),
    complementizers: listed('dat of'),
    conjunctions: listed('en maar of want dus dat omdat terwijl hoewel als toen die'),
    and: listed('en'),
    or: listed('of'),
    sharing: listed('maar alsook'),
    complements: listed('van voor'),
    agent: listed('door'),
    givers: NONE,
    passive: listed('werd werden wordt worden geworden'),
    conditional: listed('zou zouden'),
    fillers: listed(`
    heeft hebben had hadden ook dan toen nu later opnieuw al alleen zelfs nooit niet altijd
    vaak verder bovendien daarna daarop vandaag gisteren zich er nog wel tegelijk eerder
  `),
    cleft: listed('was is'),
    participles: ['end', 'ende'],
    absolute: null,
    adverbs: [],
    adjectives: [],
    aged: ['jarige'],
    asides: [],
    writings: NONE,
    verbSecond: true,
    nounCapitals: false,
  },
  unspaced: null,
  kind: {
    finite: listed(`
    is zijn was waren ben wordt worden werd werden zal zullen zou zouden heeft hebben had
    hadden heb kan kunnen kon konden moet moeten moest wil willen wilde mag mogen gaat gaan
    komt blijft staat doet doen weet denk
  `),
    persons: listed('ik wij we mij me ons onze mijn u uw jij je jouw jullie'),
    works: listed(`
    boek film roman lied album krant tijdschrift artikel titel serie programma project partij
    schip bedrijf stichting vereniging
  `),
    sayings: listed('woorden zin uitspraak leus kreet'),
    labels: listed(`
    woord woorden term begrip uitdrukking genoemd genaamd zogenaamde zogeheten heet heette
    heten bijgenaamd getiteld bijnaam motto leus slogan naam
  `),
    labelsAfter: listed('genoemd betekent heet'),
    determiners: listed('de het een deze dit die dat zijn haar hun mijn ons onze geen'),
    reported: NONE,
    joins: listed('en of maar'),
    as: listed('als'),
    small: listed('het een voor niet dat zijn ook'),
    pointsBack: /(?:het|de|die) (?:woord|woorden|uitdrukking|term|zinsnede)/u,
    sentence: null,
  },
  people,
  sense: {
    negations: listed('niet nooit geen niemand niets nergens noch zonder nauwelijks amper'),
    denyingEnds: [],
    denyingStarts: [],
    light: listed(`
    de het een en dit dat die ja eh uh nou dus eigenlijk gewoon maar wel hoor ik hij zij ze
    wij we is zijn was in op aan te
  `),
    turns: listed('maar behalve tenzij'),
    contractions: {},
    contractedEnds: {},
    numbers: [],
    tens: [],
  },
  context,
  abbreviations: phrases(`
    dhr, mevr, mr, drs, dr, ir, ing, prof, bijv, bv, enz, nl, o. a, m. n, d. w. z, i. p. v,
    blz, nr, art, resp, ca, mln, mld, jl
  `),
  headings: {
    summary: phrases(`
    samenvatting, overzicht, kernpunten, hoofdpunten, in het kort, in één oogopslag
  `),
    participants: phrases(`
    deelnemers, sprekers, aanwezigen, betrokkenen, personen, gesprekspartners, wie sprak
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
    articles: listed('de het'),
    disclosures: phrases(`
    met hulp van, met behulp van, met ondersteuning van, opgesteld met,
    geschreven met hulp van
  `),
    disclosed: null,
    disclosureLabels: phrases('verantwoording'),
    sourceLabels: ['bron', 'bronnen'],
    noteLabels: ['opmerking', 'noot'],
    readersFor: ['voor'],
  },
  frequent: {
    telling: listed(`
    de het een van en niet dat zijn voor met op te die er ook maar werd heeft
  `),
    common: listed(`
    aan als bij dan dat de deze die dit een en er geen had haar hebben heeft het hij hoe hun
    ik in is je kan maar me meer met mij mijn moet naar niet nog nu of om ook op over te tot
    uit van voor waar was wat we wel wij wordt ze zei zijn zo
  `),
  },
  printed,
  transcript,
  calendar,
} as const satisfies Language;
