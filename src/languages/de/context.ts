/** German: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { listed, NONE, phrases } from '../lists.ts';

export const context: ContextWords = {
  conditions: listed('gesetzt wenn falls sofern ob soweit vorausgesetzt angenommen'),
  claims: listed(`
    behauptet behaupten behauptete behaupteten sagt sagen sagte sagten meint meinen meinte
    meinten glaubt glauben glaubte glaubten heißt unterstellt unterstellen erzählt erzählen
    erzählte erzählten
  `),
  opinions: listed(`
    sage gesagt behauptet behaupte glaube geglaubt denke meine stimmt wahr heißt richtig finde
    sagen glauben denken meinen behaupten versprochen
  `),
  own: listed('ich wir'),
  unsaid: listed(`
    angeblich vermeintlich
    falsch unwahr gelogen lüge lügen märchen unsinn leugne leugnet leugnen bestreite bestreitet
    bestreiten bezweifle bezweifelt bezweifeln verneint weigern weigert weigere weigerte
    unmöglich irrig
  `),
  possible: listed('könnte könnten würde würden dürfte dürften'),
  yesNo: listed('nein ja nee doch'),
  only: listed('nur bloß lediglich allein'),
  acronyms: NONE,
  courtesy: NONE,
  hesitations: listed('äh ähm öh öhm hm hmm mhm ehm'),
  unheard: new Set(
    phrases(`
    unverständlich, unverst., akustisch unverständlich, unhörbar, nicht verständlich,
    durcheinander, zwischenruf unverständlich, tonausfall, mikrofon aus
  `),
  ),
};
