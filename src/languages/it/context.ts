/** Italian: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { NO_WORDS, phrases, wordSet } from '../lists.ts';

/**
 * Words around a passage in Italian that change what it says: conditions, claims, beliefs of
 * others.
 */
export const itContext: ContextWords = {
  conditions: wordSet('immaginiamo immagini supponiamo se qualora purché ammesso'),
  claims: wordSet(`
    dice dicono disse dissero diceva dicevano afferma affermano sostiene sostengono pretende
    pretendono crede credono pensa pensano racconta raccontano
  `),
  opinions: wordSet(`
    credo crediamo dico diciamo detto penso pensiamo vero promesso dire affermato sicuro
  `),
  own: wordSet('io noi'),
  unsaid: wordSet(`
    presuntamente
    falso falsa bugia menzogna mentire mente mentono nego nega negano neghiamo dubito dubita
    dubitano rifiuto rifiuta rifiutano impossibile assurdo favola improbabile
  `),
  possible: wordSet('potrebbe potrebbero potremmo potrei'),
  yesNo: wordSet('no sì si'),
  only: wordSet('solo soltanto solamente unicamente'),
  acronyms: NO_WORDS,
  courtesy: wordSet(`
    presidente ministro ministra re regina papa governo parlamento senato stato consiglio
    commissione sindaco sindaca repubblica chiesa
  `),
  hesitations: wordSet('ehm eh uhm mmm mh'),
  unheard: new Set(
    phrases(`
    inudibile, incomprensibile, non udibile, parole inudibili, non si sente, voci sovrapposte,
    audio disturbato, fuori microfono
  `),
  ),
  nearly: wordSet(`quasi`),
  undoneBefore: phrases(
    `lontani dal, lontano dal, lontana dal, lontane dal, invece di, anziché, piuttosto che, per poco, magari, come se, incapace di, incapaci di, accusano di, accusa di, accusato di, accusata di, accusati di, pensavo, credevo, pensavamo, credevamo`,
  ),
  undoneAfter: phrases(`tranne, eccetto, salvo, a meno, ad eccezione`),
  inverted: NO_WORDS,
  copulas: wordSet(`è era sono erano`),
  refuted: wordSet(
    `falso falsa bugia menzogna assurdo assurda ridicolo ridicola infondato infondata`,
  ),
  scales: wordSet(`cento mila mille milione milioni miliardo miliardi dozzina mezzo mezza`),
  pointing: wordSet(
    `questo questa questi queste quel quello quella quei quegli quelle i gli le miei mie nostri nostre vostro vostra`,
  ),
};
