/** French: labels of transcripts, and what only looks like one; the calendar. */
import type { CalendarWords, TranscriptWords } from '../language.ts';
import { wordSet, phrases } from '../lists.ts';

/** What French transcripts print where a speaker’s name would stand. */
export const frTranscript: TranscriptWords = {
  roles: new Set(
    phrases(`
    président, présidente, le président, la présidente, m. le président, mme la présidente,
    vice-président, vice-présidente, animateur, animatrice, modérateur, modératrice,
    intervieweur, intervieweuse, journaliste, le journaliste, la journaliste, présentateur,
    présentatrice, témoin, le témoin, la cour, le tribunal, juge, le juge, la juge, greffier,
    greffière, le greffier, la greffière, procureur, avocat, avocate, maître, accusé,
    prévenu, l’accusé, interprète, l’interprète, ministre, le ministre, la ministre,
    m. le ministre, mme la ministre, premier ministre, secrétaire d’état, secrétaire général,
    garde des sceaux, rapporteur, rapporteure, m. le rapporteur, mme la rapporteure, député,
    députée, sénateur, sénatrice, maire, préfet, porte-parole, opérateur, analyste, invité,
    invitée, auditeur, auditrice, narrateur, narratrice, un intervenant, une intervenante
  `),
  ),
  anonymous: new Set(
    phrases(`
    intervenant, intervenante, participant, participante, inconnu, inconnue, voix, voix off,
    locuteur, locutrice
  `),
  ),
  questions: wordSet('q question'),
  answers: wordSet('r réponse'),
  salutations: new Set(
    phrases(`
    merci, merci beaucoup, je vous remercie, mesdames et messieurs, mesdames messieurs,
    mesdames, messieurs, mes chers collègues, chers collègues, chers amis,
    monsieur le président, madame la présidente, monsieur le ministre, madame la ministre,
    bonjour, bonsoir, très bien
  `),
  ),
  documents: new Set(
    phrases(`
    date, heure, durée, lieu, titre, objet, sujet, thème, note, notes, remarque,
    ordre du jour, point, motion, amendement, résolution, annexe, annexes, pièce, pièces,
    tableau, figure, page, section, chapitre, sommaire, table des matières, index, légende,
    participants, intervenants, présents, absents, excusés, compte rendu, procès-verbal,
    transcription, enregistrement, fichier, publié, source, sources, résumé, synthèse,
    contexte, conclusion, vote, scrutin, décision, décisions, avis, attention, important,
    exemple, rapport, projet de loi, proposition de loi, article, séance
  `),
  ),
  discourse: new Set(
    phrases(`
    premièrement, deuxièmement, troisièmement, enfin, donc, mais, et, ou, exemple,
    par exemple, bref, en somme, c’est-à-dire, à savoir, autrement dit, cependant, pourtant
  `),
  ),
  functionWords: wordSet(`
    je j’ai nous vous il elle ils elles on tu ce cela ça c’est mon ma mes notre nos votre vos
    son sa ses leur leurs me te se est sont était sera a ont avait ai avons avez peut doit
    faut ne pas si quand où pourquoi comment que qui quoi parce car ici là avec dans en par
    pour sans sur à au aux ou aussi
  `),
  stage: wordSet('rire rires applaudissement applaudissements silence'),
  continued: wordSet('suite poursuivant continuant'),
  pages: wordSet('page p.'),
};

/** Months and weekdays in French, by which a date is told from a label. */
export const frCalendar: CalendarWords = {
  months: wordSet(`
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv
    févr avr juil sept oct nov déc
  `),
  weekdays: wordSet(`
    lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim
  `),
};
