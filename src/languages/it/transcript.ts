/** Italian: labels of transcripts, and what only looks like one; the calendar. */
import type { CalendarWords, TranscriptWords } from '../language.ts';
import { wordSet, phrases } from '../lists.ts';

/** What Italian transcripts print where a speaker’s name would stand. */
export const itTranscript: TranscriptWords = {
  roles: new Set(
    phrases(`
    presidente, il presidente, la presidente, presidentessa, vicepresidente, moderatore,
    moderatrice, conduttore, conduttrice, intervistatore, intervistatrice, intervistato,
    intervistata, giornalista, il giornalista, la giornalista, testimone, il testimone,
    la testimone, teste, tribunale, corte, la corte, giudice, il giudice, la giudice,
    pubblico ministero, p.m., avvocato, avvocata, difensore, imputato, imputata, cancelliere,
    segretario, segretaria, interprete, traduttore, traduttrice, ministro, ministra,
    il ministro, la ministra, sottosegretario, sottosegretaria, deputato, deputata, senatore,
    senatrice, relatore, relatrice, sindaco, sindaca, assessore, assessora, consigliere,
    consigliera, portavoce, operatore, operatrice, analista, ospite, ascoltatore, narratore,
    narratrice
  `),
  ),
  anonymous: new Set(
    phrases(`
    voce, voce fuori campo, parlante, partecipante, sconosciuto, sconosciuta, pubblico,
    una voce
  `),
  ),
  questions: wordSet('d domanda'),
  answers: wordSet('r risposta'),
  salutations: new Set(
    phrases(`
    grazie, molte grazie, grazie mille, signore e signori, onorevoli colleghi,
    onorevoli senatori, onorevoli deputati, cari colleghi, care colleghe, signor presidente,
    signora presidente, cari amici, colleghi, buongiorno, buonasera, prego, vostro onore
  `),
  ),
  documents: new Set(
    phrases(`
    data, ora, durata, luogo, titolo, oggetto, argomento, tema, nota, note,
    ordine del giorno, punto, mozione, emendamento, risoluzione, delibera, allegato,
    allegati, prova, tabella, figura, pagina, sezione, capitolo, indice, sommario, legenda,
    partecipanti, presenti, assenti, verbale, resoconto, trascrizione, registrazione, file,
    pubblicato, fonte, fonti, sintesi, contesto, conclusione, votazione, voto, decisione,
    attenzione, importante, esempio, relazione, disegno di legge, articolo, seduta
  `),
  ),
  discourse: new Set(
    phrases(`
    primo, secondo, terzo, infine, dunque, quindi, ma, e, esempio, per esempio, ad esempio,
    cioè, in breve, insomma, tuttavia, inoltre
  `),
  ),
  functionWords: wordSet(`
    io noi voi lei lui loro egli ella tu questo questa quello quella mio mia nostro nostra
    vostro suo sua mi ti ci vi si lo gli è sono era erano ha ho hanno abbiamo aveva può deve
    non se quando dove perché come che chi cosa qui là a con in per su tra fra o anche sì no
  `),
  stage: wordSet('risata risate applauso applausi pausa silenzio musica incomprensibile'),
  continued: wordSet('segue continua riprendendo'),
  pages: wordSet('pagina pag.'),
};

/** Months and weekdays in Italian, by which a date is told from a label. */
export const itCalendar: CalendarWords = {
  months: wordSet(`
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre
    dicembre gen feb mar apr mag giu lug ago set ott nov dic
  `),
  weekdays: wordSet(`
    lunedì martedì mercoledì giovedì venerdì sabato domenica lun mar mer gio ven sab dom
  `),
};
