/** Polish: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { listed, NONE, phrases } from '../lists.ts';

export const context: ContextWords = {
  conditions: listed('jeśli jeżeli gdyby czy jeśliby'),
  claims: listed(`
    twierdzi twierdzą twierdził twierdzili mówi mówią mówił mówili powiedział powiedziała uważa
    uważają sądzi sądzą
  `),
  opinions: listed(`
    mówię powiedziałem powiedziałam myślę sądzę uważam twierdzę prawdą prawda powiedzieć
    twierdzić obiecałem
  `),
  own: listed('ja my'),
  unsaid: listed(`
    rzekomo
    fałszem fałsz kłamstwo kłamstwem nieprawda nieprawdą kłamią zaprzeczam zaprzecza
    zaprzeczają wątpię wątpi wątpią odmawiam odmawia niemożliwe bzdura bzdurą
  `),
  possible: listed('mógłby mogłaby mogliby moglibyśmy'),
  yesNo: listed('nie tak'),
  only: listed('tylko jedynie wyłącznie'),
  acronyms: NONE,
  courtesy: listed(`
    prezydent minister król królowa papież rząd sejm senat państwo rada komisja burmistrz
    premier kościół
  `),
  hesitations: listed('yyy eee hm mhm'),
  unheard: new Set(
    phrases(`
    niesłyszalne, niezrozumiałe, niewyraźne, nieczytelne, głosy nakładają się, poza mikrofonem
  `),
  ),
};
