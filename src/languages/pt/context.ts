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
  own: wordSet(`
    eu nós tenho temos tinha tínhamos deixem deixe
  `),
  unsaid: wordSet(`
    supostamente alegadamente falso falsa mentira mentir mentem nego nega negam negamos duvido
    duvida duvidam recuso recusa recusam impossível absurdo mito improvável recusou recusamos
    recusaram rejeitou aparentemente evitou proibiu impediu negou negaram talvez
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
  nearly: wordSet(`
    quase só somente apenas
  `),
  undoneBefore: phrases(`
    longe de, em vez de, em lugar de, por pouco, pensava, acreditava, pensávamos, oxalá,
    tomara, como se, incapaz de, incapazes de, acusam de, acusado de, acusada de, acusados de,
    nos disseram, disseram nos, me disseram, disseram me, imaginem, imagine, votamos contra,
    somos contra, estamos contra, sou contra, deixamos de, deixei de, deixaram de, evitamos,
    renunciamos a, proibido de, impedidos de, nenhuma prova, medo de, esquecemos de,
    esqueci de, antes que, tudo menos, corre o boato de
  `),
  undoneAfter: phrases(`
    exceto, salvo, a menos, com exceção, à exceção, desde que, contanto que, só se, somente se,
    mas só, ou não, ou quase, em teoria, no papel, é o que dizem, é o que diz, isso dizem,
    dizem eles, segundo dizem, com a condição, assim que, logo que, uma vez que, ao que dizem,
    ou pelo menos, até que, segundo consta, por cima do meu cadáver,
    só por cima do meu cadáver, menos um, menos uma, menos dois, menos duas
  `),
  inverted: NO_WORDS,
  copulas: wordSet(`é era são eram`),
  refuted: wordSet(`falso falsa mentira absurdo absurda ridículo ridícula infundado infundada`),
  scales: wordSet(`mil milhão milhões bilhão bilhões cem cento dúzia meio meia`),
  bounds: phrases(`
    menos de, mais de, até, no máximo, no mínimo, pelo menos, não mais de, não mais do que,
    apenas, quase, cerca de, metade de
  `),
  factive: wordSet(`
    sei sabe sabemos sabem sabia sabíamos soube mostra mostram prova provam significa vejo
    vemos vê viu claro evidente certo seguro verdade fato facto contente orgulhoso problema
    razão resultado lembro lembramos
  `),
  unsettled: wordSet(`
    parece parecia espero esperamos espera teme desejo desejamos boato boatos rumor rumores
    ideia noção acusação acusações suspeita impressão possibilidade risco perigo teoria lenda
    história possível provável sonho quer querem queria insinuação hipótese crença ameaça
    esperança
  `),
  pointing: wordSet(`este esta estes estas esse essa esses essas os as meus minhas nossos nossas`),
  quantifiers: wordSet(`
    todos todas todo toda cada vários várias alguns algumas muitos muitas poucos poucas nenhum
    nenhuma milhares centenas ambos ambas maioria metade terço minoria parte
  `),
  whenever: wordSet(`quando`),
  present: wordSet(`é são está estão será serão pode podem poderá poderão`),
  forgetting: wordSet(`esquecer esqueçamos esquecemos ignorar`),
  politely: phrases(
    `se me perguntam, se me perguntarem, se quiserem, se me permitem, se me permite`,
  ),
  blanked: wordSet(`censurado nome lugar data`),
  attempts: phrases(
    `tentou, tentamos, tentaram, quis, quiseram, queria, queriam, demasiado, menos`,
  ),
  futureEnds: phrases(`rei, rá, remos, rão`),
  fictions: wordSet(`
    filme romance peça conto versão sonho sonhos pesadelo teoria piada livro ópera lenda
    mito roteiro propaganda
  `),
  given: wordSet(`com sem dado`),
  conditionalEnds: phrases(`ria, riam, ríamos`),
};
