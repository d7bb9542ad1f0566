/** Italian: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { listed, NONE, phrases } from '../lists.ts';

export const context: ContextWords = {
  conditions: listed('immaginiamo immagini supponiamo se qualora purché ammesso'),
  claims: listed(`
    dice dicono disse dissero diceva dicevano afferma affermano sostiene sostengono pretende
    pretendono crede credono pensa pensano racconta raccontano
  `),
  opinions: listed(`
    credo crediamo dico diciamo detto penso pensiamo vero promesso dire affermato sicuro
  `),
  own: listed('io noi'),
  unsaid: listed(`
    presuntamente
    falso falsa bugia menzogna mentire mente mentono nego nega negano neghiamo dubito dubita
    dubitano rifiuto rifiuta rifiutano impossibile assurdo favola improbabile
  `),
  possible: listed('potrebbe potrebbero potremmo potrei'),
  yesNo: listed('no sì si'),
  only: listed('solo soltanto solamente unicamente'),
  acronyms: NONE,
  courtesy: listed(`
    presidente ministro ministra re regina papa governo parlamento senato stato consiglio
    commissione sindaco sindaca repubblica chiesa
  `),
  hesitations: listed('ehm eh uhm mmm mh'),
  unheard: new Set(
    phrases(`
    inudibile, incomprensibile, non udibile, parole inudibili, non si sente, voci sovrapposte,
    audio disturbato, fuori microfono
  `),
  ),
};
