/** French: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { NO_WORDS, phrases, wordSet } from '../lists.ts';

/**
 * Words around a passage in French that change what it says: conditions, claims, beliefs of
 * others.
 */
export const frContext: ContextWords = {
  conditions: wordSet("imaginons imaginez si s'il s'ils pourvu supposons"),
  claims: wordSet(`
    prétend prétendent prétendait prétendaient dit disent disait disaient affirme affirment
    affirmait croit croient pense pensent soutient soutiennent raconte racontent imagine
    imaginent
  `),
  opinions: wordSet(`
    crois croyons pense pensons dis dit dire disons vrai pensé cru prétendu promis affirmer sûr
    certain prétendre
  `),
  own: wordSet("je j'ai nous j"),
  unsaid: wordSet(`
    prétendument
    injustement faux mensonge mentir mens menti nie nient nier nions doute doutons doutent refuse refusons
    refusent refuser impossible absurde fable improbable inexact
  `),
  possible: wordSet('pourrait pourraient pourrions devrait'),
  yesNo: wordSet('non oui si'),
  only: wordSet('seulement uniquement seul seule'),
  acronyms: NO_WORDS,
  courtesy: wordSet(`
    président présidente ministre roi reine pape gouvernement parlement sénat état conseil
    commission maire république église
  `),
  hesitations: wordSet('euh heu hum hm mm'),
  unheard: new Set(
    phrases(`
    inaudible, incompréhensible, inintelligible, passage inaudible, propos inaudibles,
    indistinct, coupure, hors micro, voix superposées, brouhaha
  `),
  ),
  nearly: wordSet(`presque quasiment`),
  undoneBefore: phrases(
    `loin de, loin d'être, au lieu de, plutôt que, plutôt que de, ai failli, j'ai failli, a failli, avons failli, ont failli, je croyais, nous croyions, je pensais, nous pensions, incapable de, incapables de, accuse de, accusent de, accusé de, accusés de, accusée de, comme si, si seulement`,
  ),
  undoneAfter: phrases(`sauf, hormis, excepté, à moins, à l'exception, à part, paraît il`),
  inverted: NO_WORDS,
  copulas: wordSet(`est était sont étaient c'est`),
  refuted: wordSet(`faux fausse mensonge absurde ridicule infondé infondée inexact inexacte`),
  scales: wordSet(`cent cents mille million millions milliard milliards douzaine demi demie`),
  pointing: wordSet(`ce cet cette ces les nos votre vos`),
};
