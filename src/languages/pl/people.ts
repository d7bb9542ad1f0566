/** Polish: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { wordSet, NO_WORDS } from '../lists.ts';

/** Titles, addresses and parts of names in Polish; folded, lower case. */
export const plPeople: PersonWords = {
  titles: {
    he: wordSet('pan'),
    she: wordSet('pani'),
    open: wordSet(`
    inz mgr hab prof posel poslanka senator marszalek minister ministra burmistrz wojt ks
  `),
  },
  addresses: wordSet('pan pani'),
  articles: NO_WORDS,
  bodyArticles: NO_WORDS,
  bodyJoins: NO_WORDS,
  particles: { opens: NO_WORDS, follows: NO_WORDS },
  declension: /^(?:a|y|i|e|u|o|ow[ia]|owie|em|om|ami|ach|iem|ego|emu|ym|im|iego|iemu|ej|iej)?$/u,
  organisations: wordSet(`
    ministerstwo rada urzad partia zwiazek uniwersytet spolka stowarzyszenie bank agencja sad
    komisja instytut fundacja rzad gazeta
  `),
  given: {
    he: wordSet(`
    bartłomiej bogusław bolesław bronisław czesław jarosław łukasz michał mikołaj mirosław miłosz mieczysław
    paweł przemysław radosław rafał sławomir stanisław wacław władysław włodzimierz wiesław zdzisław
    adam adrian albert aleksander andrzej antoni arkadiusz artur bartlomiej bartosz bogdan
    bogumil boguslaw boleslaw bronislaw cezary czeslaw damian daniel darek dariusz dawid dominik
    edward emil eugeniusz feliks filip franciszek fryderyk gabriel grzegorz gustaw henryk hubert
    ignacy ireneusz jacek jakub janusz jarek jaroslaw jerzy jozef julian juliusz kacper kamil
    karol kazimierz konrad konstanty kornel krystian krzysztof lech leon leonard leszek lucjan
    ludwik lukasz maciej maksymilian marcin marek marian mariusz mateusz maurycy michal
    mieczyslaw mikolaj milosz miroslaw norbert oskar patryk pawel piotr przemyslaw radoslaw
    rafal robert roman ryszard sebastian seweryn slawomir stanislaw stefan szczepan szymon
    tadeusz teodor tomasz tymoteusz waclaw waldemar wieslaw wiktor wincenty wladyslaw
    wlodzimierz wojciech zbigniew zdzislaw zenon zygmunt
  `),
    she: wordSet(`
    bronisława czesława elżbieta łucja małgorzata mirosława stanisława wiesława
    ada adrianna agata agnieszka aleksandra alicja alina amelia anastazja aneta angelika aniela
    anna antonina barbara beata bernadetta blanka bozena bronislawa cecylia celina czeslawa
    danuta daria diana dominika dorota edyta eleonora eliza elzbieta emilia eugenia ewa felicja
    franciszka gabriela genowefa grazyna halina hanna helena henryka honorata ilona irena iwona
    iza izabela jadwiga jagoda janina joanna jolanta jozefa judyta julia julita justyna kamila
    karina karolina katarzyna kinga klara klaudia kornelia krystyna laura lena leokadia lidia
    liliana lucja lucyna ludmila luiza magdalena maja malgorzata marcelina marianna mariola
    marlena marta martyna maryla marzena matylda michalina milena miroslawa monika nadia natalia
    nina olga oliwia otylia patrycja paulina renata roksana roza rozalia sabina sandra
    stanislawa stefania sylwia teresa ula urszula wanda weronika wieslawa wiktoria wioletta
    zofia zuzanna zyta
  `),
  },
  nouns: {
    he: wordSet('mezczyzna chlopiec ojciec syn brat maz krol ksiadz'),
    she: wordSet(`
    kobieta dziewczyna dziewczynka matka corka siostra zona krolowa rzeczniczka
  `),
    open: wordSet(`
    rzecznik przyjaciel kolega sasiad dziecko nauczyciel lekarz adwokat szef nastepca
    poprzednik swiadek dziennikarz dziennikarka radny radna burmistrz prezydent premier minister
    poseł posłanka senator dyrektor dyrektorka kierownik kierowniczka prezes wojt sołtys inzynier
    sedzia prokurator policjant strazak profesor rektor przewodniczacy przewodniczaca komendant
    starosta mieszkaniec mieszkanka urzednik urzedniczka ekspert ekspertka rybak nauczycielka
    lekarka pisarz pisarka rezyser rezyserka historyk architekt sekretarz skarbnik
  `),
  },
  notSpeakers: wordSet(`
    inny inna list oswiadczenie tekst odpowiedz pytanie slowo slowa glos rzecz fakt pomysl
  `),
  called: {
    he: wordSet('ojcze tato wujku dziadku panie'),
    she: wordSet('matko mamo ciociu babciu'),
  },
  callsBefore: wordSet('drogi droga'),
  headEnds: wordSet('z w na od do dla'),
  roleEnds: wordSet('do dla w przy'),
  roleJoins: wordSet('i oraz'),
  roleCompounds: [],
  roleOver: ['byly', 'byla'],
};
