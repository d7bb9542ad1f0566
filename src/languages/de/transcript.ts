/** German: labels of transcripts, and what only looks like one; the calendar. */
import type { CalendarWords, TranscriptWords } from '../language.ts';
import { wordSet, phrases } from '../lists.ts';

/** What German transcripts print where a speaker’s name would stand. */
export const deTranscript: TranscriptWords = {
  roles: new Set(
    phrases(`
    vorsitzender, vorsitzende, der vorsitzende, die vorsitzende,
    stellvertretender vorsitzender, präsident, präsidentin, vizepräsident, vizepräsidentin,
    alterspräsident, bundestagspräsident, bundestagspräsidentin, landtagspräsident,
    moderator, moderatorin, moderation, interviewer, interviewerin, befragter, befragte,
    zeuge, zeugin, gericht, das gericht, richter, richterin, vorsitzender richter,
    staatsanwalt, staatsanwältin, verteidiger, verteidigerin, rechtsanwalt, rechtsanwältin,
    angeklagter, angeklagte, kläger, beklagter, sachverständiger, sachverständige,
    protokollführer, protokollführerin, schriftführer, schriftführerin, dolmetscher,
    dolmetscherin, minister, ministerin, bundesminister, bundesministerin, staatsminister,
    staatsministerin, ministerpräsident, ministerpräsidentin, staatssekretär,
    staatssekretärin, parl. staatssekretär, bundeskanzler, bundeskanzlerin, abgeordneter,
    abgeordnete, berichterstatter, berichterstatterin, bürgermeister, bürgermeisterin,
    oberbürgermeister, oberbürgermeisterin, sprecher, sprecherin, pressesprecher,
    pressesprecherin, reporter, reporterin, journalist, journalistin, zwischenrufer, gast,
    anrufer, anruferin, erzähler, operator, analyst
  `),
  ),
  anonymous: wordSet('sprecher sprecherin teilnehmer teilnehmerin unbekannt stimme'),
  questions: wordSet('frage f'),
  answers: wordSet('antwort a'),
  salutations: new Set(
    phrases(`
    vielen dank, herzlichen dank, danke, danke schön, danke sehr, bitte, bitte schön,
    meine damen und herren, meine sehr verehrten damen und herren,
    sehr geehrte damen und herren, liebe kolleginnen und kollegen, liebe kollegen,
    verehrte kolleginnen und kollegen, herr präsident, frau präsidentin,
    sehr geehrter herr präsident, sehr geehrte frau präsidentin, herr vorsitzender,
    frau vorsitzende, hohes haus, guten tag, guten morgen, guten abend, liebe freunde,
    genossinnen und genossen
  `),
  ),
  documents: new Set(
    phrases(`
    datum, ort, uhrzeit, zeit, beginn, ende, dauer, titel, thema, betreff, betrifft, hinweis,
    anmerkung, anlage, anlagen, anhang, tagesordnung, tagesordnungspunkt, zusatzpunkt, top,
    antrag, anträge, entschließungsantrag, änderungsantrag, gesetzentwurf,
    beschlussempfehlung, beschluss, beschlüsse, berichterstattung, überweisungsvorschlag,
    drucksache, drucksachen, abstimmung, wahl, ergebnis, inhalt, inhaltsverzeichnis, seite,
    abschnitt, kapitel, abbildung, tabelle, quelle, quellen, anwesend, anwesende, abwesend,
    entschuldigt, teilnehmer, teilnehmende, beteiligte, redner, rednerliste, protokoll,
    niederschrift, mitschrift, abschrift, transkript, aufnahme, aufgenommen, datei,
    veröffentlicht, stand, fazit, zusammenfassung, überblick, hintergrund, frist,
    nächste schritte, aufgaben, status, beispiel, achtung, wichtig, ausschuss, federführung,
    zuruf, zurufe
  `),
  ),
  discourse: new Set(
    phrases(`
    erstens, zweitens, drittens, also, aber, und, beispiel, zum beispiel, kurz, kurzum,
    nämlich, schließlich, übrigens, daher, deshalb, trotzdem, genauer, anders gesagt,
    mit anderen worten, noch einmal
  `),
  ),
  functionWords: wordSet(`
    ich wir sie er es du ihr das dies diese dieser dieses mein meine unser unsere sein seine
    ihre mich mir uns euch ihm ihn ihnen ist sind war waren bin hat haben hatte wird werden
    wurde kann können muss müssen soll sollen will wollen darf nicht kein keine wenn wann wo
    warum wie was wer weil dass hier da als auf aus bei für in im mit nach um zu zum zur oder
    so auch
  `),
  stage: wordSet(`
    gelächter lachen lacht beifall applaus pause heiterkeit zwischenruf zuruf
  `),
  continued: wordSet('fortsetzung fortgesetzt fortfahrend'),
  pages: wordSet('seite s.'),
};

/** Months and weekdays in German, by which a date is told from a label. */
export const deCalendar: CalendarWords = {
  months: wordSet(`
    januar jänner februar märz april mai juni juli august september oktober november dezember
    jan feb mär apr jun jul aug sep sept okt nov dez
  `),
  weekdays: wordSet(`
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa
    so
  `),
};
