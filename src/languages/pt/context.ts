/** Portuguese: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { NO_WORDS, phrases, wordSet } from '../lists.ts';

/**
 * Words around a passage in Portuguese that change what it says: conditions, claims, beliefs of
 * others.
 */
export const ptContext: ContextWords = {
  conditions: wordSet('imaginemos se caso supondo'),
  claims: wordSet(`
    diz dizem disse disseram dizia diziam afirma afirmam afirmou alega alegam acredita
    acreditam acha acham pensa pensam sustenta sustentam
  `),
  opinions: wordSet(`
    acho achamos digo dizemos disse dito penso pensamos acredito verdade prometido dizer certo
  `),
  own: wordSet('eu nós'),
  unsaid: wordSet(`
    supostamente alegadamente
    falso falsa mentira mentir mentem nego nega negam negamos duvido duvida duvidam recuso
    recusa recusam impossível absurdo mito improvável
  `),
  possible: wordSet('poderia poderiam poderíamos'),
  yesNo: wordSet('não sim'),
  only: wordSet('só somente apenas unicamente'),
  acronyms: NO_WORDS,
  courtesy: wordSet(`
    presidente ministro ministra rei rainha papa governo parlamento congresso senado estado
    conselho comissão prefeito prefeita república igreja
  `),
  hesitations: wordSet('eh hã ahn hum hm'),
  unheard: new Set(
    phrases(`
    inaudível, ininteligível, incompreensível, não se ouve, vozes sobrepostas, falha no áudio,
    fora do microfone
  `),
  ),
  nearly: wordSet(`quase`),
  undoneBefore: phrases(
    `longe de, em vez de, em lugar de, por pouco, pensava, acreditava, pensávamos, oxalá, tomara, como se, incapaz de, incapazes de, acusam de, acusado de, acusada de, acusados de`,
  ),
  undoneAfter: phrases(`exceto, salvo, a menos, com exceção, à exceção`),
  inverted: NO_WORDS,
  copulas: wordSet(`é era são eram`),
  refuted: wordSet(`falso falsa mentira absurdo absurda ridículo ridícula infundado infundada`),
  scales: wordSet(`mil milhão milhões bilhão bilhões cem cento dúzia meio meia`),
  pointing: wordSet(`este esta estes estas esse essa esses essas os as meus minhas nossos nossas`),
};
