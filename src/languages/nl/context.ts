/** Dutch: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { listed, NONE, phrases } from '../lists.ts';

export const context: ContextWords = {
  conditions: listed('gesteld als indien of mits tenzij wanneer stel'),
  claims: listed(`
    beweert beweren beweerde beweerden zegt zeggen zei zeiden gelooft geloven denkt denken
    vindt vinden stelt stellen vertelt vertellen
  `),
  opinions: listed(`
    zeg gezegd zeggen geloof denk vind waar beloofd beweerd gedacht beweren zeker
  `),
  own: listed('ik wij we'),
  unsaid: listed(`
    zogenaamd vermeend
    onwaar leugen liegen loog gelogen ontken ontkent ontkennen betwijfel betwijfelt betwijfelen
    weiger weigert weigeren onmogelijk onzin fabel onjuist
  `),
  possible: listed('zou zouden kon konden'),
  yesNo: listed('nee neen ja'),
  only: listed('alleen slechts enkel'),
  acronyms: NONE,
  courtesy: listed(`
    president minister koning koningin paus premier regering parlement kamer senaat staat raad
    commissie burgemeester kabinet kerk
  `),
  hesitations: listed('eh uh euh ehm uhm hm'),
  unheard: new Set(
    phrases(`
    onverstaanbaar, niet te verstaan, onhoorbaar, onduidelijk, door elkaar, buiten de
    microfoon, geluid valt weg
  `),
  ),
};
