/** Dutch: words of persons and around names. */
import type { PersonWords } from '../language.ts';
import { listed, NONE } from '../lists.ts';

/** Titles, addresses and parts of names in Dutch; folded, lower case. */
export const people: PersonWords = {
  titles: {
    he: listed('meneer dhr heer'),
    she: listed('mevrouw mevr mejuffrouw'),
    open: listed(`
    drs ir burgemeester wethouder minister staatssecretaris voorzitter hoogleraar kamerlid
  `),
  },
  addresses: listed('meneer heer mevrouw dhr mevr mejuffrouw'),
  articles: listed('de het een'),
  bodyArticles: listed('het'),
  bodyJoins: NONE,
  particles: { opens: listed('van'), follows: listed('der den ter') },
  declension: null,
  organisations: listed(`
    ministerie gemeente raad bond vereniging partij vakbond universiteit maatschappij bedrijf
    stichting commissie rechtbank regering krant dienst
  `),
  given: {
    he: listed(`
    jan piet kees henk willem pieter johan maarten bas joris sander ruud geert bram daan
    thijs
  `),
    she: listed(`
    anneke marieke ingrid saskia femke sanne lotte marijke wilma esther liesbeth annemarie
  `),
  },
  nouns: {
    he: listed('man jongen vader zoon broer echtgenoot koning priester'),
    she: listed('vrouw meisje moeder dochter zus echtgenote koningin woordvoerster'),
    open: listed(`
    woordvoerder vriend vriendin collega buurman buurvrouw kind leraar arts advocaat baas
    opvolger voorganger getuige journalist
  `),
  },
  notSpeakers: listed(`
    ander andere anderen brief verklaring tekst antwoord vraag woord woorden stem stemmen
    ding feit idee blik
  `),
  called: { he: listed('meneer vader papa oom opa'), she: listed('mevrouw moeder mama tante oma') },
  callsBefore: listed('nee beste lieve ja'),
  headEnds: listed('van met in op voor uit'),
  roleEnds: listed('van voor bij der'),
  roleJoins: NONE,
  roleCompounds: [],
  roleOver: ['voormalig', 'ex'],
};
