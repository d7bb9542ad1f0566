/** German: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { wordSet, NO_WORDS, phrases } from '../lists.ts';

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
  own: wordSet('ich wir'),
  unsaid: wordSet(`
    angeblich vermeintlich
    falsch unwahr gelogen lüge lügen märchen unsinn leugne leugnet leugnen bestreite bestreitet
    bestreiten bezweifle bezweifelt bezweifeln verneint weigern weigert weigere weigerte
    unmöglich irrig
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
};
