/** Russian: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { NO_WORDS, phrases, wordSet } from '../lists.ts';

/**
 * Words around a passage in Russian that change what it says: conditions, claims, beliefs of
 * others.
 */
export const ruContext: ContextWords = {
  conditions: wordSet('если ли кабы'),
  claims: wordSet(`
    утверждает утверждают утверждал утверждали говорит говорят говорил говорили сказал сказали
    считает считают думает думают
  `),
  opinions: wordSet(`
    говорю сказал сказала думаю считаю полагаю правда верно обещал утверждать говорил говорила
  `),
  own: wordSet('я мы'),
  unsaid: wordSet(`
    якобы
    ложь неправда враньё вранье отрицаю отрицает отрицают сомневаюсь сомневается сомневаются
    отказываюсь отказывается отказываются невозможно чушь неверно миф
  `),
  possible: wordSet('мог могла могли'),
  yesNo: wordSet('нет да'),
  only: wordSet('только лишь исключительно'),
  acronyms: NO_WORDS,
  courtesy: wordSet(`
    президент министр король королева папа правительство парламент сенат государство совет
    комиссия мэр премьер церковь вы вас вам ваш
  `),
  hesitations: wordSet('э ээ эээ эм мм гм'),
  unheard: new Set(
    phrases(`
    неразборчиво, нрзб, нрзб., не слышно, неслышно, говорят одновременно, без микрофона
  `),
  ),
  nearly: wordSet(`почти`),
  undoneBefore: phrases(`вместо того чтобы, едва не, чуть не, как будто, будто бы`),
  undoneAfter: phrases(`кроме, за исключением, если только`),
  inverted: NO_WORDS,
  copulas: wordSet(`был была было были`),
  refuted: wordSet(`ложь ложью неправда неправдой абсурд абсурдом`),
  scales: wordSet(
    `сто тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов дюжина пол`,
  ),
  pointing: wordSet(`этот эта это эти`),
};
