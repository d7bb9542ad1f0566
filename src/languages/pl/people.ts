/** Polish: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { listed, NONE } from '../lists.ts';

/** Titles, addresses and parts of names in Polish; folded, lower case. */
export const people: PersonWords = {
  titles: {
    he: listed('pan'),
    she: listed('pani'),
    open: listed(`
    inz mgr hab prof posel poslanka senator marszalek minister ministra burmistrz wojt ks
  `),
  },
  addresses: listed('pan pani'),
  articles: NONE,
  bodyArticles: NONE,
  bodyJoins: NONE,
  particles: { opens: NONE, follows: NONE },
  declension: /^(?:a|y|i|e|u|o|ow[ia]|owie|em|om|ami|ach|iem|ego|emu|ym|im|iego|iemu|ej|iej)?$/u,
  organisations: listed(`
    ministerstwo rada urzad partia zwiazek uniwersytet spolka stowarzyszenie bank agencja sad
    komisja instytut fundacja rzad gazeta
  `),
  given: {
    he: listed(`
    pawel piotr andrzej tomasz krzysztof marek grzegorz michal jakub wojciech lukasz marcin
  `),
    she: listed(`
    agnieszka ewa anna katarzyna malgorzata magdalena joanna barbara zofia hanna
  `),
  },
  nouns: {
    he: listed('mezczyzna chlopiec ojciec syn brat maz krol ksiadz'),
    she: listed(`
    kobieta dziewczyna dziewczynka matka corka siostra zona krolowa rzeczniczka
  `),
    open: listed(`
    rzecznik przyjaciel kolega sasiad dziecko nauczyciel lekarz adwokat szef nastepca
    poprzednik swiadek dziennikarz
  `),
  },
  notSpeakers: listed(`
    inny inna list oswiadczenie tekst odpowiedz pytanie slowo slowa glos rzecz fakt pomysl
  `),
  called: { he: listed('ojcze tato wujku dziadku panie'), she: listed('matko mamo ciociu babciu') },
  callsBefore: listed('drogi droga'),
  headEnds: listed('z w na od do dla'),
  roleEnds: listed('do dla w przy'),
  roleJoins: listed('i oraz'),
  roleCompounds: [],
  roleOver: ['byly', 'byla'],
};
