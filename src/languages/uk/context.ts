/** Ukrainian: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { NO_WORDS, phrases, wordSet } from '../lists.ts';

/**
 * Words around a passage in Ukrainian that change what it says: conditions, claims, beliefs of
 * others.
 */
export const ukContext: ContextWords = {
  conditions: wordSet('якщо якби чи'),
  claims: wordSet(`
    стверджує стверджують стверджував стверджували каже кажуть казав казали сказав сказали
    вважає вважають думає думають
  `),
  opinions: wordSet(`
    кажу сказав сказала думаю вважаю гадаю правда вірно обіцяв стверджувати казав казала
  `),
  own: wordSet('я ми'),
  unsaid: wordSet(`
    нібито
    брехня неправда заперечую заперечує заперечують сумніваюся сумнівається сумніваються
    відмовляюся відмовляється неможливо нісенітниця хибно міф
  `),
  possible: wordSet('міг могла могли'),
  yesNo: wordSet('ні так'),
  only: wordSet('тільки лише виключно'),
  acronyms: NO_WORDS,
  courtesy: wordSet(`
    президент міністр король королева папа уряд парламент сенат держава рада комісія мер
    прем’єр церква ви вас вам ваш
  `),
  hesitations: wordSet('е ее еее ем мм гм'),
  unheard: new Set(phrases('нерозбірливо, нрзб, не чути, говорять одночасно, без мікрофона')),
  nearly: wordSet(`майже`),
  undoneBefore: phrases(`замість того щоб, мало не, ледь не, ніби, наче`),
  undoneAfter: phrases(`крім, за винятком, хіба що`),
  inverted: NO_WORDS,
  copulas: wordSet(`був була було були`),
  refuted: wordSet(`брехня брехнею неправда неправдою абсурд`),
  scales: wordSet(
    `сто тисяча тисячі тисяч мільйон мільйони мільйонів мільярд мільярди мільярдів дюжина пів`,
  ),
  pointing: wordSet(`цей ця це ці`),
};
