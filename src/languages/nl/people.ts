/** Dutch: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { wordSet, NO_WORDS } from '../lists.ts';

/** Titles, addresses and parts of names in Dutch; folded, lower case. */
export const nlPeople: PersonWords = {
  titles: {
    he: wordSet('meneer dhr heer'),
    she: wordSet('mevrouw mevr mejuffrouw'),
    open: wordSet(`
    drs ir burgemeester wethouder minister staatssecretaris voorzitter hoogleraar kamerlid
  `),
  },
  addresses: wordSet('meneer heer mevrouw dhr mevr mejuffrouw'),
  articles: wordSet('de het een'),
  bodyArticles: wordSet('het'),
  bodyJoins: NO_WORDS,
  particles: { opens: wordSet('van'), follows: wordSet('der den ter') },
  declension: null,
  organisations: wordSet(`
    ministerie gemeente raad bond vereniging partij vakbond universiteit maatschappij bedrijf
    stichting commissie rechtbank regering krant dienst
  `),
  given: {
    he: wordSet(`
    jan piet kees henk willem pieter johan maarten bas joris sander ruud geert bram daan
    thijs
  `),
    she: wordSet(`
    anneke marieke ingrid saskia femke sanne lotte marijke wilma esther liesbeth annemarie
  `),
  },
  nouns: {
    he: wordSet('man jongen vader zoon broer echtgenoot koning priester'),
    she: wordSet('vrouw meisje moeder dochter zus echtgenote koningin woordvoerster'),
    open: wordSet(`
    woordvoerder vriend vriendin collega buurman buurvrouw kind leraar arts advocaat baas
    opvolger voorganger getuige journalist
  `),
  },
  notSpeakers: wordSet(`
    ander andere anderen brief verklaring tekst antwoord vraag woord woorden stem stemmen
    ding feit idee blik
  `),
  called: {
    he: wordSet('meneer vader papa oom opa'),
    she: wordSet('mevrouw moeder mama tante oma'),
  },
  callsBefore: wordSet('nee beste lieve ja'),
  headEnds: wordSet('van met in op voor uit'),
  roleEnds: wordSet('van voor bij der'),
  roleJoins: NO_WORDS,
  roleCompounds: [],
  roleOver: ['voormalig', 'ex'],
};
