/** Ukrainian: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { listed, NONE, phrases } from '../lists.ts';

export const context: ContextWords = {
  conditions: listed('якщо якби чи'),
  claims: listed(`
    стверджує стверджують стверджував стверджували каже кажуть казав казали сказав сказали
    вважає вважають думає думають
  `),
  opinions: listed(`
    кажу сказав сказала думаю вважаю гадаю правда вірно обіцяв стверджувати казав казала
  `),
  own: listed('я ми'),
  unsaid: listed(`
    нібито
    брехня неправда заперечую заперечує заперечують сумніваюся сумнівається сумніваються
    відмовляюся відмовляється неможливо нісенітниця хибно міф
  `),
  possible: listed('міг могла могли'),
  yesNo: listed('ні так'),
  only: listed('тільки лише виключно'),
  acronyms: NONE,
  courtesy: listed(`
    президент міністр король королева папа уряд парламент сенат держава рада комісія мер
    прем’єр церква ви вас вам ваш
  `),
  hesitations: listed('е ее еее ем мм гм'),
  unheard: new Set(phrases('нерозбірливо, нрзб, не чути, говорять одночасно, без мікрофона')),
};
