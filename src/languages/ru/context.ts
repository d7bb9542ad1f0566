/** Russian: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { listed, NONE, phrases } from '../lists.ts';

export const context: ContextWords = {
  conditions: listed('если ли кабы'),
  claims: listed(`
    утверждает утверждают утверждал утверждали говорит говорят говорил говорили сказал сказали
    считает считают думает думают
  `),
  opinions: listed(`
    говорю сказал сказала думаю считаю полагаю правда верно обещал утверждать говорил говорила
  `),
  own: listed('я мы'),
  unsaid: listed(`
    якобы
    ложь неправда враньё вранье отрицаю отрицает отрицают сомневаюсь сомневается сомневаются
    отказываюсь отказывается отказываются невозможно чушь неверно миф
  `),
  possible: listed('мог могла могли'),
  yesNo: listed('нет да'),
  only: listed('только лишь исключительно'),
  acronyms: NONE,
  courtesy: listed(`
    президент министр король королева папа правительство парламент сенат государство совет
    комиссия мэр премьер церковь вы вас вам ваш
  `),
  hesitations: listed('э ээ эээ эм мм гм'),
  unheard: new Set(
    phrases(`
    неразборчиво, нрзб, нрзб., не слышно, неслышно, говорят одновременно, без микрофона
  `),
  ),
};
