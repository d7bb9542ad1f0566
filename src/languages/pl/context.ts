/** Polish: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { NO_WORDS, phrases, wordSet } from '../lists.ts';

/**
 * Words around a passage in Polish that change what it says: conditions, claims, beliefs of
 * others.
 */
export const plContext: ContextWords = {
  conditions: wordSet('jeśli jeżeli gdyby czy jeśliby'),
  claims: wordSet(`
    twierdzi twierdzą twierdził twierdzili mówi mówią mówił mówili powiedział powiedziała uważa
    uważają sądzi sądzą
  `),
  opinions: wordSet(`
    mówię powiedziałem powiedziałam myślę sądzę uważam twierdzę prawdą prawda powiedzieć
    twierdzić obiecałem
  `),
  own: wordSet('ja my'),
  unsaid: wordSet(`
    rzekomo
    fałszem fałsz kłamstwo kłamstwem nieprawda nieprawdą kłamią zaprzeczam zaprzecza
    zaprzeczają wątpię wątpi wątpią odmawiam odmawia niemożliwe bzdura bzdurą
  `),
  possible: wordSet('mógłby mogłaby mogliby moglibyśmy'),
  yesNo: wordSet('nie tak'),
  only: wordSet('tylko jedynie wyłącznie'),
  acronyms: NO_WORDS,
  courtesy: wordSet(`
    prezydent minister król królowa papież rząd sejm senat państwo rada komisja burmistrz
    premier kościół
  `),
  hesitations: wordSet('yyy eee hm mhm'),
  unheard: new Set(
    phrases(`
    niesłyszalne, niezrozumiałe, niewyraźne, nieczytelne, głosy nakładają się, poza mikrofonem
  `),
  ),
  nearly: wordSet(`prawie niemal omal`),
  undoneBefore: phrases(`zamiast, daleko od, jakby, o mało, gdyby tylko`),
  undoneAfter: phrases(`oprócz, poza, z wyjątkiem, chyba że`),
  inverted: NO_WORDS,
  copulas: wordSet(`jest był była było są byli były`),
  refuted: wordSet(`fałszem kłamstwem nieprawdą absurdem`),
  scales: wordSet(
    `sto tysiąc tysiące tysięcy milion miliony milionów miliard miliardy miliardów tuzin pół`,
  ),
  pointing: wordSet(`ten ta to ci te tego tej tych tym`),
};
