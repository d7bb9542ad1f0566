/** Spanish: words around a quotation that change what it says. */
import type { ContextWords } from '../language.ts';
import { NO_WORDS, phrases, wordSet } from '../lists.ts';

/**
 * Words around a passage in Spanish that change what it says: conditions, claims, beliefs of
 * others.
 */
export const esContext: ContextWords = {
  conditions: wordSet('imaginemos imagine si suponiendo supongamos'),
  claims: wordSet(`
    dice dicen dijo dijeron decía decían afirma afirman afirmó asegura aseguran cree creen
    pretende pretenden sostiene sostienen alega alegan piensa piensan cuentan
  `),
  opinions: wordSet(`
    creo creemos digo decimos dije dijimos dicho pienso pensamos verdad cierto prometido decir
    afirmado seguro
  `),
  own: wordSet(`
    yo nosotros nosotras he hemos había habíamos déjenme déjame permítanme
  `),
  unsaid: wordSet(`
    supuestamente presuntamente falso falsa mentira mentir mienten niego niega niegan negamos
    dudo duda dudan dudamos rechazo rechaza imposible absurdo mito improbable rechazó
    rechazamos rechazaron aparentemente evitó evitamos prohibió impidió dizque negó negaron
    quizás quizá probablemente posiblemente teóricamente acaso
  `),
  possible: wordSet(`
    podría podrían podríamos habría habrían sería serían
  `),
  yesNo: wordSet('no sí'),
  only: wordSet('solo sólo solamente únicamente'),
  acronyms: NO_WORDS,
  courtesy: wordSet(`
    presidente presidenta ministro ministra rey reina papa gobierno parlamento congreso senado
    estado consejo comisión alcalde alcaldesa república iglesia
  `),
  hesitations: wordSet('eh em mmm hm'),
  unheard: new Set(
    phrases(`
    inaudible, ininteligible, incomprensible, inentendible, no se oye, no se entiende, voces
    superpuestas, corte de audio, fuera de micrófono
  `),
  ),
  nearly: wordSet(`
    casi solo sólo solamente únicamente incluso
  `),
  undoneBefore: phrases(`
    lejos de, en lugar de, en vez de, por poco, pensaba, creía, pensábamos, creíamos, ojalá,
    como si, incapaz de, incapaces de, acusan de, acusa de, acusado de, acusada de,
    acusados de, a punto de, nos dijeron, me dijeron, nos han dicho, nos aseguraron,
    me aseguraron, nos prometieron, imaginen, imagínense, imagínate, imaginemos,
    demasiado pobres para, demasiado tarde para, votamos contra, votamos en contra de,
    estamos en contra de, estoy en contra de, dejamos de, dejé de, dejaron de, dejó de,
    olvidamos, olvidé, evitamos, renunciamos a, prohibido, impidieron, ninguna prueba,
    miedo a, miedo de, antes de que, todo menos, corre el rumor de, corre la voz de, tal vez,
    a lo mejor, puede que, puede ser que, que yo sepa, hasta donde sé, si no me equivoco,
    claro que sí, parece, parecen, parecía, demasiado, mejor que, peor que, pocos son,
    pocas son, raros son, solía, solían, solíamos, supongo que, supongo, imagino que,
    me imagino que, en cierto modo, de cierta manera, en cierto sentido, por así decirlo,
    más o menos, en parte, en principio, en teoría, sobre el papel, en promedio,
    una especie de, una suerte de, oficialmente, es posible, es probable,
    en el mejor de los casos, en el peor de los casos, al parecer
  `),
  undoneAfter: phrases(`
    salvo, excepto, a excepción de, a menos, aparte de, menos el, menos la, menos los,
    menos las, siempre que, siempre y cuando, con tal de, con tal que, solo si, sólo si,
    pero solo, pero sólo, o no, o casi, en teoría, sobre el papel, eso dicen, eso dice,
    eso es lo que, es lo que dicen, según dicen, según ellos, dicen ellos, según nos,
    a condición, en cuanto, una vez que, tan pronto como, según cuentan, o al menos,
    eso decía, eso decían, eso dijeron, eso contaban, hasta que, por encima de mi cadáver,
    sobre mi cadáver, menos un, menos uno, menos una, menos dos, menos tres, en caso de,
    en caso de que, con suerte, si dios quiere, ojalá, a falta de, de no ser por,
    según el caso, dependiendo de, en cierto modo, por así decirlo, más o menos,
    en cierto sentido, hasta donde, que yo sepa, al menos por, al menos hasta, por ahora,
    por el momento, espero, supongo, me temo, de momento, hasta ahora, hasta la fecha,
    si es posible, al parecer
  `),
  inverted: NO_WORDS,
  copulas: wordSet(`es era son eran`),
  refuted: wordSet(`falso falsa mentira absurdo absurda ridículo ridícula infundado infundada`),
  scales: wordSet(`mil millón millones ciento cien docena medio media`),
  bounds: phrases(`
    menos de, más de, hasta, a lo sumo, como máximo, como mínimo, al menos, por lo menos,
    no más de, apenas, cerca de, casi, la mitad de, menos, como mucho, no menos de,
    como poco, algo menos de, poco más de, alrededor de, unos, unas, en promedio, de media,
    uno de cada, una de cada
  `),
  factive: wordSet(`
    sé sabe sabemos sabéis saben sabía sabíamos sabían supe supimos muestra muestran demuestra
    demuestran prueba prueban significa veo vemos ve vio vimos aprendí aprendimos claro
    evidente seguro verdad hecho contento orgulloso problema razón resultado recuerdo
    recordamos
  `),
  unsettled: wordSet(`
    parece parecía espero esperamos espera esperaba teme deseo deseamos supone rumor rumores
    idea noción acusación acusaciones sospecha impresión posibilidad riesgo peligro teoría
    leyenda historia posible probable sueño soñaba quiere quieren quería predice insinuación
    insinuaciones hipótesis creencia amenaza esperanza bulo indicios indicio señales
    sospecha sospechan sospechamos indica indican
  `),
  pointing: wordSet(
    `este esta estos estas ese esa esos esas mis los las nuestro nuestra nuestros nuestras sus`,
  ),
  quantifiers: wordSet(`
    todos todas todo toda cada varios varias algunos algunas muchos muchas pocos pocas ningún
    ninguna miles cientos ambos ambas mayoría mitad tercio cuarto minoría parte
  `),
  whenever: wordSet(`cuando`),
  present: wordSet(`es son está están será serán puede pueden podrá podrán`),
  forgetting: wordSet(`olvidar olvidamos olvidemos olviden olvidado ignorar`),
  politely: phrases(`
    si me preguntan, si me pregunta, si me preguntas, si se quiere, si me permiten,
    si me permite, si soy sincero, si soy sincera
  `),
  blanked: wordSet(`censurado nombre lugar fecha`),
  attempts: phrases(`
    tratamos de, trató de, intentamos, intentaron, intentó, intentaban, quiso, quisieron,
    quería, querían, prometió, prometieron, amenazó con, menos, demasiado, pudo, pudieron,
    pensaba, pensábamos, ex, antiguo, antigua, futuro, futura, falso, falsa, supuesto,
    supuesta, llamado, presunto, presunta
  `),
  futureEnds: phrases(`ré, rás, rá, remos, rán`),
  fictions: wordSet(`
    película novela obra cuento versión sueño sueños pesadilla teoría guion chiste libro
    ópera leyenda mito imaginación propaganda folleto
  `),
  given: wordSet(`con sin dado`),
  conditionalEnds: phrases(`ría, rían, ríamos`),
};
