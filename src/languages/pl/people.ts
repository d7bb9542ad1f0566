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
    pawel piotr andrzej tomasz krzysztof marek grzegorz michal jakub wojciech lukasz marcin
  `),
    she: wordSet(`
    agnieszka ewa anna katarzyna malgorzata magdalena joanna barbara zofia hanna
  `),
  },
  nouns: {
    he: wordSet('mezczyzna chlopiec ojciec syn brat maz krol ksiadz'),
    she: wordSet(`
    kobieta dziewczyna dziewczynka matka corka siostra zona krolowa rzeczniczka
  `),
    open: wordSet(`
    rzecznik przyjaciel kolega sasiad dziecko nauczyciel lekarz adwokat szef nastepca
    poprzednik swiadek dziennikarz
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
