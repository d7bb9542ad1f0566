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
  own: wordSet('ik wij we'),
  unsaid: wordSet(`
    zogenaamd vermeend
    onrechte onwaar leugen liegen loog gelogen ontken ontkent ontkennen betwijfel betwijfelt betwijfelen
    weiger weigert weigeren onmogelijk onzin fabel onjuist
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
  nearly: wordSet(`bijna haast`),
  undoneBefore: phrases(
    `ver verwijderd van, in plaats van, vroeger dacht ik, vroeger geloofde ik, alsof, ik wou, ik wens, niet in staat om, beschuldigen ons ervan, beschuldigt ons ervan, beschuldigd van, op het punt om`,
  ),
  undoneAfter: phrases(`behalve, uitgezonderd, met uitzondering van, afgezien van, tenzij`),
  inverted: wordSet(`had hadden was waren zou zouden`),
  copulas: wordSet(`is was zijn waren`),
  refuted: wordSet(`onwaar leugen gelogen belachelijk absurd onzin onjuist`),
  scales: wordSet(`honderd duizend miljoen miljard dozijn half halve`),
  pointing: wordSet(`dit deze dat die`),
};
