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
  nearly: wordSet(`fast beinahe nahezu`),
  undoneBefore: phrases(`
    weit davon entfernt, weit entfernt davon, statt, anstatt, um ein haar, wirft uns vor,
    wirft mir vor, werfen uns vor, werfen mir vor, warf uns vor, warf mir vor, warfen uns vor,
    warfen mir vor, früher dachte ich, früher glaubte ich, früher meinte ich, ich wünschte,
    wir wünschten, als ob, als wenn, außerstande, in versuchung, man sagte uns, man sagt uns,
    man sagte mir, uns wurde gesagt, mir wurde gesagt, stellen sie sich vor, stell dir vor,
    stellt euch vor, angenommen, zu arm um, zu schwach um, zu müde um, zu spät um,
    stimmten gegen, sind gegen, bin gegen, aufgehört, kein beweis, keine beweise, scheint es,
    wie es heißt, es sieht so aus als, bevor, ehe, alles andere als, es geht das gerücht,
    keineswegs
  `),
  undoneAfter: phrases(`
    außer, ausgenommen, abgesehen von, mit ausnahme, es sei denn, von wegen, aber nur,
    jedoch nur, unter der bedingung, vorausgesetzt, theoretisch, auf dem papier,
    oder doch nicht, oder auch nicht, das sagt, das sagen, das behauptet, das behaupten,
    das behauptete, das jedenfalls, so heißt es, heißt es, sagt man, hieß es, wurde uns gesagt,
    sobald, so jedenfalls, so zumindest, so wenigstens, so die, so der, so das, erst wenn,
    zumindest sagt, nur über meine leiche, über meine leiche, nur über unsere leichen,
    bis auf einen, bis auf eine, bis auf zwei, bis auf den, bis auf die
  `),
  inverted: wordSet(`hätte hätten wäre wären würde würden sollte sollten`),
  copulas: wordSet(`ist war sind waren`),
  refuted: wordSet(`falsch unwahr gelogen lüge lächerlich absurd unsinn haltlos märchen`),
  scales: wordSet(
    `hundert tausend million millionen milliarde milliarden dutzend halb halbe halbes halber`,
  ),
  bounds: phrases(`
    weniger als, mehr als, bis zu, höchstens, mindestens, wenigstens, nicht mehr als, knapp,
    gut, fast, beinahe, kaum, annähernd, minus, die hälfte von
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
    drohung gerede
  `),
  pointing: wordSet(
    `dieser diese dieses diesen diesem jener jene jenes jenen jenem mein meine meinen meinem meiner meines unser unsere unseren unserem unserer unseres ihren ihrem ihrer ihres seinen seinem seiner seines`,
  ),
};
