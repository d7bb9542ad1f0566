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
  own: wordSet(`
    je j'ai nous j laissez permettez laisse j'avais j'affirme j'ajoute nous-mêmes
  `),
  unsaid: wordSet(`
    prétendument injustement faux mensonge mentir mens menti nie nient nier nions doute
    doutons doutent refuse refusons refusent refuser impossible absurde fable improbable
    inexact refusé refusés refusée cessé cessons cesse évite évité interdit oublié
    apparemment renoncé empêché probablement vraisemblablement théoriquement sans-doute
    éventuellement
  `),
  possible: wordSet(`
    pourrait pourraient pourrions devrait aurait auraient serait seraient
  `),
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
  nearly: wordSet(`
    presque quasiment seulement uniquement seuls seules
  `),
  undoneBefore: phrases(`
    loin de, loin d'être, au lieu de, plutôt que, plutôt que de, ai failli, j'ai failli,
    a failli, avons failli, ont failli, je croyais, nous croyions, je pensais, nous pensions,
    incapable de, incapables de, accuse de, accusent de, accusé de, accusés de, accusée de,
    comme si, si seulement, on nous a dit, on m'a dit, on nous dit, on nous assure, imaginez,
    imaginons, trop pauvres pour, trop pauvre pour, trop tard pour, trop faibles pour,
    voté contre, sommes contre, suis contre, cessé de, arrêté de, oublié de, évité de,
    renoncé à, hésité à, interdit de, empêché de, empêchés de, aucune preuve, négligé de,
    peur de, omis de, avant que, tout sauf, le bruit court, rien moins que,
    tout le contraire de, peut être que, il se peut que, autant que je sache, que je sache,
    à ma connaissance, ah oui bien sûr, semble, semblent, semblait, trop, mieux que, pire que,
    rares sont, rare est, censé, censés, censée, j'imagine que, j'imagine, je suppose que,
    je suppose, d'une certaine façon, d'une certaine manière, dans un sens, en un sens,
    en quelque sorte, pour ainsi dire, plus ou moins, en partie, en principe, en théorie,
    sur le papier, en moyenne, une sorte de, une espèce de, officiellement, il est possible,
    il est probable, au mieux, au pire, il semble, il paraît, à ce qu'il paraît
  `),
  undoneAfter: phrases(`
    sauf, hormis, excepté, à moins, à l'exception, à part, paraît il, à condition, pourvu,
    tant que, seulement si, mais seulement, ou presque, ou non, en théorie, sur le papier,
    c'est ce que, c'est ce qu'il, c'est ce qu'ils, c'est ce qu'elle, c'est ce qu'on,
    à ce qu'on, à ce qu'il, à ce qu'ils, dit on, paraît, semble t il, du moins, nous a t on,
    dès que, une fois que, à en croire, aussitôt que, jusqu'à ce que, ou du moins,
    à les entendre, à l'entendre, aux dires, sur mon cadavre, c'est du moins ce que,
    c'est du moins ce qu'il, à une exception près, à deux exceptions près, sauf si, en cas de,
    au cas où, faute de, à défaut, avec un peu de chance, si dieu le veut, si tout va bien,
    sous réserve, selon que, le cas échéant, en quelque sorte, pour ainsi dire, plus ou moins,
    d'une certaine façon, dans un sens, pour autant que, autant que, pour l'instant,
    pour le moment, j'espère, je suppose, je le crains, jusqu'à nouvel ordre, jusqu'ici,
    jusqu'à présent, si possible
  `),
  inverted: NO_WORDS,
  copulas: wordSet(`est était sont étaient c'est`),
  refuted: wordSet(`faux fausse mensonge absurde ridicule infondé infondée inexact inexacte`),
  scales: wordSet(`cent cents mille million millions milliard milliards douzaine demi demie`),
  bounds: phrases(`
    moins de, plus de, jusqu'à, au plus, au moins, tout au plus, pas plus de, à peine,
    près de, presque, la moitié de, quelque, moins, une partie de, environ, autour de,
    en moyenne, un sur, une sur
  `),
  factive: wordSet(`
    sais sait savons savez savent savait savaient su montre montrent prouve prouvent signifie
    vois voyons voit vu appris sûr sûrs clair évident certain vérité fait heureux fier fiers
    content problème raison résultat rappelle souviens
  `),
  unsettled: wordSet(`
    paraît parait semble semblait espère espérons espérait craint souhaite souhaitons
    souhaitait rumeur rumeurs idée notion accusation accusations soupçon impression
    possibilité risque danger théorie légende histoire possible probable pensable rêve
    rêvait s'attend peur prédit veut veulent voudrait bruit insinuation insinuations
    hypothèse croyance menace crainte espoir ragot indices indice signes signe soupçonne
    soupçonnent soupçonnons indique indiquent
  `),
  pointing: wordSet(`ce cet cette ces les nos votre vos`),
  quantifiers: wordSet(`
    tous toutes tout toute chaque plusieurs quelques certains certaines beaucoup aucun aucune
    milliers centaines plupart majorité moitié tiers quart minorité partie
  `),
  whenever: wordSet(`quand lorsque lorsqu'il lorsqu'ils lorsqu'elle lorsqu'on`),
  present: wordSet(`est sont sera seront peut peuvent pourra pourront aura auront`),
  forgetting: wordSet(`oublier oublions oubliez oublié ignorer négliger`),
  politely: phrases(`
    si vous me demandez, si tu me demandes, si vous voulez, si on veut, si j'ose dire,
    si je puis dire, si l'on veut, si je suis honnête
  `),
  blanked: wordSet(`censuré nom lieu date`),
  attempts: phrases(`
    essayé de, essaie de, essayons de, essaient de, tenté de, risque de, risquent de,
    menace de, menacent de, voulu, veut, veulent, voulait, voulaient, failli, pu, promis de,
    moins, trop, prévu de, ancien, ancienne, futur, future, faux, fausse, prétendu,
    prétendue, soi-disant, sans doute, peut-être
  `),
  futureEnds: phrases(`rai, ras, ra, rons, rez, ront`),
  fictions: wordSet(`
    film roman pièce conte version rêve rêves cauchemar théorie scénario blague livre opéra
    légende mythe imagination propagande brochure
  `),
  given: wordSet(`avec sans supposé`),
  conditionalEnds: phrases(`rait, raient, rions, riez`),
};
