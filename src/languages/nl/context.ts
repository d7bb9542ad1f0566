/** Dutch: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { NO_WORDS, phrases, wordSet } from '../lists.ts';

/**
 * Words around a passage in Dutch that change what it says: conditions, claims, beliefs of others.
 */
export const nlContext: ContextWords = {
  conditions: wordSet('gesteld als indien of mits tenzij wanneer stel'),
  claims: wordSet(`
    beweert beweren beweerde beweerden zegt zeggen zei zeiden gelooft geloven denkt denken
    vindt vinden stelt stellen vertelt vertellen
  `),
  opinions: wordSet(`
    zeg gezegd zeggen geloof denk vind waar beloofd beweerd gedacht beweren zeker
  `),
  own: wordSet(`
    ik wij we laat
  `),
  unsaid: wordSet(`
    zogenaamd vermeend onrechte onwaar leugen liegen loog gelogen ontken ontkent ontkennen
    betwijfel betwijfelt betwijfelen weiger weigert weigeren onmogelijk onzin fabel onjuist
    geweigerd weigerde weigerden verboden verbood stopte stopten gestopt schijnbaar vermeed
    vergat misschien wellicht mogelijk
  `),
  possible: wordSet('zou zouden kon konden'),
  yesNo: wordSet('nee neen ja'),
  only: wordSet('alleen slechts enkel'),
  acronyms: NO_WORDS,
  courtesy: wordSet(`
    president minister koning koningin paus premier regering parlement kamer senaat staat raad
    commissie burgemeester kabinet kerk
  `),
  hesitations: wordSet('eh uh euh ehm uhm hm'),
  unheard: new Set(
    phrases(`
    onverstaanbaar, niet te verstaan, onhoorbaar, onduidelijk, door elkaar, buiten de
    microfoon, geluid valt weg
  `),
  ),
  nearly: wordSet(`
    bijna haast slechts alleen enkel zelfs
  `),
  undoneBefore: phrases(`
    ver verwijderd van, in plaats van, vroeger dacht ik, vroeger geloofde ik, alsof, ik wou,
    ik wens, niet in staat om, beschuldigen ons ervan, beschuldigt ons ervan, beschuldigd van,
    op het punt om, ons werd verteld, men zei ons, mij werd verteld, stel je voor,
    stelt u zich voor, te arm om, te laat om, te moe om, stemden tegen, zijn tegen, ben tegen,
    gestopt met, geen bewijs, bang om, vergeten te, vergat te, geweigerd te, verboden te,
    voordat, voor dat, allesbehalve, het gerucht gaat
  `),
  undoneAfter: phrases(`
    behalve, uitgezonderd, met uitzondering van, afgezien van, tenzij, op voorwaarde, mits,
    alleen als, maar alleen, of niet, of bijna, in theorie, op papier, dat zegt, dat zeggen,
    dat beweert, dat beweren, zo zegt, zo zeggen, zegt men, zeggen ze, naar verluidt,
    althans dat, tenminste dat, zodra, aldus, zo beweert, of althans, of tenminste, tot dat,
    totdat, over mijn lijk, op één na, op een na, op twee na
  `),
  inverted: wordSet(`had hadden was waren zou zouden`),
  copulas: wordSet(`is was zijn waren`),
  refuted: wordSet(`onwaar leugen gelogen belachelijk absurd onzin onjuist`),
  scales: wordSet(`honderd duizend miljoen miljard dozijn half halve`),
  bounds: phrases(`
    minder dan, meer dan, onder de, tot, hooguit, hoogstens, minstens, ten minste,
    niet meer dan, nauwelijks, bijna, de helft van, min
  `),
  factive: wordSet(`
    weet weten wist wisten geweten toont tonen bewijst bewijzen betekent zie zien ziet gezien
    zag geleerd duidelijk zeker feit waarheid blij trots probleem reden resultaat herinner
  `),
  unsettled: wordSet(`
    lijkt leek schijnt hoop hopen hoopt hoopte vreest wens wenste verwachten verwachtte gerucht
    geruchten idee bewering beschuldiging verdenking indruk mogelijkheid gevaar risico theorie
    legende verhaal mogelijk denkbaar waarschijnlijk droom droomde roept riepen insinuatie
    suggestie aanname dreigement
  `),
  pointing: wordSet(`dit deze dat die`),
  quantifiers: wordSet(`
    alle allemaal elke ieder iedere veel vele sommige enkele verschillende weinig beide geen
    duizenden honderden meerderheid helft derde minderheid meeste deel
  `),
  whenever: wordSet(`wanneer`),
  present: wordSet(`is zijn ben kan kunnen zal zullen`),
  forgetting: wordSet(`vergeten vergeet negeren`),
  politely: phrases(`
    als u het mij vraagt, als je het mij vraagt, als ik eerlijk ben, als u wilt,
    als ik zo vrij mag zijn
  `),
  blanked: wordSet(`weggelakt naam plaats datum`),
  attempts: phrases(`geprobeerd te, probeerden te, wilde, wilden, dreigt te, te, minder`),
  futureEnds: [],
  fictions: wordSet(`
    film roman toneelstuk sprookje versie droom dromen nachtmerrie theorie grap boek opera
    legende mythe script propaganda
  `),
  given: wordSet(`met zonder`),
  conditionalEnds: [],
};
