/** Polish: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { NO_WORDS, phrases, wordSet } from '../lists.ts';

/**
 * Words around a passage in Polish that change what it says: conditions, claims, beliefs of
 * others.
 */
export const plContext: ContextWords = {
  conditions: wordSet(`
    jeśli jeżeli gdyby czy jeśliby gdybyśmy gdybym gdybyś gdybyście jeślibyśmy jeślibym
    jeżeliby
  `),
  claims: wordSet(`
    twierdzi twierdzą twierdził twierdzili mówi mówią mówił mówili powiedział powiedziała uważa
    uważają sądzi sądzą
  `),
  opinions: wordSet(`
    mówię powiedziałem powiedziałam myślę sądzę uważam twierdzę prawdą prawda powiedzieć
    twierdzić obiecałem
  `),
  own: wordSet(`
    ja my pozwólcie pozwolę
  `),
  unsaid: wordSet(`
    rzekomo fałszem fałsz kłamstwo kłamstwem nieprawda nieprawdą kłamią zaprzeczam zaprzecza
    zaprzeczają wątpię wątpi wątpią odmawiam odmawia niemożliwe bzdura bzdurą podobno ponoć
    jakoby odmówił odmówili odmówiliśmy odmówiłem przestał przestali przestaliśmy zabronił
    pozornie może
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
  nearly: wordSet(`
    prawie niemal omal tylko jedynie
  `),
  undoneBefore: phrases(`
    zamiast, daleko od, jakby, o mało, gdyby tylko, powiedziano nam, powiedziano mi,
    mówiono nam, zapewniano nas, wyobraźmy sobie, wyobraźcie sobie, proszę sobie wyobrazić,
    głosowaliśmy przeciwko, jesteśmy przeciwko, jestem przeciwko, przestaliśmy, przestałem,
    zapomnieliśmy, zapomniałem, zabroniono nam, odmówiliśmy, odmówiłem, odmówił, odmówili,
    mówi się, żadnych dowodów, za biedni żeby, zanim, chodzą słuchy, wszystko tylko nie
  `),
  undoneAfter: phrases(`
    oprócz, poza, z wyjątkiem, chyba że, o ile, pod warunkiem, tylko jeśli, tylko gdy,
    tylko wtedy, ale tylko, albo i nie, w teorii, na papierze, tak twierdzą, tak twierdzi,
    tak mówią, tak przynajmniej, tak mówi, to właśnie mówią, to mówią, jak twierdzą, jak mówią,
    podobno, jak słyszymy, jak tylko, gdy tylko, kiedy tylko, jak słyszę, jak zapewniał,
    jak zapewniają, jak twierdził, jak mówił, a przynajmniej, dopóki nie, aż do chwili,
    po moim trupie, tak przynajmniej twierdzi, tak przynajmniej twierdzą,
    tak przynajmniej mówi, tak przynajmniej mówią
  `),
  inverted: NO_WORDS,
  copulas: wordSet(`jest był była było są byli były`),
  refuted: wordSet(`fałszem kłamstwem nieprawdą absurdem`),
  scales: wordSet(
    `sto tysiąc tysiące tysięcy milion miliony milionów miliard miliardy miliardów tuzin pół`,
  ),
  bounds: phrases(`
    mniej niż, więcej niż, ponad, poniżej, najwyżej, co najwyżej, przynajmniej, co najmniej,
    nie więcej niż, ledwie, ledwo, prawie, niemal, blisko, połowa z, minus
  `),
  factive: wordSet(`
    wiem wie wiemy wiecie wiedzą wiedział wiedziała wiedzieliśmy wiedziałem pokazuje pokazują
    dowodzi dowodzą oznacza znaczy widzę widzimy widzi jasne oczywiste pewien pewny pewne
    prawda faktem fakt cieszę dumny problem powód wynik pamiętam pamiętamy
  `),
  unsettled: wordSet(`
    wydaje zdaje nadzieję nadzieja boi obawia przypuśćmy plotka plotki plotkę pomysł oskarżenie
    zarzut podejrzenie wrażenie możliwość ryzyko niebezpieczeństwo teoria legenda możliwe
    prawdopodobne chce chcą żąda marzy słuchy słychać insynuacja hipoteza groźba obawa
  `),
  pointing: wordSet(`ten ta to ci te tego tej tych tym`),
  quantifiers: wordSet(`
    wszyscy wszystkie wszystko każdy każda każde wielu wiele kilka kilku niektórzy niektóre
    żaden żadna tysiące setki obaj oba większość połowa mniejszość
  `),
  whenever: wordSet(`kiedy gdy`),
  present: wordSet(`jest są będzie będą może mogą`),
  forgetting: wordSet(`zapominać zapomnieć zapomnijmy ignorować`),
  politely: phrases(`jeśli mnie pytacie, jeśli mnie pan pyta, jeśli wolno, jeśli chcecie`),
  blanked: wordSet(`ocenzurowano nazwisko`),
  attempts: phrases(`próbował, próbowali, chciał, chcieli, zbyt, mniej`),
  futureEnds: phrases(`emy, imy, ymy`),
  fictions: wordSet(`
    filmie powieści sztuce bajce wersji śnie snach koszmarze teorii żarcie książce operze
    legendzie scenariuszu propagandzie
  `),
  given: wordSet(`z bez`),
  conditionalEnds: [],
};
