/** Spanish: labels of transcripts, and what only looks like one; the calendar. */
import type { CalendarWords, TranscriptWords } from '../language.ts';
import { wordSet, phrases } from '../lists.ts';

/** What Spanish transcripts print where a speaker’s name would stand. */
export const esTranscript: TranscriptWords = {
  roles: new Set(
    phrases(`
    presidente, presidenta, el presidente, la presidenta, señor presidente,
    señora presidenta, el señor presidente, la señora presidenta, vicepresidente,
    vicepresidenta, moderador, moderadora, entrevistador, entrevistadora, entrevistado,
    entrevistada, periodista, presentador, presentadora, conductor, conductora, testigo,
    el testigo, la testigo, tribunal, el tribunal, juez, jueza, el juez, la jueza,
    magistrado, magistrada, fiscal, el fiscal, la fiscal, abogado, abogada, letrado, letrada,
    acusado, acusada, secretario, secretaria, secretario general, secretaria general,
    intérprete, traductor, traductora, ministro, ministra, el ministro, la ministra,
    diputado, diputada, senador, senadora, alcalde, alcaldesa, gobernador, gobernadora,
    portavoz, vocero, vocera, operador, operadora, analista, invitado, invitada, oyente,
    narrador, narradora, interlocutor, interlocutora, intervención
  `),
  ),
  anonymous: new Set(
    phrases(`
    hablante, participante, desconocido, desconocida, voz, voz no identificada, hombre,
    mujer, público, inaudible
  `),
  ),
  questions: wordSet('p pregunta'),
  answers: wordSet('r respuesta'),
  salutations: new Set(
    phrases(`
    gracias, muchas gracias, señoras y señores, señorías, señoras, señores, señor presidente,
    señora presidenta, queridos amigos, amigas y amigos, estimados colegas,
    compañeras y compañeros, buenos días, buenas tardes, buenas noches, con permiso
  `),
  ),
  documents: new Set(
    phrases(`
    fecha, hora, duración, lugar, título, asunto, tema, nota, notas, orden del día, punto,
    moción, enmienda, resolución, anexo, anexos, prueba, tabla, cuadro, figura, página,
    sección, capítulo, índice, contenido, leyenda, participantes, asistentes, presentes,
    ausentes, acta, transcripción, grabación, archivo, publicado, fuente, fuentes, resumen,
    contexto, conclusión, votación, votos, acuerdo, acuerdos, decisión, atención, importante,
    ejemplo, informe, proyecto de ley, proposición, versión estenográfica
  `),
  ),
  discourse: new Set(
    phrases(`
    primero, segundo, tercero, finalmente, entonces, pero, y, ejemplo, por ejemplo, es decir,
    o sea, en resumen, sin embargo, además, ahora bien
  `),
  ),
  functionWords: wordSet(`
    yo nosotros nosotras usted ustedes él ella ellos ellas tú esto eso este esta mi mis
    nuestro nuestra su sus me te se nos lo le les es son era fue está están ha han había hay
    puede debe no si sí cuando cuándo donde dónde por qué cómo que quien quién porque aquí
    ahí con en para sin sobre a al o también
  `),
  stage: wordSet('risa risas aplauso aplausos pausa'),
  continued: wordSet('continúa continuación prosigue'),
  pages: wordSet('página pág.'),
};

/** Months and weekdays in Spanish, by which a date is told from a label. */
export const esCalendar: CalendarWords = {
  months: wordSet(`
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
    diciembre ene feb mar abr jun jul ago sep sept oct nov dic
  `),
  weekdays: wordSet(`
    lunes martes miércoles jueves viernes sábado domingo lun mié jue vie sáb dom
  `),
};
