/** Portuguese: labels of transcripts, and what only looks like one; the calendar. */
import type { CalendarWords, TranscriptWords } from '../language.ts';
import { wordSet, phrases } from '../lists.ts';

/** What Portuguese transcripts print where a speaker’s name would stand. */
export const ptTranscript: TranscriptWords = {
  roles: new Set(
    phrases(`
    presidente, o presidente, a presidente, presidenta, sr. presidente, o sr. presidente,
    a sra. presidente, a sr.ª presidente, vice-presidente, moderador, moderadora,
    apresentador, apresentadora, entrevistador, entrevistadora, entrevistado, entrevistada,
    jornalista, o jornalista, a jornalista, repórter, testemunha, a testemunha, tribunal,
    o tribunal, juiz, juíza, o juiz, a juíza, procurador, procuradora, promotor, promotora,
    advogado, advogada, arguido, arguida, réu, ré, secretário, secretária, escrivão,
    intérprete, tradutor, tradutora, ministro, ministra, o ministro, a ministra,
    primeiro-ministro, primeira-ministra, deputado, deputada, senador, senadora, relator,
    relatora, prefeito, prefeita, vereador, vereadora, governador, governadora, porta-voz,
    orador, oradora, o orador, a oradora, operador, operadora, analista, convidado,
    convidada, ouvinte, narrador, narradora
  `),
  ),
  anonymous: new Set(
    phrases(`
    voz, vozes, voz não identificada, falante, participante, desconhecido, desconhecida,
    homem, mulher, plateia, público
  `),
  ),
  questions: wordSet('p pergunta'),
  answers: wordSet('r resposta'),
  salutations: new Set(
    phrases(`
    obrigado, obrigada, muito obrigado, muito obrigada, senhoras e senhores,
    minhas senhoras e meus senhores, senhoras e senhores deputados, srs. deputados,
    sras. e srs. deputados, senhor presidente, senhora presidente, sr. presidente,
    sra. presidente, caros colegas, caras e caros colegas, queridos amigos, colegas, bom dia,
    boa tarde, boa noite, muito bem, meritíssimo
  `),
  ),
  documents: new Set(
    phrases(`
    data, hora, duração, local, título, assunto, tema, nota, notas, ordem do dia,
    ordem de trabalhos, pauta, ponto, moção, emenda, resolução, anexo, anexos, prova, tabela,
    quadro, figura, página, secção, seção, capítulo, índice, sumário, legenda, participantes,
    presentes, ausentes, ata, acta, transcrição, gravação, ficheiro, arquivo, publicado,
    fonte, fontes, resumo, contexto, conclusão, votação, votos, decisão, atenção, importante,
    exemplo, relatório, projeto de lei, proposta de lei, artigo, sessão
  `),
  ),
  discourse: new Set(
    phrases(`
    primeiro, segundo, terceiro, finalmente, então, mas, e, exemplo, por exemplo, ou seja,
    isto é, em suma, em resumo, contudo, além disso
  `),
  ),
  functionWords: wordSet(`
    eu nós vocês você ele ela eles elas tu isto isso este esta esse essa meu minha nosso
    nossa seu sua me te se nos lhe lhes é são era foi está estão tem têm há pode deve não sim
    quando onde porque por como que quem aqui ali a com em para sobre sem ou também
  `),
  stage: wordSet(`
    riso risos aplauso aplausos palmas pausa silêncio música inaudível imperceptível
  `),
  continued: wordSet('continua continuação prosseguindo'),
  pages: wordSet('página pág.'),
};

/** Months and weekdays in Portuguese, by which a date is told from a label. */
export const ptCalendar: CalendarWords = {
  months: wordSet(`
    janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
    jan fev mar abr mai jun jul ago set out nov dez
  `),
  weekdays: wordSet(`
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo segunda
    terça quarta quinta sexta seg ter qua qui sex sáb dom
  `),
};
