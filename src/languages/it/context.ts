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
  own: wordSet(`
    io noi ho abbiamo avevo avevamo lasciatemi permettetemi
  `),
  unsaid: wordSet(`
    presuntamente falso falsa bugia menzogna mentire mente mentono nego nega negano neghiamo
    dubito dubita dubitano rifiuto rifiuta rifiutano impossibile assurdo favola improbabile
    rifiutato rifiutò rifiutarono respinto smesso evitato vietato impedito apparentemente negò
    negarono forse
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
  nearly: wordSet(`
    quasi solo soltanto solamente perfino
  `),
  undoneBefore: phrases(`
    lontani dal, lontano dal, lontana dal, lontane dal, invece di, anziché, piuttosto che,
    per poco, magari, come se, incapace di, incapaci di, accusano di, accusa di, accusato di,
    accusata di, accusati di, pensavo, credevo, pensavamo, credevamo, ci hanno detto,
    mi hanno detto, ci dissero, ci hanno assicurato, immaginate, immaginatevi,
    troppo poveri per, troppo tardi per, votato contro, siamo contro, sono contro, smesso di,
    evitato di, dimenticato di, rinunciato a, vietato, impedito di, nessuna prova, paura di,
    rifiutato di, prima che, tutt'altro che, corre voce, può darsi che
  `),
  undoneAfter: phrases(`
    tranne, eccetto, salvo, a meno, ad eccezione, purché, a patto, a condizione, solo se,
    ma solo, o no, o quasi, in teoria, sulla carta, così dicono, così dice, è quello che,
    è ciò che, questo dicono, dice lui, a quanto pare, almeno così, non appena, una volta che,
    a sentire, a detta di, a dire di, a dir loro, o almeno, finché non, così diceva,
    così dicevano, sul mio cadavere, dovranno passare sul, così almeno dice, così almeno dicono
  `),
  inverted: NO_WORDS,
  copulas: wordSet(`è era sono erano`),
  refuted: wordSet(
    `falso falsa bugia menzogna assurdo assurda ridicolo ridicola infondato infondata`,
  ),
  scales: wordSet(`cento mila mille milione milioni miliardo miliardi dozzina mezzo mezza`),
  bounds: phrases(`
    meno di, più di, fino a, al massimo, al più, almeno, non più di, appena, quasi,
    circa la metà di, la metà di, meno
  `),
  factive: wordSet(`
    so sa sappiamo sapete sanno sapevo sapeva sapevamo sapevano saputo mostra mostrano dimostra
    dimostrano prova provano significa vedo vediamo vede visto imparato chiaro evidente certo
    sicuro verità fatto contento orgoglioso problema ragione risultato ricordo ricordiamo
  `),
  unsettled: wordSet(`
    pare pareva sembra sembrava spero speriamo spera sperava teme desidero voce voci idea
    nozione accusa accuse sospetto impressione possibilità rischio pericolo teoria leggenda
    storia possibile probabile sogno sognava vuole vogliono voleva prevede insinuazione
    insinuazioni ipotesi credenza minaccia speranza diceria
  `),
  pointing: wordSet(`
    questo questa questi queste quel quello quella quei quegli quelle i gli le miei mie
    nostri nostre vostro vostra
  `),
  quantifiers: wordSet(`
    tutti tutte tutto tutta ogni molti molte alcuni alcune parecchi pochi poche nessun nessuna
    migliaia centinaia entrambi maggioranza metà terzo minoranza parte
  `),
  whenever: wordSet(`quando`),
  present: wordSet(`è sono sarà saranno può possono potrà potranno`),
  forgetting: wordSet(`dimenticare dimentichiamo dimenticato ignorare`),
  politely: phrases(
    `se me lo chiede, se me lo chiedete, se vuole, se volete, se posso, se permette, se vogliamo`,
  ),
  blanked: wordSet(`censurato nome luogo data`),
  attempts: phrases(`
    cercato di, provato a, provavano a, voleva, volevano, rischia di, minaccia di, troppo,
    meno, potuto
  `),
  futureEnds: phrases(`rò, rai, rà, remo, rete, ranno`),
  fictions: wordSet(`
    film romanzo dramma favola versione sogno sogni incubo teoria barzelletta libro opera
    leggenda mito copione propaganda
  `),
  given: wordSet(`con senza dato`),
  conditionalEnds: phrases(`rebbe, rebbero, remmo`),
};
