/** Spanish: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { NO_WORDS, phrases, wordSet } from '../lists.ts';

/**
 * Words around a passage in Spanish that change what it says: conditions, claims, beliefs of
 * others.
 */
export const esContext: ContextWords = {
  conditions: wordSet('imaginemos imagine si suponiendo supongamos'),
  claims: wordSet(`
    dice dicen dijo dijeron decía decían afirma afirman afirmó asegura aseguran cree creen
    pretende pretenden sostiene sostienen alega alegan piensa piensan cuentan
  `),
  opinions: wordSet(`
    creo creemos digo decimos dije dijimos dicho pienso pensamos verdad cierto prometido decir
    afirmado seguro
  `),
  own: wordSet('yo nosotros nosotras'),
  unsaid: wordSet(`
    supuestamente presuntamente
    falso falsa mentira mentir mienten niego niega niegan negamos dudo duda dudan dudamos
    rechazo rechaza imposible absurdo mito improbable
  `),
  possible: wordSet('podría podrían podríamos'),
  yesNo: wordSet('no sí'),
  only: wordSet('solo sólo solamente únicamente'),
  acronyms: NO_WORDS,
  courtesy: wordSet(`
    presidente presidenta ministro ministra rey reina papa gobierno parlamento congreso senado
    estado consejo comisión alcalde alcaldesa república iglesia
  `),
  hesitations: wordSet('eh em mmm hm'),
  unheard: new Set(
    phrases(`
    inaudible, ininteligible, incomprensible, inentendible, no se oye, no se entiende, voces
    superpuestas, corte de audio, fuera de micrófono
  `),
  ),
  nearly: wordSet(`casi`),
  undoneBefore: phrases(
    `lejos de, en lugar de, en vez de, por poco, pensaba, creía, pensábamos, creíamos, ojalá, como si, incapaz de, incapaces de, acusan de, acusa de, acusado de, acusada de, acusados de, a punto de`,
  ),
  undoneAfter: phrases(
    `salvo, excepto, a excepción de, a menos, aparte de, menos el, menos la, menos los, menos las`,
  ),
  inverted: NO_WORDS,
  copulas: wordSet(`es era son eran`),
  refuted: wordSet(`falso falsa mentira absurdo absurda ridículo ridícula infundado infundada`),
  scales: wordSet(`mil millón millones ciento cien docena medio media`),
  pointing: wordSet(
    `este esta estos estas ese esa esos esas mis los las nuestro nuestra nuestros nuestras sus`,
  ),
};
