/** Spanish: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { listed, NONE, phrases } from '../lists.ts';

export const context: ContextWords = {
  conditions: listed('imaginemos imagine si suponiendo supongamos'),
  claims: listed(`
    dice dicen dijo dijeron decía decían afirma afirman afirmó asegura aseguran cree creen
    pretende pretenden sostiene sostienen alega alegan piensa piensan cuentan
  `),
  opinions: listed(`
    creo creemos digo decimos dije dijimos dicho pienso pensamos verdad cierto prometido decir
    afirmado seguro
  `),
  own: listed('yo nosotros nosotras'),
  unsaid: listed(`
    supuestamente presuntamente
    falso falsa mentira mentir mienten niego niega niegan negamos dudo duda dudan dudamos
    rechazo rechaza imposible absurdo mito improbable
  `),
  possible: listed('podría podrían podríamos'),
  yesNo: listed('no sí'),
  only: listed('solo sólo solamente únicamente'),
  acronyms: NONE,
  courtesy: listed(`
    presidente presidenta ministro ministra rey reina papa gobierno parlamento congreso senado
    estado consejo comisión alcalde alcaldesa república iglesia
  `),
  hesitations: listed('eh em mmm hm'),
  unheard: new Set(
    phrases(`
    inaudible, ininteligible, incomprensible, inentendible, no se oye, no se entiende, voces
    superpuestas, corte de audio, fuera de micrófono
  `),
  ),
};
