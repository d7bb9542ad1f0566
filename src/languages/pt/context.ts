/** Portuguese: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { listed, NONE, phrases } from '../lists.ts';

export const context: ContextWords = {
  conditions: listed('imaginemos se caso supondo'),
  claims: listed(`
    diz dizem disse disseram dizia diziam afirma afirmam afirmou alega alegam acredita
    acreditam acha acham pensa pensam sustenta sustentam
  `),
  opinions: listed(`
    acho achamos digo dizemos disse dito penso pensamos acredito verdade prometido dizer certo
  `),
  own: listed('eu nós'),
  unsaid: listed(`
    supostamente alegadamente
    falso falsa mentira mentir mentem nego nega negam negamos duvido duvida duvidam recuso
    recusa recusam impossível absurdo mito improvável
  `),
  possible: listed('poderia poderiam poderíamos'),
  yesNo: listed('não sim'),
  only: listed('só somente apenas unicamente'),
  acronyms: NONE,
  courtesy: listed(`
    presidente ministro ministra rei rainha papa governo parlamento congresso senado estado
    conselho comissão prefeito prefeita república igreja
  `),
  hesitations: listed('eh hã ahn hum hm'),
  unheard: new Set(
    phrases(`
    inaudível, ininteligível, incompreensível, não se ouve, vozes sobrepostas, falha no áudio,
    fora do microfone
  `),
  ),
};
