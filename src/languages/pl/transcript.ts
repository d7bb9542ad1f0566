/** Polish: labels of transcripts, and what only looks like one; the calendar. */
import type { CalendarWords, TranscriptWords } from '../language.ts';
import { wordSet, phrases } from '../lists.ts';

/** What Polish transcripts print where a speaker’s name would stand. */
export const plTranscript: TranscriptWords = {
  roles: new Set(
    phrases(`
    przewodniczący, przewodnicząca, wiceprzewodniczący, wiceprzewodnicząca, marszałek,
    wicemarszałek, prezydent, prezes, prowadzący, prowadząca, moderator, moderatorka,
    dziennikarz, dziennikarka, reporter, reporterka, świadek, sąd, sędzia,
    przewodniczący składu, prokurator, adwokat, obrońca, oskarżony, oskarżona, protokolant,
    protokolantka, sekretarz, tłumacz, tłumaczka, minister, ministra, premier, wiceminister,
    sekretarz stanu, podsekretarz stanu, poseł, posłanka, senator, senatorka,
    poseł sprawozdawca, sprawozdawca, burmistrz, wójt, radny, radna, wojewoda, rzecznik,
    rzeczniczka, operator, analityk, gość, słuchacz, słuchaczka, narrator, głos z sali
  `),
  ),
  anonymous: new Set(
    phrases(`
    głos, głos z sali, mówca, uczestnik, uczestniczka, nieznany, nieznana, mężczyzna,
    kobieta, rozmówca, rozmówczyni
  `),
  ),
  questions: wordSet('p pytanie'),
  answers: wordSet('o odpowiedź'),
  salutations: new Set(
    phrases(`
    dziękuję, dziękuję bardzo, bardzo dziękuję, szanowni państwo, panie i panowie,
    wysoka izbo, wysoki sądzie, panie marszałku, pani marszałek, panie przewodniczący,
    pani przewodnicząca, panie ministrze, drodzy przyjaciele, koleżanki i koledzy,
    drodzy koledzy, proszę państwa, proszę bardzo, dzień dobry, dobry wieczór, witam
  `),
  ),
  documents: new Set(
    phrases(`
    data, czas, godzina, miejsce, czas trwania, tytuł, temat, przedmiot, dotyczy, uwaga,
    uwagi, przypis, porządek obrad, porządek dzienny, punkt, wniosek, poprawka, uchwała,
    rezolucja, załącznik, załączniki, dowód, tabela, rysunek, strona, rozdział, sekcja,
    spis treści, legenda, uczestnicy, obecni, nieobecni, protokół, stenogram, sprawozdanie,
    transkrypcja, nagranie, plik, opublikowano, źródło, źródła, podsumowanie, streszczenie,
    kontekst, wnioski, głosowanie, decyzja, ważne, przykład, raport, projekt ustawy, artykuł,
    posiedzenie, za, przeciw, wstrzymało się
  `),
  ),
  discourse: new Set(
    phrases(`
    po pierwsze, po drugie, po trzecie, wreszcie, na koniec, więc, zatem, ale, i, przykład,
    na przykład, czyli, krótko mówiąc, mianowicie, jednak, poza tym
  `),
  ),
  functionWords: wordSet(`
    ja my wy on ona ono oni one ty to ten ta te mój moja nasz nasza wasz jego jej ich mnie mi
    nas nam was wam mu jest są był była było byli będzie mam ma mają może musi trzeba nie tak
    jeśli kiedy gdzie dlaczego jak co kto bo ponieważ tu tam w we na z ze do od po dla o
    przez lub albo też także
  `),
  stage: wordSet(`
    śmiech śmiechy oklaski brawa cisza przerwa muzyka niezrozumiałe gwar dzwonek
  `),
  continued: new Set(phrases('ciąg dalszy, kontynuując, cd.')),
  pages: wordSet('strona str.'),
};

/** Months and weekdays in Polish, by which a date is told from a label. */
export const plCalendar: CalendarWords = {
  months: wordSet(`
    styczeń stycznia luty lutego marzec marca kwiecień kwietnia maj maja czerwiec czerwca
    lipiec lipca sierpień sierpnia wrzesień września październik października listopad
    listopada grudzień grudnia sty lut mar kwi cze lip sie wrz paź lis gru
  `),
  weekdays: wordSet(`
    poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz
  `),
};
