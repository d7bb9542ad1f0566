/** German: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { NO_WORDS, phrases, wordSet } from '../lists.ts';

/**
 * Words around a passage in German that change what it says: conditions, claims, beliefs of
 * others.
 */
export const deContext: ContextWords = {
  conditions: wordSet('gesetzt wenn falls sofern ob soweit vorausgesetzt angenommen'),
  claims: wordSet(`
    behauptet behaupten behauptete behaupteten sagt sagen sagte sagten meint meinen meinte
    meinten glaubt glauben glaubte glaubten heißt unterstellt unterstellen erzählt erzählen
    erzählte erzählten
  `),
  opinions: wordSet(`
    sage gesagt behauptet behaupte glaube geglaubt denke meine stimmt wahr heißt richtig finde
    sagen glauben denken meinen behaupten versprochen
  `),
  own: wordSet(`
    ich wir lassen lass mich
  `),
  unsaid: wordSet(`
    angeblich vermeintlich unrecht falsch unwahr gelogen lüge lügen märchen unsinn leugne
    leugnet leugnen bestreite bestreitet bestreiten bezweifle bezweifelt bezweifeln verneint
    weigern weigert weigere weigerte unmöglich irrig anscheinend scheinbar verweigert
    verweigerte verweigerten abgelehnt lehnte lehnten aufgehört versäumt versäumte vergaß
    verboten verbot verhindert verhinderte vielleicht womöglich möglicherweise eventuell
    vermutlich wahrscheinlich mutmaßlich theoretisch
  `),
  possible: wordSet('könnte könnten würde würden dürfte dürften'),
  yesNo: wordSet('nein ja nee doch'),
  only: wordSet('nur bloß lediglich allein'),
  acronyms: NO_WORDS,
  courtesy: NO_WORDS,
  hesitations: wordSet('äh ähm öh öhm hm hmm mhm ehm'),
  unheard: new Set(
    phrases(`
    unverständlich, unverst., akustisch unverständlich, unhörbar, nicht verständlich,
    durcheinander, zwischenruf unverständlich, tonausfall, mikrofon aus
  `),
  ),
  nearly: wordSet(`
    fast beinahe nahezu nur bloß lediglich sogar
  `),
  undoneBefore: phrases(`
    weit davon entfernt, weit entfernt davon, statt, anstatt, um ein haar, wirft uns vor,
    wirft mir vor, werfen uns vor, werfen mir vor, warf uns vor, warf mir vor, warfen uns vor,
    warfen mir vor, früher dachte ich, früher glaubte ich, früher meinte ich, ich wünschte,
    wir wünschten, als ob, als wenn, außerstande, in versuchung, man sagte uns, man sagt uns,
    man sagte mir, uns wurde gesagt, mir wurde gesagt, stellen sie sich vor, stell dir vor,
    stellt euch vor, angenommen, zu arm um, zu schwach um, zu müde um, zu spät um,
    stimmten gegen, sind gegen, bin gegen, aufgehört, kein beweis, keine beweise, scheint es,
    wie es heißt, es sieht so aus als, bevor, ehe, alles andere als, es geht das gerücht,
    keineswegs, soweit ich weiß, soweit ich sehe, soviel ich weiß, meines wissens, ja klar,
    na klar, weniger, seltener, besser als, schlechter als, selten, ich nehme an,
    wir nehmen an, ich vermute, wir vermuten, ich schätze, gewissermaßen, in gewisser weise,
    in gewissem sinne, sozusagen, mehr oder weniger, zum teil, teilweise, im prinzip,
    auf dem papier, in der theorie, im schnitt, eine art, offiziell, es ist möglich,
    es ist denkbar, bestenfalls, schlimmstenfalls, dem vernehmen nach, es scheint,
    wie es scheint
  `),
  undoneAfter: phrases(`
    außer, ausgenommen, abgesehen von, mit ausnahme, es sei denn, von wegen, aber nur,
    jedoch nur, unter der bedingung, vorausgesetzt, theoretisch, auf dem papier,
    oder doch nicht, oder auch nicht, das sagt, das sagen, das behauptet, das behaupten,
    das behauptete, das jedenfalls, so heißt es, heißt es, sagt man, hieß es,
    wurde uns gesagt, sobald, so jedenfalls, so zumindest, so wenigstens, so die, so der,
    so das, erst wenn, zumindest sagt, nur über meine leiche, über meine leiche,
    nur über unsere leichen, bis auf einen, bis auf eine, bis auf zwei, bis auf den,
    bis auf die, im falle, für den fall, sofern, soweit, falls, hoffentlich, so gott will,
    mit etwas glück, wenn überhaupt, je nachdem, vorbehaltlich, jedenfalls bis, gewissermaßen,
    in gewisser weise, sozusagen, mehr oder weniger, haha, so weit, zumindest vorerst,
    vorerst, zumindest bis, zumindest in, zumindest für, bis auf weiteres, hoffe ich,
    fürchte ich, nehme ich an, vermute ich, bisher, bislang, bis jetzt, wo möglich,
    wenn möglich
  `),
  inverted: wordSet(`hätte hätten wäre wären würde würden sollte sollten`),
  copulas: wordSet(`ist war sind waren`),
  refuted: wordSet(`falsch unwahr gelogen lüge lächerlich absurd unsinn haltlos märchen`),
  scales: wordSet(
    `hundert tausend million millionen milliarde milliarden dutzend halb halbe halbes halber`,
  ),
  bounds: phrases(`
    weniger als, mehr als, bis zu, höchstens, mindestens, wenigstens, nicht mehr als, knapp,
    gut, fast, beinahe, kaum, annähernd, minus, die hälfte von, ungefähr, etwa, rund, circa,
    über, unter, im schnitt, jeder zweite, jeder dritte
  `),
  factive: wordSet(`
    weiß wissen wusste wussten gewusst zeigt zeigen zeigte bedeutet beweist beweisen bewies
    gemerkt merkte erfahren gesehen sehe sehen sieht fest klar sicher tatsache wahrheit froh
    stolz dankbar problem grund ergebnis vergessen erinnere
  `),
  unsettled: wordSet(`
    scheint schien hoffe hoffen hofft hoffte fürchtet wünsche wünschte erwarten erwartet
    erwartete vermuten vermutet annahme gerücht gerüchte idee vorstellung behauptung vorwurf
    verdacht eindruck möglichkeit gefahr risiko theorie legende geschichte möglich denkbar
    wahrscheinlich vorstellbar traum träume unterstellung unterstellungen hoffnung befürchtung
    drohung gerede hinweise hinweis anzeichen indizien mutmaßen mutmaßt spekuliert
  `),
  pointing: wordSet(`
    dieser diese dieses diesen diesem jener jene jenes jenen jenem mein meine meinen meinem
    meiner meines unser unsere unseren unserem unserer unseres ihren ihrem ihrer ihres
    seinen seinem seiner seines
  `),
  quantifiers: wordSet(`
    alle allen aller alles jeder jede jedes jeden manche einige viele mehrere wenige sämtliche
    beide keine tausende hunderte dutzende mehrheit meisten hälfte drittel viertel minderheit
    teil
  `),
  whenever: NO_WORDS,
  present: NO_WORDS,
  forgetting: wordSet(`vergessen vergesse vergisst übersehen ignorieren`),
  politely: phrases(`
    wenn sie mich fragen, wenn du mich fragst, wenn ihr mich fragt, wenn ich das sagen darf,
    wenn sie so wollen, wenn man so will, wenn ich ehrlich bin, wenn wir ehrlich sind
  `),
  blanked: wordSet(`geschwärzt zensiert name ort datum`),
  attempts: phrases(`
    versucht zu, versuchten zu, versucht, versuchten, gehofft, droht zu, drohen zu,
    scheint zu, scheinen zu, zu, plante, planten, wollte, wollten, sollte, sollten, drohte,
    drohten, wollen, sollen, sogenannte, sogenannten, sogenannter, angebliche, angeblichen,
    ehemalige, ehemaliger, ehemaligen, frühere, früherer, falsche, künftige,
    stellvertretende, mögliche, angehende, wohl, vermutlich, wahrscheinlich
  `),
  futureEnds: [],
  fictions: wordSet(`
    film roman stück märchen version traum träumen albtraum theorie szenario witz buch oper
    sage legende drehbuch fantasie vorstellung prospekt
  `),
  given: wordSet(`mit bei ohne angenommen`),
  conditionalEnds: [],
};
