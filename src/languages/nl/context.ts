/** Dutch: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { wordSet, NO_WORDS, phrases } from '../lists.ts';

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
    onwaar leugen liegen loog gelogen ontken ontkent ontkennen betwijfel betwijfelt betwijfelen
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
};
