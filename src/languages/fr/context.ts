/** French: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { listed, NONE, phrases } from '../lists.ts';

export const context: ContextWords = {
  conditions: listed("imaginons imaginez si s'il s'ils pourvu supposons"),
  claims: listed(`
    prétend prétendent prétendait prétendaient dit disent disait disaient affirme affirment
    affirmait croit croient pense pensent soutient soutiennent raconte racontent imagine
    imaginent
  `),
  opinions: listed(`
    crois croyons pense pensons dis dit dire disons vrai pensé cru prétendu promis affirmer sûr
    certain prétendre
  `),
  own: listed("je j'ai nous j"),
  unsaid: listed(`
    prétendument
    faux mensonge mentir mens menti nie nient nier nions doute doutons doutent refuse refusons
    refusent refuser impossible absurde fable improbable inexact
  `),
  possible: listed('pourrait pourraient pourrions devrait'),
  yesNo: listed('non oui si'),
  only: listed('seulement uniquement seul seule'),
  acronyms: NONE,
  courtesy: listed(`
    président présidente ministre roi reine pape gouvernement parlement sénat état conseil
    commission maire république église
  `),
  hesitations: listed('euh heu hum hm mm'),
  unheard: new Set(
    phrases(`
    inaudible, incompréhensible, inintelligible, passage inaudible, propos inaudibles,
    indistinct, coupure, hors micro, voix superposées, brouhaha
  `),
  ),
};
